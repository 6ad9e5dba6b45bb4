import { proxy, releaseProxy, type Remote, transfer, wrap } from 'comlink'
import type { Progress } from '../ingest/read/byteSource'
import type { ProposalSummary } from '../model/workspace'
import type { ReadApi, WorkspaceApi } from './api'
import ReadWorker from './read.worker?worker'
import WorkspaceWorker from './workspace.worker?worker'

let workspace: Remote<WorkspaceApi> | null = null

/** The one workspace of this page, behind its worker; started at the first use. */
export function workspaceClient(): Remote<WorkspaceApi> {
  workspace ??= wrap<WorkspaceApi>(new WorkspaceWorker())
  return workspace
}

export interface Reading {
  /** What was understood; rejects when the reader dies. Never settles after `cancel`. */
  readonly proposal: Promise<ProposalSummary>
  /** Ends the reader at once, whatever it is doing; the workspace never hears of the files. */
  cancel(): void
}

/** Reads files in a worker of their own and proposes them to the workspace. The worker ends with the import, and its memory with it. */
export function startReading(
  files: readonly File[],
  replacing: number | null,
  onProgress: (progress: Progress & { index: number }) => void,
): Reading {
  const worker = new ReadWorker()
  const reader = wrap<ReadApi>(worker)
  const { port1, port2 } = new MessageChannel()
  const end = (): void => {
    reader[releaseProxy]()
    worker.terminate()
  }
  const proposal = (async () => {
    const died = new Promise<never>((_, reject) => {
      worker.onerror = (event) => reject(new Error(event.message || 'reader'))
    })
    const proposed = workspaceClient().propose(transfer(port2, [port2]), replacing)
    try {
      await Promise.race([reader.read(files, transfer(port1, [port1]), proxy(onProgress)), died])
    } finally {
      // What was read is on its way to the workspace: the reader's memory goes before that is understood.
      end()
    }
    return proposed
  })()
  return { proposal, cancel: end }
}
