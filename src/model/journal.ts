import type { UndoStep } from './workspace'

/** Numbers of the whole workspace at a moment; null where no fact tells. */
export interface JournalTotals {
  readonly submitted: number | null
  readonly adopted: number | null
  readonly placements: number | null
}

/** A cell that a person corrected, with both texts. */
export interface JournalEdit {
  readonly file: string
  readonly sheet: string | null
  /** As a spreadsheet shows it, from 1. */
  readonly row: number
  /** Spreadsheet letters. */
  readonly column: string
  readonly before: string
  readonly after: string
}

/** One change of the workspace, for whoever asks later why 12 became 14. */
export interface JournalEntry {
  /** Milliseconds since 1970 by this PC's clock. */
  readonly at: number
  readonly way: 'done' | 'undone' | 'redone'
  readonly action: UndoStep
  /** The first corrected cells of an edit; [] for other changes. */
  readonly edits: readonly JournalEdit[]
  /** How many cells were corrected in all. */
  readonly cells: number
  readonly before: JournalTotals
  readonly after: JournalTotals
}
