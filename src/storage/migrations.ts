import { StorageError } from './storageError'

/** What this app writes. A change of the shapes that an older app could not read raises it and adds a migration. */
export const VERSION = 4

/** Brings a document of version n to n + 1; the first one is for version 1. */
export type Migration = (document: Record<string, unknown>) => Record<string, unknown>

const MIGRATIONS: readonly Migration[] = [decksIntoStates, recordedTo, fewestToRank]

/**
 * A parsed document brought up to the present version, step by step. What is no document is returned as it is: its shape is checked afterwards.
 * @throws StorageError `newer`: a later app wrote it.
 */
export function migrated(json: unknown, migrations: readonly Migration[] = MIGRATIONS, version = VERSION): unknown {
  if (typeof json !== 'object' || json === null || !('version' in json) || typeof json.version !== 'number') return json
  if (json.version > version) throw new StorageError('newer', `version ${json.version}, known is ${version}`)
  let document = json as Record<string, unknown>
  for (let from = json.version; from < version; from++) {
    const step = migrations[from - 1]
    if (!step) throw new StorageError('damaged', `no way from version ${from}`)
    document = { ...step(document), version: from + 1 }
  }
  return document
}

/** Version 1 kept its decks beside the states, where undo did not reach them: every state has all of them then, so that no undo takes one away. */
function decksIntoStates(document: Record<string, unknown>): Record<string, unknown> {
  const { decks, states, snapshots } = document
  if (!Array.isArray(decks) || !Array.isArray(states) || !Array.isArray(snapshots)) return document
  const places = decks.map((_, place) => place)
  return {
    ...document,
    states: (states as object[]).map((state) => ({ ...state, decks: places })),
    snapshots: (snapshots as ({ state?: object } | null)[]).map((snapshot) => ({
      ...snapshot,
      state: { ...snapshot?.state, decks: [] },
    })),
  }
}

/** Version 2 and before knew no day up to which the ledgers are complete, and version 1 at first no calendar of the office: they have their usual values. */
function recordedTo(document: Record<string, unknown>): Record<string, unknown> {
  return withOffices(document, (office) => ({
    calendar: { firstMonth: 1, lastDay: null },
    ...office,
    recordedTo: null,
  }))
}

/** Up to version 3 the fewest items for a rank were a setting of the browser. */
function fewestToRank(document: Record<string, unknown>): Record<string, unknown> {
  return withOffices(document, (office) => ({ ...office, fewest: 5 }))
}

function withOffices(
  document: Record<string, unknown>,
  change: (office: object | null) => object,
): Record<string, unknown> {
  const { offices } = document
  return Array.isArray(offices) ? { ...document, offices: (offices as (object | null)[]).map(change) } : document
}
