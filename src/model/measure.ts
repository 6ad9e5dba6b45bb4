import type { SubmittedMeaning } from './office'
import type { Clock, Day, PeriodKind, ReportingCalendar, Span } from './period'

/** Why a figure is null; shown on hover and to screen readers beside «—». */
export type NullReason =
  | 'no-submissions'
  | 'submitted-unknown'
  | 'adopted-unknown'
  | 'adopted-untold'
  | 'placements-unknown'
  | 'no-status'
  | 'no-facts'

/**
 * The five measures of a set of facts. null means unknown, never zero.
 * submitted, adopted: items. placements: items × outlets. pending: items undecided.
 * rate: adopted ÷ submitted as a fraction (may pass 1 on the adopted clock); null when submitted is 0 or either is null.
 * interval: Wilson 95 % of the rate; null when there is no rate or adopted > submitted.
 */
export interface Cell {
  readonly submitted: number | null
  readonly adopted: number | null
  readonly placements: number | null
  readonly pending: number | null
  readonly rate: number | null
  readonly interval: readonly [low: number, high: number] | null
}

/** Where a unit's rate lies against the 95 % funnel limits of its size: above, below, around the rate of all; unknown without a rate in [0, 1], or where nobody is judged. */
export type Standing = 'above' | 'below' | 'around' | 'unknown'

/** The part of a cell whose decisions are in; null where a number is unknown. */
export interface Settled {
  readonly submitted: number | null
  readonly adopted: number | null
}

export interface UnitCell extends Cell {
  /** Index into `Measured.unitNames`' source ledger; stable within one ledger revision. */
  readonly unitId: number
  readonly unit: string
  readonly group: string | null
  /**
   * Against all units of the query: colours of a ranking, page of problems and funnel plot say the same of a unit. Above and below hold without the immature
   * months too; what does not is unknown.
   */
  readonly standing: Standing
  /** What of it lies in mature months (of a month that the period cuts, by its days); null where none of its facts is immature, or maturity is unknown. */
  readonly settled: Settled | null
}

/** One outlet. submitted and rate are null where no ledger says what was submitted to it. share: adopted ÷ Σ adopted over outlets. */
export interface OutletCell {
  readonly outletId: number
  readonly outlet: string
  readonly level: string | null
  readonly submitted: number | null
  readonly adopted: number
  readonly rate: number | null
  readonly interval: readonly [number, number] | null
  readonly share: number | null
}

/** One month, quarter, half-year or year. `period` reads 2024-03, 2024Q1, 2024H1, 2024. */
export interface PeriodCell extends Cell {
  readonly period: string
  readonly span: Span
  /**
   * false while the reference day minus the end of the period is shorter than the log's 90th-percentile lag (by the clock of adoption: never for that), and
   * while the period is not over; null when the lag is unknown.
   */
  readonly mature: boolean | null
  /** The log reaches its end, give or take a few quiet days. */
  readonly over: boolean
}

/** Placements of one unit in one outlet; index pairs into `units` and `outlets` of the same result. */
export interface HeatCell {
  readonly unit: number
  readonly outlet: number
  readonly placements: number
}

/** Change of one cell against an earlier one. counts: items (and relative); rate: fraction points with Newcombe's 95 % interval. */
export interface Change {
  readonly submitted: number | null
  readonly adopted: number | null
  readonly placements: number | null
  readonly rate: number | null
  readonly rateInterval: readonly [number, number] | null
}

/** What the figures are asked for. Every filter null = everything. */
export interface MeasureQuery {
  readonly clock: Clock
  readonly span: Span | null
  readonly unitIds: readonly number[] | null
  readonly groups: readonly string[] | null
  /** The frozen state that is asked; without one the workspace as it is. */
  readonly snapshot?: string
}

/**
 * Why nobody is judged. `notOver`: the log does not reach the end of the period. `immature`: decisions of most of it are still coming in, by its items or by its
 * days. `clock`: by the clock of adoption the items adopted in a period are not those submitted in it, and no statistic of a proportion holds; of everything they are.
 */
export type Held = 'notOver' | 'immature' | 'clock'

/** Facts a figure leaves out, said in the basis line. */
export interface LeftOut {
  /** items and counted submissions that lie in no bucket of this kind, e.g. half-year counts in a monthly chart. */
  readonly wide: number
  /** facts without a day on the chosen clock. */
  readonly undated: number
}

/** Everything the Overview shows, computed in one pass over the facts. */
export interface Measured {
  readonly query: MeasureQuery
  /** What 报送 counts, as the office says; printed with every figure where it is not items. */
  readonly submittedMeans: SubmittedMeaning
  /** What months and years are, as the office says. */
  readonly calendar: ReportingCalendar
  readonly total: Cell
  /** Same-length period just before the chosen one, null when no period is chosen or no fact lies there. */
  readonly previous: { readonly span: Span; readonly total: Cell; readonly change: Change } | null
  readonly units: readonly UnitCell[]
  readonly outlets: readonly OutletCell[]
  readonly heat: readonly HeatCell[]
  /** Series over all time with the unit filters applied (the chosen period is marked, not cut out); only buckets with facts. */
  readonly months: readonly PeriodCell[]
  readonly quarters: readonly PeriodCell[]
  readonly halfYears: readonly PeriodCell[]
  readonly leftOut: Readonly<Record<Exclude<PeriodKind, 'year'>, LeftOut>>
  /**
   * Units that reported nothing in the period: of the roster where there is one (those that owed reports then), else of the units that
   * have facts elsewhere in the ledger.
   */
  readonly silentUnits: readonly string[]
  /** Units of the roster that owed reports in the period, after the filters; null without a roster. */
  readonly due: number | null
  /** What the office's own publications printed; no adoptions. */
  readonly published: readonly { readonly outletId: number; readonly outlet: string; readonly count: number }[]
  /** Days from submission to first adoption: median and 90th percentile (type 7); null without adoption days. */
  readonly lag: { readonly median: number; readonly p90: number; readonly n: number } | null
  /** First day that any fact of the log touches; null without one. */
  readonly firstDay: Day | null
  /** The log's last day, or the later one up to which the office says that it is complete: maturity refers to it. */
  readonly referenceDay: Day | null
  /** The reference day is no entry of the log: the office says that the log is complete up to it. */
  readonly referenceSaid: boolean
  /** Why no unit is judged by it; null where units are. Open months that are but a part of it are named. */
  readonly held: Held | null
}

/** Items by a fact that the ledgers say of them: an author, a category, a form. */
export interface LabelCell {
  /** Number of the name among those of its kind; stable within one ledger revision. */
  readonly labelId: number
  readonly name: string
  readonly submitted: number
  /** null where the sheets do not tell adoption. */
  readonly adopted: number | null
}

/** Days from submission to first adoption. */
export interface LagDistribution {
  readonly n: number
  readonly median: number
  readonly p90: number
  /** Items by days, from 0; the last entry holds all that took longer. */
  readonly days: readonly number[]
}
