import { binomialLimit, TAILS } from './binomialLimits'
import { Z_95, Z_998 } from './wilson'

/** Control limits of a rate around the target at one size, as fractions in [0, 1]. */
export interface FunnelLimits {
  readonly low95: number
  readonly high95: number
  readonly low998: number
  readonly high998: number
}

/** Fewer expected successes or failures than this, and the normal limits are wrong: the exact ones are taken. */
const FEWEST_EXPECTED = 10

/**
 * Limits of a funnel plot: p̄ ± z√(p̄(1 − p̄)/n), clipped; exact binomial limits where n·p̄ or n·(1 − p̄) is below 10 (Spiegelhalter 2005).
 * A target of 0 or 1 leaves no room: all limits are the target.
 * @param n submitted items, a whole number > 0. @param target p̄, the rate of all.
 * @throws RangeError when n or target is not of that kind.
 */
export function funnelLimits(n: number, target: number): FunnelLimits {
  if (!(target >= 0 && target <= 1)) throw new RangeError(`funnelLimits needs a target in [0, 1], got ${target}`)
  if (target === 0 || target === 1) return { low95: target, high95: target, low998: target, high998: target }
  if (areExact(n, target))
    return {
      low95: binomialLimit(n, target, TAILS.low95),
      high95: binomialLimit(n, target, TAILS.high95),
      low998: binomialLimit(n, target, TAILS.low998),
      high998: binomialLimit(n, target, TAILS.high998),
    }
  return normalLimits(n, target)
}

/** Whether so few are expected that the exact limits are taken. */
export function areExact(n: number, target: number): boolean {
  return n * target < FEWEST_EXPECTED || n * (1 - target) < FEWEST_EXPECTED
}

/** The limits by the normal formula alone, clipped to [0, 1]. */
export function normalLimits(n: number, target: number): FunnelLimits {
  const error = Math.sqrt((target * (1 - target)) / n)
  return clipped(target - Z_95 * error, target + Z_95 * error, target - Z_998 * error, target + Z_998 * error)
}

/**
 * Limits widened for variation between units beyond chance: sin²(asin√p̄ ± z√(1/(4n) + τ²)). τ² = 0 gives the limits of the
 * transformed scale without widening.
 */
export function overdispersedLimits(n: number, target: number, tau2: number): FunnelLimits {
  const centre = Math.asin(Math.sqrt(target))
  const spread = Math.sqrt(1 / (4 * n) + tau2)
  const back = (angle: number): number => Math.sin(Math.min(Math.PI / 2, Math.max(0, angle))) ** 2
  return {
    low95: back(centre - Z_95 * spread),
    high95: back(centre + Z_95 * spread),
    low998: back(centre - Z_998 * spread),
    high998: back(centre + Z_998 * spread),
  }
}

function clipped(low95: number, high95: number, low998: number, high998: number): FunnelLimits {
  const clip = (value: number): number => Math.min(1, Math.max(0, value))
  return { low95: clip(low95), high95: clip(high95), low998: clip(low998), high998: clip(high998) }
}
