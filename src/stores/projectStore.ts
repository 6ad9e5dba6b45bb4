import { proxy } from 'comlink'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { BackupEntry, ProjectEntry, SaveState, StorageReason } from '../model/project'
import type { WorkerLife } from '../model/workerLife'
import type { Opened } from '../storage/projectSession'
import { endWorkspace, watchWorkspace, workspaceClient } from '../workers/clients'
import { WorkerGone } from '../workers/watchedWorker'
import { useChoiceStore } from './choiceStore'
import { useWorkspaceStore } from './workspaceStore'

/** Why a step on projects was refused, with the browser's own word for it. */
export interface Refusal {
  readonly reason: StorageReason
  readonly detail: string
  /** The file that was to be opened; null: a project of the store. */
  readonly file: string | null
}

/** Which project is open, what of it is kept, and the steps on projects. What they hold stays in the worker. */
export const useProjectStore = defineStore('project', () => {
  const workspace = useWorkspaceStore()
  const choices = useChoiceStore()
  const project = shallowRef<ProjectEntry | null>(null)
  const saving = shallowRef<SaveState>({ kind: 'opening' })
  const list = shallowRef<readonly ProjectEntry[]>([])
  const backups = shallowRef<readonly BackupEntry[]>([])
  const refusal = shallowRef<Refusal | null>(null)
  /** A project file that was given to the page like a ledger: the room of projects asks before it opens it. */
  const offered = shallowRef<File | null>(null)
  /** The workspace was replaced by what another tab saved. */
  const followed = ref(false)
  const life = ref<WorkerLife>('answering')
  watchWorkspace((now) => (life.value = now))
  /** How the workspace came back after its worker was ended, until that has been read. */
  const restarted = ref<'reopened' | 'unopened' | 'nothing' | null>(null)

  /** What is empty then is only not there yet. */
  const opening = computed(() => saving.value.kind === 'opening')
  /** Work that closing the page would lose. */
  const atRisk = computed(() => saving.value.kind === 'saving' || (saving.value.kind === 'unsaved' && !workspace.empty))

  function take(opened: Opened): void {
    const same = project.value !== null && project.value.id === opened.project?.id
    project.value = opened.project
    workspace.take(opened.summary)
    // Of the same project, as another tab saved it, the choices stand; the steps are those of another opening.
    if (same) choices.settle()
    else choices.forget()
  }

  /** Which worker speaks: a hung one that is ended may still have its last word, after the next one has begun. */
  let lives = 0

  /** @returns whether a project was opened */
  async function start(openLast = true): Promise<boolean> {
    const own = ++lives
    /** What was told before the opened project had arrived here: until then the page is opening. */
    let early: (() => void) | null = () => {}
    const opened = await workspaceClient().start(
      openLast,
      proxy((state, entry) => {
        if (own !== lives) return
        const tell = (): void => {
          saving.value = state
          project.value = entry
        }
        if (early) early = tell
        else tell()
      }),
      proxy((replacing, byOther) => {
        if (own !== lives) return
        take(replacing)
        followed.value = byOther
      }),
    )
    take(opened)
    early?.()
    early = null
    return opened.project !== null
  }

  /**
   * Ends a worker that does not answer and goes on from what was saved last. What it held unsaved is lost with it.
   * @param openLast false: without a project, where it was the project that it did not survive
   */
  async function restart(openLast: boolean): Promise<void> {
    restarted.value = null
    refusal.value = null
    followed.value = false
    endWorkspace()
    workspace.abandon()
    project.value = null
    saving.value = { kind: 'opening' }
    const opened = await start(openLast)
    restarted.value = opened ? 'reopened' : openLast ? 'nothing' : 'unopened'
    await refresh()
  }

  async function refresh(): Promise<void> {
    await attempt(async () => {
      ;[list.value, backups.value] = await Promise.all([workspaceClient().projects(), workspaceClient().backups()])
    })
  }

  /** Runs a step; a refusal is shown and changes nothing. @returns whether it was done */
  async function attempt(step: () => Promise<unknown>): Promise<boolean> {
    refusal.value = null
    try {
      await step()
      return true
    } catch (error) {
      // Whoever ended the worker says so.
      if (!(error instanceof WorkerGone)) refusal.value = refusalOf(error)
      return false
    }
  }

  /** A step after which the lists are other ones. */
  async function changed(step: () => Promise<unknown>): Promise<boolean> {
    const done = await attempt(step)
    const refused = refusal.value
    await refresh()
    refusal.value ??= refused
    return done
  }

  /** A step after which another project, or another state of this one, stands in the workspace. */
  function replaced(step: () => Promise<Opened>): Promise<boolean> {
    return changed(async () => {
      take(await step())
      followed.value = false
    })
  }

  return {
    opening,
    project,
    saving,
    list,
    backups,
    refusal,
    offered,
    followed,
    atRisk,
    life,
    restarted,
    start,
    restart,
    refresh,
    open: (id: string) => replaced(() => workspaceClient().openProject(id)),
    create: (name: string) => replaced(() => workspaceClient().createProject(name)),
    rename: (id: string, name: string) =>
      changed(async () => {
        list.value = await workspaceClient().renameProject(id, name)
      }),
    remove: (id: string) => replaced(() => workspaceClient().removeProject(id)),
    openBackup: (at: number, name: string) => replaced(() => workspaceClient().openBackup(at, name)),
    takeTheirs: () => replaced(() => workspaceClient().takeTheirs()),
    keepAsCopy: (name: string) => replaced(() => workspaceClient().keepAsCopy(name)),
    erase: () => replaced(() => workspaceClient().eraseProjects()),
    retry: () => changed(() => workspaceClient().retrySaving()),
    async openFile(file: File): Promise<boolean> {
      const done = await replaced(async () =>
        workspaceClient().projectFromFile(new Uint8Array(await file.arrayBuffer())),
      )
      if (!done && refusal.value) refusal.value = { ...refusal.value, file: file.name }
      return done
    },
    /** null: refused. */
    async toFile(): Promise<Uint8Array | null> {
      let bytes: Uint8Array | null = null
      await changed(async () => {
        bytes = await workspaceClient().projectToFile()
      })
      return bytes
    },
    async raw(id: string): Promise<Uint8Array | null> {
      let bytes: Uint8Array | null = null
      await attempt(async () => {
        bytes = await workspaceClient().rawProject(id)
      })
      return bytes
    },
  }
})

/** The worker writes the reason before the colon. */
function refusalOf(error: unknown): Refusal {
  const message = error instanceof Error ? error.message : String(error)
  const [, reason, detail] = /^(missing|full|blocked|newer|damaged|conflict|removed|failed): (.*)$/s.exec(message) ?? []
  const file = null
  return reason
    ? { reason: reason as StorageReason, detail: detail ?? '', file }
    : { reason: 'failed', detail: message, file }
}
