import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import type { SaveState } from '../../src/model/project'
import { type Opened, ProjectSession } from '../../src/storage/projectSession'
import { Workspace } from '../../src/workspace/workspace'

/** A store without anything in it, for this test alone. */
export function emptyStore(): void {
  globalThis.indexedDB = new IDBFactory()
}

/** One tab: a workspace with the session that keeps it, and what the page was told. */
export interface Tab {
  readonly workspace: Workspace
  readonly session: ProjectSession
  readonly states: SaveState[]
  readonly replaced: Opened[]
}

/** Tabs of one browser: each hears what the others saved, when `deliver` is called. */
export class Tabs {
  private readonly tabs: Tab[] = []
  private readonly waiting: { readonly from: Tab; readonly message: { project: string; revision: number } }[] = []

  /** @param clock milliseconds since 1970 */
  constructor(private readonly clock: () => number = Date.now) {}

  async open(): Promise<Tab> {
    const workspace = new Workspace(this.clock)
    const states: SaveState[] = []
    const replaced: Opened[] = []
    const session = new ProjectSession(
      workspace,
      { saving: (state) => states.push(state), replaced: (opened) => replaced.push(opened) },
      { tell: (message) => this.waiting.push({ from: tab, message }) },
      this.clock,
    )
    const tab: Tab = { workspace, session, states, replaced }
    await session.start()
    this.tabs.push(tab)
    return tab
  }

  close(tab: Tab): void {
    this.tabs.splice(this.tabs.indexOf(tab), 1)
  }

  /** Passes on what was told so far. */
  async deliver(): Promise<void> {
    for (const { from, message } of this.waiting.splice(0))
      for (const tab of this.tabs) if (tab !== from) await tab.session.heard(message)
  }
}

/** What the page was told last. */
export function stateOf({ states }: Tab): SaveState {
  return states[states.length - 1] ?? { kind: 'empty' }
}
