import type { Proportion } from './overdispersion'

/**
 * Fisher's exact test, one-sided: the probability that of x₁ + x₂ successes at least x₁ fall to the first of two groups of n₁ and n₂ when both have one rate,
 * P(X ≥ x₁) of the hypergeometric distribution. A fraction; 1 where x₁ is 0.
 */
export function fisherExact(one: Proportion, other: Proportion): number {
  const expected = (one.n * (one.x + other.x)) / (one.n + other.n)
  // Far to the left the first term is too small for a number, while the sum is nearly 1: it is what the other tail leaves.
  if (one.x <= expected)
    return one.x === 0 ? 1 : 1 - upperTail({ x: other.x + 1, n: other.n }, { x: one.x - 1, n: one.n })
  return upperTail(one, other)
}

/** P(X ≥ x₁), summed from x₁ on: right where x₁ lies above what is expected. */
function upperTail(one: Proportion, other: Proportion): number {
  const successes = one.x + other.x
  const most = Math.min(one.n, successes)
  let sum = 0
  let term = Math.exp(logChoose(one.n, one.x) + logChoose(other.n, other.x) - logChoose(one.n + other.n, successes))
  for (let x = one.x; x <= most; x++) {
    sum += term
    // The next term from this one: P(x + 1) ÷ P(x).
    term *= ((one.n - x) * (successes - x)) / ((x + 1) * (other.n - successes + x + 1))
  }
  return Math.min(1, sum)
}

/** Expected counts below this make a z test of two proportions say more than it knows (Cochran 1954). */
const FEW = 5

/** Whether one of the four expected counts of two proportions with one rate is below 5. */
export function hasFewExpected(one: Proportion, other: Proportion): boolean {
  const rate = (one.x + other.x) / (one.n + other.n)
  return Math.min(one.n, other.n) * Math.min(rate, 1 - rate) < FEW
}

/** ln C(n, k). */
function logChoose(n: number, k: number): number {
  const fewer = Math.min(k, n - k)
  let sum = 0
  for (let i = 1; i <= fewer; i++) sum += Math.log((n - fewer + i) / i)
  return sum
}
