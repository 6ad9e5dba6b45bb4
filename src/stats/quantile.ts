/**
 * Quantile of type 7 (R's default): linear between order statistics at h = (n − 1)p.
 * `counts[v]` is how often the whole number v occurs, so a million lags cost one small table. null when nothing was counted.
 */
export function quantileOfCounts(counts: ArrayLike<number>, p: number): number | null {
  let n = 0
  for (let value = 0; value < counts.length; value++) n += counts[value]!
  if (n === 0) return null
  const h = (n - 1) * p
  const low = orderStatistic(counts, Math.floor(h))
  const high = orderStatistic(counts, Math.ceil(h))
  return low + (h - Math.floor(h)) * (high - low)
}

/** The k-th smallest value (from 0) of a table of counts. */
function orderStatistic(counts: ArrayLike<number>, k: number): number {
  let seen = 0
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value]!
    if (seen > k) return value
  }
  throw new RangeError(`order statistic ${k} of ${seen} values`)
}

/** Quantile of type 7 of any numbers. @throws RangeError without a number. */
export function quantile(values: readonly number[], p: number): number {
  if (values.length === 0) throw new RangeError('quantile of no value')
  const sorted = [...values].sort((a, b) => a - b)
  const h = (sorted.length - 1) * p
  const low = sorted[Math.floor(h)]!
  return low + (h - Math.floor(h)) * (sorted[Math.ceil(h)]! - low)
}
