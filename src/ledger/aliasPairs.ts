/** Why two names may be one: a key of the locale. */
export type AliasReason = 'spelling' | 'suffix' | 'prefix' | 'abbreviation' | 'parent' | 'pinyin' | 'typo'

export interface AliasSuggestion {
  readonly names: readonly string[]
  readonly reason: AliasReason
  /** For people: the unit under which both names occur. */
  readonly unit?: string
}

interface AliasPair {
  readonly a: number
  readonly b: number
  readonly reason: AliasReason
}

/** Pairs of names by position, each once, under the reason that was found first. */
export class AliasPairs {
  private readonly pairs = new Map<string, AliasPair>()

  add(one: number, other: number, reason: AliasReason): void {
    const [a, b] = one < other ? [one, other] : [other, one]
    const key = `${a} ${b}`
    if (a !== b && !this.pairs.has(key)) this.pairs.set(key, { a, b, reason })
  }

  /** In the order of the names. */
  list(): readonly AliasPair[] {
    return [...this.pairs.values()].sort((x, y) => x.a - y.a || x.b - y.b)
  }
}

/** The pairs by name. */
export function named(pairs: AliasPairs, names: readonly string[]): AliasSuggestion[] {
  return pairs.list().map(({ a, b, reason }) => ({ names: [names[a]!, names[b]!], reason }))
}

/**
 * Calls `pair` for every two members that share a key; null has no key. Names are compared within such blocks only, so that the work
 * grows with the number of names. Of a block beyond any office's size each name meets its next neighbours.
 */
export function pairWithin<T>(
  members: readonly T[],
  keyOf: (member: T) => string | null,
  pair: (a: T, b: T) => void,
): void {
  for (const block of blocks(members, keyOf).values())
    for (const [i, a] of block.entries()) for (const b of block.slice(i + 1, i + 1 + MOST_NEIGHBOURS)) pair(a, b)
}

/** Members by key. */
export function blocks<T>(members: readonly T[], keyOf: (member: T) => string | null): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const member of members) {
    const key = keyOf(member)
    if (key === null) continue
    const block = found.get(key)
    if (block) block.push(member)
    else found.set(key, [member])
  }
  return found
}

const MOST_NEIGHBOURS = 200
