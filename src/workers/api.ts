import type { MeasuresJson } from '../export/measuresJson'
import type { SheetChoices } from '../model/choices'
import type { Progress } from '../ingest/read/byteSource'
import type { RosterEntry } from '../ingest/readRoster'
import type { FactQuery, FactWindow } from '../model/factRow'
import type { LabelRole } from '../model/facts'
import type { LabelCell, LagDistribution, Measured, MeasureQuery } from '../model/measure'
import type { ControlChart, ControlSettings, FunnelPlot, RankBy, Ranking } from '../model/analysis'
import type { Clock, Day } from '../model/period'
import type { AliasBook, NameKind } from '../model/names'
import type { JournalEntry } from '../model/journal'
import type { BackupEntry, ProjectEntry, SaveState } from '../model/project'
import type { Office } from '../model/office'
import type { Opened } from '../storage/projectSession'
import type { Watched } from './watchedWorker'
import type { SnapshotSummary } from '../model/snapshot'
import type {
  DeckChange,
  HandItem,
  ProposalSummary,
  RowDetail,
  SetAsideSheet,
  SheetRef,
  WorkspaceSummary,
} from '../model/workspace'

/** Reads files and hands what it read to the workspace worker through the port. One worker an import: it may be killed at any time. */
export interface ReadApi extends Watched {
  read(
    files: readonly File[],
    port: MessagePort,
    onProgress: (progress: Progress & { index: number }) => void,
  ): Promise<void>
}

/** Projects behind the same worker; see storage/projectSession.ts. A failure arrives as an Error whose message begins with its `StorageReason`. */
export interface ProjectsApi extends Watched {
  /**
   * Opens the project that was open last and tells `onSaving` and `onReplaced` from then on.
   * @param openLast false: opens the store only, for a project that the app did not survive
   */
  start(
    openLast: boolean,
    onSaving: (state: SaveState, project: ProjectEntry | null) => void,
    onReplaced: (opened: Opened, followed: boolean) => void,
  ): Promise<Opened>
  projects(): Promise<ProjectEntry[]>
  openProject(id: string): Promise<Opened>
  createProject(name: string): Promise<Opened>
  renameProject(id: string, name: string): Promise<ProjectEntry[]>
  removeProject(id: string): Promise<Opened>
  backups(): Promise<BackupEntry[]>
  openBackup(at: number, name: string): Promise<Opened>
  projectToFile(): Promise<Uint8Array>
  projectFromFile(bytes: Uint8Array): Promise<Opened>
  rawProject(id: string): Promise<Uint8Array>
  takeTheirs(): Promise<Opened>
  keepAsCopy(name: string): Promise<Opened>
  eraseProjects(): Promise<Opened>
  retrySaving(): Promise<void>
  /** Resolves when no saving is under way. */
  settled(): Promise<void>
}

/** The workspace behind its worker; see workspace/workspace.ts. */
export interface WorkspaceApi extends ProjectsApi {
  /** Waits for what a reader sends through the port and says what was understood; null after `awaitNothing`, or when another drop is awaited. */
  propose(port: MessagePort, replacing: number | null): Promise<ProposalSummary | null>
  /** The reader that is waited for was ended. */
  awaitNothing(): void
  choose(fileIndex: number, place: number, choices: SheetChoices): ProposalSummary
  replaceMonths(fileIndex: number, importId: number, replace: boolean): ProposalSummary
  undoChoice(): ProposalSummary
  redoChoice(): ProposalSummary
  discard(): void
  accept(on: Day): WorkspaceSummary
  answer(id: number, place: number, choices: SheetChoices): WorkspaceSummary
  remove(id: number): WorkspaceSummary
  prefer(id: number, preferred: boolean): WorkspaceSummary
  addByHand(item: HandItem, on: Day): WorkspaceSummary
  clear(): WorkspaceSummary
  merge(kind: NameKind, names: readonly string[], into: string): WorkspaceSummary
  split(kind: NameKind, name: string): WorkspaceSummary
  keepApart(kind: NameKind, names: readonly string[]): WorkspaceSummary
  setOffice(change: Partial<Office>, seen: Office): WorkspaceSummary
  addToRoster(entries: readonly RosterEntry[]): WorkspaceSummary
  forget(key: string): WorkspaceSummary
  addBook(text: string): WorkspaceSummary | null
  exportAliasBook(): AliasBook
  exportOffice(): Record<string, unknown>
  undo(): WorkspaceSummary
  redo(): WorkspaceSummary
  summary(): WorkspaceSummary
  measure(query: MeasureQuery): Measured
  rankings(query: MeasureQuery, by: RankBy, fewest: number, withinGroups: boolean): Ranking[]
  funnel(query: MeasureQuery, adjust: boolean): FunnelPlot
  control(query: MeasureQuery, settings: ControlSettings): ControlChart
  lags(query: MeasureQuery): LagDistribution | null
  breakdown(query: MeasureQuery, role: LabelRole): LabelCell[]
  facts(query: FactQuery, from: number, count: number): FactWindow
  row(ref: SheetRef, row: number): RowDetail
  alike(ref: SheetRef, column: number, text: string): number[]
  setAside(id: number | null): SetAsideSheet[]
  exportMeasures(clock: Clock, on: Day): MeasuresJson
  freeze(name: string): SnapshotSummary
  dropSnapshot(id: string): WorkspaceSummary
  setDecks(
    decks: readonly unknown[],
    change: DeckChange,
    writing: string | null,
    seen: readonly unknown[],
  ): WorkspaceSummary
  changes(): readonly JournalEntry[]
}
