import { computed, type ComputedRef, type Ref, ref } from 'vue'
import type { Deck } from '../model/deck'
import { shownSteps } from '../report/deckSteps'
import { useDeckStore } from '../stores/deckStore'
import { endShow, keptPosition } from './keptShow'

/** A show that nobody left, with the page where it stood. */
export interface InterruptedShow {
  readonly deck: Deck
  readonly step: string
  readonly page: number
}

/** The show of this project that was cut short: the PC lost power, the browser was closed. @param away while a show fills the window nothing is offered */
export function useInterruptedShow(away: Ref<boolean>): {
  readonly interrupted: ComputedRef<InterruptedShow | null>
  /** Nobody wants to go on with it. */
  forget(): void
} {
  const decks = useDeckStore()
  const forgotten = ref(false)
  const position = computed(() => (away.value || forgotten.value ? null : keptPosition()))
  const interrupted = computed(() => {
    if (!position.value?.interrupted) return null
    const { deck: id, step } = position.value
    const deck = decks.decks.find((own) => own.id === id)
    const at = deck ? shownSteps(deck).findIndex((own) => own.id === step) : -1
    return deck && at >= 0 ? { deck, step, page: at + 1 } : null
  })
  return {
    interrupted,
    forget() {
      endShow()
      forgotten.value = true
    },
  }
}
