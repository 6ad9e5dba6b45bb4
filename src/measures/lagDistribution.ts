import type { Ledger } from '../ledger/ledger'
import type { LagDistribution, MeasureQuery } from '../model/measure'
import { quantileOfCounts } from '../stats/quantile'
import { allowedUnits } from './factsBehind'
import { lagOfItem, LONGEST_DRAWN, LONGEST_LAG } from './lag'

/**
 * Days from submission to first adoption of the adopted items of a query, by day of submission (see `lagOfItem`). Quantiles of type 7. null without such an item.
 */
export function lagDistribution(ledger: Ledger, query: MeasureQuery): LagDistribution | null {
  const { items } = ledger
  const { unit, from, to } = items
  const allowed = allowedUnits(ledger, query)
  const { span } = query
  const counts = new Uint32Array(LONGEST_LAG + 1)
  const days = new Array<number>(LONGEST_DRAWN + 1).fill(0)
  let n = 0
  for (let i = 0; i < items.length; i++) {
    const lag = lagOfItem(items, i)
    if (lag === null) continue
    if (allowed && allowed[unit[i]!] !== 1) continue
    if (span && (from[i]! < span.from || to[i]! > span.to)) continue
    counts[lag]!++
    days[Math.min(LONGEST_DRAWN, lag)]!++
    n++
  }
  if (n === 0) return null
  return { n, median: quantileOfCounts(counts, 0.5)!, p90: quantileOfCounts(counts, 0.9)!, days }
}
