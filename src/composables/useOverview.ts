import { computed, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { storeToRefs } from 'pinia'
import type { Measured } from '../model/measure'
import type { Clock } from '../model/period'
import { useFilterStore } from '../stores/filterStore'
import { useWorkspaceStore } from '../stores/workspaceStore'
import { useFewest } from './useFewest'
import { useMeasure } from './useMeasure'

export interface Overview {
  readonly measured: ShallowRef<Measured | null>
  readonly pending: Ref<boolean>
  readonly error: Ref<string | null>
  readonly empty: ComputedRef<boolean>
  readonly selectedUnitIds: ComputedRef<readonly number[] | null>
  readonly clock: Ref<Clock>
  /** Fewest submitted items for a rank. */
  readonly fewest: Ref<number>
  toggleUnit(unitId: number): void
  togglePeriod(key: string): void
  setClock(clock: Clock): void
}

/** The measures of the current filters for the Overview. */
export function useOverview(): Overview {
  const filters = useFilterStore()
  const { clock, query } = storeToRefs(filters)
  const { measured, pending, error } = useMeasure(query)
  return {
    measured,
    pending,
    error,
    empty: computed(() => useWorkspaceStore().empty),
    selectedUnitIds: computed(() => filters.unitIds),
    clock,
    fewest: useFewest(),
    toggleUnit: filters.toggleUnit,
    togglePeriod: filters.togglePeriod,
    setClock: (next) => {
      filters.clock = next
    },
  }
}
