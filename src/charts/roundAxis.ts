import { type EvenAxis, evenAxis } from './evenAxis'

/** An axis from zero in at most `steps` round steps that ends with the first step at or above `most`, so that no room is wasted. */
export function roundAxis(most: number, steps: number, smallest: number): EvenAxis {
  const { interval } = evenAxis(most, steps, smallest)
  return { interval, max: Number((interval * Math.max(1, Math.ceil(most / interval - 1e-9))).toPrecision(6)) }
}

/** Decimals that the percentages of an axis need: 2.5 % is not 3 %. */
export function percentDigits(interval: number): 0 | 1 {
  return Math.abs(interval * 100 - Math.round(interval * 100)) < 1e-9 ? 0 : 1
}
