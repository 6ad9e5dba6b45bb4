import { type Ref, ref, shallowRef, type ShallowRef, watch } from 'vue'
import { useWorkspaceStore } from '../stores/workspaceStore'

/** An answer of the workspace, and whether the next one is on its way. */
export interface Answer<Value> {
  readonly value: ShallowRef<Value | null>
  readonly pending: Ref<boolean>
  readonly error: Ref<string | null>
}

/**
 * Asks the workspace whenever the question or the ledger changes; null asks nothing. The last answer stays while the next is computed, and one that was
 * overtaken by a newer question is dropped.
 */
export function useAnswer<Question, Value>(
  question: Ref<Question | null>,
  ask: (question: Question) => Promise<Value>,
): Answer<Value> {
  const workspace = useWorkspaceStore()
  const value = shallowRef<Value | null>(null)
  const pending = ref(false)
  const error = ref<string | null>(null)
  let asked = 0
  watch(
    [question, () => workspace.summary.revision],
    async () => {
      const own = ++asked
      if (workspace.empty || question.value === null) {
        value.value = null
        return
      }
      pending.value = true
      try {
        const answer = await ask(question.value)
        if (own !== asked) return
        value.value = answer
        error.value = null
      } catch (reason) {
        if (own === asked) error.value = reason instanceof Error ? reason.message : String(reason)
      } finally {
        if (own === asked) pending.value = false
      }
    },
    { immediate: true },
  )
  return { value, pending, error }
}
