import { ContentHash } from '../ingest/read/contentHash'
import type { Finding } from '../model/finding'
import type { JournalEntry } from '../model/journal'
import type { SnapshotSummary } from '../model/snapshot'
import { plainJson } from './plainJson'
import type { State } from './state'

/** A frozen state with its name. */
export interface Snapshot extends SnapshotSummary {
  readonly state: State
}

/** Everything of a workspace that is to be there next month: facts are derived from it. Data only; opening it gives the same workspace. */
export interface WorkspaceDocument {
  /** States of the undo stack in the order they were made; states share the files they have in common. */
  readonly states: readonly State[]
  /** Index of the present one. */
  readonly at: number
  readonly nextId: number
  readonly repeated: readonly Finding[]
  readonly snapshots: readonly Snapshot[]
  readonly journal: readonly JournalEntry[]
}

/** Fingerprint of what the numbers follow from: files by their bytes, answers, names, the office. The same state has the same one on every PC. */
export function fingerprint({ imports, aliases, office }: State): string {
  const files = imports.map(({ read, choices, replaced, preferred }) => [
    read.file,
    read.contentHash,
    choices,
    replaced,
    preferred,
  ])
  const hash = new ContentHash()
  hash.update(new TextEncoder().encode(plainJson([files, aliases, office])))
  return hash.digest()
}
