import { proxy, type RemoteObject, transfer } from 'comlink'
import type { Progress } from '../ingest/read/byteSource'
import type { WorkerLife } from '../model/workerLife'
import type { ProposalSummary } from '../model/workspace'
import type { ReadApi, WorkspaceApi } from './api'
import ReadWorker from './read.worker?worker'
import { WatchedWorker } from './watchedWorker'
import WorkspaceWorker from './workspace.worker?worker'

let onLife: (life: WorkerLife) => void = () => {}
const workspace = new WatchedWorker<WorkspaceApi>(
  () => new WorkspaceWorker(),
  (life) => onLife(life),
)

/** The one workspace of this page, behind its worker; started at the first use. */
export function workspaceClient(): RemoteObject<WorkspaceApi> {
  return workspace.client
}

/** Who is told when the workspace falls silent, dies or answers again. */
export function watchWorkspace(told: (life: WorkerLife) => void): void {
  onLife = told
}

/** Ends the worker of the workspace with all that it holds in memory. What is asked next starts another one, which knows what was saved. */
export function endWorkspace(): void {
  workspace.end()
}

export interface Reading {
  /** What was understood; rejects when the reader dies. Never settles after `cancel`. */
  readonly proposal: Promise<ProposalSummary>
  /** Ends the reader at once, whatever it is doing; the workspace never hears of the files. */
  cancel(): void
}

/** What a reader tells while it reads. */
export interface ReadingEvents {
  progress(progress: Progress & { index: number }): void
  /** Whether it has given no sign of life for a while. */
  silent(silent: boolean): void
}

/** Reads files in a worker of their own and proposes them to the workspace. The worker ends with the import, and its memory with it. */
export function startReading(files: readonly File[], replacing: number | null, events: ReadingEvents): Reading {
  const { port1, port2 } = new MessageChannel()
  let died: () => void = () => {}
  const death = new Promise<never>((_, reject) => (died = () => reject(new Error('reader'))))
  death.catch(() => {})
  const reader = new WatchedWorker<ReadApi>(
    () => new ReadWorker(),
    (life) => {
      if (life === 'dead') died()
      else events.silent(life === 'silent')
    },
  )
  let cancelled = false
  const proposal = (async () => {
    const proposed = workspaceClient().propose(transfer(port2, [port2]), replacing)
    try {
      await Promise.race([reader.client.read(files, transfer(port1, [port1]), proxy(events.progress)), death])
    } catch (error) {
      // Nobody waits any more.
      if (cancelled) return await new Promise<never>(() => {})
      void workspaceClient().awaitNothing()
      throw error
    } finally {
      // What was read is on its way to the workspace: the reader's memory goes before that is understood.
      reader.end()
    }
    return (await proposed) ?? (await new Promise<never>(() => {}))
  })()
  return {
    proposal,
    cancel() {
      cancelled = true
      // At once: it must not reach the workspace after the next drop was announced there.
      void workspaceClient().awaitNothing()
      reader.end()
    },
  }
}
