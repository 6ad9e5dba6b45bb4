import type { FormerDeck } from '../model/workspace'
import type { State } from './state'

/** Decks that undo or redo could bring back, each once, with the snapshot that it is bound to. Of a deck the workspace knows no more than a look at it tells. */
export function formerDecks(states: readonly State[], now: State): FormerDeck[] {
  const present = new Set(now.decks.map((deck) => lookAt(deck).id))
  const former = new Map<string, FormerDeck>()
  for (const deck of new Set(states.flatMap(({ decks }) => decks))) {
    const { id, name, snapshot } = lookAt(deck)
    if (id !== null && snapshot !== null && !present.has(id)) former.set(id, { id, name: name ?? '', snapshot })
  }
  return [...former.values()]
}

function lookAt(deck: unknown): { id: string | null; name: string | null; snapshot: string | null } {
  const own = (deck ?? {}) as { id?: unknown; name?: unknown; snapshot?: { id?: unknown } | null }
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  return { id: text(own.id), name: text(own.name), snapshot: text(own.snapshot?.id) }
}
