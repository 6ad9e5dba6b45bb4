import { periodText, type Translate } from '../components/periodText'
import type { DeckWords } from '../report/buildDeck'
import { formatDay, today } from '../time/day'

/** Characters of names that a sentence of a page of problems has room for. */
const ROOM = 120

/** The words of a template for a period, in the language of `say`. */
export function deckWords(period: string, say: Translate): DeckWords {
  const list = (names: readonly string[]): string => {
    let left = ROOM
    const fit = names.filter((name, index) => (left -= name.length + 1) >= 0 || index === 0)
    const named = fit.join(say('verdict.list.separator'))
    return names.length > fit.length ? say('verdict.list.more', { names: named, count: names.length }) : named
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
