import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilson, Z_95, Z_998 } from '../../src/stats/wilson'

/** Published values; `digits` of them are given. PHE: PHEindicatormethods test data; N98: Newcombe 1998, table I. */
const GOLDEN: readonly [x: number, n: number, z: number, low: number, high: number, digits: number, source: string][] =
  [
    [1, 100, Z_95, 0.0017674320641, 0.0544861961787, 13, 'PHE'],
    [5, 100, Z_95, 0.0215436791544, 0.1117504692319, 13, 'PHE'],
    [20, 100, Z_95, 0.133366933331, 0.2888291655932, 13, 'PHE'],
    [65, 100, Z_95, 0.5525444329689, 0.736357517569, 13, 'PHE'],
    [9856, 12345, Z_95, 0.7912101752909, 0.8053640073615, 13, 'PHE'],
    [222, 3215, Z_95, 0.0607916903637, 0.0783395668138, 13, 'PHE'],
    [1, 100, Z_998, 0.000873065697, 0.104554452837, 12, 'PHE'],
    [65, 100, Z_998, 0.495494657407, 0.778354061409, 12, 'PHE'],
    [1045, 5000, Z_998, 0.19179381799, 0.227315629025, 12, 'PHE'],
    [0, 20, Z_95, 0, 0.16113, 5, 'N98'],
    [1, 29, Z_95, 0.00611, 0.17176, 5, 'N98'],
    [81, 263, Z_95, 0.25529, 0.36621, 5, 'N98'],
    [15, 148, Z_95, 0.06239, 0.16049, 5, 'N98'],
    [0, 5, Z_95, 0, 0.43448, 5, 'N98'],
    [5, 5, Z_95, 0.56552, 1, 5, 'N98'],
  ]

describe('published values', () => {
  test.each(GOLDEN)('%d/%d at z %f → %f, %f (%i digits, %s)', (x, n, z, low, high, digits) => {
    // Half a unit of the last printed digit, but never finer than doubles are.
    const tolerance = Math.max(0.5000001 * 10 ** -digits, 1e-12)
    const [l, u] = wilson(x, n, z)
    expect(Math.abs(l - low)).toBeLessThanOrEqual(tolerance)
    expect(Math.abs(u - high)).toBeLessThanOrEqual(tolerance)
  })

  test('both quantiles', () => {
    expect(Z_95).toBeCloseTo(1.959963984540054, 15)
    expect(Z_998).toBeCloseTo(3.090232306167813, 15)
  })
})

describe('edges', () => {
  test('none and all give exactly 0 and 1', () => {
    expect(wilson(0, 7)[0]).toBe(0)
    expect(wilson(7, 7)[1]).toBe(1)
  })

  test.each([
    [0, 0],
    [1, 0],
    [-1, 5],
    [6, 5],
    [Number.NaN, 5],
    [1, Number.NaN],
  ])('%d of %d is refused, not guessed', (x, n) => {
    expect(() => wilson(x, n)).toThrow(RangeError)
  })
})

const proportion = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

describe('properties', () => {
  test('inside [0, 1] and around x/n', () => {
    fc.assert(
      fc.property(proportion, ([x, n]) => {
        const [low, high] = wilson(x, n)
        return low >= 0 && high <= 1 && low <= x / n + 1e-15 && high >= x / n - 1e-15 && low < high
      }),
    )
  })

  test('mirrored under x ↔ n − x', () => {
    fc.assert(
      fc.property(proportion, ([x, n]) => {
        const [low, high] = wilson(x, n)
        const [mirroredLow, mirroredHigh] = wilson(n - x, n)
        return Math.abs(low - (1 - mirroredHigh)) < 1e-12 && Math.abs(high - (1 - mirroredLow)) < 1e-12
      }),
    )
  })

  test('narrower as n grows at one rate', () => {
    fc.assert(
      fc.property(proportion, fc.integer({ min: 2, max: 50 }), ([x, n], times) => {
        const [low, high] = wilson(x, n)
        const [l, u] = wilson(x * times, n * times)
        return u - l < high - low
      }),
    )
  })

  test('wider at 99.8 % than at 95 %', () => {
    fc.assert(
      fc.property(proportion, ([x, n]) => {
        const [low, high] = wilson(x, n)
        const [l, u] = wilson(x, n, Z_998)
        return l <= low && u >= high && u - l > high - low
      }),
    )
  })

  test('both limits rise with x', () => {
    fc.assert(
      fc.property(proportion, ([x, n]) => {
        fc.pre(x < n)
        const [low, high] = wilson(x, n)
        const [l, u] = wilson(x + 1, n)
        return l > low && u >= high
      }),
    )
  })
})
