import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { MeasureQuery } from '../model/measure'
import type { Clock } from '../model/period'
import { spanOfKey } from '../time/calendar'
import { type ChosenFilters, isHeld, knownFilters, NO_FILTERS } from './chosenFilters'
import { useWorkspaceStore } from './workspaceStore'

/** Period, clock, units and groups: one choice for all rooms. It outlives changes of the ledger, as far as the ledger still knows what was chosen. */
export const useFilterStore = defineStore('filter', () => {
  const workspace = useWorkspaceStore()
  /** As it was chosen. What the present ledger does not know of it sleeps until the ledger knows it again, or something else is chosen. */
  const chosen = shallowRef<ChosenFilters>(NO_FILTERS)
  const known = computed(() => knownFilters(chosen.value, workspace.summary))
  const idOf = computed(() => new Map(workspace.summary.units.map(({ id, name }) => [name, id])))

  /** A choice on top of what is in force; the same again leaves what sleeps asleep. */
  function choose(change: Partial<ChosenFilters>): void {
    const next = { ...known.value, ...change }
    if (JSON.stringify(next) !== JSON.stringify(known.value)) chosen.value = next
  }

  /** Puts a whole choice in place, as a step of undo or an address names it. */
  function put(next: ChosenFilters): void {
    chosen.value = next
  }

  const clock = computed<Clock>({ get: () => known.value.clock, set: (next) => choose({ clock: next }) })
  /** 2024-03, 2024Q1, 2024H1, 2024 or two days; null for all time. */
  const period = computed<string | null>({
    get: () => known.value.period,
    set: (next) => choose({ period: next, held: isHeld(next, workspace.summary) }),
  })
  /** Ids of the present ledger. */
  const unitIds = computed<readonly number[] | null>({
    get: () => known.value.units && known.value.units.map((name) => idOf.value.get(name)!),
    set(ids) {
      const units = (ids ?? []).flatMap((id) => workspace.summary.units.find((unit) => unit.id === id)?.name ?? [])
      choose({ units: units.length > 0 ? units : null })
    },
  })
  const groups = computed<readonly string[] | null>({
    get: () => known.value.groups,
    set: (next) => choose({ groups: next && [...next] }),
  })

  const query = computed<MeasureQuery>(() => ({
    clock: clock.value,
    span: period.value === null ? null : spanOfKey(period.value, workspace.summary.office.calendar),
    // Plain copies: proxies do not pass to a worker.
    unitIds: unitIds.value && [...unitIds.value],
    groups: groups.value && [...groups.value],
  }))

  const active = computed(() => period.value !== null || unitIds.value !== null || groups.value !== null)

  function toggleUnit(id: number): void {
    const ids = unitIds.value ?? []
    const next = ids.includes(id) ? ids.filter((unit) => unit !== id) : [...ids, id]
    unitIds.value = next.length > 0 ? next : null
  }

  /** Chooses a period, or all time again where it is chosen already. */
  function togglePeriod(key: string): void {
    period.value = period.value === key ? null : key
  }

  function reset(): void {
    choose({ ...NO_FILTERS, clock: known.value.clock })
  }

  return { chosen, known, clock, period, unitIds, groups, query, active, choose, put, toggleUnit, togglePeriod, reset }
})
