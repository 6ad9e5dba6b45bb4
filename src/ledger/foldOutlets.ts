const BOOK_MARKS = /[《》〈〉«»"“”]/g
const ISSUE = /[（(【]?(?:\d{4}年)?(?:总)?第[\d〇零一二三四五六七八九十百]+(?:期|号)[)）】]?/g

export interface FoldedOutlets {
  /** Canonical name of every given name, in the order given. */
  readonly canonical: readonly string[]
  /** Sets of different spellings that were read as one outlet. */
  readonly folded: readonly (readonly string[])[]
}

/**
 * Names that differ only by book marks 《》 or by an issue number are one outlet, shown in the most frequent spelling without the issue.
 * `weights[i]` says how often name i occurs. Nothing else is folded: all else is a suggestion that a person confirms.
 */
export function foldOutlets(names: readonly string[], weights: readonly number[]): FoldedOutlets {
  const groups = new Map<string, Map<string, number>>()
  const members = new Map<string, Set<string>>()
  const keys = names.map((name) => {
    const spelling = name.replace(ISSUE, '').trim() || name
    const key = spelling.replace(BOOK_MARKS, '').trim().toLowerCase() || name
    return { key, spelling }
  })
  for (const [i, { key, spelling }] of keys.entries()) {
    const spellings = groups.get(key) ?? new Map<string, number>()
    spellings.set(spelling, (spellings.get(spelling) ?? 0) + weights[i]!)
    groups.set(key, spellings)
    members.set(key, (members.get(key) ?? new Set()).add(names[i]!))
  }
  const best = new Map([...groups].map(([key, spellings]) => [key, [...spellings].sort((a, b) => b[1] - a[1])[0]![0]]))
  return {
    canonical: keys.map(({ key }) => best.get(key)!),
    folded: [...members.values()].filter((set) => set.size > 1).map((set) => [...set]),
  }
}
