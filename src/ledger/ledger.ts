import type { Finding } from '../model/finding'

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
  readonly level: string | null
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
}

/** Counted numbers of one outlet, for a unit or the whole office. `adopted` are placements. */
export interface OutletCount {
  readonly unit: number
  readonly outlet: number
  readonly from: number
  readonly to: number
  readonly submitted: number | null
  readonly adopted: number
}

/** All facts of the workspace, each once. */
export interface Ledger {
  readonly units: readonly LedgerUnit[]
  readonly outlets: readonly LedgerOutlet[]
  readonly items: LedgerItems
  readonly placements: ItemOutlets
  readonly targets: ItemOutlets
  readonly unitCounts: readonly UnitCount[]
  readonly outletCounts: readonly OutletCount[]
}

/** What building the ledger moved out of «used» in one sheet. */
export interface SheetAdjustment {
  readonly duplicates: number
  readonly overlapping: number
}

export interface BuiltLedger {
  readonly ledger: Ledger
  /** One entry a sheet, in the order given. */
  readonly adjustments: readonly SheetAdjustment[]
  readonly findings: readonly Finding[]
}
