import { expose, transfer } from 'comlink'
import type { ReadFile } from '../ingest/read/readFile'
import type { RosterEntry } from '../ingest/readRoster'
import type { SheetChoices } from '../model/choices'
import type { NameKind } from '../model/names'
import type { Office } from '../model/office'
import type { Day } from '../model/period'
import type { DeckChange, HandItem } from '../model/workspace'
import { type Opened, ProjectSession, type SessionEvents } from '../storage/projectSession'
import { storageError } from '../storage/storageError'
import { Workspace } from '../workspace/workspace'
import type { WorkspaceApi } from './api'

/** Tabs of this origin tell each other what they saved. */
const CHANNEL = 'caiyong-projects'

const workspace = new Workspace()
const listeners = new Set<SessionEvents>()
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL)
const session = new ProjectSession(
  workspace,
  {
    saving: (state, project) => listeners.forEach((listener) => listener.saving(state, project)),
    replaced: (opened, followed) => listeners.forEach((listener) => listener.replaced(opened, followed)),
  },
  { tell: (message) => channel?.postMessage(message) },
)
if (channel)
  channel.onmessage = ({ data }: MessageEvent<{ project: string; revision: number }>) => void session.heard(data)

let started: Promise<Opened> | null = null
/** Ends the waiting for a reader; null while none is awaited. */
let awaited: (() => void) | null = null

/** A step that changes what is to be kept: it is saved at once. */
function keeping<Args extends unknown[], Result>(step: (...args: Args) => Result): (...args: Args) => Result {
  return (...args) => {
    const result = step(...args)
    session.changed()
    return result
  }
}

/** Only the name and the message of an error pass to the page: the reason goes into the message. */
function told<Args extends unknown[], Result>(step: (...args: Args) => Promise<Result>) {
  return async (...args: Args): Promise<Result> => {
    try {
      return await step(...args)
    } catch (error) {
      const { reason, message } = storageError(error)
      throw new Error(`${reason}: ${message}`)
    }
  }
}

function sent(bytes: Uint8Array): Uint8Array {
  return transfer(bytes, [bytes.buffer])
}

const api: WorkspaceApi = {
  alive: () => true,
  start: (openLast, onSaving, onReplaced) => {
    listeners.add({
      saving: (...told) => void onSaving(...told),
      replaced: (...told) => void onReplaced(...told),
    })
    started ??= session.start(openLast)
    return started
  },
  projects: told(() => session.projects()),
  openProject: told((id: string) => session.open(id)),
  createProject: told((name: string) => session.create(name)),
  renameProject: told((id: string, name: string) => session.rename(id, name)),
  removeProject: told((id: string) => session.remove(id)),
  backups: told(() => session.backups()),
  openBackup: told((at: number, name: string) => session.openBackup(at, name)),
  projectToFile: told(async () => sent(await session.toFile())),
  projectFromFile: told((bytes: Uint8Array) => session.fromFile(bytes)),
  rawProject: told(async (id: string) => sent(await session.raw(id))),
  takeTheirs: told(() => session.takeTheirs()),
  keepAsCopy: told((name: string) => session.keepAsCopy(name)),
  eraseProjects: told(() => session.erase()),
  retrySaving: told(() => session.retry()),
  settled: () => session.settled(),
  propose: (port, replacing) => {
    awaited?.()
    return new Promise((resolve, reject) => {
      awaited = () => {
        awaited = null
        port.close()
        resolve(null)
      }
      port.onmessage = ({ data }: MessageEvent<ReadFile[]>) => {
        awaited = null
        port.close()
        try {
          resolve(workspace.propose(data, replacing))
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      }
    })
  },
  awaitNothing: () => awaited?.(),
  choose: (fileIndex, place, choices) => workspace.choose(fileIndex, place, choices),
  replaceMonths: (fileIndex, importId, replace) => workspace.replaceMonths(fileIndex, importId, replace),
  undoChoice: () => workspace.undoChoice(),
  redoChoice: () => workspace.redoChoice(),
  discard: () => {
    workspace.discard()
    void session.discarded()
  },
  accept: keeping((on: Day) => workspace.accept(on)),
  answer: keeping((id: number, place: number, choices: SheetChoices) => workspace.answer(id, place, choices)),
  remove: keeping((id: number) => workspace.remove(id)),
  prefer: keeping((id: number, preferred: boolean) => workspace.prefer(id, preferred)),
  addByHand: keeping((item: HandItem, on: Day) => workspace.addByHand(item, on)),
  clear: keeping(() => workspace.clear()),
  merge: keeping((kind: NameKind, names: readonly string[], into: string) => workspace.merge(kind, names, into)),
  split: keeping((kind: NameKind, name: string) => workspace.split(kind, name)),
  keepApart: keeping((kind: NameKind, names: readonly string[]) => workspace.keepApart(kind, names)),
  setOffice: keeping((change: Partial<Office>, seen: Office) => workspace.setOffice(change, seen)),
  addToRoster: keeping((entries: readonly RosterEntry[]) => workspace.addToRoster(entries)),
  forget: keeping((key: string) => workspace.forget(key)),
  addBook: keeping((text: string) => workspace.addBook(text)),
  exportAliasBook: () => workspace.exportAliasBook(),
  exportOffice: () => workspace.exportOffice(),
  undo: keeping(() => workspace.undo()),
  redo: keeping(() => workspace.redo()),
  summary: () => workspace.summary(),
  measure: (query) => workspace.measure(query),
  rankings: (query, by, fewest, withinGroups) => workspace.ask(query).rankings(query, by, fewest, withinGroups),
  funnel: (query, adjust) => workspace.ask(query).funnel(query, adjust),
  control: (query, settings) => workspace.ask(query).control(query, settings),
  lags: (query) => workspace.ask(query).lags(query),
  breakdown: (query, role) => workspace.ask(query).breakdown(query, role),
  facts: (query, from, count) => workspace.ask(query).facts(query, from, count),
  row: (ref, row) => workspace.row(ref, row),
  alike: (ref, column, text) => workspace.alike(ref, column, text),
  setAside: (id) => workspace.setAside(id),
  exportMeasures: (clock, on) => workspace.exportMeasures(clock, on),
  freeze: keeping((name: string) => workspace.freeze(name)),
  dropSnapshot: keeping((id: string) => workspace.dropSnapshot(id)),
  setDecks: keeping((decks: readonly unknown[], change: DeckChange, writing: string | null, seen: readonly unknown[]) =>
    workspace.setDecks(decks, change, writing, seen),
  ),
  changes: () => workspace.changes(),
}

/** What is asked while the last project is still being opened is answered for that project, not for the empty workspace before it. */
function afterStart(methods: WorkspaceApi): WorkspaceApi {
  const { alive, start, ...others } = methods
  const waiting = Object.entries(others).map(([name, method]) => [
    name,
    async (...args: unknown[]) => {
      await started
      return (method as (...args: unknown[]) => unknown)(...args)
    },
  ])
  return { alive, start, ...(Object.fromEntries(waiting) as typeof others) }
}

expose(afterStart(api))
