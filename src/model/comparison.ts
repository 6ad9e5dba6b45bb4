import type { Cell } from './measure'
import type { Span } from './period'

/** A period beside those that it is compared with. */
export interface ComparedPeriod {
  /** What it is to the others: a key under `trends.compared`. */
  readonly id: 'period' | 'before' | 'lastYear' | 'toDate' | 'toDateLastYear'
  readonly span: Span
  /** null: no facts. */
  readonly cell: Cell | null
  /** The later period that is compared with it, by its id. */
  readonly against: ComparedPeriod['id'] | null
  /** false: its decisions are still coming in; null: unknown. */
  readonly mature: boolean | null
  /** The log reaches back to its first month. */
  readonly whole: boolean
}
