import { computed, type ComputedRef, ref, type Ref, watch } from 'vue'
import type { Deck, Step } from '../model/deck'
import type { SlideAnswer } from '../model/slide'
import { stepQuestion } from '../report/stepQuestion'
import { useDeckStore } from '../stores/deckStore'
import { useProjectStore } from '../stores/projectStore'
import { useWorkspaceStore } from '../stores/workspaceStore'
import { askSlide, askUnits } from './askSlide'

/** Asks for the numbers of a deck, one step after the other, and keeps them with it. */
export function useDeckAnswers(deck: Ref<Deck | null>): {
  /** undefined while it is on its way; null for a step without numbers. */
  answerOf(step: Step): SlideAnswer | null | undefined
  readonly complete: ComputedRef<boolean>
  /** Why the numbers cannot be had, e.g. because the frozen state was dropped. */
  readonly error: Ref<string | null>
} {
  const store = useDeckStore()
  const workspace = useWorkspaceStore()
  const projects = useProjectStore()
  const error = ref<string | null>(null)

  function answerOf(step: Step): SlideAnswer | null | undefined {
    const question = stepQuestion(step)
    return question === null || !deck.value ? null : store.heldOf(deck.value.id).answers[question]
  }
  const missing = computed(() => deck.value?.steps.find((step) => answerOf(step) === undefined) ?? null)

  watch(
    () => deck.value?.id,
    () => (error.value = null),
  )
  watch(
    [missing, error, () => projects.opening],
    async () => {
      const [own, step] = [deck.value, missing.value]
      if (!own || !step || projects.opening || error.value !== null) return
      try {
        const known = store.heldOf(own.id).units
        const units = known.length > 0 ? known : await askUnits(own, workspace)
        const answer = await askSlide(own, step, units, workspace)
        const { answers } = store.heldOf(own.id)
        if (answer) store.hold(own.id, { units, answers: { ...answers, [stepQuestion(step)!]: answer } })
      } catch (reason) {
        if (deck.value?.id === own.id) error.value = reason instanceof Error ? reason.message : String(reason)
      }
    },
    { immediate: true },
  )
  return { answerOf, complete: computed(() => missing.value === null), error }
}
