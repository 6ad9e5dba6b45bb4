import { IS_ADOPTED, type Ledger } from '../ledger/ledger'
import { UNDATED } from '../model/facts'
import type { LagDistribution, MeasureQuery } from '../model/measure'
import { quantileOfCounts } from '../stats/quantile'
import { allowedUnits } from './factsBehind'
import { LONGEST_LAG } from './lag'

/** Days drawn one by one; what took longer stands together at the end. */
const DRAWN = 60

/**
 * Days from submission to first adoption of the adopted items of a query, by day of submission; items dated by a day on both sides only. Adoptions before
 * submission (reported at import) are left out. Quantiles of type 7. null without such an item.
 */
export function lagDistribution(ledger: Ledger, query: MeasureQuery): LagDistribution | null {
  const { unit, from, to, adoptedFrom, adoptedTo, flags, length } = ledger.items
  const allowed = allowedUnits(ledger, query)
  const { span } = query
  const counts = new Uint32Array(LONGEST_LAG + 1)
  const days = new Array<number>(DRAWN + 1).fill(0)
  let n = 0
  for (let i = 0; i < length; i++) {
    if (!(flags[i]! & IS_ADOPTED) || adoptedFrom[i] === UNDATED || from[i] === UNDATED) continue
    if (to[i]! - from[i]! !== 1 || adoptedTo[i]! - adoptedFrom[i]! !== 1 || adoptedFrom[i]! < from[i]!) continue
    if (allowed && allowed[unit[i]!] !== 1) continue
    if (span && (from[i]! < span.from || to[i]! > span.to)) continue
    const lag = Math.min(LONGEST_LAG, adoptedFrom[i]! - from[i]!)
    counts[lag]!++
    days[Math.min(DRAWN, lag)]!++
    n++
  }
  if (n === 0) return null
  return { n, median: quantileOfCounts(counts, 0.5)!, p90: quantileOfCounts(counts, 0.9)!, days }
}
