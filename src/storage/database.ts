import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { ProjectEntry } from '../model/project'
import { StorageError, storageError } from './storageError'

/** The document of a project, or a dated copy of one. */
export interface DocumentRecord {
  readonly text: string
  /** Fingerprint of the text. */
  readonly hash: string
  readonly revision: number
}

/** A piece of a file. Files never change; a changed one is another file. */
export interface PieceRecord {
  readonly bytes: Uint8Array
  readonly hash: string
  /** How many pieces the file has. */
  readonly of: number
  /** When it was written: a piece that nothing names may belong to a saving that is under way. */
  readonly at: number
}

export interface BackupRecord extends DocumentRecord {
  readonly project: string
  readonly at: number
  readonly items: number
  readonly imports: number
}

/** The list of projects stands apart from what they hold: it can be shown whatever state they are in. */
export interface Schema extends DBSchema {
  projects: { key: string; value: ProjectEntry }
  documents: { key: string; value: DocumentRecord }
  pieces: { key: [file: string, piece: number]; value: PieceRecord }
  backups: { key: [project: string, at: number]; value: BackupRecord }
  /** `last`: id of the project that was open last. */
  notes: { key: string; value: string }
}
export type Database = IDBPDatabase<Schema>

/** All local files share one origin on file://: the name says whose it is. */
export const DATABASE = 'caiyong-projects'
/** A change of the stores raises it and adds to `upgrade` what leads there from the version before. */
const SCHEMA_VERSION = 1

/**
 * Opens the store, making it at the first time.
 * @param onLate an old tab blocks the store: it opens, or fails, when that tab has gone; the call throws `blocked` at once.
 * @param onLost another tab wants to upgrade or erase the store, or the browser closed it: nothing can be saved through this connection any more.
 * @throws StorageError `missing`, `newer`, `blocked` or `failed`.
 */
export async function openDatabase(onLost: () => void, onLate: (late: Promise<Database>) => void): Promise<Database> {
  if (typeof indexedDB === 'undefined') throw new StorageError('missing', 'no indexedDB')
  let blocked: (error: StorageError) => void = () => {}
  const refused = new Promise<never>((_, reject) => (blocked = reject))
  try {
    const opening = openDB<Schema>(DATABASE, SCHEMA_VERSION, {
      upgrade(database, from) {
        if (from < 1) {
          database.createObjectStore('projects', { keyPath: 'id' })
          database.createObjectStore('documents')
          database.createObjectStore('pieces')
          database.createObjectStore('backups', { keyPath: ['project', 'at'] })
          database.createObjectStore('notes')
        }
      },
      blocked() {
        blocked(new StorageError('blocked', 'an older tab holds the store'))
        onLate(opening)
      },
      blocking(_current, _wanted, event) {
        ;(event.target as IDBDatabase).close()
        onLost()
      },
      terminated: onLost,
    })
    return await Promise.race([opening, refused])
  } catch (error) {
    // Refused by a setting of the browser (private windows of old kernels, policies): as good as not there.
    if (error instanceof Error && ['SecurityError', 'InvalidStateError'].includes(error.name))
      throw new StorageError('missing', error.message)
    throw storageError(error)
  }
}
