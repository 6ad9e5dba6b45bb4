import type { RosterEntry } from '../ingest/readRoster'
import { mergeNames } from '../ledger/aliases'
import type { State } from './state'

/** What a list of units changes: new names are added, known ones get the group that the list gives, and other names that it gives them are counted under them. */
export function withRoster(
  { aliases, office }: Pick<State, 'aliases' | 'office'>,
  entries: readonly RosterEntry[],
): Pick<State, 'aliases' | 'office'> {
  const { roster } = office
  const given = new Map(entries.map((entry) => [entry.name, entry]))
  const known = roster.map((unit) => ({ ...unit, group: given.get(unit.name)?.group ?? unit.group }))
  const names = new Set(roster.map(({ name }) => name))
  const added = entries
    .filter(({ name }) => !names.has(name))
    .map(({ name, group }) => ({ name, group, from: null, last: null }))
  return {
    aliases: entries.reduce(
      (map, entry) => (entry.aliases.length > 0 ? mergeNames(map, 'units', entry.aliases, entry.name) : map),
      aliases,
    ),
    office: { ...office, roster: [...known, ...added] },
  }
}
