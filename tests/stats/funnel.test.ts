import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomialLimit } from '../../src/stats/binomialLimits'
import { funnelLimits, normalLimits, overdispersedLimits } from '../../src/stats/funnelLimits'
import { overdispersion } from '../../src/stats/overdispersion'
import { quantile } from '../../src/stats/quantile'
import { rankSetsOfCounts, rankSetsOfRates } from '../../src/stats/rankSets'

describe('funnel limits', () => {
  /** PHEindicatormethods test data, in percent. */
  test.each([
    [1, 3.204264, 100, 0, 100],
    [10, 56.154344, 100, 42.03259, 100],
    [539, 77.306949, 83.977947, 75.38344, 85.901456],
    [110_000, 80.408963, 80.875933, 80.274317, 81.010578],
  ])('by the normal formula, n = %i', (n, low95, high95, low998, high998) => {
    const limits = normalLimits(n, 0.806424478571495)
    expect(limits.low95 * 100).toBeCloseTo(low95, 5)
    expect(limits.high95 * 100).toBeCloseTo(high95, 5)
    expect(limits.low998 * 100).toBeCloseTo(low998, 5)
    expect(limits.high998 * 100).toBeCloseTo(high998, 5)
  })

  /** Computed from the definition with exact fractions. */
  test.each([
    [10, 0, 0.560802, 0, 0.740809],
    [20, 0.081177, 0.487255, 0.001477, 0.6137],
    [50, 0.166139, 0.420136, 0.10313, 0.49907],
    [100, 0.206902, 0.386912, 0.160261, 0.441563],
  ])('exact, p̄ = 0.3, n = %i', (n, low95, high95, low998, high998) => {
    expect(binomialLimit(n, 0.3, 0.025)).toBeCloseTo(low95, 6)
    expect(binomialLimit(n, 0.3, 0.975)).toBeCloseTo(high95, 6)
    expect(binomialLimit(n, 0.3, 0.001)).toBeCloseTo(low998, 6)
    expect(binomialLimit(n, 0.3, 0.999)).toBeCloseTo(high998, 6)
  })

  test('are exact where fewer than ten successes or failures are expected, normal above', () => {
    expect(funnelLimits(20, 0.3).low95).toBe(binomialLimit(20, 0.3, 0.025))
    expect(funnelLimits(40, 0.3)).toEqual(normalLimits(40, 0.3))
    expect(funnelLimits(40, 0.9).low95).toBe(binomialLimit(40, 0.9, 0.025))
    expect(funnelLimits(7, 0)).toEqual({ low95: 0, high95: 0, low998: 0, high998: 0 })
    expect(funnelLimits(7, 1).high998).toBe(1)
    expect(() => funnelLimits(7, 1.1)).toThrow(RangeError)
    expect(() => binomialLimit(0, 0.5, 0.5)).toThrow(RangeError)
    expect(() => binomialLimit(2.5, 0.5, 0.5)).toThrow(RangeError)
    expect(() => binomialLimit(5, 0, 0.5)).toThrow(RangeError)
  })

  test('lie around the target, the wider outside, and narrow as n grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, target) => {
        const { low95, high95, low998, high998 } = funnelLimits(n, target)
        expect(low998).toBeLessThanOrEqual(low95)
        expect(high998).toBeGreaterThanOrEqual(high95)
        expect(low95).toBeGreaterThanOrEqual(0)
        expect(high95).toBeLessThanOrEqual(1)
        const wide = funnelLimits(n * 16, target)
        expect(wide.high998 - wide.low998).toBeLessThanOrEqual(high998 - low998 + 1e-12)
      }),
      { numRuns: 60 },
    )
  })
})

describe('overdispersion', () => {
  const x = [28, 15, 33, 9, 41, 5, 22, 18, 60, 12]
  const n = [90, 70, 80, 40, 95, 45, 60, 75, 120, 30]
  const units = x.map((value, i) => ({ x: value, n: n[i]! }))
  const target = 243 / 705

  test('values computed from the definition', () => {
    const { phi, tau2 } = overdispersion(units)
    expect(phi).toBeCloseTo(2.8757470147, 9)
    expect(tau2).toBeCloseTo(0.0079061281, 10)
    const limits = overdispersedLimits(90, target, tau2)
    expect(limits.low95).toBeCloseTo(0.169916934, 9)
    expect(limits.high95).toBeCloseTo(0.54459614, 9)
    expect(limits.low998).toBeCloseTo(0.091931025, 9)
    expect(limits.high998).toBeCloseTo(0.658690667, 9)
  })

  test('none where units are alike, for one unit, and for none', () => {
    expect(
      overdispersion([
        { x: 3, n: 10 },
        { x: 30, n: 100 },
      ]).tau2,
    ).toBe(0)
    expect(overdispersion([{ x: 3, n: 10 }]).tau2).toBe(0)
    expect(overdispersion([])).toEqual({ phi: 0, tau2: 0 })
    expect(() => overdispersion([{ x: 3, n: 2 }])).toThrow(RangeError)
  })

  test('does not depend on the order of units', () => {
    const shuffled = overdispersion([...units].reverse())
    expect(shuffled.phi).toBeCloseTo(overdispersion(units).phi, 12)
    expect(shuffled.tau2).toBeCloseTo(overdispersion(units).tau2, 12)
  })

  test('quantiles are type 7, as in R', () => {
    expect(quantile([1, 2, 3, 4], 0.1)).toBeCloseTo(1.3, 12)
    expect(quantile([4, 1, 3, 2], 0.9)).toBeCloseTo(3.7, 12)
    expect(quantile([7], 0.3)).toBe(7)
    expect(() => quantile([], 0.5)).toThrow(RangeError)
  })
})

describe('rank sets', () => {
  /** csranks algorithm. */
  test.each([
    [
      [120, 90, 85, 40, 12],
      [
        [1, 3],
        [1, 3],
        [1, 3],
        [4, 4],
        [5, 5],
      ],
    ],
    [
      [31, 28, 25, 22, 20, 17, 15, 12, 9, 4],
      [
        [1, 8],
        [1, 9],
        [1, 9],
        [1, 9],
        [1, 10],
        [1, 10],
        [1, 10],
        [1, 10],
        [2, 10],
        [5, 10],
      ],
    ],
  ])('of counts %j', (counts, expected) => {
    expect(rankSetsOfCounts(counts)).toEqual(expected)
  })

  test('contain the point rank, and do not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 }), (counts) => {
        const sets = rankSetsOfCounts(counts)
        for (const [i, [best, worst]] of sets.entries()) {
          const rank = 1 + counts.filter((other) => other > counts[i]!).length
          expect(best).toBeLessThanOrEqual(rank)
          expect(worst).toBeGreaterThanOrEqual(rank)
        }
        expect(rankSetsOfCounts([...counts].reverse())).toEqual([...sets].reverse())
      }),
      { numRuns: 60 },
    )
  })

  test('of rates: apart where they plainly are, open where they are few', () => {
    expect(
      rankSetsOfRates([
        { x: 90, n: 100 },
        { x: 50, n: 100 },
        { x: 1, n: 2 },
      ]),
    ).toEqual([
      [1, 2],
      [2, 3],
      [1, 3],
    ])
    expect(
      rankSetsOfRates([
        { x: 0, n: 9 },
        { x: 0, n: 4 },
      ]),
    ).toEqual([
      [1, 2],
      [1, 2],
    ])
    expect(rankSetsOfRates([])).toEqual([])
    expect(() => rankSetsOfRates([{ x: 2, n: 1 }])).toThrow(RangeError)
    expect(() => rankSetsOfCounts([1.5])).toThrow(RangeError)
  })
})
