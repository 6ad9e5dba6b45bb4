import { canonicalName } from '../ledger/aliases'
import { suggestAliases } from '../ledger/suggestAliases'
import type { ImportedSheet } from '../ingest/importedFile'
import { NONE } from '../model/facts'
import type { Measured } from '../model/measure'
import type { AliasMap, NameKind, NameSuggestion } from '../model/names'

/** The same pair in any order. */
export function pairKey(kind: NameKind, names: readonly string[]): string {
  return [kind, ...[...names].sort()].join('\u0000')
}

/** Names that may be one, of units, outlets and people, without the pairs that a person said are different. */
export function nameSuggestions(
  all: Measured,
  sheets: readonly ImportedSheet[],
  aliases: AliasMap,
  apart: ReadonlySet<string>,
): NameSuggestion[] {
  const units = new Map(
    all.units.map((unit) => [unit.unit, unit.submitted ?? unit.adopted ?? unit.placements ?? 0] as const),
  )
  const outlets = new Map(all.outlets.map(({ outlet, adopted, submitted }) => [outlet, adopted || (submitted ?? 0)]))
  const people = peopleOf(sheets, aliases)
  const suggested = (
    kind: NameKind,
    facts: ReadonlyMap<string, number>,
    found: readonly { readonly names: readonly string[]; readonly reason: string }[],
  ): NameSuggestion[] => {
    // Two people of one pair of names may work in several units.
    const once = new Map(found.map((pair) => [pairKey(kind, pair.names), pair]))
    return [...once]
      .filter(([key]) => !apart.has(key))
      .map(([, { names, reason }]) => ({ kind, names, reason, facts: names.map((name) => facts.get(name) ?? 0) }))
  }
  return [
    ...suggested('units', units, suggestAliases([...units.keys()], 'units')),
    ...suggested('outlets', outlets, suggestAliases([...outlets.keys()], 'outlets')),
    ...suggested('people', people.items, suggestAliases(people.names, 'people')),
  ]
}

/** Authors, once for each unit that they write for, and how many items each has in all. */
function peopleOf(
  sheets: readonly ImportedSheet[],
  aliases: AliasMap,
): { names: { name: string; unit: string }[]; items: Map<string, number> } {
  const pairs = new Map<string, { name: string; unit: string }>()
  const items = new Map<string, number>()
  for (const { facts } of sheets) {
    const authors = facts.items.labels.find(({ role }) => role === 'author')
    if (!authors) continue
    const names = authors.names.map((name) => canonicalName(aliases, 'people', name))
    const units = facts.units.map((name) => canonicalName(aliases, 'units', name))
    const seen = new Set<number>()
    const counts = new Float64Array(names.length)
    for (let i = 0; i < facts.items.length; i++) {
      const author = authors.codes[i]!
      if (author === NONE) continue
      counts[author]!++
      if (facts.items.unit[i] !== NONE) seen.add(author * units.length + facts.items.unit[i]!)
    }
    for (const [code, name] of names.entries()) items.set(name, (items.get(name) ?? 0) + counts[code]!)
    for (const key of seen) {
      const pair = { name: names[Math.floor(key / units.length)]!, unit: units[key % units.length]! }
      pairs.set(`${pair.name}\u0000${pair.unit}`, pair)
    }
  }
  return { names: [...pairs.values()], items }
}
