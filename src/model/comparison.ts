import type { Cell, Held } from './measure'
import type { Clock, Span } from './period'

/** A period beside those that it is compared with. */
export interface ComparedPeriod {
  /** What it is to the others: a key under `trends.compared`. */
  readonly id: 'period' | 'before' | 'lastYear' | 'toDate' | 'toDateLastYear'
  readonly span: Span
  readonly clock: Clock
  /** null: no facts. */
  readonly cell: Cell | null
  /** The later period that is compared with it, by its id. */
  readonly against: ComparedPeriod['id'] | null
  /** false: its decisions are still coming in; null: unknown. */
  readonly mature: boolean | null
  /** The log reaches back to its first month. */
  readonly whole: boolean
  /** The log reaches its end. */
  readonly over: boolean
}

/** The earlier period of a comparison: the one just before, or the same of last year. */
export const EARLIER = ['before', 'lastYear'] as const
export type Earlier = (typeof EARLIER)[number]

/**
 * How a unit's rate moved: outside Newcombe's 95 % interval (`up`, `down`), outside the 99.8 % one and Fisher's test (`farUp`, `farDown`), or within; `tooFew`: fewer items than are spoken of in either period; `unknown`: no rate in
 * [0, 1] in both; `open`: nobody is judged, for the reason that `held` gives.
 */
export type Move = 'farUp' | 'up' | 'farDown' | 'down' | 'unclear' | 'tooFew' | 'unknown' | 'open'

export interface UnitChange {
  readonly unitId: number
  readonly unit: string
  readonly group: string | null
  /** null: no facts in that period. */
  readonly now: Cell | null
  readonly before: Cell | null
  /** Rate now − rate before, as a fraction; null where `move` is unknown. */
  readonly difference: number | null
  /** Newcombe 95 % of the difference; null by the clock of adoption, where the rates are no proportions. */
  readonly interval: readonly [low: number, high: number] | null
  readonly move: Move
}

/** Every unit with facts in either of two periods: who moved first, surest and largest changes before others, rises before falls; then by change; those that are not spoken of last, larger ones first. */
export interface UnitChanges {
  readonly period: Span
  readonly before: Span
  readonly earlier: Earlier
  /** Fewest items in both periods for which a change is spoken of. */
  readonly fewest: number
  /** Why nobody is judged; null: units are. */
  readonly held: Held | 'partial' | null
  readonly units: readonly UnitChange[]
}
