import { computed, type ComputedRef } from 'vue'
import { type LocationQueryRaw, useRoute, useRouter } from 'vue-router'
import type { Behind, Wanted } from '../model/factRow'
import type { LabelRole } from '../model/facts'
import { spanOfKey } from '../time/calendar'
import { withoutBehind } from './carriedBehind'

const MEASURES: readonly Behind['measure'][] = [
  'submitted',
  'adopted',
  'placements',
  'pending',
  'published',
  'rate',
  'lag',
]
const ROLES: readonly LabelRole[] = ['author', 'category', 'form']

/** The number behind which rows are shown, kept in the address (ids and periods, never names) so that back and forward work. */
export function useBehind(): {
  readonly wanted: ComputedRef<Wanted | null>
  show(wanted: Wanted): void
  clear(): void
} {
  const route = useRoute()
  const router = useRouter()
  const wanted = computed<Wanted | null>(() => {
    const text = (key: string): string | null => {
      const value = route.query[key]
      return typeof value === 'string' ? value : null
    }
    const id = (key: string): number | null => (/^\d{1,9}$/.test(text(key) ?? '') ? Number(text(key)) : null)
    const ids = (key: string): number[] | null =>
      /^\d{1,9}(?:\.\d{1,9})*$/.test(text(key) ?? '') ? text(key)!.split('.').map(Number) : null
    const measure = MEASURES.find((known) => known === text('bm'))
    if (!measure) return null
    const period = text('bp')
    const role = ROLES.find((known) => known === text('bl'))
    return {
      measure,
      ...(ids('bo') && { outletIds: ids('bo')! }),
      ...(id('bd') !== null && { days: id('bd')! }),
      ...(ids('bu') && { unitIds: ids('bu')! }),
      ...(role && id('bi') !== null && { label: { role, id: id('bi')! } }),
      ...(period !== null && spanOfKey(period) && { period }),
    }
  })
  /** Filters of the bar go along. */
  const kept = (): LocationQueryRaw => withoutBehind(route.query)

  return {
    wanted,
    show({ measure, outletIds, unitIds, period, days, label }) {
      const query: LocationQueryRaw = { ...kept(), bm: measure }
      if (outletIds !== undefined) query['bo'] = outletIds.join('.')
      if (days !== undefined) query['bd'] = days
      if (unitIds !== undefined) query['bu'] = unitIds.join('.')
      if (label !== undefined) Object.assign(query, { bl: label.role, bi: label.id })
      if (period !== undefined) query['bp'] = period
      void router.push({ name: 'rows', query })
    },
    clear() {
      void router.push({ name: 'rows', query: kept() })
    },
  }
}
