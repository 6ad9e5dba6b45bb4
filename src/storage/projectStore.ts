import type { IDBPObjectStore, IDBPTransaction, StoreNames } from 'idb'
import type { ReadFile } from '../ingest/read/readFile'
import type { BackupEntry, ProjectEntry } from '../model/project'
import type { WorkspaceDocument } from '../workspace/document'
import { bytesHash, textHash } from './contentHashes'
import type { Database, DocumentRecord, PieceRecord, Schema } from './database'
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

type StoreName = StoreNames<Schema>

/** What the list says of a workspace that is saved. */
export interface DocumentFigures {
  readonly items: number
  readonly imports: number
}

/** A saving: the document that it replaced, and the entry as it now stands. */
interface Written {
  readonly old: DocumentRecord | undefined
  readonly next: ProjectEntry
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
    const all = await this.look('projects', (store) => store.getAll())
    return all.sort((a, b) => b.savedAt - a.savedAt)
  }

  /** The project that was open last; null when it is gone or none was. */
  async last(): Promise<ProjectEntry | null> {
    const id = await this.look('notes', (store) => store.get('last'))
    return (id !== undefined && (await this.look('projects', (store) => store.get(id)))) || null
  }

  async setLast(id: string): Promise<void> {
    await this.change(['notes'], (step) => step.objectStore('notes').put(id, 'last'))
  }

  async entry(id: string): Promise<ProjectEntry> {
    const entry = await this.look('projects', (store) => store.get(id))
    if (!entry) throw new StorageError('removed', 'no such project')
    return entry
  }

  /** What a project holds. A project that cannot be opened is marked so in the list; its bytes stay as they are. */
  async load(id: string): Promise<{ entry: ProjectEntry; document: WorkspaceDocument }> {
    const entry = await this.entry(id)
    try {
      const record = await this.look('documents', (store) => store.get(id))
      if (!record) throw new StorageError('damaged', 'the project has no document')
      return { entry, document: await this.opened(record) }
    } catch (error) {
      const { reason } = storageError(error)
      if (reason === 'damaged') await this.changeEntry(id, (known) => ({ ...known, damaged: reason })).catch(() => {})
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
    const text = documentText(document, (file) => this.keyOf(file))
    const revision = entry.revision + 1
    const record: DocumentRecord = { text, hash: textHash(text), revision }
    // Another tab may have removed files with the last document that named them: they are written once more.
    let written: Written | null = null
    for (let attempts = 0; !written && attempts < 2; attempts++) {
      for (const file of files) await this.keep(file)
      written = await this.commit(entry, record, files, figures)
    }
    if (!written) throw new StorageError('failed', 'files go as soon as they are written')
    const read = await this.look('documents', (store) => store.get(entry.id))
    // Another tab may have saved meanwhile: then its revision stands there, and ours was whole before it.
    if (!read || (read.revision === revision && (read.hash !== record.hash || textHash(read.text) !== record.hash)))
      throw new StorageError('damaged', 'what was written reads otherwise')
    await this.tidy(entry.id, written.old, text).catch(() => {})
    return written.next
  }

  /** Puts the document in place of the one before, all or nothing; null when files of it are not in the store. */
  private async commit(
    entry: ProjectEntry,
    record: DocumentRecord,
    files: readonly ReadFile[],
    figures: DocumentFigures,
  ): Promise<Written | null> {
    const now = this.clock()
    return this.change(['projects', 'documents', 'backups', 'pieces'], async (step) => {
      const projects = step.objectStore('projects')
      const documents = step.objectStore('documents')
      const present = await projects.get(entry.id)
      if ((present?.revision ?? 0) !== entry.revision)
        throw new StorageError(present ? 'conflict' : 'removed', `revision ${entry.revision}`)
      const missing: ReadFile[] = []
      for (const file of files)
        if ((await step.objectStore('pieces').getKey([this.keyOf(file), 0])) === undefined) missing.push(file)
      if (missing.length > 0) {
        for (const file of missing) this.stored.delete(this.keyOf(file))
        return null
      }
      const old = await documents.get(entry.id)
      // The last state of a day is kept before the first change of another day takes its place.
      if (present && old && Math.floor(present.savedAt / DAY_MS) !== Math.floor(now / DAY_MS)) {
        const { items, imports, savedAt: at } = present
        await step.objectStore('backups').put({ ...old, project: entry.id, at, items, imports })
      }
      const { revision } = record
      const next: ProjectEntry = { ...(present ?? entry), ...figures, savedAt: now, revision, damaged: null }
      await projects.put(next)
      await documents.put(record, entry.id)
      return { old, next }
    })
  }

  async rename(id: string, name: string): Promise<ProjectEntry> {
    return this.changeEntry(id, (entry) => ({ ...entry, name }))
  }

  async setExported(id: string): Promise<ProjectEntry> {
    return this.changeEntry(id, (entry) => ({ ...entry, exportedAt: this.clock() }))
  }

  /** Removes a project with its copies, and the files that nothing else names. */
  async remove(id: string): Promise<void> {
    const gone = await this.change(['projects', 'documents', 'backups'], async (step) => {
      const copies = backupsOf(id)
      const document = await step.objectStore('documents').get(id)
      const held = [...(document ? [document] : []), ...(await step.objectStore('backups').getAll(copies))]
      await step.objectStore('projects').delete(id)
      await step.objectStore('documents').delete(id)
      await step.objectStore('backups').delete(copies)
      return held
    })
    await this.drop(new Set(gone.flatMap(({ text }) => fileKeys(text)))).catch(() => {})
  }

  /** Dated copies of a project, the latest first. */
  async backups(id: string): Promise<BackupEntry[]> {
    const records = await this.look('backups', (store) => store.getAll(backupsOf(id)))
    return records.map(({ project, at, items, imports }) => ({ project, at, items, imports })).reverse()
  }

  async loadBackup(id: string, at: number): Promise<WorkspaceDocument> {
    const record = await this.look('backups', (store) => store.get([id, at]))
    if (!record) throw new StorageError('removed', 'no such copy')
    return this.opened(record)
  }

  /** What is stored of a project, unchecked, for somebody who may still make something of it. */
  async raw(id: string): Promise<{ document: string; files: Map<string, Uint8Array[]> }> {
    const record = await this.look('documents', (store) => store.get(id))
    const files = new Map<string, Uint8Array[]>()
    for (const key of fileKeys(record?.text ?? '')) {
      const found = await this.look('pieces', (store) => store.getAll(piecesOf(key)))
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
    await this.look('pieces', async (store) => {
      for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue())
        // A clock that was set back must not keep them for ever.
        if (Math.abs(now - cursor.value.at) > DAY_MS) keys.add(cursor.key[0])
    })
    if (keys.size > 0) await this.drop(keys)
  }

  private async changeEntry(id: string, next: (entry: ProjectEntry) => ProjectEntry): Promise<ProjectEntry> {
    return this.change(['projects'], async (step) => {
      const entry = await step.objectStore('projects').get(id)
      if (!entry) throw new StorageError('removed', 'no such project')
      const changed = next(entry)
      await step.objectStore('projects').put(changed)
      return changed
    })
  }

  private async opened({ text, hash }: DocumentRecord): Promise<WorkspaceDocument> {
    if (textHash(text) !== hash) throw new StorageError('damaged', 'the document does not agree with its fingerprint')
    return documentFromText(text, (key) => this.file(key))
  }

  private async file(key: string): Promise<ReadFile> {
    const found = await this.look('pieces', (store) => store.getAll(piecesOf(key)))
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
      await this.change(['pieces'], (step) => step.objectStore('pieces').put(record, [key, place]))
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
    const gone = await this.change(['backups'], async (step) => {
      const copies = await step.objectStore('backups').getAll(backupsOf(id))
      const old = copies.slice(0, Math.max(0, copies.length - BACKUPS))
      for (const { at } of old) await step.objectStore('backups').delete([id, at])
      return old
    })
    const named = new Set(fileKeys(text))
    const candidates = [before, ...gone].flatMap((record) => (record ? fileKeys(record.text) : []))
    await this.drop(new Set(candidates.filter((key) => !named.has(key))))
  }

  /** Removes the pieces of those files that no document and no copy names. */
  private async drop(keys: ReadonlySet<string>): Promise<void> {
    if (keys.size === 0) return
    await this.change(['documents', 'backups', 'pieces'], async (step) => {
      const documents = await step.objectStore('documents').getAll()
      const copies = await step.objectStore('backups').getAll()
      const named = new Set([...documents, ...copies].flatMap(({ text }) => fileKeys(text)))
      for (const key of keys) {
        if (named.has(key)) continue
        await step.objectStore('pieces').delete(piecesOf(key))
        this.stored.delete(key)
      }
    })
  }

  /** One change of the store: all of the step, on the disk, or nothing of it. */
  private async change<Name extends StoreName, Result>(
    stores: readonly Name[],
    step: (transaction: IDBPTransaction<Schema, Name[], 'readwrite'>) => Promise<Result>,
  ): Promise<Result> {
    return this.attempt(async () => {
      const transaction = this.database.transaction([...stores], 'readwrite', STRICT)
      const { done } = transaction
      // A step that fails says why itself; that its transaction ends is no news then.
      done.catch(() => {})
      try {
        const result = await step(transaction)
        await done
        return result
      } catch (error) {
        try {
          transaction.abort()
        } catch {
          // It has ended already.
        }
        // Room that ran out is told by the transaction, not by the request that was one too many.
        throw transaction.error ?? error
      }
    })
  }

  private async look<Name extends StoreName, Result>(
    name: Name,
    step: (store: IDBPObjectStore<Schema, Name[], Name, 'readonly'>) => Promise<Result>,
  ): Promise<Result> {
    return this.attempt(async () => {
      const transaction = this.database.transaction([name], 'readonly')
      transaction.done.catch(() => {})
      return step(transaction.objectStore(name))
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
