import { NONE } from '../model/facts'
import type { SpanCodes } from './spanCodes'

export const SUBMITTED_UNKNOWN = 1
export const ADOPTED_UNKNOWN = 2
export const PLACEMENTS_UNKNOWN = 4
export const PENDING_UNKNOWN = 8

/** Facts of one unit with the same span, added up. `unknown` holds the measures that some of them do not know. */
export interface UnitRows {
  readonly length: number
  readonly unit: readonly number[]
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly submitted: readonly number[]
  readonly adopted: readonly number[]
  readonly placements: readonly number[]
  readonly pending: readonly number[]
  readonly unknown: readonly number[]
}

/** Facts of one unit and outlet with the same span, added up. `adopted` are placements, or what an own publication printed; `unknown` 1 where the submissions are. */
export interface OutletRows {
  readonly length: number
  readonly unit: readonly number[]
  readonly outlet: readonly number[]
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly submitted: readonly number[]
  readonly adopted: readonly number[]
  readonly unknown: readonly number[]
}

/** Rows found by an integer key; keys small enough to index an array do, others go through a Map. */
class RowIndex {
  private dense = new Int32Array(1024).fill(-1)
  private readonly sparse = new Map<number, number>()

  find(key: number): number {
    if (key < this.dense.length) return this.dense[key]!
    return this.sparse.get(key) ?? -1
  }

  put(key: number, row: number): void {
    if (key < DENSE_KEYS && key >= this.dense.length) {
      const next = new Int32Array(Math.min(DENSE_KEYS, Math.max(key + 1, this.dense.length * 2))).fill(-1)
      next.set(this.dense)
      this.dense = next
    }
    if (key < this.dense.length) this.dense[key] = row
    else this.sparse.set(key, row)
  }
}

const DENSE_KEYS = 1 << 22

/** Rows of units while they are added up. */
export class UnitTable {
  readonly submitted: number[] = []
  readonly adopted: number[] = []
  readonly placements: number[] = []
  readonly pending: number[] = []
  readonly unknown: number[] = []
  private readonly unit: number[] = []
  private readonly span: number[] = []
  private readonly index = new RowIndex()

  constructor(private readonly unitCount: number) {}

  row(unit: number, span: number): number {
    const key = span * (this.unitCount + 1) + (unit === NONE ? this.unitCount : unit)
    let row = this.index.find(key)
    if (row < 0) {
      row = this.unit.push(unit) - 1
      this.span.push(span)
      this.submitted.push(0)
      this.adopted.push(0)
      this.placements.push(0)
      this.pending.push(0)
      this.unknown.push(0)
      this.index.put(key, row)
    }
    return row
  }

  rows(spans: SpanCodes): UnitRows {
    const { unit, submitted, adopted, placements, pending, unknown } = this
    return { length: unit.length, unit, submitted, adopted, placements, pending, unknown, ...daysOf(this.span, spans) }
  }
}

/** Rows of units and outlets while they are added up. */
export class OutletTable {
  readonly submitted: number[] = []
  readonly adopted: number[] = []
  readonly unknown: number[] = []
  private readonly unit: number[] = []
  private readonly outlet: number[] = []
  private readonly span: number[] = []
  private readonly index = new RowIndex()

  constructor(
    private readonly unitCount: number,
    private readonly outletCount: number,
  ) {}

  row(unit: number, outlet: number, span: number): number {
    const key = (span * (this.unitCount + 1) + (unit === NONE ? this.unitCount : unit)) * this.outletCount + outlet
    let row = this.index.find(key)
    if (row < 0) {
      row = this.unit.push(unit) - 1
      this.outlet.push(outlet)
      this.span.push(span)
      this.submitted.push(0)
      this.adopted.push(0)
      this.unknown.push(0)
      this.index.put(key, row)
    }
    return row
  }

  rows(spans: SpanCodes): OutletRows {
    const { unit, outlet, submitted, adopted, unknown } = this
    return { length: unit.length, unit, outlet, submitted, adopted, unknown, ...daysOf(this.span, spans) }
  }
}

function daysOf(codes: readonly number[], spans: SpanCodes): { from: number[]; to: number[] } {
  return { from: codes.map((code) => spans.from[code]!), to: codes.map((code) => spans.to[code]!) }
}
