import type { Ledger } from '../ledger/ledger'
import type {
  Cell,
  HeatCell,
  Held,
  Measured,
  MeasureQuery,
  OutletCell,
  PeriodCell,
  Settled,
  Standing,
  UnitCell,
} from '../model/measure'
import type { Day, PeriodKind, Span } from '../model/period'
import { funnelStanding } from '../stats/funnelPlace'
import { pooledRate } from '../stats/pooledRate'
import { wilson } from '../stats/wilson'
import { periodKey } from '../time/calendar'
import { isOver, isSettled, type LogEnd } from '../time/maturity'
import type { Buckets } from './buckets'
import { changeOf } from './changeOf'
import type { Lag } from './lag'
import type { QueryTotals } from './queryTotals'
import { settledRate } from './settledRate'
import { silence } from './silence'
import type { Tally } from './tally'

/** What of a ledger no query changes. */
export interface LedgerTraits {
  readonly ledger: Ledger
  readonly buckets: Buckets
  readonly lag: Lag | null
  /** First and last day of any fact. */
  readonly range: { readonly first: Day; readonly last: Day } | null
  /** Day to which maturity refers (Measured.referenceDay); null without facts. */
  readonly referenceDay: Day | null
}

/** The cells of a query from its sums, each with its name, rate and interval. */
export function measuredOf(totals: QueryTotals, query: MeasureQuery, traits: LedgerTraits): Measured {
  const { ledger, lag, range, referenceDay } = traits
  const { total, previous, before } = totals
  const end = { clock: query.clock, p90: lag?.p90 ?? null, referenceDay }
  const held = heldBy(query, totals, end)
  const { units, unitPlace } = unitCells(totals, ledger, held !== null)
  const { outlets, outletPlace } = outletCells(totals, ledger)
  const width = ledger.outlets.length
  const heat: HeatCell[] = [...totals.heat].map(([key, placements]) => ({
    unit: unitPlace.get(Math.floor(key / width))!,
    outlet: outletPlace.get(key % width)!,
    placements,
  }))
  return {
    query,
    submittedMeans: ledger.submittedMeans,
    calendar: ledger.calendar,
    total,
    previous: before && previous ? { span: before, total: previous, change: changeOf(total, previous) } : null,
    units,
    outlets,
    heat,
    months: series(totals.months, 'month', 1, traits, end),
    quarters: series(totals.quarters, 'quarter', 3, traits, end),
    halfYears: series(totals.halfYears, 'halfYear', 6, traits, end),
    leftOut: totals.leftOut,
    ...silence(totals, query, ledger),
    published: ledger.outlets.flatMap(({ name, own }, outletId) =>
      own && totals.outletTouched[outletId] ? [{ outletId, outlet: name, count: totals.outletAdopted[outletId]! }] : [],
    ),
    lag,
    firstDay: range?.first ?? null,
    referenceDay,
    referenceSaid: range !== null && referenceDay !== range.last,
    held,
  }
}

/** @param held nobody is judged */
function unitCells(
  totals: QueryTotals,
  ledger: Ledger,
  held: boolean,
): { units: UnitCell[]; unitPlace: Map<number, number> } {
  const unitPlace = new Map<number, number>()
  const units: UnitCell[] = []
  for (const [id, { name, group }] of ledger.units.entries()) {
    if (!totals.units.touched[id]) continue
    unitPlace.set(id, units.length)
    const cell = totals.units.cell(id)
    units.push({ ...cell, unitId: id, unit: name, group, standing: 'unknown', settled: settledOf(cell, totals, id) })
  }
  const overall = held ? null : pooledRate(units)
  const mature = settledRate(units)
  return { units: units.map((unit) => ({ ...unit, standing: standingOf(unit, overall, mature) })), unitPlace }
}

function settledOf({ submitted, adopted }: Cell, { open }: QueryTotals, unit: number): Settled | null {
  if (!open.touched[unit]) return null
  return {
    submitted: submitted === null ? null : submitted - open.submitted[unit]!,
    adopted: adopted === null ? null : adopted - open.adopted[unit]!,
  }
}

/** By all facts, and the same by those of mature months: what immature ones alone make of a unit, or of the rate of all, is no standing. */
function standingOf(unit: UnitCell, overall: number | null, mature: number | null): Standing {
  const standing = funnelStanding(unit.adopted, unit.submitted, overall)
  if (mature === null || (standing !== 'above' && standing !== 'below')) return standing
  const { submitted, adopted } = unit.settled ?? unit
  return funnelStanding(adopted, submitted, mature) === standing ? standing : 'unknown'
}

function outletCells(totals: QueryTotals, ledger: Ledger): { outlets: OutletCell[]; outletPlace: Map<number, number> } {
  const outletPlace = new Map<number, number>()
  const outlets: OutletCell[] = []
  const sum = ledger.outlets.reduce((all, { own }, id) => (own ? all : all + totals.outletAdopted[id]!), 0)
  for (const [id, { name, level, own }] of ledger.outlets.entries()) {
    if (!totals.outletTouched[id] || own) continue
    const adopted = totals.outletAdopted[id]!
    const submitted = totals.outletUnknown[id] ? null : totals.outletSubmitted[id]!
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

function heldBy({ clock, span }: MeasureQuery, totals: QueryTotals, end: LogEnd): Held | null {
  if (span && !isOver(span, end)) return 'notOver'
  if (span && clock === 'adopted') return 'clock'
  if (waitsMostly(totals.total, totals)) return end.p90 === null || clock === 'adopted' ? 'notOver' : 'immature'
  return span && isOpen(span, end) ? 'immature' : null
}

/** Whether more of what is asked for waits for its decisions than not: a log of one young month, a half-year whose items all came at its end. */
function waitsMostly({ submitted }: Cell, { openTotal }: QueryTotals): boolean {
  return submitted !== null && openTotal.submitted[0]! * 2 > submitted
}

/** The longest month, in days. */
const MONTH = 31

/**
 * Whether too little of a span is decided to judge units by it: a month until it is mature; a longer span while half of its days have not had the time that
 * nine in ten adoptions take. One open month of six takes no verdict away from units that live through all six: who stands out must do so without it too.
 */
function isOpen(span: Span, end: LogEnd): boolean {
  const { p90, referenceDay } = end
  if (referenceDay === null || p90 === null || isSettled(span, end) !== false) return false
  const length = span.to - span.from
  return length <= MONTH || referenceDay - p90 - span.from < length / 2
}

function series(
  tally: Tally,
  kind: Exclude<PeriodKind, 'year'>,
  size: 1 | 3 | 6,
  traits: LedgerTraits,
  end: LogEnd,
): PeriodCell[] {
  const cells: PeriodCell[] = []
  for (let bucket = 0; bucket < tally.size; bucket++) {
    if (!tally.touched[bucket]) continue
    const span = traits.buckets.spanOfBucket(bucket, size)
    const period = periodKey(kind, span.from, traits.ledger.calendar)
    cells.push({ ...tally.cell(bucket), period, span, mature: isSettled(span, end), over: isOver(span, end) })
  }
  return cells
}
