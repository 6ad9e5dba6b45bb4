import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf'
import { TAILS } from './binomialLimits'
import { areExact, type FunnelLimits, funnelLimits } from './funnelLimits'

/** Where a rate lies against funnel limits: within 95 %, outside it, outside 99.8 %; `tooFew`: of a size at which no rate would be a surprise on its side. */
export type LimitPlace = 'within' | 'high' | 'veryHigh' | 'low' | 'veryLow' | 'tooFew'

/**
 * The words of MEASURES §2: 偏高/偏低 is outside 95 %, 显著 outside 99.8 %. Low can be said only of a unit that is large enough to have shown it,
 * (1 − p̄)ⁿ < 0.025, high likewise, p̄ⁿ < 0.025. Limits of small units lie between two counts, and the outer of both may be reached by chance more often than
 * said (2 of 2 against 0.44); there the count's own probability must be as rare as well: P(X ≥ x) or P(X ≤ x) ≤ 2.5 %, or 0.1 %.
 * @param x adopted, 0 ≤ x ≤ n. @param n submitted, > 0. @param target p̄, in [0, 1]
 */
export function funnelPlace(x: number, n: number, target: number, limits: FunnelLimits): LimitPlace {
  const rate = x / n
  if (rate === target) return 'within'
  const above = rate > target
  if ((above ? target : 1 - target) ** n >= TAILS.low95) return 'tooFew'
  const beyond = (limit: number): boolean => (above ? rate > limit : rate < limit)
  const chance = !areExact(n, target) ? 0 : above ? 1 - binomialCdf(x - 1, n, target) : binomialCdf(x, n, target)
  if (!beyond(above ? limits.high95 : limits.low95) || chance > TAILS.low95) return 'within'
  const far = beyond(above ? limits.high998 : limits.low998) && chance <= TAILS.low998
  if (above) return far ? 'veryHigh' : 'high'
  return far ? 'veryLow' : 'low'
}

/**
 * Where a rate lies against the 95 % limits of its size, not adjusted: what the funnel plot says, for colours and lists. `unknown` without a target or a rate
 * in [0, 1].
 */
export function funnelStanding(
  x: number | null,
  n: number | null,
  target: number | null,
): 'above' | 'below' | 'around' | 'unknown' {
  if (x === null || n === null || n === 0 || x > n || target === null || target > 1) return 'unknown'
  switch (funnelPlace(x, n, target, funnelLimits(n, target))) {
    case 'veryHigh':
    case 'high':
      return 'above'
    case 'veryLow':
    case 'low':
      return 'below'
    default:
      return 'around'
  }
}
