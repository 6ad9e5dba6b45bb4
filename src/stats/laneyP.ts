import type { Proportion } from './overdispersion'

export interface LaneyLimits {
  /** p̄ = Σx ÷ Σn of the points that make the limits. */
  readonly mean: number
  /** How much wider than chance the points scatter; 1 is chance. */
  readonly sigmaZ: number
  /** Limits at each point, clipped to [0, 1]; null at a gap. */
  readonly limits: readonly (readonly [low: number, high: number] | null)[]
}

/** d₂ for ranges of two. */
const D2 = 1.128

/**
 * Laney's P′ chart (2002): σᵢ = √(p̄(1 − p̄)/nᵢ), zᵢ = (pᵢ − p̄)/σᵢ, σ_z = mean|zᵢ − zᵢ₋₁| ÷ 1.128, limits p̄ ± 3σᵢσ_z. `null` points are gaps:
 * no range runs across them. null without two neighbouring points, or when p̄ is 0 or 1, which leaves no
 * scatter.
 * @throws RangeError when a proportion is not 0 ≤ x ≤ n with n > 0.
 */
export function laneyP(points: readonly (Proportion | null)[]): LaneyLimits | null {
  const known = points.filter((point) => point !== null)
  for (const { x, n } of known)
    if (!(n > 0) || !(x >= 0) || x > n) throw new RangeError(`laneyP needs 0 ≤ x ≤ n and n > 0, got ${x}/${n}`)
  if (known.length === 0) return null
  const mean = known.reduce((sum, { x }) => sum + x, 0) / known.reduce((sum, { n }) => sum + n, 0)
  if (mean === 0 || mean === 1) return null
  const sigma = ({ n }: Proportion): number => Math.sqrt((mean * (1 - mean)) / n)
  const scores = points.map((point) => (point ? (point.x / point.n - mean) / sigma(point) : null))
  const ranges: number[] = []
  for (let i = 1; i < scores.length; i++) {
    const [before, now] = [scores[i - 1], scores[i]]
    if (before != null && now != null) ranges.push(Math.abs(now - before))
  }
  if (ranges.length === 0) return null
  const sigmaZ = ranges.reduce((sum, range) => sum + range, 0) / ranges.length / D2
  return { mean, sigmaZ, limits: points.map((point) => (point ? laneyLimits(mean, sigmaZ, point.n) : null)) }
}

/** Limits of a further point of size n by a baseline's mean and σ_z, clipped to [0, 1]. */
export function laneyLimits(mean: number, sigmaZ: number, n: number): readonly [low: number, high: number] {
  const width = laneyWidth(mean, sigmaZ, n)
  return [Math.max(0, mean - width), Math.min(1, mean + width)]
}

/** 3σᵢσ_z, from the mean to either limit before it is clipped: what rules about thirds and nearness are asked by. */
export function laneyWidth(mean: number, sigmaZ: number, n: number): number {
  return 3 * Math.sqrt((mean * (1 - mean)) / n) * sigmaZ
}
