import type { Balance } from './balance'
import type { RowsAre } from './choices'
import type { RowRef } from './factRow'
import type { Finding } from './finding'
import type { Cell } from './measure'
import type { NamesSummary } from './names'
import type { Office } from './office'
import type { Day, PeriodKind, Span } from './period'
import type { SnapshotSummary } from './snapshot'

/** A sheet of the proposal (`id`: index of the file) or of an import (`id`: its number); `place` is the table's index in its file. */
export interface SheetRef {
  readonly stage: 'proposed' | 'imported'
  readonly id: number
  readonly place: number
}

/** A finding with the sheet it stands in; null where it speaks of a file or of several sheets. */
export interface LocatedFinding extends Finding {
  readonly source: SheetRef | null
}

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

/** The first rows of a sheet as they were read, long cells cut: enough to see where the header stands. */
export interface SheetHead {
  readonly rows: readonly (readonly string[])[]
  /** Spreadsheet letters of the columns shown. */
  readonly letters: readonly string[]
  /** Rows of the sheet in all. */
  readonly of: number
}

/** A sheet as it was understood. */
export interface SheetSummary {
  readonly ref: SheetRef
  readonly balance: Balance
  readonly delimiter: string | null
  /** What encloses cells of a text, where it is not ". */
  readonly quote: string | null
  /** Row numbers of the header; empty where the format names its fields. */
  readonly headerRows: readonly number[]
  readonly titles: readonly string[]
  readonly columns: readonly ColumnSummary[]
  readonly head: SheetHead
  readonly rowsAre: RowsAre
  readonly period: Span | null
  readonly year: number | null
  readonly yearFrom: 'title' | 'sheet' | 'file' | 'choice' | null
  /** What only a person can say: the year of dates without one, the period of a table without any. */
  readonly asks: 'year' | 'period' | null
  /** Values of the status column that nobody explained yet. */
  readonly unknownValues: readonly { readonly value: string; readonly count: number }[]
  /** Values that a person explained. */
  readonly vocabulary: readonly { readonly value: string; readonly means: 'adopted' | 'notAdopted' | 'pending' }[]
  /** How many cells a person corrected. */
  readonly edits: number
  /** Rows counted as used that tell more of an item of an earlier table: an adoption that came since, another outlet. They make no item of their own. */
  readonly updates: number
  /** Choices were taken over from an earlier file with the same header. */
  readonly remembered: boolean
  readonly units: number
  readonly outlets: number
}

/** A sheet without facts: no table was found in it, or a person left it out. */
export interface LeftOutSummary {
  readonly ref: SheetRef
  readonly sheet: string | null
  readonly why: 'no-header' | 'header-only' | 'nothing-to-count' | 'skipped'
  readonly head: SheetHead
  /** Rows of the header that was recognised or pointed at; [] without one. */
  readonly headerRows: readonly number[]
  /** Its columns, for a person to say what they mean; [] without a header. */
  readonly columns: readonly ColumnSummary[]
}

export interface FileSummary {
  readonly file: string
  readonly size: number
  readonly sheets: readonly SheetSummary[]
  readonly leftOut: readonly LeftOutSummary[]
}

export interface ImportSummary extends FileSummary {
  readonly id: number
  readonly importedOn: Day
  /** Items entered by hand: they grow one by one. */
  readonly byHand: boolean
  /** Where this import repeats numbers of another, its own count. */
  readonly preferred: boolean
  /** Some of its counted rows gave way to another import, or others to it. */
  readonly overlaps: boolean
  /** Months of it that a later file replaced, as keys such as 2024-03. */
  readonly replaced: readonly string[]
}

/** Months of a proposed file that an import already has for most of the same units. */
export interface RepeatedMonths {
  /** Index of the proposed file. */
  readonly file: number
  readonly importId: number
  readonly importFile: string
  readonly months: readonly string[]
  /** Whether the months of the import are to give way; else the file is added and equal rows count once. */
  readonly replace: boolean
}

/** What a drop would import; nothing has changed yet. */
export interface ProposalSummary {
  readonly files: readonly (FileSummary & { readonly importable: boolean })[]
  readonly findings: readonly LocatedFinding[]
  /** The figures of these files alone, as they would be counted; null when nothing can be imported. */
  readonly preview: Cell | null
  /** The figures of the whole workspace once these files are in; null when nothing can be imported, or they are the first. */
  readonly after: Cell | null
  /** How many files can be imported; 0 leaves nothing to accept. */
  readonly importable: number
  /** Nothing to import because everything is in the workspace already. */
  readonly duplicatesOnly: boolean
  readonly repeats: readonly RepeatedMonths[]
  /** The answers that undo and redo speak of while the proposal is open; null where there is none. */
  readonly undo: ProposalStep | null
  readonly redo: ProposalStep | null
}

/** What a person did to a proposal: read a table otherwise, corrected cells of it, or said whether it replaces months of an import. */
export interface ProposalStep {
  readonly kind: 'answer' | 'edit' | 'months'
  /** Name of the proposed file. */
  readonly file: string
}

/** What a step of the undo stack did. */
export const STEP_KINDS = [
  'start',
  'import',
  'remove',
  'replace',
  'clear',
  'merge',
  'split',
  'apart',
  'answer',
  'edit',
  'hand',
  'prefer',
  'roster',
  'outlets',
  'successions',
  'office',
  'fewest',
  'forget',
  'deckMade',
  'deckRemoved',
  'deckChanged',
  'pageAdded',
  'pageRemoved',
  'pageMoved',
  'pageHidden',
  'pageShown',
  'pageWritten',
  'pageHighlighted',
] as const

export interface UndoStep {
  readonly kind: (typeof STEP_KINDS)[number]
  /** What it speaks of: files or names; of a deck its name, then the number of the page and where it went. */
  readonly files: readonly string[]
}

/** A change of the decks, in words for the undo button and the journal. */
export type DeckChange = UndoStep

/** A deck that is not there any more, but that undo or redo could bring back. */
export interface FormerDeck {
  readonly id: string
  readonly name: string
  /** Id of the snapshot that its numbers are taken from. */
  readonly snapshot: string
}

/** A header that was accepted before, with what a person said of it. */
export interface MappingSummary {
  readonly key: string
  readonly headers: readonly string[]
  /** Columns that were corrected or confirmed: header and meaning. */
  readonly columns: readonly { readonly header: string; readonly role: string; readonly outlet: string | null }[]
  readonly values: readonly { readonly value: string; readonly means: string }[]
  /** The file it was last accepted with, and when. */
  readonly file: string
  readonly on: Day
}

/** A target as the page lists it. */
export interface TaskSummary {
  readonly unit: string | null
  readonly person: string | null
  readonly every: PeriodKind | 'once'
  readonly span: Span | null
  readonly low: number
  readonly high: number
  readonly measure: 'submitted' | 'adopted' | 'points'
  readonly source: RowRef
}

/** The workspace as pages see it; facts stay in the worker. */
export interface WorkspaceSummary {
  /** Grows with every change; results of an older revision are stale. */
  readonly revision: number
  readonly imports: readonly ImportSummary[]
  readonly findings: readonly LocatedFinding[]
  readonly units: readonly { readonly id: number; readonly name: string; readonly group: string | null }[]
  readonly outlets: readonly {
    readonly id: number
    readonly name: string
    readonly level: string | null
    readonly own: boolean
  }[]
  readonly items: number
  /** Days that facts touch; null in an empty or undated workspace. */
  readonly range: Span | null
  readonly names: NamesSummary
  readonly office: Office
  /** Units of the roster that no fact names. */
  readonly missing: readonly string[]
  readonly mappings: readonly MappingSummary[]
  readonly tasks: readonly TaskSummary[]
  readonly undo: UndoStep | null
  readonly redo: UndoStep | null
  /** Where the present state stands among those that undo and redo lead to: what was made later has a larger place. Of one opening of one project. */
  readonly place: number
  /** In the order they were frozen. */
  readonly snapshots: readonly SnapshotSummary[]
  /** Decks as plain data; whoever reads them checks their shape. */
  readonly decks: readonly unknown[]
  readonly formerDecks: readonly FormerDeck[]
}

/** One row as it was read, to be looked at and corrected. */
export interface RowDetail {
  readonly ref: SheetRef
  readonly row: number
  readonly file: string
  readonly sheet: string | null
  readonly cells: readonly {
    readonly column: number
    readonly letters: string
    readonly header: string
    readonly role: string
    readonly text: string
    /** As the file has it, where a person corrected it; null elsewhere. */
    readonly original: string | null
    /** Further rows of the sheet with the same text in this column. */
    readonly alike: number
  }[]
  /** Rows around it, for the eye; row numbers with their cells. */
  readonly around: readonly { readonly row: number; readonly cells: readonly string[] }[]
  readonly findings: readonly LocatedFinding[]
}

/** Rows of one sheet that were set aside, with the header they stood under: what goes back to the unit. */
export interface SetAsideSheet {
  readonly file: string
  readonly sheet: string | null
  readonly titles: readonly string[]
  readonly header: readonly (readonly string[])[]
  readonly rows: readonly {
    readonly row: number
    readonly cells: readonly string[]
    readonly findings: readonly Finding[]
  }[]
}

/** One item entered by hand. Days as YYYY-MM-DD; outlets and the day of adoption only for adopted ones. */
export interface HandItem {
  readonly unit: string
  readonly title: string
  readonly author: string
  readonly submittedOn: string
  readonly state: 'adopted' | 'notAdopted' | 'pending'
  readonly outlets: readonly string[]
  readonly adoptedOn: string
}
