import { computed, type ComputedRef, watch } from 'vue'
import {
  type LocationQuery,
  type LocationQueryRaw,
  type RouteLocationNormalized,
  useRoute,
  useRouter,
} from 'vue-router'
import { type Filters, useFilterStore } from '../stores/filterStore'
import { useWorkspaceStore } from '../stores/workspaceStore'
import { spanOfKey } from '../time/calendar'

/** Keys of the filters in the address: period, clock, groups and units by their number. Never a name: an address may be sent to somebody. */
const KEYS = ['p', 'c', 'g', 'u'] as const

/**
 * Keeps the filters of the bar in the address, so that back and forward lead through them and a room is entered with them. Numbers of groups and units are those
 * of the present ledger; what it does not know is dropped.
 */
export function useFilterAddress(): {
  readonly query: ComputedRef<LocationQueryRaw>
  /** Takes the filters that the page was opened with, once there is a ledger that they can be of, and the page has its address. */
  enter(): void
} {
  const route = useRoute()
  const router = useRouter()
  const filters = useFilterStore()
  const workspace = useWorkspaceStore()

  const groups = computed(() => [
    ...new Set(workspace.summary.units.flatMap(({ group }) => (group === null ? [] : [group]))),
  ])
  const query = computed<LocationQueryRaw>(() => {
    const own: LocationQueryRaw = {}
    if (filters.period !== null) own['p'] = filters.period
    if (filters.clock !== 'submitted') own['c'] = filters.clock
    if (filters.groups) own['g'] = filters.groups.map((group) => groups.value.indexOf(group)).join('.')
    if (filters.unitIds) own['u'] = filters.unitIds.join('.')
    return own
  })

  /** The filters that an address names; what the present ledger does not know is left out. */
  function named(from: LocationQuery): Filters {
    const text = (key: (typeof KEYS)[number]): string | null => {
      const value = from[key]
      return typeof value === 'string' ? value : null
    }
    const numbers = (key: 'g' | 'u', most: number): number[] => {
      const all = (text(key) ?? '').split('.').flatMap((part) => (/^\d{1,6}$/.test(part) ? [Number(part)] : []))
      return [...new Set(all)].filter((number) => number < most)
    }
    const period = text('p')
    const chosenGroups = numbers('g', groups.value.length).map((index) => groups.value[index]!)
    const chosenUnits = numbers('u', workspace.summary.units.length)
    return {
      period: period !== null && spanOfKey(period) ? period : null,
      clock: text('c') === 'adopted' ? 'adopted' : 'submitted',
      groups: chosenGroups.length > 0 ? chosenGroups : null,
      unitIds: chosenUnits.length > 0 ? chosenUnits : null,
    }
  }

  const written = (from: LocationQuery | LocationQueryRaw): string => KEYS.map((key) => from[key] ?? '').join('&')

  /** Filters, as written in an address, on which the address and the bar last agreed: what differs from them is the newer. */
  let agreed = ''
  /** The address that the page was opened with names filters to begin with, which are no step to undo. */
  let entered = false
  // A room may still be loading: a filter chosen meanwhile waits for it, or it would call its visitor back.
  let heading: RouteLocationNormalized | null = null

  function settle(): void {
    if (heading) return
    const there = written(route.query)
    const here = written(query.value)
    if (there === here || workspace.empty) {
      agreed = there
    } else if (there !== agreed) {
      // Steps through the history and links lead to other filters than those chosen.
      agreed = there
      const chosen = named(route.query)
      if (entered) {
        filters.period = chosen.period
        filters.clock = chosen.clock
        filters.groups = chosen.groups
        filters.unitIds = chosen.unitIds
      } else filters.begin(chosen)
    } else {
      agreed = here
      const others = Object.entries(route.query).filter(([key]) => !KEYS.some((mine) => mine === key))
      void router.push({ query: { ...Object.fromEntries(others), ...query.value } })
    }
  }
  router.beforeEach((to) => {
    heading = to
  })
  router.afterEach((to) => {
    // The end of a way that was left for another one ends nothing.
    if (heading !== to) return
    heading = null
    settle()
  })
  router.onError(() => {
    heading = null
  })
  watch(query, settle)
  return {
    query,
    enter() {
      entered = true
      // What was chosen meanwhile stands.
      const untouched = Object.keys(query.value).length === 0
      if (!workspace.empty && !heading && untouched && written(route.query) !== written(query.value)) {
        agreed = written(route.query)
        filters.begin(named(route.query))
      }
    },
  }
}
