import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf'
import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import { fisherExact, hasFewExpected } from './fisherExact'
import type { Proportion } from './overdispersion'

/** Best and worst rank that the data cannot rule out, both from 1. */
export type RankRange = readonly [best: number, worst: number]

const LEVEL = 0.05

/**
 * Simultaneous 95 % rank sets of counts (Mogstad, Romano, Shaikh, Wilhelm 2024; R's csranks): each ordered pair is tested by
 * P(Bin(xⱼ + xₖ, ½) ≥ xⱼ), Holm over all ordered pairs, rank set = [1 + # significantly better, p − # significantly worse].
 * @throws RangeError for a value that is no whole number ≥ 0.
 */
export function rankSetsOfCounts(counts: readonly number[]): RankRange[] {
  for (const count of counts)
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`rank sets need whole counts, got ${count}`)
  return rankSets(counts.length, (j, k) => {
    const sum = counts[j]! + counts[k]!
    return counts[j] === 0 ? 1 : 1 - binomialCdf(counts[j]! - 1, sum, 0.5)
  })
}

/**
 * The same for rates: pairwise one-sided z tests of two proportions with pooled variance, Holm at 5 %. Two rates of 0 or of 1 are never told apart. Where an
 * expected count of a pair is below 5 the z test would find differences that are none (1/5 against 2/200: z 3.5, exactly 7 %): Fisher's exact test there.
 * @throws RangeError when a proportion is not 0 ≤ x ≤ n with n > 0.
 */
export function rankSetsOfRates(rates: readonly Proportion[]): RankRange[] {
  for (const { x, n } of rates)
    if (!(n > 0) || !(x >= 0) || x > n) throw new RangeError(`rank sets need 0 ≤ x ≤ n and n > 0, got ${x}/${n}`)
  return rankSets(rates.length, (j, k) => {
    const [a, b] = [rates[j]!, rates[k]!]
    if (hasFewExpected(a, b)) return fisherExact(a, b)
    const pooled = (a.x + b.x) / (a.n + b.n)
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n))
    return error === 0 ? 1 : 1 - normalCdf((a.x / a.n - b.x / b.n) / error, 0, 1)
  })
}

/** `better(j, k)`: the p-value of «j is better than k». */
function rankSets(size: number, better: (j: number, k: number) => number): RankRange[] {
  const pairs: { j: number; k: number; p: number }[] = []
  for (let j = 0; j < size; j++) for (let k = 0; k < size; k++) if (j !== k) pairs.push({ j, k, p: better(j, k) })
  pairs.sort((a, b) => a.p - b.p)
  const betterThan = new Array<number>(size).fill(0)
  const worseThan = new Array<number>(size).fill(0)
  // Holm: the i-th smallest p-value is held against α ÷ (m − i); the first that fails ends it.
  for (const [i, { j, k, p }] of pairs.entries()) {
    if (p > LEVEL / (pairs.length - i)) break
    worseThan[k]!++
    betterThan[j]!++
  }
  return Array.from({ length: size }, (_, i) => [1 + worseThan[i]!, size - betterThan[i]!] as const)
}
