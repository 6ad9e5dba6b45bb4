import type { Ledger } from '../ledger/ledger'
import { NONE, UNDATED } from '../model/facts'
import type { Cell, MeasureQuery } from '../model/measure'
import type { Span } from '../model/period'
import { spanBefore } from '../time/calendar'
import { isSettled, type LogEnd } from '../time/maturity'
import type { Buckets } from './buckets'
import type { Condensed } from './condense'
import {
  ADOPTED_UNKNOWN,
  type OutletRows,
  PENDING_UNKNOWN,
  PLACEMENTS_UNKNOWN,
  SUBMITTED_UNKNOWN,
  type UnitRows,
} from './condensedRows'
import { allowedUnits } from './factsBehind'
import { Tally } from './tally'

const TOTAL = 0
const PREVIOUS = 1

/**
 * The sums of one query over condensed facts (MEASURES §1): in its period, in the period before, and for the calendar series, which know no period. A fact
 * counts in a period only if its span lies wholly inside.
 */
export class QueryTotals {
  readonly before: Span | null
  readonly units: Tally
  /** What of the units is not settled yet: facts of a month by their month, those of a month that the period cuts by their own day. */
  readonly open: Tally
  /** The same of everything, with facts that name no unit. */
  readonly openTotal = new Tally(1)
  readonly months: Tally
  readonly quarters: Tally
  readonly halfYears: Tally
  readonly outletAdopted: Float64Array
  readonly outletSubmitted: Float64Array
  readonly outletUnknown: Uint8Array
  readonly outletTouched: Uint8Array
  /** Placements by unit × outlets + outlet. */
  readonly heat = new Map<number, number>()
  /** Facts that a calendar series cannot show. */
  readonly leftOut = {
    month: { wide: 0, undated: 0 },
    quarter: { wide: 0, undated: 0 },
    halfYear: { wide: 0, undated: 0 },
  }
  /** 1 where a unit has facts in any period. */
  readonly unitSeen: Uint8Array
  private readonly totals = new Tally(2)
  private readonly span: Span | null
  private readonly unitAllowed: Uint8Array | null

  constructor(
    private readonly ledger: Ledger,
    private readonly buckets: Buckets,
    query: MeasureQuery,
    private readonly end: LogEnd,
  ) {
    const { units, outlets, calendar } = ledger
    this.span = query.span
    this.before = query.span ? spanBefore(query.span, calendar) : null
    this.unitAllowed = allowedUnits(ledger, query)
    this.units = new Tally(units.length)
    this.open = new Tally(units.length)
    this.unitSeen = new Uint8Array(units.length)
    this.months = new Tally(buckets.months)
    this.quarters = new Tally(buckets.quarters)
    this.halfYears = new Tally(buckets.halfYears)
    this.outletAdopted = new Float64Array(outlets.length)
    this.outletSubmitted = new Float64Array(outlets.length)
    this.outletUnknown = new Uint8Array(outlets.length)
    this.outletTouched = new Uint8Array(outlets.length)
  }

  get total(): Cell {
    return this.totals.cell(TOTAL)
  }

  /** Null where no fact lies in the period before. */
  get previous(): Cell | null {
    return this.totals.touched[PREVIOUS] ? this.totals.cell(PREVIOUS) : null
  }

  /** Month buckets of which the period or the one before holds some days only. */
  cutMonths(): Set<number> {
    return new Set([this.span, this.before].flatMap((span) => (span ? this.buckets.cutBy(span) : [])))
  }

  /** All facts, condensed to months: a month widened from its days is inside a period only as a whole. */
  addMonths({ units, outlets }: Condensed): void {
    for (let i = 0; i < units.length; i++) {
      const unit = units.unit[i]!
      if (!this.passes(unit)) continue
      if (unit !== NONE) this.unitSeen[unit] = 1
      this.addToPeriods(units, i)
      this.addToSeries(units, i)
      this.leave(units.from[i]!, units.to[i]!, units.submitted[i]! || units.adopted[i]! || units.placements[i]!)
    }
    this.addOutlets(outlets)
  }

  /** The facts of a cut month by their days: what its whole months told of the series stands already. */
  addCutMonth({ units, outlets }: Condensed): void {
    for (let i = 0; i < units.length; i++) if (this.passes(units.unit[i]!)) this.addToPeriods(units, i)
    this.addOutlets(outlets)
  }

  passes(unit: number): boolean {
    return this.unitAllowed === null || (unit !== NONE && this.unitAllowed[unit] === 1)
  }

  private addToPeriods(rows: UnitRows, i: number): void {
    const from = rows.from[i]!
    const to = rows.to[i]!
    if (isInside(from, to, this.span)) {
      addRow(this.totals, TOTAL, rows, i)
      const waits = from !== UNDATED && isSettled({ from, to }, this.end) === false
      if (waits) addRow(this.openTotal, 0, rows, i)
      const unit = rows.unit[i]!
      if (unit === NONE) return
      addRow(this.units, unit, rows, i)
      if (waits) addRow(this.open, unit, rows, i)
    } else if (this.before && isInside(from, to, this.before)) addRow(this.totals, PREVIOUS, rows, i)
  }

  private addToSeries(rows: UnitRows, i: number): void {
    const from = rows.from[i]!
    const to = rows.to[i]!
    const month = this.buckets.month(from, to)
    if (month >= 0) addRow(this.months, month, rows, i)
    const quarter = month >= 0 ? Math.floor(month / 3) : this.buckets.quarter(from, to)
    if (quarter >= 0) addRow(this.quarters, quarter, rows, i)
    const half = quarter >= 0 ? Math.floor(quarter / 2) : this.buckets.halfYear(from, to)
    if (half >= 0) addRow(this.halfYears, half, rows, i)
  }

  private leave(from: number, to: number, count: number): void {
    const { leftOut, buckets } = this
    if (from === UNDATED) {
      leftOut.month.undated += count
      leftOut.quarter.undated += count
      leftOut.halfYear.undated += count
      return
    }
    if (to - from === 1) return
    if (buckets.month(from, to) < 0) leftOut.month.wide += count
    if (buckets.quarter(from, to) < 0) leftOut.quarter.wide += count
    if (buckets.halfYear(from, to) < 0) leftOut.halfYear.wide += count
  }

  private addOutlets(rows: OutletRows): void {
    const width = this.ledger.outlets.length
    for (let i = 0; i < rows.length; i++) {
      const unit = rows.unit[i]!
      if (!this.passes(unit) || !isInside(rows.from[i]!, rows.to[i]!, this.span)) continue
      const outlet = rows.outlet[i]!
      this.outletTouched[outlet] = 1
      this.outletAdopted[outlet]! += rows.adopted[i]!
      this.outletSubmitted[outlet]! += rows.submitted[i]!
      if (rows.unknown[i]) this.outletUnknown[outlet] = 1
      if (unit !== NONE && !this.ledger.outlets[outlet]!.own) this.addHeat(unit * width + outlet, rows.adopted[i]!)
    }
  }

  private addHeat(key: number, placements: number): void {
    if (placements > 0) this.heat.set(key, (this.heat.get(key) ?? 0) + placements)
  }
}

function isInside(from: number, to: number, span: Span | null): boolean {
  return span === null || (from !== UNDATED && from >= span.from && to <= span.to)
}

function addRow(tally: Tally, bucket: number, rows: UnitRows, i: number): void {
  const unknown = rows.unknown[i]!
  tally.touched[bucket] = 1
  tally.submitted[bucket]! += rows.submitted[i]!
  tally.adopted[bucket]! += rows.adopted[i]!
  tally.placements[bucket]! += rows.placements[i]!
  tally.pending[bucket]! += rows.pending[i]!
  if (unknown & SUBMITTED_UNKNOWN) tally.submittedUnknown[bucket] = 1
  if (unknown & ADOPTED_UNKNOWN) tally.adoptedUnknown[bucket] = 1
  if (unknown & PLACEMENTS_UNKNOWN) tally.placementsUnknown[bucket] = 1
  if (unknown & PENDING_UNKNOWN) tally.pendingUnknown[bucket] = 1
}
