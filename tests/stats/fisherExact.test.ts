import { describe, expect, test } from 'vitest'
import { fisherExact, hasFewExpected } from '../../src/stats/fisherExact'
import { rankSetsOfRates } from '../../src/stats/rankSets'

describe('Fisher’s exact test, one-sided', () => {
  test('gives the published values of R’s fisher.test', () => {
    // Tea tasting (Agresti 1990): p = 0.2429. Convictions of twins (Fisher 1970): p = 0.0004652.
    expect(fisherExact({ x: 3, n: 4 }, { x: 1, n: 4 })).toBeCloseTo(0.2429, 4)
    expect(fisherExact({ x: 10, n: 13 }, { x: 2, n: 17 })).toBeCloseTo(0.0004652, 7)
  })

  test('of none, of all, and of groups of very different size', () => {
    expect(fisherExact({ x: 0, n: 5 }, { x: 2, n: 200 })).toBe(1)
    expect(fisherExact({ x: 5, n: 5 }, { x: 0, n: 5 })).toBeCloseTo(1 / 252, 12)
    // All in both: no other table has these margins.
    expect(fisherExact({ x: 4, n: 4 }, { x: 9, n: 9 })).toBeCloseTo(1, 12)
    expect(fisherExact({ x: 1, n: 5 }, { x: 2, n: 200 })).toBeCloseTo(0.0717, 4)
    expect(fisherExact({ x: 1, n: 5 }, { x: 10_000, n: 200_000 })).toBeCloseTo(1 - 0.95 ** 5, 4)
  })

  test('far to the left is 1, not the 0 of numbers too small', () => {
    expect(fisherExact({ x: 100, n: 20_000 }, { x: 250, n: 250 })).toBe(1)
    expect(fisherExact({ x: 250, n: 250 }, { x: 100, n: 20_000 })).toBeLessThan(1e-200)
    expect(
      rankSetsOfRates([
        { x: 250, n: 250 },
        { x: 100, n: 20_000 },
      ]),
    ).toEqual([
      [1, 1],
      [2, 2],
    ])
    // Both tails and the middle: P(X ≥ x) + P(X ≤ x − 1) = 1.
    for (const x of [1, 5, 10, 15, 19]) {
      const left = 1 - fisherExact({ x, n: 40 }, { x: 20 - x, n: 60 })
      expect(left).toBeCloseTo(fisherExact({ x: 20 - x + 1, n: 60 }, { x: x - 1, n: 40 }), 12)
    }
  })

  test('is asked where one of four expected counts is below five', () => {
    expect(hasFewExpected({ x: 1, n: 5 }, { x: 2, n: 200 })).toBe(true)
    expect(hasFewExpected({ x: 60, n: 60 }, { x: 58, n: 60 })).toBe(true)
    expect(hasFewExpected({ x: 10, n: 20 }, { x: 10, n: 20 })).toBe(false)
  })
})

describe('ranks of rates', () => {
  /** Numbers in [0, 1) that follow from a seed (Lehmer). */
  function numbers(seed: number): () => number {
    let state = seed
    return () => (state = (state * 48271) % 2147483647) / 2147483647
  }

  test('one item of five does not stand out against two of two hundred', () => {
    const ranges = rankSetsOfRates([{ x: 1, n: 5 }, ...Array.from({ length: 5 }, () => ({ x: 2, n: 200 }))])
    expect(ranges).toEqual(ranges.map(() => [1, 6]))
  })

  // The z test alone tells some of them apart in 29 % (p = 0.02) and 12 % (p = 0.05) of such ledgers.
  test.each([0.02, 0.05, 0.3])(
    'of small and large units with one rate of %f at most one ledger in twenty tells any apart',
    (p) => {
      const next = numbers(20241130)
      const drawn = (n: number): { x: number; n: number } => {
        let x = 0
        for (let i = 0; i < n; i++) if (next() < p) x++
        return { x, n }
      }
      const runs = 500
      let told = 0
      for (let run = 0; run < runs; run++) {
        const ranges = rankSetsOfRates([5, 5, 5, 5, 5, 200, 200, 200, 200, 200].map(drawn))
        if (ranges.some(([best, worst]) => best > 1 || worst < ranges.length)) told++
      }
      expect(told / runs).toBeLessThan(0.05)
    },
  )
})
