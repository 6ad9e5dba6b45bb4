import { computed, type ComputedRef, onMounted, ref, watch } from 'vue'
import { shownSteps } from '../report/deckSteps'
import { startOfShow } from '../report/showState'
import { useDeckStore } from '../stores/deckStore'
import { keptPosition, keptShow } from './keptShow'
import { useDeckAnswers } from './useDeckAnswers'
import type { Show } from './useShow'

/**
 * What a window that holds a show begins with: the deck that was asked for, else the show that ran in this tab, else the deck of the project where it was last
 * shown. From then on it follows what is changed of the deck, in this tab or another.
 */
export function useShowStart(show: Show): {
  /** The numbers are on their way. */
  readonly starting: ComputedRef<boolean>
} {
  const decks = useDeckStore()
  /** Where to begin; null once the show runs. */
  const wanted = ref<{ readonly step: string | null } | null>(null)

  const deck = computed(() => {
    const id = show.pack.value?.deck.id ?? (wanted.value && decks.currentId)
    return decks.decks.find((own) => own.id === id) ?? null
  })
  const { complete, error } = useDeckAnswers(deck)

  onMounted(() => {
    const kept = decks.starting ? null : keptShow()
    if (kept) {
      decks.currentId = kept.pack.deck.id
      decks.hold(kept.pack.deck.id, kept.pack)
      show.start(kept)
      return
    }
    const position = keptPosition()
    // Nothing was chosen in this tab: it came from an address.
    if (!decks.starting && position) decks.currentId = position.deck
    wanted.value = decks.starting ?? { step: position?.step ?? null }
    decks.starting = null
  })

  watch([wanted, deck, complete], () => {
    const own = deck.value
    if (!own || !complete.value) return
    const pack = { deck: own, ...decks.heldOf(own.id) }
    if (wanted.value) {
      const { step } = wanted.value
      const at = Math.max(
        0,
        shownSteps(own).findIndex(({ id }) => id === step),
      )
      wanted.value = null
      show.start({ pack, state: startOfShow(at, own.anonymous, Date.now()), ink: null })
    } else if (JSON.stringify(own) !== JSON.stringify(show.pack.value?.deck)) show.follow(pack)
  })

  return { starting: computed(() => wanted.value !== null && deck.value !== null && error.value === null) }
}
