import { wilson, Z_95 } from './wilson'

export interface RateDifference {
  /** p₁ − p₂ as a fraction: ×100 gives percentage points. */
  readonly difference: number
  readonly low: number
  readonly high: number
}

/**
 * Difference of two independent proportions with Newcombe's hybrid score interval (1998, method 10).
 * L = d − √((p₁−l₁)² + (u₂−p₂)²), U = d + √((u₁−p₁)² + (p₂−l₂)²) with the Wilson limits l, u of each.
 * @throws RangeError when a proportion is not 0 ≤ x ≤ n with n > 0.
 */
export function newcombe(x1: number, n1: number, x2: number, n2: number, z: number = Z_95): RateDifference {
  const [l1, u1] = wilson(x1, n1, z)
  const [l2, u2] = wilson(x2, n2, z)
  const p1 = x1 / n1
  const p2 = x2 / n2
  const difference = p1 - p2
  return {
    difference,
    low: difference - Math.hypot(p1 - l1, u2 - p2),
    high: difference + Math.hypot(u1 - p1, p2 - l2),
  }
}
