import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { MeasureQuery } from '../model/measure'
import type { Clock } from '../model/period'
import { spanOfKey } from '../time/calendar'
import { useWorkspaceStore } from './workspaceStore'

/** What is chosen in the bar. */
export interface Filters {
  readonly clock: Clock
  /** 2024-03, 2024Q1, 2024H1, 2024 or two days; null for all time. */
  readonly period: string | null
  readonly unitIds: readonly number[] | null
  readonly groups: readonly string[] | null
}

/** Steps of undo kept. */
const STEPS = 50

/** Period, clock, units and groups: one choice for all rooms, with the choices before it. */
export const useFilterStore = defineStore('filter', () => {
  const workspace = useWorkspaceStore()
  const clock = ref<Filters['clock']>('submitted')
  const period = ref<Filters['period']>(null)
  const unitIds = shallowRef<Filters['unitIds']>(null)
  const groups = shallowRef<Filters['groups']>(null)

  const query = computed<MeasureQuery>(() => ({
    clock: clock.value,
    span: period.value === null ? null : spanOfKey(period.value, workspace.summary.office.calendar),
    // Plain copies: proxies do not pass to a worker.
    unitIds: unitIds.value && [...unitIds.value],
    groups: groups.value && [...groups.value],
  }))

  const active = computed(() => period.value !== null || unitIds.value !== null || groups.value !== null)

  function toggleUnit(id: number): void {
    const chosen = unitIds.value ?? []
    const next = chosen.includes(id) ? chosen.filter((unit) => unit !== id) : [...chosen, id]
    unitIds.value = next.length > 0 ? next : null
  }

  /** Chooses a period, or all time again where it is chosen already. */
  function togglePeriod(key: string): void {
    period.value = period.value === key ? null : key
  }

  function reset(): void {
    unitIds.value = null
    groups.value = null
    period.value = null
  }

  const now = computed<Filters>(() => ({
    clock: clock.value,
    period: period.value,
    unitIds: unitIds.value,
    groups: groups.value,
  }))
  const before = shallowRef<readonly Filters[]>([])
  const after = shallowRef<readonly Filters[]>([])
  /** The state that the steps lead from. */
  let settled = now.value
  const canUndo = computed(() => before.value.length > 0)
  const canRedo = computed(() => after.value.length > 0)

  // What changes together, as a link to other filters does, is one step.
  watch(now, (chosen) => {
    if (JSON.stringify(chosen) === JSON.stringify(settled)) return
    before.value = [...before.value, settled].slice(-STEPS)
    after.value = []
    settled = chosen
  })

  function put(filters: Filters): void {
    clock.value = filters.clock
    period.value = filters.period
    unitIds.value = filters.unitIds
    groups.value = filters.groups
    settled = now.value
  }

  /** Goes back to the choice before; nothing to go back to changes nothing. */
  function undo(): void {
    const last = before.value[before.value.length - 1]
    if (!last) return
    before.value = before.value.slice(0, -1)
    after.value = [...after.value, now.value]
    put(last)
  }

  /** Takes the last undo back. */
  function redo(): void {
    const next = after.value[after.value.length - 1]
    if (!next) return
    after.value = after.value.slice(0, -1)
    before.value = [...before.value, now.value]
    put(next)
  }

  /** For a changed ledger: unit ids belong to one, and a period may hold no fact any more. Not to be undone. */
  function forget(): void {
    before.value = []
    after.value = []
    put({ clock: clock.value, period: null, unitIds: null, groups: null })
  }

  /** Something else was changed meanwhile: the choices stand, and undo goes back to that first. */
  function settle(): void {
    before.value = []
    after.value = []
  }

  /** Filters to begin with, as an address names them. Not to be undone. */
  const begin = put

  return {
    clock,
    period,
    unitIds,
    groups,
    query,
    active,
    toggleUnit,
    togglePeriod,
    reset,
    canUndo,
    canRedo,
    undo,
    redo,
    forget,
    settle,
    begin,
  }
})
