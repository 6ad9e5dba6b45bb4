import { vi } from 'vitest'
import type { Deck } from '../../src/model/deck'
import { CALENDAR_YEAR } from '../../src/model/period'
import type { ShowPack } from '../../src/model/show'

/** A deck of pages without numbers. */
export function deckOf(id: string, steps: readonly string[]): Deck {
  return {
    format: 'caiyong-deck',
    version: 1,
    id,
    name: id,
    kind: 'free',
    period: null,
    snapshot: null,
    calendar: CALENDAR_YEAR,
    fewest: 5,
    anonymous: false,
    steps: steps.map((step) => ({ id: step, kind: 'text', caption: null, notes: '', hidden: false, lines: [] })),
  }
}

/** A showing of a deck that has no numbers. */
export function packOf(deck: Deck, show = 'a showing'): ShowPack {
  return { show, since: 0, deck, answers: {}, units: [] }
}

/** What a tab and what the browser keeps, empty; ended by `vi.unstubAllGlobals`. */
export function fakeStorages(): void {
  for (const name of ['sessionStorage', 'localStorage']) {
    const kept = new Map<string, string>()
    vi.stubGlobal(name, {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    })
  }
}
