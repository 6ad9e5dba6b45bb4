import type { LocationQuery } from 'vue-router'
import type { WorkspaceSummary } from '../model/workspace'

/** Parts of an address that name the number behind which rows are shown (see `useBehind`). */
const BEHIND = /^b[mopudli]$/

type Named = readonly { readonly id: number; readonly name: string }[]

/**
 * An address of one ledger for the one after it: units and outlets behind a number keep their names and get their new ids. Where none of them is left the number
 * is gone, and the rows are no longer those behind it.
 */
export function carriedBehind(query: LocationQuery, before: WorkspaceSummary, after: WorkspaceSummary): LocationQuery {
  const carried = { ...query }
  for (const [key, from, to] of [
    ['bu', before.units, after.units],
    ['bo', before.outlets, after.outlets],
  ] as const) {
    const ids = query[key]
    if (typeof ids !== 'string') continue
    const next = ids.split('.').flatMap((id) => renumbered(Number(id), from, to))
    if (next.length === 0) return withoutBehind(query)
    carried[key] = next.join('.')
  }
  return carried
}

/** An address that shows all rows. */
export function withoutBehind(query: LocationQuery): LocationQuery {
  return Object.fromEntries(Object.entries(query).filter(([key]) => !BEHIND.test(key)))
}

function renumbered(id: number, from: Named, to: Named): number[] {
  const name = from.find((entry) => entry.id === id)?.name
  return to.filter((entry) => entry.name === name).map((entry) => entry.id)
}
