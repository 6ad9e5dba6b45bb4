import { StorageError } from './storageError'

/** What this app writes. A change of the shapes that an older app could not read raises it and adds a migration. */
export const VERSION = 3

/** Brings a document of version n to n + 1; the first one is for version 1. */
export type Migration = (document: Record<string, unknown>) => Record<string, unknown>

const MIGRATIONS: readonly Migration[] = [decksIntoStates, laterSettings]

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

/** Version 2 and before knew neither the day up to which the ledgers are complete nor the fewest items for a rank, and version 1 at first no calendar of the office:
 * they have their usual values. */
function laterSettings(document: Record<string, unknown>): Record<string, unknown> {
  const { offices } = document
  if (!Array.isArray(offices)) return document
  return {
    ...document,
    offices: (offices as (object | null)[]).map((office) => ({
      calendar: { firstMonth: 1, lastDay: null },
      ...office,
      recordedTo: null,
      fewest: 5,
    })),
  }
}
