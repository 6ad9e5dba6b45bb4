import { periodText, type Translate } from '../components/periodText'
import type { DeckWords } from '../report/buildDeck'
import { formatDay, today } from '../time/day'

/** Names that a sentence of a page of problems has room for. */
const NAMED = 8

/** The words of a template for a period, in the language of `say`. */
export function deckWords(period: string, say: Translate): DeckWords {
  const list = (names: readonly string[]): string => {
    const named = names.slice(0, NAMED).join(say('verdict.list.separator'))
    return names.length > NAMED ? say('verdict.list.more', { names: named, count: names.length }) : named
  }
  return {
    name: say('present.deck.name', { period: periodText(period, say) }),
    subtitle: say('present.deck.subtitle', { day: formatDay(today()) }),
    problems: say('present.deck.problems'),
    nextSteps: say('present.deck.nextSteps'),
    problem: (code, names) => say(`present.deck.problem.${code}`, { names: list(names) }),
    next: (code) => say(`present.deck.next.${code}`),
  }
}
