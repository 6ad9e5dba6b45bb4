/** 97.5 % quantile of the standard normal distribution: two-sided 95 %. */
export const Z_95 = 1.959963984540054
/** 99.9 % quantile of the standard normal distribution: two-sided 99.8 %. */
export const Z_998 = 3.090232306167813

/**
 * Wilson score interval of a proportion x/n, as fractions.
 * L,U = (2x + z² ∓ z√(z² + 4x(1 − x/n))) / (2(n + z²)). Wilson 1927; Newcombe 1998, method 3.
 * x = 0 gives L = 0 and x = n gives U = 1 exactly.
 * @throws RangeError when not 0 ≤ x ≤ n with n > 0: the caller decides what a missing rate means.
 */
export function wilson(x: number, n: number, z: number = Z_95): readonly [low: number, high: number] {
  if (!(n > 0) || !(x >= 0) || x > n) throw new RangeError(`wilson needs 0 ≤ x ≤ n and n > 0, got ${x}/${n}`)
  const z2 = z * z
  const root = z * Math.sqrt(z2 + 4 * x * (1 - x / n))
  const low = x === 0 ? 0 : (2 * x + z2 - root) / (2 * (n + z2))
  const high = x === n ? 1 : (2 * x + z2 + root) / (2 * (n + z2))
  return [low, high]
}
