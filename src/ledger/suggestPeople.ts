import { AliasPairs, type AliasSuggestion, blocks, pairWithin } from './aliasPairs'
import { soundOf } from './soundAlike'
import { spellingKey } from './spellingKey'

/** A person as ledgers name them: two of one name in two units are two people. */
export interface PersonName {
  readonly name: string
  readonly unit: string
}

/**
 * Pairs of names of one unit that may be one person: written alike but for blanks, width and middle dots, or of one sound (张玮, 张伟).
 * Nothing is ever suggested across units.
 */
export function suggestPeople(people: readonly PersonName[]): AliasSuggestion[] {
  const pairs = new AliasPairs()
  const numbered = people.map((person, at) => ({ ...person, at, spelling: spellingKey(person.name) }))
  for (const colleagues of blocks(numbered, ({ unit }) => unit).values()) {
    pairWithin(
      colleagues,
      ({ spelling }) => spelling,
      (a, b) => a.name !== b.name && pairs.add(a.at, b.at, 'spelling'),
    )
    pairWithin(
      colleagues,
      ({ spelling }) => soundOf(spelling, 2),
      (a, b) => a.spelling !== b.spelling && pairs.add(a.at, b.at, 'pinyin'),
    )
  }
  return pairs
    .list()
    .map(({ a, b, reason }) => ({ names: [people[a]!.name, people[b]!.name], reason, unit: people[a]!.unit }))
}
