import type { ControlSignal, FunnelPlace } from '../model/analysis'
import type { Move } from '../model/comparison'

/** The words a chart prints, already in the reader's language: builders hold none. */
export interface ChartWords {
  readonly submitted: string
  readonly adopted: string
  readonly placements: string
  readonly pending: string
  readonly rate: string
  readonly share: string
  /** Name of the 95 % Wilson interval. */
  readonly interval: string
  /** Mark of a month whose decisions are still coming in. */
  readonly immature: string
  /** Name of the rate of all units together. */
  readonly overall: string
  /** Stands after a unit with too few items to be ranked. */
  readonly notRanked: string
  /** Stands after «—» where no ledger says what was submitted. */
  readonly noRate: string
  /** Ends of the heat map's scale. */
  readonly few: string
  readonly many: string
  /** Limits of the funnel plot. */
  readonly limit95: string
  readonly limit998: string
  readonly submittedItems: string
  readonly funnelPlace: (place: FunnelPlace) => string
  /** Lines of the control chart. */
  readonly mean: string
  readonly naturalLimits: string
  /** Limits made of fewer than twelve months. */
  readonly trialLimits: string
  /** Where a phase with mean and limits of its own begins. */
  readonly rebased: string
  readonly signalHigh: string
  readonly signalLow: string
  readonly value: string
  readonly signal: (signal: ControlSignal) => string
  /** What is too small to be drawn by itself. */
  readonly others: string
  /** «12 days»; `more`: that many or more. */
  readonly days: (days: number, more: boolean) => string
  readonly lagAxis: string
  readonly median: string
  readonly p90: string
  readonly rank: string
  /** Units that the data cannot tell apart from the first, and the others. */
  readonly couldBeFirst: string
  readonly notFirst: string
  /** «ranks 1 to 12», over the axis. */
  readonly rankAxis: (units: number) => string
  /** Ranks that cannot be ruled out; one alone where worst is null. */
  readonly rankRange: (best: number, worst: number | null) => string
  /** Change of a rate from an earlier period. */
  readonly change: string
  /** The same with its unit, over the axis. */
  readonly changeAxis: string
  /** «+4.2» → with its unit and what it is. */
  readonly changePoints: (points: string) => string
  /** Ends of its interval, with signs. */
  readonly changeInterval: (low: string, high: string) => string
  readonly move: (move: Move) => string
  /** 2024-03, 2024Q1, 2024H1, 2024 → full name. */
  readonly periodName: (key: string) => string
  /** 2024-03 → name of the month alone. */
  readonly monthTick: (key: string) => string
  /** 2024-03 → name of the year alone. */
  readonly yearTick: (key: string) => string
}

/** Inner size of the chart in CSS px; builders decide by it which labels fit. */
export interface ChartSize {
  readonly width: number
  readonly height: number
}
