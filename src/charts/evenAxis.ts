/** Upper end and step of an axis from zero. */
export interface EvenAxis {
  readonly max: number
  readonly interval: number
}

/**
 * An axis from zero in a fixed number of equal round steps, so that two axes of one chart share their grid lines.
 * Steps are 1, 2, 2.5, 5 or 10 times a power of ten, never below `smallest`. A maximum of zero gives the smallest axis.
 */
export function evenAxis(most: number, steps: number, smallest: number): EvenAxis {
  const rough = Math.max(most / steps, smallest)
  const power = 10 ** Math.floor(Math.log10(rough) + 1e-9)
  for (const factor of [1, 2, 2.5, 5, 10]) {
    const interval = Number((factor * power).toPrecision(3))
    const whole = smallest < 1 || Number.isInteger(interval)
    if (whole && interval >= rough - 1e-12) return { interval, max: Number((interval * steps).toPrecision(6)) }
  }
  throw new RangeError(`no axis for ${most} in ${steps} steps`)
}
