import type { Deck, Step } from '../model/deck'
import type { DeckChange } from '../model/workspace'

/** What one change did to the decks, in the order a person would tell it; null where it did nothing. */
export function deckChange(before: readonly Deck[], after: readonly Deck[]): DeckChange | null {
  const made = after.find(({ id }) => !before.some((own) => own.id === id))
  if (made) return change('deckMade', [made.name])
  const removed = before.find(({ id }) => !after.some((own) => own.id === id))
  if (removed) return change('deckRemoved', [removed.name])
  for (const now of after) {
    const was = before.find(({ id }) => id === now.id)
    const own = was && was !== now ? changeOf(was, now) : null
    if (own) return own
  }
  return null
}

function changeOf(was: Deck, now: Deck): DeckChange | null {
  const known = new Set(was.steps.map(({ id }) => id))
  const added = now.steps.filter(({ id }) => !known.has(id))
  if (added.length > 0) {
    const [first, last] = [pageOf(now, added[0]!), pageOf(now, added[added.length - 1]!)]
    return change('pageAdded', [now.name, first === last ? String(first) : `${first}–${last}`])
  }
  const removed = was.steps.find(({ id }) => !now.steps.some((step) => step.id === id))
  if (removed) return change('pageRemoved', [now.name, String(pageOf(was, removed))])
  const moved = movedStep(was.steps, now.steps)
  if (moved) return change('pageMoved', [now.name, String(pageOf(was, moved)), String(pageOf(now, moved))])
  for (const [index, step] of now.steps.entries()) {
    const own = stepChange(was.steps[index]!, step, now)
    if (own) return own
  }
  return JSON.stringify(was) === JSON.stringify(now) ? null : change('deckChanged', [now.name])
}

function stepChange(was: Step, now: Step, deck: Deck): DeckChange | null {
  if (JSON.stringify(was) === JSON.stringify(now)) return null
  const files = [deck.name, String(pageOf(deck, now))]
  if (was.hidden !== now.hidden) return change(now.hidden ? 'pageHidden' : 'pageShown', files)
  return change(highlightOf(was) === highlightOf(now) ? 'pageWritten' : 'pageHighlighted', files)
}

/** The units that stand out, as one text. */
function highlightOf(step: Step): string {
  return JSON.stringify(step.kind === 'panel' ? step.highlight : [])
}

/** The one step that went elsewhere: without it both orders are the same. Of neighbours that changed places it is the first that fits. */
function movedStep(was: readonly Step[], now: readonly Step[]): Step | null {
  const order = (steps: readonly Step[], without: string): string =>
    steps.flatMap(({ id }) => (id === without ? [] : [id])).join(' ')
  if (order(was, '') === order(now, '')) return null
  return now.find(({ id }) => order(was, id) === order(now, id)) ?? now[0] ?? null
}

/** The number that a step bears in the list of pages; a hidden one bears the number that it would have. */
function pageOf({ steps }: Deck, { id }: Step): number {
  const at = steps.findIndex((step) => step.id === id)
  return steps.slice(0, at).filter(({ hidden }) => !hidden).length + 1
}

function change(kind: DeckChange['kind'], files: readonly string[]): DeckChange {
  return { kind, files }
}
