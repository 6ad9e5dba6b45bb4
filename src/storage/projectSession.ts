import type { BackupEntry, ProjectEntry, SaveState } from '../model/project'
import type { WorkspaceSummary } from '../model/workspace'
import type { WorkspaceDocument } from '../workspace/document'
import type { Workspace } from '../workspace/workspace'
import { type Database, openDatabase } from './database'
import { projectFile, projectFromFile } from './projectFile'
import { ProjectStore, randomText } from './projectStore'
import { rawProject } from './rawProject'
import { StorageError, storageError } from './storageError'

/** What was opened: the workspace as pages see it, and the project that keeps it; null while nothing is kept. */
export interface Opened {
  readonly summary: WorkspaceSummary
  readonly project: ProjectEntry | null
}

/** What the page is told without having asked. */
export interface SessionEvents {
  /** The truth about what is kept changed. */
  saving(state: SaveState, project: ProjectEntry | null): void
  /**
   * The workspace was replaced. `followed`: another tab saved this project and nothing was unsaved here, so it now stands as that tab left it; otherwise the
   * store could be opened at last, and in it the project that was open last.
   */
  replaced(opened: Opened, followed: boolean): void
}

/** How tabs tell each other of a saving. */
export interface SessionChannel {
  tell(message: { readonly project: string; readonly revision: number }): void
}

/** Between two attempts of the session itself to open a store that was lost. */
const REOPEN_MS = 10_000

/**
 * Keeps the workspace in the project that is open, from the first change on and after every one. One saving at a time; what changed meanwhile is saved
 * next. A failure is told and kept as it is until the next change or `retry`: nothing in memory is lost by it.
 */
export class ProjectSession {
  private store: ProjectStore | null = null
  private project: ProjectEntry | null = null
  private state: SaveState = { kind: 'opening' }
  /** Why there is no store. */
  private refusal = new StorageError('missing', 'not opened yet')
  /** An old tab holds the store; it is waited for. */
  private blocked = false
  private dirty = false
  private saving: Promise<void> | null = null
  /** What waits until a drop has its answer, since the workspace may not be replaced under it. */
  private waiting: (() => Promise<void>) | null = null
  /** When the store was last opened again after it had been lost. */
  private reopenedAt = -Infinity

  constructor(
    private readonly workspace: Workspace,
    private readonly events: SessionEvents,
    private readonly channel: SessionChannel,
    private readonly clock: () => number = Date.now,
  ) {}

  /**
   * Opens the store and in it the project that was open last. Without a store the app works in memory, and says so.
   * @param openLast false: no project, as a first visit
   */
  async start(openLast = true): Promise<Opened> {
    try {
      await this.openStore()
      const opened = openLast ? await this.openLast() : null
      if (opened) return opened
      this.report({ kind: 'empty' })
    } catch (error) {
      this.refuse(error)
    }
    return { summary: this.workspace.summary(), project: null }
  }

  /** After every change of the workspace: saves it, or notes that it is to be saved. */
  changed(): void {
    this.dirty = true
    this.saving ??= this.saveAll()
  }

  /** Tries again to save what could not be saved. */
  async retry(): Promise<void> {
    if (this.store) this.changed()
    else if (this.blocked) this.report(this.state)
    else
      try {
        await this.openStore()
        await this.arrive()
      } catch (error) {
        this.refuse(error)
      }
    await this.settled()
  }

  /** Waits until no saving is under way. */
  async settled(): Promise<void> {
    while (this.saving) await this.saving
  }

  async projects(): Promise<ProjectEntry[]> {
    return this.store ? this.store.list() : []
  }

  /** Opens another project. @throws StorageError it cannot be opened; the present one stays. */
  async open(id: string): Promise<Opened> {
    await this.settled()
    const { entry, document } = await this.kept().load(id)
    return this.put(document, entry)
  }

  /** Opens a project that nobody here asked for. What was done while it was being read comes first: then nothing is opened. */
  private async openUnasked(id: string): Promise<Opened | null> {
    const { entry, document } = await this.kept().load(id)
    return this.busy || this.workspace.considering ? null : this.put(document, entry)
  }

  private get busy(): boolean {
    return this.dirty || this.saving !== null
  }

  /** An empty project; it enters the list with its first change. */
  async create(name: string): Promise<Opened> {
    await this.settled()
    this.project = this.newEntry(name)
    this.dirty = false
    const summary = this.workspace.close()
    this.report({ kind: 'empty' })
    return { summary, project: this.project }
  }

  async rename(id: string, name: string): Promise<ProjectEntry[]> {
    await this.settled()
    if (this.project?.id === id) {
      this.project = { ...this.project, name }
      if (this.project.revision > 0) this.project = await this.kept().rename(id, name)
      this.report(this.state)
    } else await this.kept().rename(id, name)
    return this.projects()
  }

  /** Removes a project; of the open one nothing stays in memory either. */
  async remove(id: string): Promise<Opened> {
    await this.settled()
    await this.kept().remove(id)
    if (this.project?.id !== id) return { summary: this.workspace.summary(), project: this.project }
    this.project = null
    return this.put(null, null)
  }

  async backups(): Promise<BackupEntry[]> {
    return this.store && this.project ? this.store.backups(this.project.id) : []
  }

  /** Opens a dated copy as a project of its own; the one it is a copy of stays as it is. */
  async openBackup(at: number, name: string): Promise<Opened> {
    if (!this.project) throw new StorageError('removed', 'no project')
    await this.settled()
    const document = await this.kept().loadBackup(this.project.id, at)
    const opened = this.put(document, this.newEntry(name))
    this.changed()
    await this.settled()
    return { ...opened, project: this.project }
  }

  /** The open project as one file, for exchange and for safe keeping. */
  async toFile(): Promise<Uint8Array> {
    await this.settled()
    const bytes = projectFile(this.workspace.document(), this.project?.name ?? '')
    if (this.store && this.project && this.project.revision > 0) {
      this.project = await this.store.setExported(this.project.id)
      this.report(this.state)
    }
    return bytes
  }

  /** Opens a project file as a project of its own. @throws StorageError it is none; the present project stays. */
  async fromFile(bytes: Uint8Array): Promise<Opened> {
    const { document, name } = await projectFromFile(bytes)
    await this.settled()
    const opened = this.put(document, this.newEntry(name))
    this.changed()
    await this.settled()
    return { ...opened, project: this.project }
  }

  /** Drops the unsaved changes of this tab and takes what another one saved. */
  async takeTheirs(): Promise<Opened> {
    if (!this.project) throw new StorageError('removed', 'no project')
    this.dirty = false
    return this.open(this.project.id)
  }

  /** Keeps what this tab holds as a project of its own, beside what another one saved. */
  async keepAsCopy(name: string): Promise<Opened> {
    await this.settled()
    this.project = this.newEntry(name)
    this.changed()
    await this.settled()
    return { summary: this.workspace.summary(), project: this.project }
  }

  /** What is stored of a project that cannot be opened, as a zip of its parts, unchecked. */
  async raw(id: string): Promise<Uint8Array> {
    return rawProject(await this.kept().raw(id))
  }

  /** Removes every project, in the store and in memory. */
  async erase(): Promise<Opened> {
    await this.settled()
    for (const { id } of await this.projects()) await this.kept().remove(id)
    this.project = null
    return this.put(null, null)
  }

  /** What another tab says it saved. */
  async heard({ project, revision }: { readonly project: string; readonly revision: number }): Promise<void> {
    if (this.project?.id !== project || revision <= this.project.revision || this.busy) return
    if (this.workspace.considering) this.waiting = () => this.follow()
    else await this.follow()
  }

  /** After a drop was put away: takes over what came meanwhile. */
  async discarded(): Promise<void> {
    const { waiting } = this
    this.waiting = null
    if (waiting && !this.busy) await waiting()
  }

  /** @throws StorageError it cannot be opened; when an old tab blocked it, the session goes on by itself as soon as that tab has gone. */
  private async openStore(): Promise<void> {
    const take = (database: Database): void => {
      this.blocked = false
      this.store = new ProjectStore(database, this.clock)
      void this.store.sweep().catch(() => {})
    }
    const wait = async (late: Promise<Database>): Promise<void> => {
      try {
        take(await late)
      } catch (error) {
        this.blocked = false
        this.refuse(error)
        return
      }
      await this.arrive()
    }
    try {
      take(
        await openDatabase(
          () => void this.lost(),
          (late) => void wait(late),
        ),
      )
    } catch (error) {
      this.blocked = storageError(error).reason === 'blocked'
      throw error
    }
  }

  /** The store came after the work had begun: what stands in memory is saved; nothing there, the last project is opened. */
  private async arrive(): Promise<void> {
    if (this.busy || this.workspace.document().states.length > 1) {
      this.changed()
      return
    }
    this.report({ kind: 'empty' })
    if (this.workspace.considering) {
      this.waiting = () => this.arrive()
      return
    }
    try {
      const last = await this.kept().last()
      const opened = last && (await this.openUnasked(last.id))
      if (opened) this.events.replaced(opened, false)
    } catch (error) {
      this.refuse(error)
    }
  }

  private async openLast(): Promise<Opened | null> {
    const last = await this.kept().last()
    return last ? this.open(last.id) : null
  }

  private async follow(): Promise<void> {
    if (!this.project) return
    try {
      const opened = await this.openUnasked(this.project.id)
      if (opened) this.events.replaced(opened, true)
      // A drop came in between: it is looked at again when that has its answer.
      else if (!this.busy) this.waiting = () => this.follow()
    } catch (error) {
      this.report(unsaved(error))
    }
  }

  private refuse(error: unknown): void {
    if (!this.store) this.refusal = storageError(error)
    this.report(unsaved(error))
  }

  private kept(): ProjectStore {
    if (!this.store) throw this.refusal
    return this.store
  }

  private put(document: WorkspaceDocument | null, project: ProjectEntry | null): Opened {
    const summary = document ? this.workspace.open(document) : this.workspace.close()
    this.project = project
    this.dirty = false
    this.waiting = null
    if (project && project.revision > 0) void this.store?.setLast(project.id).catch(() => {})
    this.report(project && project.revision > 0 ? { kind: 'saved', at: project.savedAt } : { kind: 'empty' })
    return { summary, project }
  }

  private newEntry(name: string): ProjectEntry {
    return {
      id: randomText(),
      name,
      createdAt: this.clock(),
      savedAt: 0,
      revision: 0,
      items: 0,
      imports: 0,
      exportedAt: null,
      damaged: null,
    }
  }

  private async saveAll(): Promise<void> {
    try {
      while (this.dirty) {
        this.dirty = false
        await this.saveOnce()
      }
    } catch (error) {
      this.dirty = true
      this.report(unsaved(error))
    } finally {
      this.saving = null
    }
  }

  private async saveOnce(): Promise<void> {
    const store = this.kept()
    this.project ??= this.newEntry('')
    const { id, revision } = this.project
    this.report({ kind: 'saving' })
    const { items, imports } = this.workspace.summary()
    const saved = await store.save(this.project, this.workspace.document(), { items, imports: imports.length })
    // Another project may have been opened by a page that did not wait; its revision is its own.
    if (this.project.id === id) this.project = saved
    if (revision === 0 && this.project.id === id) await store.setLast(id)
    // What was done meanwhile is not on the disk yet: the saving goes on, and nothing is called saved before it is.
    if (!this.dirty) this.report({ kind: 'saved', at: saved.savedAt })
    this.channel.tell({ project: id, revision: saved.revision })
  }

  private report(state: SaveState): void {
    this.state = state
    this.events.saving(state, this.project)
  }

  /** The connection is gone: the browser ended it, or a newer app wanted the store. It is opened again, which also says which of them it was. */
  private async lost(): Promise<void> {
    this.store = null
    this.refuse(new StorageError('blocked', 'the store was closed'))
    // A browser that ends every connection at once is not asked without end.
    if (this.clock() - this.reopenedAt < REOPEN_MS) return
    this.reopenedAt = this.clock()
    await this.retry()
  }
}

function unsaved(error: unknown): SaveState {
  const { reason, message } = storageError(error)
  return { kind: 'unsaved', reason, detail: message }
}
