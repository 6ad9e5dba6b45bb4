import { computed, type ComputedRef, ref, type Ref, watch } from 'vue'
import type { Deck, Step } from '../model/deck'
import type { SlideAnswer } from '../model/slide'
import { stepQuestion } from '../report/stepQuestion'
import { useDeckStore } from '../stores/deckStore'
import { useWorkspaceStore } from '../stores/workspaceStore'
import { askSlide } from './askSlide'

/** Asks for the numbers of a deck, one step after the other, and keeps them with it: an answer once given is not asked again, whatever the ledger becomes. */
export function useDeckAnswers(deck: Ref<Deck | null>): {
  /** undefined while it is on its way; null for a step without numbers. */
  answerOf(step: Step): SlideAnswer | null | undefined
  readonly complete: ComputedRef<boolean>
  readonly error: Ref<string | null>
} {
  const store = useDeckStore()
  const workspace = useWorkspaceStore()
  const error = ref<string | null>(null)

  function answerOf(step: Step): SlideAnswer | null | undefined {
    const question = stepQuestion(step)
    return question === null || !deck.value ? null : store.heldOf(deck.value.id).answers[question]
  }
  const missing = computed(() => deck.value?.steps.find((step) => answerOf(step) === undefined) ?? null)

  watch(
    [missing, () => workspace.empty],
    async () => {
      const [own, step] = [deck.value, missing.value]
      if (!own || !step || workspace.empty || error.value !== null) return
      try {
        const before = store.heldOf(own.id)
        const units = before.units.length > 0 ? before.units : workspace.summary.units
        const answer = await askSlide(step, workspace.summary.units, workspace)
        const now = store.heldOf(own.id)
        if (answer) store.hold(own.id, { units, answers: { ...now.answers, [stepQuestion(step)!]: answer } })
      } catch (reason) {
        error.value = reason instanceof Error ? reason.message : String(reason)
      }
    },
    { immediate: true },
  )
  return { answerOf, complete: computed(() => missing.value === null), error }
}
