import type { Finding } from '../model/finding'
import type { SubmittedMeaning } from '../model/office'
import type { Day, ReportingCalendar } from '../model/period'

export const IS_ADOPTED = 1
export const IS_PENDING = 2
export const KNOWS_SUBMITTED = 4
export const KNOWS_ADOPTED = 8
export const KNOWS_PENDING = 16
/** The item's sheet says to which outlets items were sent, so its outlets have denominators. */
export const KNOWS_TARGETS = 32

export interface LedgerUnit {
  readonly name: string
  readonly group: string | null
}

export interface LedgerOutlet {
  readonly name: string
  /** Of the office's list of outlets; null where it says none. */
  readonly level: string | null
  /** The office's own publication: what it prints is no adoption. */
  readonly own: boolean
}

/** A row of an imported sheet: index of the sheet given to buildLedger, and row number there. */
export interface Origin {
  readonly sheet: number
  readonly row: number
}

/** Items, each once. Days are UNDATED where unknown. */
export interface LedgerItems {
  readonly length: number
  /** Index into `units`, or NONE. */
  readonly unit: Uint32Array
  readonly from: Int32Array
  readonly to: Int32Array
  /** First adoption that has a day. */
  readonly adoptedFrom: Int32Array
  readonly adoptedTo: Int32Array
  readonly flags: Uint8Array
  /** Where the item was first met: index of the sheet given to buildLedger, and row number there. */
  readonly sheet: Uint16Array
  readonly row: Uint32Array
  /** Index among the item rows of that sheet. */
  readonly index: Uint32Array
}

/** One entry for each item and outlet: placements (adoptions) or targets (what was sent to the outlet). */
export interface ItemOutlets {
  readonly length: number
  readonly item: Uint32Array
  readonly outlet: Uint32Array
  readonly from: Int32Array
  readonly to: Int32Array
}

/** Counted numbers of a unit (or of the whole office: unit NONE) in a period. null = the tables do not say. */
export interface UnitCount {
  readonly unit: number
  readonly from: number
  readonly to: number
  readonly submitted: number | null
  readonly adopted: number | null
  readonly placements: number | null
  readonly origins: readonly Origin[]
}

/** Counted numbers of one outlet, for a unit or the whole office. `adopted` are placements, or what an own publication printed. */
export interface OutletCount {
  readonly unit: number
  readonly outlet: number
  readonly from: number
  readonly to: number
  readonly submitted: number | null
  readonly adopted: number
  readonly origin: Origin
}

/** A unit of the roster under the name it is counted by. `unit`: its code, null when no fact names it. */
export interface DueUnit {
  readonly name: string
  readonly group: string | null
  readonly unit: number | null
  readonly from: Day | null
  readonly last: Day | null
}

/** All facts of the workspace, each once. */
export interface Ledger {
  readonly units: readonly LedgerUnit[]
  /** What the office says that 报送 counts. */
  readonly submittedMeans: SubmittedMeaning
  /** What the office's months and years are. */
  readonly calendar: ReportingCalendar
  /** Day up to which the office says that everything is entered; null: it says none. */
  readonly recordedTo: Day | null
  /** Units that owe reports; empty without a roster. */
  readonly due: readonly DueUnit[]
  readonly outlets: readonly LedgerOutlet[]
  readonly items: LedgerItems
  readonly placements: ItemOutlets
  readonly targets: ItemOutlets
  /** What own publications printed; no adoptions. */
  readonly publications: ItemOutlets
  readonly unitCounts: readonly UnitCount[]
  readonly outletCounts: readonly OutletCount[]
}

/** A finding of the ledger with the sheet it speaks of; null where it speaks of none in particular. */
export interface LedgerFinding extends Finding {
  readonly sheetIndex: number | null
}

/** What building the ledger moved out of «used» in one sheet, and what of the rest makes no item of its own. */
export interface SheetAdjustment {
  readonly duplicates: number
  readonly overlapping: number
  /** Rows still «used» that tell more of an item of an earlier sheet: no items of their own. */
  readonly updates: number
}

export interface BuiltLedger {
  readonly ledger: Ledger
  /** One entry a sheet, in the order given. */
  readonly adjustments: readonly SheetAdjustment[]
  readonly findings: readonly LedgerFinding[]
}
