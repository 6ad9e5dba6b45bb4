import type { Balance } from './balance'
import type { Finding } from './finding'
import type { Cell } from './measure'
import type { NamesSummary } from './names'
import type { Day, Span } from './period'

/** A column as it was understood, for the page. */
export interface ColumnSummary {
  readonly index: number
  readonly letters: string
  readonly header: string
  /** Key under `role` of the locale. */
  readonly role: string
  readonly outlet: string | null
  /** For `outlets`: the item was sent to them. */
  readonly target: boolean
  readonly confidence: number
  readonly samples: readonly string[]
}

/** A sheet as it was understood. */
export interface SheetSummary {
  readonly balance: Balance
  readonly delimiter: string | null
  /** Row numbers of the header; empty where the format names its fields. */
  readonly headerRows: readonly number[]
  readonly titles: readonly string[]
  readonly columns: readonly ColumnSummary[]
  readonly period: Span | null
  readonly year: number | null
  readonly yearFrom: 'title' | 'sheet' | 'file' | 'choice' | null
  /** What only a person can say: the year of dates without one, the period of a table without any. */
  readonly asks: 'year' | 'period' | null
  /** Corrected meanings were taken over from an earlier file with the same header. */
  readonly remembered: boolean
  readonly units: number
  readonly outlets: number
}

export interface FileSummary {
  readonly file: string
  readonly size: number
  readonly sheets: readonly SheetSummary[]
}

export interface ImportSummary extends FileSummary {
  readonly id: number
  readonly importedOn: Day
}

/** What a drop would import; nothing has changed yet. */
export interface ProposalSummary {
  readonly files: readonly (FileSummary & { readonly importable: boolean })[]
  readonly findings: readonly Finding[]
  /** The figures of these files alone, as they would be counted; null when nothing can be imported. */
  readonly preview: Cell | null
  /** How many files can be imported; 0 leaves nothing to accept. */
  readonly importable: number
  /** Nothing to import because everything is in the workspace already. */
  readonly duplicatesOnly: boolean
}

export interface UndoStep {
  readonly kind: 'start' | 'import' | 'remove' | 'replace' | 'clear' | 'merge' | 'split' | 'apart' | 'answer'
  readonly files: readonly string[]
}

/** The workspace as pages see it; facts stay in the worker. */
export interface WorkspaceSummary {
  /** Grows with every change; results of an older revision are stale. */
  readonly revision: number
  readonly imports: readonly ImportSummary[]
  readonly findings: readonly Finding[]
  readonly units: readonly { readonly id: number; readonly name: string; readonly group: string | null }[]
  readonly outlets: readonly string[]
  readonly items: number
  /** Days that facts touch; null in an empty or undated workspace. */
  readonly range: Span | null
  readonly names: NamesSummary
  readonly undo: UndoStep | null
  readonly redo: UndoStep | null
}
