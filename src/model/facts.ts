import type { Day, PeriodKind, Span } from './period'

/** Code of «no unit», «no outlet». */
export const NONE = 0xffffffff
/** Day of «not dated»: lies before every calendar day. */
export const UNDATED = -0x7fffffff

export const NOT_ADOPTED = 0
export const ADOPTED = 1
export const PENDING = 2
export type ItemState = typeof NOT_ADOPTED | typeof ADOPTED | typeof PENDING

/** One entry a row that reports an item; several rows may be one item (the ledger joins them). Columns of equal length. */
export interface ItemRows {
  readonly length: number
  /** Row number as a spreadsheet shows it. */
  readonly row: Uint32Array
  /** Code into `SheetFacts.units`, or NONE. */
  readonly unit: Uint32Array
  /** Submission span [from, to); UNDATED when unknown. */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly state: Uint8Array
  /** 64-bit fingerprints in two lanes; both 0 where the row has no title or number. */
  readonly title: HashColumn
  readonly number: HashColumn
  /** Fingerprint of all mapped fields: equal ones are the same row. */
  readonly whole: HashColumn
  /** What else the sheet says of its items; one entry a column that it has. */
  readonly labels: readonly LabelColumn[]
}

/** What an item row may say beyond unit, title, days, state and outlets. */
export type LabelRole = 'author' | 'category' | 'form' | 'level' | 'secret' | 'instruction' | 'commissioned'

/** A column of such facts: one code a row into `names`, NONE where the cell is blank. Names are cleaned (width, blanks). */
export interface LabelColumn {
  readonly role: LabelRole
  readonly names: readonly string[]
  readonly codes: Uint32Array
}

export interface HashColumn {
  readonly a: Uint32Array
  readonly b: Uint32Array
}

/** Adoptions and targets: `item` indexes ItemRows. Days UNDATED where unknown or for targets. */
export interface OutletRows {
  readonly length: number
  readonly item: Uint32Array
  readonly outlet: Uint32Array
  readonly from: Int32Array
  readonly to: Int32Array
}

/**
 * A counted number of one row. Without an outlet (NONE): the unit's items. With one: what was submitted to it and its placements.
 * null means that the table does not say.
 */
export interface CountRow {
  readonly row: number
  readonly unit: number
  readonly outlet: number
  readonly span: Span | null
  readonly submitted: number | null
  readonly adopted: number | null
}

/**
 * A target (任务): what a unit or a person is to reach in each month, quarter, half-year or year, or in one named period.
 * «1-2» has low 1 and high 2; a single number is both.
 */
export interface TaskRow {
  readonly row: number
  /** Code into `SheetFacts.units`, or NONE for the target of a person without a unit. */
  readonly unit: number
  readonly person: string | null
  /** How often it is due: `once` in `span`. */
  readonly every: PeriodKind | 'once'
  /** The period it is valid for; null when the sheet names none. */
  readonly span: Span | null
  readonly low: number
  readonly high: number
  readonly measure: 'submitted' | 'adopted' | 'points'
}

/** A printed running total (累计) of one row: a check, never a fact. `to` is the day after the last one it covers; null when the row has no period. */
export interface RunningTotal {
  readonly row: number
  /** Spreadsheet letters. */
  readonly column: string
  readonly unit: number
  readonly measure: 'submitted' | 'adopted'
  readonly printed: number
  readonly to: Day | null
}

/** All facts of one sheet, with the names they refer to. */
export interface SheetFacts {
  readonly units: readonly string[]
  /** Group of each unit (section heading or group column); null where the sheet gives none. */
  readonly groups: readonly (string | null)[]
  readonly outlets: readonly string[]
  readonly items: ItemRows
  readonly adoptions: OutletRows
  readonly targets: OutletRows
  readonly counts: readonly CountRow[]
  readonly tasks: readonly TaskRow[]
  readonly running: readonly RunningTotal[]
  /** Index of the first item row of each band of a folded table (two tables side by side); [0] for an ordinary one. */
  readonly bandStarts: readonly number[]
  /** Which measures the item rows know: a log of adopted rows only does not know submissions, one without a status column no open decisions. */
  readonly knows: { readonly submitted: boolean; readonly adopted: boolean; readonly pending: boolean }
}
