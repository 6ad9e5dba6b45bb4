import { quantile } from './quantile'

/** A count x of n. */
export interface Proportion {
  readonly x: number
  readonly n: number
}

export interface Overdispersion {
  /** Mean squared winsorised z-score; 1 is what chance alone gives. */
  readonly phi: number
  /** Variance between units beyond chance, on the scale of asin√; 0 where there is none. */
  readonly tau2: number
}

const WINSORISED = 0.1

/**
 * Overdispersion of proportions around p̄ = Σx ÷ Σn (Spiegelhalter 2005; NHS Digital's SHMI): Y = asin√(x/n), s = 1/(2√n), z = (Y − asin√p̄)/s,
 * winsorised at 10/90 %, φ = Σz²/N, τ² = max(0, (Nφ − (N − 1)) ÷ (Σw − Σw²/Σw)), w = 1/s². φ 0 and τ² 0 without a unit; τ² 0 for one.
 * @throws RangeError when a proportion is not 0 ≤ x ≤ n with n > 0.
 */
export function overdispersion(units: readonly Proportion[]): Overdispersion {
  for (const { x, n } of units)
    if (!(n > 0) || !(x >= 0) || x > n) throw new RangeError(`overdispersion needs 0 ≤ x ≤ n and n > 0, got ${x}/${n}`)
  const count = units.length
  if (count === 0) return { phi: 0, tau2: 0 }
  const target = units.reduce((sum, { x }) => sum + x, 0) / units.reduce((sum, { n }) => sum + n, 0)
  const centre = Math.asin(Math.sqrt(target))
  const scores = units.map(({ x, n }) => (Math.asin(Math.sqrt(x / n)) - centre) * 2 * Math.sqrt(n))
  const low = quantile(scores, WINSORISED)
  const high = quantile(scores, 1 - WINSORISED)
  const phi = scores.reduce((sum, z) => sum + Math.min(high, Math.max(low, z)) ** 2, 0) / count
  // w = 1/s² = 4n.
  const weights = units.map(({ n }) => 4 * n)
  const total = weights.reduce((sum, w) => sum + w, 0)
  const divisor = total - weights.reduce((sum, w) => sum + w * w, 0) / total
  const excess = count * phi - (count - 1)
  return { phi, tau2: divisor > 0 && excess > 0 ? excess / divisor : 0 }
}
