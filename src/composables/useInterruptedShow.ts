import { computed, type ComputedRef, onScopeDispose, type Ref, shallowRef, watch } from 'vue'
import type { Deck } from '../model/deck'
import { shownSteps } from '../report/deckSteps'
import { useDeckStore } from '../stores/deckStore'
import { forgetShow, keptPosition, samePosition, type ShowPosition } from './keptShow'
import { useDeckChannel } from './useDeckChannel'

/** How long a running show has to answer, in milliseconds: its window may be drawing charts. */
const PATIENCE = 1000

/** A show that nobody left, with the page where it stood. */
export interface InterruptedShow {
  readonly deck: Deck
  readonly step: string
  readonly page: number
}

/**
 * The show of this project that was cut short: the PC lost power, the browser was closed. One that runs in another tab says so when asked, and is not offered.
 * @param away while a show fills the window nothing is offered
 */
export function useInterruptedShow(away: Ref<boolean>): {
  readonly interrupted: ComputedRef<InterruptedShow | null>
  /** Nobody wants to go on with it. */
  forget(): void
} {
  const decks = useDeckStore()
  const offered = shallowRef<ShowPosition | null>(null)
  const forgotten = shallowRef<ShowPosition | null>(null)
  let waiting: ReturnType<typeof setTimeout> | undefined

  function offerNothing(): void {
    clearTimeout(waiting)
    offered.value = null
  }
  // Only the window that holds a deck hands it out: a show runs, or has just begun.
  const { post, supported } = useDeckChannel(({ kind }) => {
    if (kind === 'pack') offerNothing()
  })
  /** A show that moved on while it was asked is none that was cut short. */
  function offer(asked: ShowPosition): void {
    if (samePosition(keptPosition(), asked)) offered.value = asked
  }

  watch(
    away,
    () => {
      offerNothing()
      const position = keptPosition()
      if (away.value || !position?.interrupted || samePosition(position, forgotten.value)) return
      if (supported) waiting = setTimeout(() => offer(position), PATIENCE)
      else offer(position)
      post({ kind: 'hello' })
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(waiting))

  const interrupted = computed(() => {
    if (!offered.value) return null
    const { deck: id, step } = offered.value
    const deck = decks.decks.find((own) => own.id === id)
    const at = deck ? shownSteps(deck).findIndex((own) => own.id === step) : -1
    return deck && at >= 0 ? { deck, step, page: at + 1 } : null
  })
  return {
    interrupted,
    forget() {
      if (!offered.value) return
      forgotten.value = offered.value
      forgetShow(offered.value)
      offerNothing()
    },
  }
}
