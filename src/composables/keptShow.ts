import type { ShowPack, ShowState } from '../model/show'
import { readDeck } from '../report/readDecks'

const PACK = 'caiyong.show'
const STATE = 'caiyong.showState'
const POSITION = 'caiyong.showPosition'

/** Keeps a running show for F5 and a crash of the tab. Where it does not fit, the position alone is kept. */
export function keepPack(pack: ShowPack): void {
  attempt(() => sessionStorage.setItem(PACK, JSON.stringify(pack)))
}

/** Where the show stands. The position outlives the tab (deck and step by id, no name), for a PC that lost power. */
export function keepState(pack: ShowPack, state: ShowState, stepId: string | null): void {
  attempt(() => sessionStorage.setItem(STATE, JSON.stringify(state)))
  attempt(() => localStorage.setItem(POSITION, JSON.stringify({ deck: pack.deck.id, step: stepId })))
}

/** The show that was running in this tab; null without one. */
export function keptShow(): { readonly pack: ShowPack; readonly state: ShowState | null } | null {
  return attempt(() => {
    const pack = JSON.parse(sessionStorage.getItem(PACK) ?? 'null') as ShowPack | null
    const deck = readDeck(pack?.deck)
    if (!pack || !deck) return null
    return { pack: { ...pack, deck }, state: JSON.parse(sessionStorage.getItem(STATE) ?? 'null') as ShowState | null }
  })
}

/** The step at which a deck was last shown; null when another deck was, or none. */
export function keptPosition(deckId: string): string | null {
  return attempt(() => {
    const kept = JSON.parse(localStorage.getItem(POSITION) ?? 'null') as { deck?: unknown; step?: unknown } | null
    return kept?.deck === deckId && typeof kept.step === 'string' ? kept.step : null
  })
}

export function forgetShow(): void {
  attempt(() => sessionStorage.removeItem(PACK))
  attempt(() => sessionStorage.removeItem(STATE))
}

/** Storage may be full, or forbidden by the browser: a show goes on without it. */
function attempt<Value>(step: () => Value): Value | null {
  try {
    return step()
  } catch {
    return null
  }
}
