import { useFullscreen } from '@vueuse/core'
import { useRouter } from 'vue-router'
import { useDeckStore } from '../stores/deckStore'

/** Starts the show of a deck, at a step or at the first. To be called by a press: only that may fill the screen. */
export function useStartShow(): (deckId: string, step: string | null) => void {
  const router = useRouter()
  const decks = useDeckStore()
  const { enter } = useFullscreen(document.documentElement)
  return (deckId, step) => {
    void enter().catch(() => undefined)
    decks.currentId = deckId
    decks.starting = { step }
    void router.push({ name: 'show' })
  }
}
