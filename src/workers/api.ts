import type { MeasuresJson } from '../export/measuresJson'
import type { SheetChoices } from '../model/choices'
import type { Progress } from '../ingest/read/byteSource'
import type { Measured, MeasureQuery } from '../model/measure'
import type { Clock, Day } from '../model/period'
import type { AliasBook, NameKind } from '../model/names'
import type { ProposalSummary, WorkspaceSummary } from '../model/workspace'

/** Reads files and hands what it read to the workspace worker through the port. One worker an import: it may be killed at any time. */
export interface ReadApi {
  read(
    files: readonly File[],
    port: MessagePort,
    onProgress: (progress: Progress & { index: number }) => void,
  ): Promise<void>
}

/** The workspace behind its worker; see workspace/workspace.ts. */
export interface WorkspaceApi {
  /** Waits for what a reader sends through the port and says what was understood. */
  propose(port: MessagePort, replacing: number | null): Promise<ProposalSummary>
  choose(fileIndex: number, sheetIndex: number, choices: SheetChoices): ProposalSummary
  discard(): void
  accept(on: Day): WorkspaceSummary
  answer(id: number, sheet: number, choices: SheetChoices): WorkspaceSummary
  remove(id: number): WorkspaceSummary
  clear(): WorkspaceSummary
  merge(kind: NameKind, names: readonly string[], into: string): WorkspaceSummary
  split(kind: NameKind, name: string): WorkspaceSummary
  keepApart(kind: NameKind, names: readonly string[]): WorkspaceSummary
  addAliasBook(text: string): WorkspaceSummary | null
  exportAliasBook(): AliasBook
  undo(): WorkspaceSummary
  redo(): WorkspaceSummary
  summary(): WorkspaceSummary
  measure(query: MeasureQuery): Measured
  exportMeasures(clock: Clock, on: Day): MeasuresJson
}
