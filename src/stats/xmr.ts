/** Natural limits of a chart of single values and moving ranges. */
export interface XmrLimits {
  readonly mean: number
  /** Mean moving range, after screening if there was any. */
  readonly averageRange: number
  readonly low: number
  readonly high: number
}

/** 3 ÷ d₂ with d₂ = 1.128 for ranges of two. */
const NATURAL = 2.66
/** Upper limit of moving ranges, D₄ for ranges of two. */
const RANGE_LIMIT = 3.267

/**
 * XmR limits x̄ ± 2.66 · mean|xᵢ − xᵢ₋₁| (Wheeler). `null` values are gaps: no moving range runs across them. With `screened`, moving ranges of
 * 3.267 times their mean or more are left out of the mean once (NHS England, Making Data Count). null without two neighbouring values.
 */
export function xmr(values: readonly (number | null)[], screened: boolean): XmrLimits | null {
  const known = values.filter((value) => value !== null)
  const ranges: number[] = []
  for (let i = 1; i < values.length; i++) {
    const [before, now] = [values[i - 1], values[i]]
    if (before != null && now != null) ranges.push(Math.abs(now - before))
  }
  if (ranges.length === 0) return null
  const mean = average(known)
  const first = average(ranges)
  const kept = screened ? ranges.filter((range) => range < RANGE_LIMIT * first) : ranges
  // Where the screened-out ranges were all there was, they are the variation that is known.
  const averageRange = average(kept) || first
  return { mean, averageRange, low: mean - NATURAL * averageRange, high: mean + NATURAL * averageRange }
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
