import { computed, type ComputedRef, onMounted, shallowRef, watch } from 'vue'
import type { Deck } from '../model/deck'
import type { ShowPack } from '../model/show'
import { shownSteps } from '../report/deckSteps'
import { startOfShow } from '../report/showState'
import { useDeckStore } from '../stores/deckStore'
import { useProjectStore } from '../stores/projectStore'
import { keptPosition, keptShow } from './keptShow'
import { newId } from './newId'
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
  const projects = useProjectStore()
  /** Where to begin; null once the show runs. */
  const wanted = shallowRef<{ readonly deck: string | null; readonly step: string | null } | null>(null)

  const deckOf = (id: string | null): Deck | null => decks.decks.find((own) => own.id === id) ?? null
  const deck = computed(() => {
    if (show.pack.value) return deckOf(show.pack.value.deck.id)
    // What was last shown on this PC may be of another project.
    return wanted.value && (deckOf(wanted.value.deck) ?? decks.current)
  })
  const { complete, error } = useDeckAnswers(deck)

  onMounted(() => {
    const kept = decks.starting ? null : keptShow()
    if (kept) {
      if (projects.opening || deckOf(kept.pack.deck.id)) decks.currentId = kept.pack.deck.id
      const { answers, units } = kept.pack
      decks.hold(kept.pack.deck.id, { answers, units })
      show.start(kept)
      return
    }
    // Nothing was chosen in this tab: it came from an address.
    const position = decks.starting ? null : keptPosition()
    wanted.value = { deck: position?.deck ?? null, step: decks.starting?.step ?? position?.step ?? null }
    decks.starting = null
  })

  watch([wanted, deck, complete], () => {
    const own = deck.value
    if (!own || !complete.value) return
    const packOf = (id: string, since: number): ShowPack => ({ ...decks.heldOf(own.id), show: id, since, deck: own })
    if (wanted.value) {
      const { step } = wanted.value
      const at = Math.max(
        0,
        shownSteps(own).findIndex(({ id }) => id === step),
      )
      wanted.value = null
      decks.currentId = own.id
      show.start({ pack: packOf(newId(), Date.now()), state: startOfShow(at, own.anonymous, Date.now()), ink: null })
    } else if (show.pack.value && JSON.stringify(own) !== JSON.stringify(show.pack.value.deck))
      show.follow(packOf(show.pack.value.show, show.pack.value.since))
  })

  return { starting: computed(() => wanted.value !== null && deck.value !== null && error.value === null) }
}
