import type { AliasBook, AliasMap, NameKind } from '../model/names'

export const NO_ALIASES: AliasMap = { units: new Map(), outlets: new Map(), people: new Map() }

/** The name an alias is counted under; a name that nobody merged is its own. */
export function canonicalName(aliases: AliasMap, kind: NameKind, name: string): string {
  return aliases[kind].get(name) ?? name
}

/** Declares all `names` to be `into`. Names that were merged into one of them before follow, so that no chain arises. */
export function mergeNames(aliases: AliasMap, kind: NameKind, names: readonly string[], into: string): AliasMap {
  const moved = new Set(names.filter((name) => name !== into))
  const next = new Map([...aliases[kind]].map(([alias, name]) => [alias, moved.has(name) ? into : name]))
  for (const name of moved) next.set(name, into)
  next.delete(into)
  return { ...aliases, [kind]: next }
}

/** Takes apart everything that was merged into `name`. */
export function splitName(aliases: AliasMap, kind: NameKind, name: string): AliasMap {
  return { ...aliases, [kind]: new Map([...aliases[kind]].filter(([, into]) => into !== name)) }
}

/** The merged names, each with its aliases, by name. */
export function mergedNames(aliases: AliasMap, kind: NameKind): { name: string; aliases: string[] }[] {
  const byName = new Map<string, string[]>()
  for (const [alias, name] of aliases[kind]) byName.set(name, [...(byName.get(name) ?? []), alias])
  return [...byName].map(([name, list]) => ({ name, aliases: list }))
}

export function aliasBook(aliases: AliasMap): AliasBook {
  return {
    format: 'caiyong-aliases',
    version: 1,
    units: mergedNames(aliases, 'units'),
    outlets: mergedNames(aliases, 'outlets'),
    people: mergedNames(aliases, 'people'),
  }
}

/** Adds the book's merges to the present ones; where both speak of a name, the present one stays. null when the text is no alias book. */
export function withAliasBook(aliases: AliasMap, text: string): AliasMap | null {
  const book = parsed(text)
  if (!book) return null
  let next = aliases
  for (const kind of ['units', 'outlets', 'people'] as const) {
    for (const { name, aliases: list } of book[kind] ?? []) {
      const own = list.filter((alias) => !next[kind].has(alias) && alias !== name)
      next = mergeNames(next, kind, own, canonicalName(next, kind, name))
    }
  }
  return next
}

function parsed(text: string): AliasBook | null {
  try {
    const value = JSON.parse(text) as Partial<AliasBook> | null
    if (value?.format !== 'caiyong-aliases' || value.version !== 1) return null
    const sound = [value.units, value.outlets, value.people ?? []].every(
      (list) =>
        Array.isArray(list) &&
        list.every(
          (entry) =>
            typeof entry.name === 'string' &&
            Array.isArray(entry.aliases) &&
            entry.aliases.every((alias: unknown) => typeof alias === 'string'),
        ),
    )
    return sound ? (value as AliasBook) : null
  } catch {
    return null
  }
}
