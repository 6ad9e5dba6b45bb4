import type { Cell, Held } from './measure'
import type { Span } from './period'

/** What units are ranked by. */
export type RankBy = 'rate' | 'adopted' | 'placements'

/** A unit in a ranking. */
export interface RankedUnit {
  readonly unitId: number
  readonly unit: string
  readonly group: string | null
  readonly submitted: number | null
  readonly adopted: number | null
  readonly placements: number | null
  readonly rate: number | null
  readonly interval: readonly [number, number] | null
  /** The number it is ranked by; null where it is unknown. */
  readonly value: number | null
  /** Equal values share a rank: 1, 2, 2, 4. null: too few items, or the number is unknown. */
  readonly rank: number | null
  /** Best and worst rank that the data cannot rule out (simultaneous 95 %); null without a rank, and where ranks are not tested: of too many units, and of rates by the clock of adoption. */
  readonly range: readonly [best: number, worst: number] | null
}

/** Units ranked among each other: one group, or all together. */
export interface Ranking {
  /** null: units without a group, or all units where no group is known. */
  readonly group: string | null
  readonly by: RankBy
  /** Fewest submitted items for a rank by rate. */
  readonly fewest: number
  /** Ranked units best first, then those that are not ranked, larger ones first. */
  readonly units: readonly RankedUnit[]
  /** Placements are counted items × outlets, not independent items: the ranges are approximate. */
  readonly approximate: boolean
  /** How many of the ranked units could be the first: they cannot be told apart from it. */
  readonly undecided: number
  /** Why nobody is judged; null: units are. Counts of adoptions are by the clock of adoption too. */
  readonly held: Held | null
}

/**
 * Where a unit lies in the funnel: within 95 %, outside it, outside 99.8 %; `tooFew`: of a size at which no rate on its side would be a surprise; `open`: it
 * lies outside by its immature months alone, or nobody is judged.
 */
export type FunnelPlace = 'within' | 'high' | 'veryHigh' | 'low' | 'veryLow' | 'tooFew' | 'open'

export interface FunnelPoint {
  readonly unitId: number
  readonly unit: string
  readonly group: string | null
  readonly submitted: number
  readonly adopted: number
  readonly rate: number
  readonly place: FunnelPlace
}

/** Limits at one size, as fractions. */
export interface FunnelLine {
  readonly n: number
  readonly low95: number
  readonly high95: number
  readonly low998: number
  readonly high998: number
}

export interface FunnelPlot {
  /** p̄ = Σ adopted ÷ Σ submitted of the units drawn; null without any. */
  readonly target: number | null
  readonly points: readonly FunnelPoint[]
  /** Limits over the sizes from 1 to the largest, dense enough to draw. */
  readonly lines: readonly FunnelLine[]
  /** Limits adjusted for variation between units beyond chance were asked for. */
  readonly adjusted: boolean
  /** They were adjusted: asked for, and units do differ by more than chance (τ² > 0). */
  readonly widened: boolean
  /** φ, the mean squared z-score: 1 is chance. */
  readonly phi: number
  /** Units left out: no rate, or more adopted than submitted. */
  readonly leftOut: number
  /** Why nobody is judged; null: units are. */
  readonly held: Held | null
}

export type ControlSignal = 'outside' | 'trend' | 'nearLimit' | 'run'
export type ControlRules = 'nhs' | 'wheeler'
/** rate: Laney's P′. Others: XmR. */
export type ControlMeasure = 'rate' | 'submitted' | 'adopted' | 'placements'

/** One month of a control chart. */
export interface ControlPoint {
  /** 2024-03. */
  readonly period: string
  readonly span: Span
  /** null: no facts, or the number is unknown: a gap. */
  readonly value: number | null
  /** Numerator and denominator of a rate. */
  readonly adopted: number | null
  readonly submitted: number | null
  readonly mean: number | null
  readonly low: number | null
  readonly high: number | null
  readonly signals: readonly ControlSignal[]
  /** Its decisions are still coming in: drawn, and kept out of mean, limits and rules. */
  readonly immature: boolean
}

/** Months with one mean and one width of limits. */
export interface ControlPhase {
  readonly from: string
  readonly mean: number
  /** Months that made the limits. */
  readonly points: number
  /** Fewer than twelve months: the limits are for trial. */
  readonly trial: boolean
}

export interface ControlChart {
  readonly measure: ControlMeasure
  readonly rules: ControlRules
  readonly points: readonly ControlPoint[]
  readonly phases: readonly ControlPhase[]
  /** Why the last phase has no limits: no two neighbouring months, or none that differ; null where it has. */
  readonly lacking: 'months' | 'scatter' | null
}

/** How a control chart is to be made. */
export interface ControlSettings {
  readonly measure: ControlMeasure
  readonly rules: ControlRules
  /** Months at which a new phase begins, with mean and limits of its own, as 2024-03. */
  readonly rebase: readonly string[]
  /** Months at the start that make the limits of a phase; null: all of them. */
  readonly baseline: number | null
}

/** A unit, or units added up, in a comparison of one unit with others: itself, the others of its group, all others. */
export interface Peer {
  readonly kind: 'own' | 'group' | 'all'
  readonly cell: Cell
  /** Without immature months; null where none of these months is immature. */
  readonly settled: Cell | null
  readonly unitIds: readonly number[]
}

/** A unit by name and group with those that it is compared with. */
export interface UnitPeers {
  readonly unit: string
  readonly group: string | null
  /** Itself first; [] for a unit without facts. */
  readonly peers: readonly Peer[]
}
