/** What stands where there is no number. */
export const NO_VALUE = '—'

/**
 * A fraction as a percentage, rounded half up: 0.15426 → «15.4%»; null → «—».
 * The small nudge undoes binary error, so that 0.0585 reads 5.9 % as it does on paper.
 */
export function percentText(fraction: number | null, digits = 1): string {
  if (fraction === null) return NO_VALUE
  const scale = 10 ** digits
  const rounded = Math.round(Math.abs(fraction) * 100 * scale + 1e-7) / scale
  return `${fraction < 0 && rounded > 0 ? '−' : ''}${rounded.toFixed(digits)}%`
}

/** Size of a difference of fractions in percentage points, without sign: −0.0421 → «4.2». */
export function pointsText(difference: number, digits = 1): string {
  return percentText(Math.abs(difference), digits).slice(0, -1)
}

/** A difference of fractions in percentage points with its sign: −0.0421 → «−4.2», 0 → «0.0»; null → «—». */
export function signedPointsText(difference: number | null): string {
  if (difference === null) return NO_VALUE
  const points = pointsText(difference)
  if (Number(points) === 0) return points
  return `${difference < 0 ? '−' : '+'}${points}`
}

/** A whole number; thousands are parted from 10 000 on. null → «—». */
export function countText(count: number | null): string {
  if (count === null) return NO_VALUE
  const digits = String(Math.abs(count))
  const parted = digits.length > 4 ? digits.replace(/\B(?=(\d{3})+$)/g, ',') : digits
  return count < 0 ? `−${parted}` : parted
}

/** A number that need not be whole, to two decimals where it is not: «9», «8.99», «5.5». */
export function decimalText(value: number): string {
  return Number.isInteger(value) ? countText(value) : String(Math.round(value * 100) / 100)
}

/** Numerator and denominator of a rate: «12/31»; an unknown part reads «—». */
export function ratioText(adopted: number | null, submitted: number | null): string {
  return `${countText(adopted)}/${countText(submitted)}`
}

/** An interval of fractions: «24.1%–52.8%»; null → «—». */
export function intervalText(interval: readonly [number, number] | null): string {
  return interval === null ? NO_VALUE : `${percentText(interval[0])}–${percentText(interval[1])}`
}
