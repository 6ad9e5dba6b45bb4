import * as L from '../ledger/ledger'
import { NONE, UNDATED } from '../model/facts'
import type { Clock } from '../model/period'
import type { Buckets } from './buckets'

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

/** A ledger on one clock, added up as far as its queries allow: a million items of a hundred units in four years become 4,800 rows. */
export interface Condensed {
  readonly units: UnitRows
  readonly outlets: OutletRows
}

/**
 * Adds up the facts of a ledger by unit (and outlet) and span. With `resolution` month, spans inside one month are widened to it, which
 * changes nothing for queries that begin and end with months; `day` keeps them, for all other queries.
 */
export function condense(ledger: L.Ledger, clock: Clock, buckets: Buckets, resolution: 'month' | 'day'): Condensed {
  const spans = new Spans(buckets, resolution)
  const units = new UnitTable(ledger.units.length)
  const outlets = new OutletTable(ledger.units.length, ledger.outlets.length)
  addItems(ledger, clock, spans, units)
  addPlacements(ledger, clock, spans, units, outlets)
  addPublications(ledger, clock, spans, outlets)
  addTargets(ledger, spans, outlets)
  addCounts(ledger, spans, units, outlets)
  return { units: units.rows(spans), outlets: outlets.rows(spans) }
}

function addItems({ items }: L.Ledger, clock: Clock, spans: Spans, units: UnitTable): void {
  const current = clock === 'adopted'
  for (let i = 0; i < items.length; i++) {
    const flags = items.flags[i]!
    const unit = items.unit[i]!
    const row = units.row(unit, spans.code(items.from[i]!, items.to[i]!))
    const knowsAdopted = (flags & L.KNOWS_ADOPTED) !== 0
    const adopted = (flags & L.IS_ADOPTED) !== 0
    if (flags & L.KNOWS_SUBMITTED) units.submitted[row]!++
    else units.unknown[row]! |= SUBMITTED_UNKNOWN
    if (!(flags & L.KNOWS_PENDING)) units.unknown[row]! |= PENDING_UNKNOWN
    else if (flags & L.IS_PENDING) units.pending[row]!++
    if (!knowsAdopted) units.unknown[row]! |= ADOPTED_UNKNOWN | PLACEMENTS_UNKNOWN
    else if (adopted && !current) units.adopted[row]!++
    if (!current || !adopted) continue
    const own = units.row(unit, spans.code(items.adoptedFrom[i]!, items.adoptedTo[i]!))
    units.adopted[own]!++
    // An adoption whose submission is unknown leaves its period without a denominator.
    if (!(flags & L.KNOWS_SUBMITTED)) units.unknown[own]! |= SUBMITTED_UNKNOWN
  }
}

function addPlacements(
  { placements, items }: L.Ledger,
  clock: Clock,
  spans: Spans,
  units: UnitTable,
  outlets: OutletTable,
): void {
  for (let p = 0; p < placements.length; p++) {
    const item = placements.item[p]!
    const unit = items.unit[item]!
    const span =
      clock === 'adopted'
        ? spans.code(placements.from[p]!, placements.to[p]!)
        : spans.code(items.from[item]!, items.to[item]!)
    units.placements[units.row(unit, span)]!++
    const row = outlets.row(unit, placements.outlet[p]!, span)
    outlets.adopted[row]!++
    if (!(items.flags[item]! & L.KNOWS_TARGETS)) outlets.unknown[row] = 1
  }
}

function addPublications({ publications, items }: L.Ledger, clock: Clock, spans: Spans, outlets: OutletTable): void {
  for (let p = 0; p < publications.length; p++) {
    const item = publications.item[p]!
    const span =
      clock === 'adopted'
        ? spans.code(publications.from[p]!, publications.to[p]!)
        : spans.code(items.from[item]!, items.to[item]!)
    outlets.adopted[outlets.row(items.unit[item]!, publications.outlet[p]!, span)]!++
  }
}

function addTargets({ targets, items }: L.Ledger, spans: Spans, outlets: OutletTable): void {
  for (let t = 0; t < targets.length; t++) {
    const item = targets.item[t]!
    outlets.submitted[
      outlets.row(items.unit[item]!, targets.outlet[t]!, spans.code(items.from[item]!, items.to[item]!))
    ]!++
  }
}

function addCounts({ unitCounts, outletCounts }: L.Ledger, spans: Spans, units: UnitTable, outlets: OutletTable): void {
  for (const { unit, from, to, submitted, adopted, placements } of unitCounts) {
    const row = units.row(unit, spans.code(from, to))
    units.submitted[row]! += submitted ?? 0
    units.adopted[row]! += adopted ?? 0
    units.placements[row]! += placements ?? 0
    units.unknown[row]! |=
      PENDING_UNKNOWN |
      (submitted === null ? SUBMITTED_UNKNOWN : 0) |
      (adopted === null ? ADOPTED_UNKNOWN : 0) |
      (placements === null ? PLACEMENTS_UNKNOWN : 0)
  }
  for (const { unit, outlet, from, to, submitted, adopted } of outletCounts) {
    const row = outlets.row(unit, outlet, spans.code(from, to))
    outlets.submitted[row]! += submitted ?? 0
    outlets.adopted[row]! += adopted
    if (submitted === null) outlets.unknown[row] = 1
  }
}

/** Codes for spans, from 0: the same code, the same span. Months of a month resolution are found by table, all else by lookup. */
class Spans {
  readonly from: number[] = []
  readonly to: number[] = []
  private readonly codes = new Map<number, number>()
  private readonly monthCodes: Int32Array
  private lastFrom = NaN
  private lastTo = NaN
  private lastCode = -1

  constructor(
    private readonly buckets: Buckets,
    private readonly resolution: 'month' | 'day',
  ) {
    this.monthCodes = new Int32Array(buckets.months).fill(-1)
  }

  code(from: number, to: number): number {
    if (from === this.lastFrom && to === this.lastTo) return this.lastCode
    this.lastFrom = from
    this.lastTo = to
    return (this.lastCode = this.find(from, to))
  }

  private find(from: number, to: number): number {
    const month = this.resolution === 'month' ? this.buckets.month(from, to) : -1
    if (month >= 0) {
      if (this.monthCodes[month]! < 0) {
        const span = this.buckets.spanOfBucket(month, 1)
        this.monthCodes[month] = this.intern(span.from, span.to)
      }
      return this.monthCodes[month]!
    }
    return from === UNDATED ? this.intern(UNDATED, UNDATED) : this.intern(from, to)
  }

  private intern(from: number, to: number): number {
    const key = from * 200_000 + (to - from)
    let code = this.codes.get(key)
    if (code === undefined) {
      code = this.from.push(from) - 1
      this.to.push(to)
      this.codes.set(key, code)
    }
    return code
  }
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

class UnitTable {
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

  rows(spans: Spans): UnitRows {
    const { unit, submitted, adopted, placements, pending, unknown } = this
    return { length: unit.length, unit, submitted, adopted, placements, pending, unknown, ...daysOf(this.span, spans) }
  }
}

class OutletTable {
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

  rows(spans: Spans): OutletRows {
    const { unit, outlet, submitted, adopted, unknown } = this
    return { length: unit.length, unit, outlet, submitted, adopted, unknown, ...daysOf(this.span, spans) }
  }
}

function daysOf(codes: readonly number[], spans: Spans): { from: number[]; to: number[] } {
  return { from: codes.map((code) => spans.from[code]!), to: codes.map((code) => spans.to[code]!) }
}
