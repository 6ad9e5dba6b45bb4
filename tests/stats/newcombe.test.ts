import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newcombe } from '../../src/stats/newcombe'

/** Newcombe 1998, method 10, to the four digits printed. */
const GOLDEN: readonly [number, number, number, number, difference: number, low: number, high: number][] = [
  [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.6, 0.1705, 0.809],
  [10, 10, 0, 20, 1, 0.6791, 1],
]

test.each(GOLDEN)('%d/%d against %d/%d', (x1, n1, x2, n2, difference, low, high) => {
  const found = newcombe(x1, n1, x2, n2)
  expect(found.difference).toBeCloseTo(difference, 12)
  expect(found.low).toBeCloseTo(low, 4)
  expect(found.high).toBeCloseTo(high, 4)
})

test('a proportion that is none is refused', () => {
  expect(() => newcombe(1, 0, 1, 2)).toThrow(RangeError)
  expect(() => newcombe(1, 2, 3, 2)).toThrow(RangeError)
})

const proportion = fc
  .integer({ min: 1, max: 10_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

describe('properties', () => {
  test('around the difference and inside [−1, 1]', () => {
    fc.assert(
      fc.property(proportion, proportion, ([x1, n1], [x2, n2]) => {
        const { difference, low, high } = newcombe(x1, n1, x2, n2)
        return low <= difference && difference <= high && low >= -1 - 1e-12 && high <= 1 + 1e-12
      }),
    )
  })

  test('turned round when the sides are exchanged', () => {
    fc.assert(
      fc.property(proportion, proportion, ([x1, n1], [x2, n2]) => {
        const there = newcombe(x1, n1, x2, n2)
        const back = newcombe(x2, n2, x1, n1)
        return Math.abs(there.low + back.high) < 1e-12 && Math.abs(there.high + back.low) < 1e-12
      }),
    )
  })

  test('no difference lies in the interval of equal proportions', () => {
    fc.assert(
      fc.property(proportion, ([x, n]) => {
        const { difference, low, high } = newcombe(x, n, x, n)
        return difference === 0 && low < 0 && high > 0
      }),
    )
  })
})
