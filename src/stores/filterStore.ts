import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { MeasureQuery } from '../model/measure'
import type { Clock } from '../model/period'
import { spanOfKey } from '../time/calendar'

/** Period, clock, units and groups: one choice for all rooms. */
export const useFilterStore = defineStore('filter', () => {
  const clock = ref<Clock>('submitted')
  /** 2024-03, 2024Q1, 2024H1, 2024 or two days; null for all time. */
  const period = ref<string | null>(null)
  const unitIds = shallowRef<readonly number[] | null>(null)
  const groups = shallowRef<readonly string[] | null>(null)

  const query = computed<MeasureQuery>(() => ({
    clock: clock.value,
    span: period.value === null ? null : spanOfKey(period.value),
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

  /** Unit ids belong to one ledger; a changed ledger forgets them, and a period that holds no fact any more. */
  function reset(): void {
    unitIds.value = null
    groups.value = null
    period.value = null
  }

  return { clock, period, unitIds, groups, query, active, toggleUnit, reset }
})
