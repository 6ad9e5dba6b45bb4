import type { Ref, ShallowRef } from 'vue'
import type { Measured, MeasureQuery } from '../model/measure'
import { useWorkspaceStore } from '../stores/workspaceStore'
import { useAnswer } from './useAnswer'

/** The measures of a query, asked anew when the query or the ledger changes. */
export function useMeasure(query: Ref<MeasureQuery | null>): {
  measured: ShallowRef<Measured | null>
  pending: Ref<boolean>
  error: Ref<string | null>
} {
  const { value, pending, error } = useAnswer(query, (asked: MeasureQuery) => useWorkspaceStore().measure(asked))
  return { measured: value, pending, error }
}
