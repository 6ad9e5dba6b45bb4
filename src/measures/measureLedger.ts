import type * as L from '../ledger/ledger'
import { NONE, UNDATED } from '../model/facts'
import type {
  Cell,
  Change,
  HeatCell,
  LeftOut,
  Measured,
  MeasureQuery,
  OutletCell,
  PeriodCell,
  UnitCell,
} from '../model/measure'
import type { Clock, PeriodKind, Span } from '../model/period'
import { newcombe } from '../stats/newcombe'
import { wilson } from '../stats/wilson'
import { isWholeMonths, periodKey, spanBefore } from '../time/calendar'
import { Buckets } from './buckets'
import {
  ADOPTED_UNKNOWN,
  condense,
  type Condensed,
  type OutletRows,
  PENDING_UNKNOWN,
  PLACEMENTS_UNKNOWN,
  SUBMITTED_UNKNOWN,
  type UnitRows,
} from './condense'
import { allowedUnits } from './factsBehind'
import { dayRange, type Lag, lagOf } from './lag'
import { Tally } from './tally'

/** What does not depend on the query: computed once a ledger revision, the condensed tables when first asked for. */
export interface LedgerIndex {
  readonly ledger: L.Ledger
  readonly buckets: Buckets
  readonly lag: Lag | null
  readonly range: { first: number; last: number } | null
  condensed(clock: Clock, resolution: 'month' | 'day'): Condensed
}

export function indexLedger(ledger: L.Ledger): LedgerIndex {
  const range = dayRange(ledger)
  const buckets = range ? new Buckets(range.first, range.last + 1, ledger.calendar) : new Buckets(0, 0)
  const tables = new Map<string, Condensed>()
  return {
    ledger,
    range,
    lag: lagOf(ledger),
    buckets,
    condensed(clock, resolution) {
      const key = `${clock} ${resolution}`
      let table = tables.get(key)
      if (!table) tables.set(key, (table = condense(ledger, clock, buckets, resolution)))
      return table
    },
  }
}

/**
 * All measures of a query in one pass over the condensed facts (MEASURES §1). A fact counts in a period only if its span lies wholly inside. Clock `submitted`: adoptions follow their item's submission; clock `adopted`: items by their first adoption, placements by their own day.
 */
export function measureLedger(index: LedgerIndex, query: MeasureQuery): Measured {
  return new Pass(index, query).run()
}

const TOTAL = 0
const PREVIOUS = 1

class Pass {
  private readonly ledger: L.Ledger
  private readonly buckets: Buckets
  private readonly span: Span | null
  private readonly before: Span | null
  private readonly unitAllowed: Uint8Array | null
  private readonly totals = new Tally(2)
  private readonly units: Tally
  private readonly months: Tally
  private readonly quarters: Tally
  private readonly halfYears: Tally
  private readonly outletAdopted: Float64Array
  private readonly outletSubmitted: Float64Array
  private readonly outletUnknown: Uint8Array
  private readonly outletTouched: Uint8Array
  private readonly heat = new Map<number, number>()
  private readonly leftOut = {
    month: { wide: 0, undated: 0 },
    quarter: { wide: 0, undated: 0 },
    halfYear: { wide: 0, undated: 0 },
  }
  private readonly unitSeen: Uint8Array

  constructor(
    private readonly index: LedgerIndex,
    private readonly query: MeasureQuery,
  ) {
    this.ledger = index.ledger
    this.buckets = index.buckets
    this.span = query.span
    this.before = query.span ? spanBefore(query.span, index.ledger.calendar) : null
    this.unitAllowed = allowedUnits(index.ledger, query)
    const { units, outlets } = this.ledger
    this.units = new Tally(units.length)
    this.unitSeen = new Uint8Array(units.length)
    this.months = new Tally(this.buckets.months)
    this.quarters = new Tally(this.buckets.quarters)
    this.halfYears = new Tally(this.buckets.halfYears)
    this.outletAdopted = new Float64Array(outlets.length)
    this.outletSubmitted = new Float64Array(outlets.length)
    this.outletUnknown = new Uint8Array(outlets.length)
    this.outletTouched = new Uint8Array(outlets.length)
  }

  run(): Measured {
    const aligned = [this.span, this.before].every((span) => !span || isWholeMonths(span, this.ledger.calendar))
    const { units, outlets } = this.index.condensed(this.query.clock, aligned ? 'month' : 'day')
    this.addUnitRows(units)
    this.addOutletRows(outlets)
    return this.result()
  }

  private passes(unit: number): boolean {
    return this.unitAllowed === null || (unit !== NONE && this.unitAllowed[unit] === 1)
  }

  private inside(from: number, to: number, span: Span | null): boolean {
    return span === null || (from !== UNDATED && from >= span.from && to <= span.to)
  }

  /** Runs `put` for every bucket that the span belongs to: total, previous, the unit, and the calendar series. */
  private spread(unit: number, from: number, to: number, put: (tally: Tally, bucket: number) => void): void {
    if (this.inside(from, to, this.span)) {
      put(this.totals, TOTAL)
      if (unit !== NONE) put(this.units, unit)
    } else if (this.before && this.inside(from, to, this.before)) put(this.totals, PREVIOUS)
    const month = this.buckets.month(from, to)
    if (month >= 0) put(this.months, month)
    const quarter = month >= 0 ? Math.floor(month / 3) : this.buckets.quarter(from, to)
    if (quarter >= 0) put(this.quarters, quarter)
    const half = quarter >= 0 ? Math.floor(quarter / 2) : this.buckets.halfYear(from, to)
    if (half >= 0) put(this.halfYears, half)
  }

  /** Counts facts that a calendar series cannot show. */
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

  private addUnitRows(rows: UnitRows): void {
    for (let i = 0; i < rows.length; i++) {
      const unit = rows.unit[i]!
      if (!this.passes(unit)) continue
      if (unit !== NONE) this.unitSeen[unit] = 1
      const unknown = rows.unknown[i]!
      this.spread(unit, rows.from[i]!, rows.to[i]!, (tally, bucket) => {
        tally.touched[bucket] = 1
        tally.submitted[bucket]! += rows.submitted[i]!
        tally.adopted[bucket]! += rows.adopted[i]!
        tally.placements[bucket]! += rows.placements[i]!
        tally.pending[bucket]! += rows.pending[i]!
        if (unknown & SUBMITTED_UNKNOWN) tally.submittedUnknown[bucket] = 1
        if (unknown & ADOPTED_UNKNOWN) tally.adoptedUnknown[bucket] = 1
        if (unknown & PLACEMENTS_UNKNOWN) tally.placementsUnknown[bucket] = 1
        if (unknown & PENDING_UNKNOWN) tally.pendingUnknown[bucket] = 1
      })
      this.leave(rows.from[i]!, rows.to[i]!, rows.submitted[i]! || rows.adopted[i]! || rows.placements[i]!)
    }
  }

  private addOutletRows(rows: OutletRows): void {
    const width = this.ledger.outlets.length
    for (let i = 0; i < rows.length; i++) {
      const unit = rows.unit[i]!
      if (!this.passes(unit) || !this.inside(rows.from[i]!, rows.to[i]!, this.span)) continue
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

  private result(): Measured {
    const { index, query, before } = this
    const total = this.totals.cell(TOTAL)
    const { units, unitPlace } = this.unitCells()
    const { outlets, outletPlace } = this.outletCells()
    const width = this.ledger.outlets.length
    const heat: HeatCell[] = [...this.heat].map(([key, placements]) => ({
      unit: unitPlace.get(Math.floor(key / width))!,
      outlet: outletPlace.get(key % width)!,
      placements,
    }))
    const previous = before && this.totals.touched[PREVIOUS] ? this.totals.cell(PREVIOUS) : null
    return {
      query,
      submittedMeans: this.ledger.submittedMeans,
      calendar: this.ledger.calendar,
      total,
      previous: before && previous ? { span: before, total: previous, change: changeOf(total, previous) } : null,
      units,
      outlets,
      heat,
      months: this.series(this.months, 'month', 1),
      quarters: this.series(this.quarters, 'quarter', 3),
      halfYears: this.series(this.halfYears, 'halfYear', 6),
      leftOut: this.leftOut as Readonly<Record<Exclude<PeriodKind, 'year'>, LeftOut>>,
      ...this.silence(),
      published: this.ledger.outlets.flatMap(({ name, own }, outletId) =>
        own && this.outletTouched[outletId] ? [{ outletId, outlet: name, count: this.outletAdopted[outletId]! }] : [],
      ),
      lag: index.lag,
      referenceDay: index.range?.last ?? null,
    }
  }

  private silence(): Pick<Measured, 'silentUnits' | 'due'> {
    const { ledger, span } = this
    if (ledger.due.length === 0) {
      const silentUnits = ledger.units.filter((_, id) => this.unitSeen[id] && !this.units.touched[id])
      return { silentUnits: silentUnits.map(({ name }) => name), due: null }
    }
    const groups = this.query.groups && new Set(this.query.groups)
    const due = ledger.due.filter(
      ({ unit, group, from, last }) =>
        (span === null || ((from === null || from < span.to) && (last === null || last >= span.from))) &&
        (unit === null ? !this.query.unitIds && (!groups || groups.has(group ?? '')) : this.passes(unit)),
    )
    const silent = due.filter(
      ({ unit }) => unit === null || !this.units.touched[unit] || this.units.cell(unit).submitted === 0,
    )
    return { silentUnits: silent.map(({ name }) => name), due: due.length }
  }

  private unitCells(): { units: UnitCell[]; unitPlace: Map<number, number> } {
    const unitPlace = new Map<number, number>()
    const units: UnitCell[] = []
    for (const [id, { name, group }] of this.ledger.units.entries()) {
      if (!this.units.touched[id]) continue
      unitPlace.set(id, units.length)
      units.push({ ...this.units.cell(id), unitId: id, unit: name, group })
    }
    return { units, unitPlace }
  }

  private outletCells(): { outlets: OutletCell[]; outletPlace: Map<number, number> } {
    const outletPlace = new Map<number, number>()
    const outlets: OutletCell[] = []
    const sum = this.ledger.outlets.reduce((total, { own }, id) => (own ? total : total + this.outletAdopted[id]!), 0)
    for (const [id, { name, level, own }] of this.ledger.outlets.entries()) {
      if (!this.outletTouched[id] || own) continue
      const adopted = this.outletAdopted[id]!
      const submitted = this.outletUnknown[id] ? null : this.outletSubmitted[id]!
      const rate = submitted !== null && submitted > 0 ? adopted / submitted : null
      outletPlace.set(id, outlets.length)
      outlets.push({
        outletId: id,
        outlet: name,
        level,
        submitted,
        adopted,
        rate,
        interval: rate !== null && adopted <= submitted! ? wilson(adopted, submitted!) : null,
        share: sum > 0 ? adopted / sum : null,
      })
    }
    return { outlets, outletPlace }
  }

  private series(tally: Tally, kind: Exclude<PeriodKind, 'year'>, size: 1 | 3 | 6): PeriodCell[] {
    const { lag, range } = this.index
    const cells: PeriodCell[] = []
    for (let bucket = 0; bucket < tally.size; bucket++) {
      if (!tally.touched[bucket]) continue
      const span = this.buckets.spanOfBucket(bucket, size)
      const mature = lag && range ? range.last - (span.to - 1) >= lag.p90 : null
      cells.push({ ...tally.cell(bucket), period: periodKey(kind, span.from, this.ledger.calendar), span, mature })
    }
    return cells
  }
}

/** Change of a cell against an earlier one; null where either side is unknown, the interval also where a rate passes 1. */
export function changeOf(now: Cell, before: Cell): Change {
  const minus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b)
  const comparable = now.interval !== null && before.interval !== null
  const difference = comparable ? newcombe(now.adopted!, now.submitted!, before.adopted!, before.submitted!) : null
  return {
    submitted: minus(now.submitted, before.submitted),
    adopted: minus(now.adopted, before.adopted),
    placements: minus(now.placements, before.placements),
    rate: minus(now.rate, before.rate),
    rateInterval: difference ? [difference.low, difference.high] : null,
  }
}
