import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf'

/** Two-sided tail probabilities of the funnel plot's limits: 95 % and 99.8 %. */
export const TAILS = { low95: 0.025, high95: 0.975, low998: 0.001, high998: 0.999 } as const

/**
 * Exact limit of a proportion of n trials at tail probability `p` when the true one is `target`, with interpolation (Spiegelhalter 2005):
 * r the smallest count with F(r) > p, a = (F(r) − p) ÷ (F(r) − F(r − 1)), limit = (r − a) ÷ n, clipped to [0, 1].
 * @throws RangeError when n is no positive whole number, or target or p lies outside (0, 1).
 */
export function binomialLimit(n: number, target: number, p: number): number {
  if (!Number.isInteger(n) || n <= 0) throw new RangeError(`binomialLimit needs a whole n > 0, got ${n}`)
  if (!(target > 0 && target < 1) || !(p > 0 && p < 1))
    throw new RangeError(`binomialLimit needs target and p inside (0, 1), got ${target} and ${p}`)
  // Bisection: F grows with r.
  let below = -1
  let above = n
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2)
    if (binomialCdf(middle, n, target) > p) above = middle
    else below = middle
  }
  const r = above
  const at = binomialCdf(r, n, target)
  const before = r === 0 ? 0 : binomialCdf(r - 1, n, target)
  return Math.min(1, Math.max(0, (r - (at - p) / (at - before)) / n))
}
