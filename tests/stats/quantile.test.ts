import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quantileOfCounts } from '../../src/stats/quantile'

function tableOf(values: readonly number[]): number[] {
  const counts = new Array<number>(Math.max(0, ...values) + 1).fill(0)
  for (const value of values) counts[value]!++
  return counts
}

/** R: quantile(x, p), type 7; by hand from h = (n − 1)p. */
const BY_HAND: readonly [values: number[], p: number, expected: number][] = [
  [[3], 0.5, 3],
  [[3], 0.9, 3],
  [[1, 2], 0.5, 1.5],
  [[1, 2, 3, 4], 0.5, 2.5],
  [[1, 2, 3, 4], 0.25, 1.75],
  // h = 9 × 0.9 = 8.1 → between the 9th (8) and the 10th (20): 8 + 0.1 × 12.
  [[0, 1, 1, 2, 3, 5, 5, 7, 8, 20], 0.9, 9.2],
  [[0, 0, 0, 10], 0.9, 7],
  [[5, 1, 4, 2, 3], 0, 1],
  [[5, 1, 4, 2, 3], 1, 5],
]

test.each(BY_HAND)('%j at %f', (values, p, expected) => {
  expect(quantileOfCounts(tableOf(values), p)).toBeCloseTo(expected, 12)
})

test('of nothing there is none', () => {
  expect(quantileOfCounts([], 0.5)).toBeNull()
  expect(quantileOfCounts([0, 0, 0], 0.5)).toBeNull()
})

describe('properties', () => {
  const values = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 })

  test('as over the sorted values', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (all, p) => {
        const sorted = [...all].sort((a, b) => a - b)
        const h = (sorted.length - 1) * p
        const low = sorted[Math.floor(h)]!
        const high = sorted[Math.ceil(h)]!
        expect(quantileOfCounts(tableOf(all), p)).toBeCloseTo(low + (h - Math.floor(h)) * (high - low), 9)
      }),
    )
  })
})
