import type { ReadFile } from '../ingest/read/readFile'
import type { BackupEntry, ProjectEntry } from '../model/project'
import type { WorkspaceDocument } from '../workspace/document'
import { bytesHash, textHash } from './contentHashes'
import type { Database, DocumentRecord, PieceRecord } from './database'
import { documentFromText, documentText, fileKeys, filesOf } from './documentText'
import { fileBytes, fileFromBytes, pieces } from './fileBytes'
import { StorageError, storageError } from './storageError'

/** Bytes of a piece of a file: one transaction each, so that a large ledger never stands in memory a second time. */
const PIECE = 8 * 1024 * 1024
/** Dated copies kept of a project. */
const BACKUPS = 10
const DAY_MS = 86_400_000
/** Nothing is believed to be on the disk before the disk says so. */
const STRICT: IDBTransactionOptions = { durability: 'strict' }

/** What the list says of a workspace that is saved. */
export interface DocumentFigures {
  readonly items: number
  readonly imports: number
}

/** Projects in the store of this browser. Every method throws StorageError and leaves the store as it was. */
export class ProjectStore {
  private readonly keys = new WeakMap<ReadFile, string>()
  /** Keys of files that are known to be in the store. */
  private readonly stored = new Set<string>()

  constructor(
    private readonly database: Database,
    private readonly clock: () => number,
  ) {}

  /** All projects, the one saved last first. */
  async list(): Promise<ProjectEntry[]> {
    return this.attempt(async () => {
      const all = await this.database.getAll('projects')
      return all.sort((a, b) => b.savedAt - a.savedAt)
    })
  }

  /** The project that was open last; null when it is gone or none was. */
  async last(): Promise<ProjectEntry | null> {
    return this.attempt(async () => {
      const id = await this.database.get('notes', 'last')
      return (id !== undefined && (await this.database.get('projects', id))) || null
    })
  }

  async setLast(id: string): Promise<void> {
    await this.attempt(() => this.database.put('notes', id, 'last'))
  }

  async entry(id: string): Promise<ProjectEntry> {
    const entry = await this.attempt(() => this.database.get('projects', id))
    if (!entry) throw new StorageError('removed', 'no such project')
    return entry
  }

  /** What a project holds. A project that cannot be opened is marked so in the list; its bytes stay as they are. */
  async load(id: string): Promise<{ entry: ProjectEntry; document: WorkspaceDocument }> {
    const entry = await this.entry(id)
    try {
      const record = await this.attempt(() => this.database.get('documents', id))
      if (!record) throw new StorageError('damaged', 'the project has no document')
      return { entry, document: await this.opened(record) }
    } catch (error) {
      const { reason } = storageError(error)
      if (reason === 'damaged') await this.change(id, (known) => ({ ...known, damaged: reason })).catch(() => {})
      throw error
    }
  }

  /**
   * Keeps a document as the next revision of a project, or as a new one (revision 0), and reads it back.
   * @returns the entry as it now stands
   * @throws StorageError `conflict`: the store has another revision than `entry`. `removed`: the project is gone.
   */
  async save(entry: ProjectEntry, document: WorkspaceDocument, figures: DocumentFigures): Promise<ProjectEntry> {
    const files = filesOf(document)
    for (const file of files) await this.keep(file)
    const text = documentText(document, (file) => this.keyOf(file))
    const revision = entry.revision + 1
    const record: DocumentRecord = { text, hash: textHash(text), revision }
    const now = this.clock()
    const before = await this.attempt(async () => {
      const step = this.database.transaction(['projects', 'documents', 'backups', 'pieces'], 'readwrite', STRICT)
      const [projects, documents, backups] = [
        step.objectStore('projects'),
        step.objectStore('documents'),
        step.objectStore('backups'),
      ]
      const done = step.done
      done.catch(() => {})
      const [present, old, ...found] = await Promise.all([
        projects.get(entry.id),
        documents.get(entry.id),
        ...files.map((file) => step.objectStore('pieces').getKey([this.keyOf(file), 0])),
      ])
      const gone = files.filter((_, i) => found[i] === undefined)
      if (gone.length > 0) {
        // Another tab removed them with the last document that named them: the next attempt writes them again.
        for (const file of gone) this.stored.delete(this.keyOf(file))
        step.abort()
        throw new StorageError('failed', 'a file is gone from the store')
      }
      if ((present?.revision ?? 0) !== entry.revision) {
        step.abort()
        throw new StorageError(present ? 'conflict' : 'removed', `revision ${entry.revision}`)
      }
      const next: ProjectEntry = { ...(present ?? entry), ...figures, savedAt: now, revision, damaged: null }
      const writes: Promise<unknown>[] = [projects.put(next), documents.put(record, entry.id)]
      // The last state of a day is kept before the first change of another day takes its place.
      if (present && old && Math.floor(present.savedAt / DAY_MS) !== Math.floor(now / DAY_MS)) {
        const { items, imports, savedAt: at } = present
        writes.push(backups.put({ ...old, project: entry.id, at, items, imports }))
      }
      await Promise.all([...writes, done])
      return { old, next }
    })
    const read = await this.attempt(() => this.database.get('documents', entry.id))
    // Another tab may have saved meanwhile: then its revision stands there, and ours was whole before it.
    if (!read || (read.revision === revision && (read.hash !== record.hash || textHash(read.text) !== record.hash)))
      throw new StorageError('damaged', 'what was written reads otherwise')
    await this.tidy(entry.id, before.old, text).catch(() => {})
    return before.next
  }

  async rename(id: string, name: string): Promise<ProjectEntry> {
    return this.change(id, (entry) => ({ ...entry, name }))
  }

  async setExported(id: string): Promise<ProjectEntry> {
    return this.change(id, (entry) => ({ ...entry, exportedAt: this.clock() }))
  }

  /** Removes a project with its copies, and the files that nothing else names. */
  async remove(id: string): Promise<void> {
    const gone = await this.attempt(async () => {
      const step = this.database.transaction(['projects', 'documents', 'backups'], 'readwrite', STRICT)
      const done = step.done
      done.catch(() => {})
      const range = backupsOf(id)
      const [document, copies] = await Promise.all([
        step.objectStore('documents').get(id),
        step.objectStore('backups').getAll(range),
      ])
      await Promise.all([
        step.objectStore('projects').delete(id),
        step.objectStore('documents').delete(id),
        step.objectStore('backups').delete(range),
        done,
      ])
      return [...(document ? [document] : []), ...copies]
    })
    await this.drop(new Set(gone.flatMap(({ text }) => fileKeys(text)))).catch(() => {})
  }

  /** Dated copies of a project, the latest first. */
  async backups(id: string): Promise<BackupEntry[]> {
    const records = await this.attempt(() => this.database.getAll('backups', backupsOf(id)))
    return records.map(({ project, at, items, imports }) => ({ project, at, items, imports })).reverse()
  }

  async loadBackup(id: string, at: number): Promise<WorkspaceDocument> {
    const record = await this.attempt(() => this.database.get('backups', [id, at]))
    if (!record) throw new StorageError('removed', 'no such copy')
    return this.opened(record)
  }

  /** What is stored of a project, unchecked, for somebody who may still make something of it. */
  async raw(id: string): Promise<{ document: string; files: Map<string, Uint8Array[]> }> {
    const record = await this.attempt(() => this.database.get('documents', id))
    const files = new Map<string, Uint8Array[]>()
    for (const key of fileKeys(record?.text ?? '')) {
      const found = await this.attempt(() => this.database.getAll('pieces', piecesOf(key)))
      files.set(
        key,
        found.map(({ bytes }) => bytes),
      )
    }
    return { document: record?.text ?? '', files }
  }

  /** Removes pieces that no document names and that no saving under way can be about to name. */
  async sweep(): Promise<void> {
    const now = this.clock()
    const keys = new Set<string>()
    await this.attempt(async () => {
      let cursor = await this.database.transaction('pieces').store.openCursor()
      for (; cursor; cursor = await cursor.continue())
        // A clock that was set back must not keep them for ever.
        if (Math.abs(now - cursor.value.at) > DAY_MS) keys.add(cursor.key[0])
    })
    if (keys.size > 0) await this.drop(keys)
  }

  private async change(id: string, next: (entry: ProjectEntry) => ProjectEntry): Promise<ProjectEntry> {
    return this.attempt(async () => {
      const step = this.database.transaction('projects', 'readwrite', STRICT)
      const done = step.done
      done.catch(() => {})
      const entry = await step.store.get(id)
      if (!entry) throw new StorageError('removed', 'no such project')
      const changed = next(entry)
      await Promise.all([step.store.put(changed), done])
      return changed
    })
  }

  private async opened({ text, hash }: DocumentRecord): Promise<WorkspaceDocument> {
    if (textHash(text) !== hash) throw new StorageError('damaged', 'the document does not agree with its fingerprint')
    return documentFromText(text, (key) => this.file(key))
  }

  private async file(key: string): Promise<ReadFile> {
    const found = await this.attempt(() => this.database.getAll('pieces', piecesOf(key)))
    if (found.length === 0 || found.some(({ of }) => of !== found.length))
      throw new StorageError('damaged', 'a piece of a file is missing')
    if (found.some(({ bytes, hash }) => bytesHash(bytes) !== hash))
      throw new StorageError('damaged', 'a piece of a file does not agree with its fingerprint')
    const file = fileFromBytes(found.map(({ bytes }) => bytes))
    this.keys.set(file, key)
    this.stored.add(key)
    return file
  }

  /** Writes a file that is not in the store yet, piece by piece. */
  private async keep(file: ReadFile): Promise<void> {
    const key = this.keyOf(file)
    if (this.stored.has(key)) return
    const at = this.clock()
    const size = [...fileBytes(file)].reduce((sum, { length }) => sum + length, 0)
    const of = Math.max(1, Math.ceil(size / PIECE))
    let n = 0
    for (const bytes of pieces(fileBytes(file), Math.min(PIECE, Math.max(1, size)))) {
      const record: PieceRecord = { bytes, hash: bytesHash(bytes), of, at }
      const place = n++
      await this.attempt(async () => {
        const step = this.database.transaction('pieces', 'readwrite', STRICT)
        const done = step.done
        done.catch(() => {})
        await Promise.all([step.store.put(record, [key, place]), done])
      })
    }
    this.stored.add(key)
  }

  private keyOf(file: ReadFile): string {
    let key = this.keys.get(file)
    if (key === undefined) {
      key = `${file.contentHash || 'file'}-${randomText()}`
      this.keys.set(file, key)
    }
    return key
  }

  /** Removes old copies, and files that the document before named and this one does not. */
  private async tidy(id: string, before: DocumentRecord | undefined, text: string): Promise<void> {
    const copies = await this.database.getAllKeys('backups', backupsOf(id))
    const old = copies.slice(0, Math.max(0, copies.length - BACKUPS))
    const gone = await Promise.all(old.map((key) => this.database.get('backups', key)))
    await Promise.all(old.map((key) => this.database.delete('backups', key)))
    const named = new Set(fileKeys(text))
    const candidates = [before, ...gone].flatMap((record) => (record ? fileKeys(record.text) : []))
    await this.drop(new Set(candidates.filter((key) => !named.has(key))))
  }

  /** Removes the pieces of those files that no document and no copy names. */
  private async drop(keys: ReadonlySet<string>): Promise<void> {
    if (keys.size === 0) return
    await this.attempt(async () => {
      const step = this.database.transaction(['documents', 'backups', 'pieces'], 'readwrite')
      const done = step.done
      done.catch(() => {})
      const records = (
        await Promise.all([step.objectStore('documents').getAll(), step.objectStore('backups').getAll()])
      ).flat()
      const named = new Set(records.flatMap(({ text }) => fileKeys(text)))
      const gone = [...keys].filter((key) => !named.has(key))
      await Promise.all([...gone.map((key) => step.objectStore('pieces').delete(piecesOf(key))), done])
      for (const key of gone) this.stored.delete(key)
    })
  }

  private async attempt<Result>(step: () => Promise<Result>): Promise<Result> {
    try {
      return await step()
    } catch (error) {
      throw storageError(error)
    }
  }
}

function piecesOf(key: string): IDBKeyRange {
  return IDBKeyRange.bound([key, 0], [key, Number.MAX_SAFE_INTEGER])
}

function backupsOf(project: string): IDBKeyRange {
  return IDBKeyRange.bound([project, -Infinity], [project, Infinity])
}

/** Differs from every other one; crypto.randomUUID is missing on plain http. */
export function randomText(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
