import { IS_ADOPTED, type Ledger, type LedgerItems } from '../ledger/ledger'
import { UNDATED } from '../model/facts'
import type { Day } from '../model/period'
import { quantileOfCounts } from '../stats/quantile'

/** Lags beyond ten years are typing slips; they count as ten years. */
export const LONGEST_LAG = 3660

/** Days told one by one in a distribution; what took longer stands together. */
export const LONGEST_DRAWN = 60

export interface Lag {
  /** Days from submission to first adoption, type-7 quantiles. */
  readonly median: number
  readonly p90: number
  readonly n: number
}

/**
 * Days from the submission of an item to its first adoption; null where it was not adopted or either day is unknown. Adoptions before submission (reported at
 * import) have none.
 */
export function lagOfItem({ from, to, adoptedFrom, adoptedTo, flags }: LedgerItems, i: number): number | null {
  if (!(flags[i]! & IS_ADOPTED) || adoptedFrom[i] === UNDATED || from[i] === UNDATED) return null
  if (to[i]! - from[i]! !== 1 || adoptedTo[i]! - adoptedFrom[i]! !== 1 || adoptedFrom[i]! < from[i]!) return null
  return Math.min(LONGEST_LAG, adoptedFrom[i]! - from[i]!)
}

/** The log's lag over all items with both days; null without such an item. */
export function lagOf({ items }: Ledger): Lag | null {
  const counts = new Uint32Array(LONGEST_LAG + 1)
  let n = 0
  for (let i = 0; i < items.length; i++) {
    const lag = lagOfItem(items, i)
    if (lag === null) continue
    counts[lag]!++
    n++
  }
  const median = quantileOfCounts(counts, 0.5)
  const p90 = quantileOfCounts(counts, 0.9)
  return median === null || p90 === null ? null : { median, p90, n }
}

/** First and last day that any fact touches; null in an empty or undated ledger. The last one is the reference day of maturity. */
export function dayRange(ledger: Ledger): { first: Day; last: Day } | null {
  let first = Infinity
  let end = -Infinity
  const take = (from: number, to: number): void => {
    if (from === UNDATED) return
    if (from < first) first = from
    if (to > end) end = to
  }
  const { items, placements } = ledger
  for (let i = 0; i < items.length; i++) take(items.from[i]!, items.to[i]!)
  for (let i = 0; i < placements.length; i++) take(placements.from[i]!, placements.to[i]!)
  for (const count of ledger.unitCounts) take(count.from, count.to)
  return end > first ? { first, last: end - 1 } : null
}
