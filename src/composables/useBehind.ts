import { computed, type ComputedRef } from 'vue'
import { type LocationQueryRaw, useRoute, useRouter } from 'vue-router'
import type { Behind, Wanted } from '../model/factRow'
import { spanOfKey } from '../time/calendar'

const MEASURES: readonly Behind['measure'][] = ['submitted', 'adopted', 'placements', 'pending', 'published']

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
    const measure = MEASURES.find((known) => known === text('bm'))
    if (!measure) return null
    const period = text('bp')
    return {
      measure,
      ...(id('bo') !== null && { outletId: id('bo')! }),
      ...(id('bu') !== null && { unitId: id('bu')! }),
      ...(period !== null && spanOfKey(period) && { period }),
    }
  })
  /** Filters of the bar go along. */
  const kept = (): LocationQueryRaw =>
    Object.fromEntries(Object.entries(route.query).filter(([key]) => !/^b[mopu]$/.test(key)))

  return {
    wanted,
    show({ measure, outletId, unitId, period }) {
      const query: LocationQueryRaw = { ...kept(), bm: measure }
      if (outletId !== undefined) query['bo'] = outletId
      if (unitId !== undefined) query['bu'] = unitId
      if (period !== undefined) query['bp'] = period
      void router.push({ name: 'rows', query })
    },
    clear() {
      void router.push({ name: 'rows', query: kept() })
    },
  }
}
