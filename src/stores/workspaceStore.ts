import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { RosterEntry } from '../ingest/readRoster'
import type { SheetChoices } from '../model/choices'
import type { MeasuresJson } from '../export/measuresJson'
import type { ControlSettings, RankBy } from '../model/analysis'
import type { LabelRole } from '../model/facts'
import type { FactQuery } from '../model/factRow'
import type { Measured, MeasureQuery } from '../model/measure'
import type { NameKind } from '../model/names'
import type { Clock } from '../model/period'
import { NO_OFFICE, type Office } from '../model/office'
import type { DeckChange, HandItem, ProposalSummary, SheetRef, WorkspaceSummary } from '../model/workspace'
import type { SnapshotSummary } from '../model/snapshot'
import { today } from '../time/day'
import { type Reading, startReading, workspaceClient } from '../workers/clients'
import { WorkerGone } from '../workers/watchedWorker'

/** What an import is doing: nothing, reading files, waiting for a yes, refused, or just done. */
export type ImportStage = 'idle' | 'reading' | 'proposed' | 'accepting' | 'failed' | 'done' | 'known'

export interface ReadingProgress {
  readonly file: string
  readonly index: number
  readonly files: number
  /** 0–1 of all bytes of the drop. */
  readonly share: number
  /** The reader gives no sign of life. */
  readonly silent: boolean
}

const EMPTY: WorkspaceSummary = {
  revision: 0,
  imports: [],
  findings: [],
  units: [],
  outlets: [],
  items: 0,
  range: null,
  names: { suggestions: [], merged: [], apart: 0 },
  office: NO_OFFICE,
  missing: [],
  mappings: [],
  tasks: [],
  undo: null,
  redo: null,
  place: 0,
  snapshots: [],
  decks: [],
  formerDecks: [],
}

/** Which imports the workspace holds and what the current import is doing. The facts themselves stay in the workers. */
export const useWorkspaceStore = defineStore('workspace', () => {
  const summary = shallowRef<WorkspaceSummary>(EMPTY)
  const stage = ref<ImportStage>('idle')
  const progress = shallowRef<ReadingProgress | null>(null)
  const proposal = shallowRef<ProposalSummary | null>(null)
  /** A defect of the program, not of a file: shown, never swallowed. */
  const defect = ref<string | null>(null)
  const replacing = ref<number | null>(null)
  let reading: Reading | null = null

  /** Rows that count, over all imports. */
  const counted = computed(() =>
    summary.value.imports.reduce(
      (sum, { sheets }) => sum + sheets.reduce((own, { balance }) => own + balance.used, 0),
      0,
    ),
  )
  const empty = computed(() => summary.value.imports.length === 0)

  async function importFiles(files: readonly File[], replacedImport: number | null = null): Promise<void> {
    if (files.length === 0) return
    // At once, before any worker answers: marks of an earlier import must not be taken for this one's.
    reading?.cancel()
    reading = null
    void discard()
    replacing.value = replacedImport
    stage.value = 'reading'
    defect.value = null
    const total = files.reduce((sum, file) => sum + file.size, 0) || 1
    const before = files.map((_, i) => files.slice(0, i).reduce((sum, file) => sum + file.size, 0))
    progress.value = { file: files[0]!.name, index: 0, files: files.length, share: 0, silent: false }
    const own = startReading(files, replacedImport, {
      progress({ file, read, index }) {
        const share = Math.min(1, (before[index]! + read) / total)
        if (reading === own) progress.value = { file, index, files: files.length, share, silent: false }
      },
      silent(silent) {
        if (reading === own && progress.value) progress.value = { ...progress.value, silent }
      },
    })
    reading = own
    try {
      const proposed = await own.proposal
      // Cancelled while it was being understood: the workspace forgets it too.
      if (reading !== own) {
        if (!reading) await workspaceClient().discard()
        return
      }
      proposal.value = proposed
      stage.value = proposed.importable > 0 ? 'proposed' : proposed.duplicatesOnly ? 'known' : 'failed'
    } catch (error) {
      if (reading === own) fail(error)
    } finally {
      if (reading === own) {
        reading = null
        progress.value = null
      }
    }
  }

  function cancel(): void {
    reading?.cancel()
    reading = null
    progress.value = null
    stage.value = 'idle'
  }

  async function accept(): Promise<void> {
    if (stage.value !== 'proposed') return
    stage.value = 'accepting'
    try {
      summary.value = await workspaceClient().accept(today())
      stage.value = 'done'
    } catch (error) {
      fail(error)
    }
  }

  async function discard(): Promise<void> {
    const held = proposal.value !== null
    proposal.value = null
    replacing.value = null
    stage.value = 'idle'
    if (held) await workspaceClient().discard()
  }

  /** Puts the notice of the last import away. */
  function dismiss(): void {
    proposal.value = null
    stage.value = 'idle'
  }

  /** Applies what a person decided of a sheet, of the proposal or of an import. */
  async function decide({ stage: where, id, place }: SheetRef, choices: SheetChoices): Promise<void> {
    if (where === 'imported') await change(() => workspaceClient().answer(id, place, choices))
    else await reconsider(() => workspaceClient().choose(id, place, choices))
  }

  /** A step on the proposal; the stage follows, since a choice may leave nothing to import or bring something in. */
  async function reconsider(step: () => Promise<ProposalSummary>): Promise<void> {
    try {
      const next = await step()
      // Accepted or put away before the answer came: what was proposed is no question any more.
      if (stage.value !== 'proposed' && stage.value !== 'failed') return
      proposal.value = next
      stage.value = next.importable > 0 ? 'proposed' : 'failed'
    } catch (error) {
      fail(error)
    }
  }

  async function change(step: () => Promise<WorkspaceSummary>): Promise<void> {
    try {
      summary.value = await step()
      if (stage.value === 'done' || stage.value === 'known') dismiss()
    } catch (error) {
      fail(error)
    }
  }

  /** Another project, or another state of this one, stands in the worker. */
  function take(next: WorkspaceSummary): void {
    summary.value = next
    if (stage.value !== 'reading') {
      proposal.value = null
      replacing.value = null
      stage.value = 'idle'
    }
  }

  /** Nothing stands in the worker any more, and what was asked of it is answered by nobody. */
  function abandon(): void {
    reading?.cancel()
    reading = null
    progress.value = null
    take(EMPTY)
    dismiss()
  }

  function fail(error: unknown): void {
    // Whoever ended the worker says so.
    if (error instanceof WorkerGone) return
    defect.value = error instanceof Error ? error.message : String(error)
    proposal.value = null
    stage.value = 'failed'
  }

  return {
    summary,
    stage,
    progress,
    proposal,
    defect,
    replacing,
    empty,
    counted,
    take,
    abandon,
    importFiles,
    cancel,
    accept,
    discard,
    dismiss,
    decide,
    replaceMonths: (file: number, importId: number, replace: boolean) =>
      reconsider(() => workspaceClient().replaceMonths(file, importId, replace)),
    undoChoice: () => reconsider(() => workspaceClient().undoChoice()),
    redoChoice: () => reconsider(() => workspaceClient().redoChoice()),
    remove: (id: number) => change(() => workspaceClient().remove(id)),
    prefer: (id: number, preferred: boolean) => change(() => workspaceClient().prefer(id, preferred)),
    addByHand: (item: HandItem) =>
      change(() => workspaceClient().addByHand({ ...item, outlets: [...item.outlets] }, today())),
    setOffice: (next: Partial<Office>) => {
      const seen = summary.value.office
      return change(() => workspaceClient().setOffice(next, seen))
    },
    addToRoster: (entries: readonly RosterEntry[]) => change(() => workspaceClient().addToRoster(entries)),
    forget: (key: string) => change(() => workspaceClient().forget(key)),
    clear: () => change(() => workspaceClient().clear()),
    merge: (kind: NameKind, names: readonly string[], into: string) =>
      change(() => workspaceClient().merge(kind, [...names], into)),
    split: (kind: NameKind, name: string) => change(() => workspaceClient().split(kind, name)),
    keepApart: (kind: NameKind, names: readonly string[]) =>
      change(() => workspaceClient().keepApart(kind, [...names])),
    /** false when the text is no office book and no alias book. */
    async addBook(text: string): Promise<boolean> {
      const next = await workspaceClient().addBook(text)
      if (next) summary.value = next
      return next !== null
    },
    exportOffice: () => workspaceClient().exportOffice(),
    /** Keeps the present state under a name; its id goes into `MeasureQuery.snapshot`. */
    async freeze(name: string): Promise<SnapshotSummary> {
      const snapshot = await workspaceClient().freeze(name)
      summary.value = await workspaceClient().summary()
      return snapshot
    },
    dropSnapshot: (id: string) => change(() => workspaceClient().dropSnapshot(id)),
    /** @param decks plain data: they pass to the worker and into storage as they are. @param seen those that they were made from */
    setDecks: (decks: readonly unknown[], made: DeckChange, writing: string | null, seen: readonly unknown[]) =>
      change(() => workspaceClient().setDecks(decks, made, writing, seen)),
    changes: () => workspaceClient().changes(),
    undo: () => change(() => workspaceClient().undo()),
    redo: () => change(() => workspaceClient().redo()),
    facts: (query: FactQuery, from: number, count: number) => workspaceClient().facts(query, from, count),
    row: (ref: SheetRef, row: number) => workspaceClient().row(ref, row),
    alike: (ref: SheetRef, column: number, text: string) => workspaceClient().alike(ref, column, text),
    setAside: (id: number | null) => workspaceClient().setAside(id),
    rankings: (query: MeasureQuery, by: RankBy, fewest: number, withinGroups: boolean) =>
      workspaceClient().rankings(query, by, fewest, withinGroups),
    funnel: (query: MeasureQuery, adjust: boolean) => workspaceClient().funnel(query, adjust),
    control: (query: MeasureQuery, settings: ControlSettings) =>
      workspaceClient().control(query, { ...settings, rebase: [...settings.rebase] }),
    lags: (query: MeasureQuery) => workspaceClient().lags(query),
    breakdown: (query: MeasureQuery, role: LabelRole) => workspaceClient().breakdown(query, role),
    measure: (query: MeasureQuery): Promise<Measured> => workspaceClient().measure(query),
    exportMeasures: (clock: Clock): Promise<MeasuresJson> => workspaceClient().exportMeasures(clock, today()),
  }
})
