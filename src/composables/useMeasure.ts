import { type Ref, ref, type ShallowRef, shallowRef, watch } from 'vue'
import type { Measured, MeasureQuery } from '../model/measure'
import { useWorkspaceStore } from '../stores/workspaceStore'

/**
 * The measures of a query, asked anew when the query or the ledger changes. The last result stays while the next is computed;
 * an answer that was overtaken by a newer question is dropped.
 */
export function useMeasure(query: Ref<MeasureQuery>): {
  measured: ShallowRef<Measured | null>
  pending: Ref<boolean>
  error: Ref<string | null>
} {
  const workspace = useWorkspaceStore()
  const measured = shallowRef<Measured | null>(null)
  const pending = ref(false)
  const error = ref<string | null>(null)
  let asked = 0
  watch(
    [query, () => workspace.summary.revision],
    async () => {
      if (workspace.empty) {
        measured.value = null
        return
      }
      const own = ++asked
      pending.value = true
      try {
        const answer = await workspace.measure(query.value)
        if (own !== asked) return
        measured.value = answer
        error.value = null
      } catch (reason) {
        if (own === asked) error.value = reason instanceof Error ? reason.message : String(reason)
      } finally {
        if (own === asked) pending.value = false
      }
    },
    { immediate: true },
  )
  return { measured, pending, error }
}
