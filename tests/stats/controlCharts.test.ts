import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { laneyP } from '../../src/stats/laneyP'
import { type ChartedPoint, runSignals } from '../../src/stats/runRules'
import { xmr } from '../../src/stats/xmr'

const NIST = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
const MONTGOMERY = [
  102.0, 94.8, 98.3, 98.4, 102.0, 98.5, 99.0, 97.7, 100.0, 98.1, 101.3, 98.7, 101.1, 98.4, 97.0, 96.7, 100.3, 101.4,
  97.2, 101.0,
]
const VIGNETTE = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]

/** Equal limits for all points. */
function charted(values: readonly (number | null)[], mean: number, low: number, high: number): (ChartedPoint | null)[] {
  return values.map((value) => (value === null ? null : { value, mean, low, high }))
}

describe('XmR', () => {
  test('NIST handbook 6.3.2.2', () => {
    const limits = xmr(NIST, false)!
    expect(limits.mean).toBeCloseTo(50.81, 10)
    expect(limits.averageRange).toBeCloseTo(1.8778, 4)
    expect(limits.low).toBeCloseTo(45.8151, 4)
    expect(limits.high).toBeCloseTo(55.8049, 4)
  })

  test('Montgomery, table 16-3', () => {
    const limits = xmr(MONTGOMERY, false)!
    expect(limits.mean).toBeCloseTo(99.095, 10)
    expect(limits.averageRange).toBeCloseTo(2.58947, 5)
    expect(limits.low).toBeCloseTo(92.21, 2)
    expect(limits.high).toBeCloseTo(105.98, 2)
  })

  test('screening of moving ranges, NHSRplotthedots vignette', () => {
    const screened = xmr(VIGNETTE, true)!
    expect(screened.mean).toBeCloseTo(1.94, 2)
    expect([screened.low, screened.high].map((limit) => limit.toFixed(2))).toEqual(['-0.72', '4.60'])
    const plain = xmr(VIGNETTE, false)!
    expect([plain.low, plain.high].map((limit) => limit.toFixed(2))).toEqual(['-3.06', '6.95'])
    const signals = runSignals(charted(VIGNETTE, screened.mean, screened.low, screened.high), 'nhs')
    expect(signals.map((own, i) => (own.includes('outside') ? i + 1 : 0)).filter(Boolean)).toEqual([5])
  })

  test('gaps: no range runs across them; one value alone has no limits', () => {
    expect(xmr([1, null, 9, 10], false)).toMatchObject({ averageRange: 1 })
    expect(xmr([5], false)).toBeNull()
    expect(xmr([5, null, 6], true)).toBeNull()
    expect(xmr([], true)).toBeNull()
    expect(xmr([3, 3, 3], true)).toEqual({ mean: 3, averageRange: 0, low: 3, high: 3 })
  })

  test('moves with its values and lies around their mean', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 40 }),
        fc.integer(),
        (values, shift) => {
          const limits = xmr(values, true)!
          const moved = xmr(
            values.map((value) => value + shift),
            true,
          )!
          expect(moved.low - shift).toBeCloseTo(limits.low, 4)
          expect(limits.low).toBeLessThanOrEqual(limits.mean)
          expect(limits.high).toBeGreaterThanOrEqual(limits.mean)
        },
      ),
    )
  })
})

describe('Laney P′', () => {
  const x = [12, 18, 9, 22, 15, 14, 20, 11, 17, 25, 13, 16]
  const n = [39, 52, 31, 60, 47, 40, 55, 38, 44, 62, 41, 50]
  const points = x.map((value, i) => ({ x: value, n: n[i]! }))

  test('values computed from the definition', () => {
    const limits = laneyP(points)!
    expect(limits.mean).toBeCloseTo(0.343470483, 9)
    expect(limits.sigmaZ).toBeCloseTo(0.6151816533, 9)
    expect(limits.limits[0]![0]).toBeCloseTo(0.203136076, 9)
    expect(limits.limits[0]![1]).toBeCloseTo(0.48380489, 9)
  })

  test('gaps have no limits and break the ranges; without scatter there is no chart', () => {
    const gapped = laneyP([points[0]!, null, points[1]!, points[2]!])!
    expect(gapped.limits[1]).toBeNull()
    expect(laneyP([points[0]!, null, points[1]!])).toBeNull()
    expect(laneyP([])).toBeNull()
    expect(
      laneyP([
        { x: 0, n: 5 },
        { x: 0, n: 9 },
      ]),
    ).toBeNull()
    expect(
      laneyP([
        { x: 5, n: 5 },
        { x: 9, n: 9 },
      ]),
    ).toBeNull()
    expect(() => laneyP([{ x: 6, n: 5 }])).toThrow(RangeError)
    expect(() => laneyP([{ x: 0, n: 0 }])).toThrow(RangeError)
  })

  test('limits narrow as n grows and stay inside [0, 1]', () => {
    const { limits } = laneyP(points)!
    const widths = limits.map((pair, i) => ({ n: n[i]!, width: pair![1] - pair![0] })).sort((a, b) => a.n - b.n)
    for (const [i, { width }] of widths.entries()) if (i > 0) expect(width).toBeLessThanOrEqual(widths[i - 1]!.width)
    for (const pair of laneyP([
      { x: 1, n: 2 },
      { x: 0, n: 1 },
      { x: 1, n: 1 },
    ])!.limits) {
      expect(pair![0]).toBeGreaterThanOrEqual(0)
      expect(pair![1]).toBeLessThanOrEqual(1)
    }
  })
})

describe('rules of NHS England', () => {
  const at = (signals: readonly string[][], signal: string): number[] =>
    signals.flatMap((own, i) => (own.includes(signal) ? [i] : []))

  test('2 of 3 must lie on one side (NHSRplotthedots tests)', () => {
    const values = [...Array.from({ length: 14 }, (_, i) => (i % 2 === 0 ? 1 : -1)), 5.5, -5.5]
    const screened = xmr(values, true)!
    expect(screened.high).toBeCloseTo(6.175, 3)
    expect(xmr(values, false)!.high).toBeCloseTo(7.714, 3)
    expect((screened.high * 2) / 3).toBeCloseTo(4.1167, 3)
    const signals = runSignals(charted(values, screened.mean, screened.low, screened.high), 'nhs')
    expect(signals.slice(-2)).toEqual([[], []])
  })

  test('2 of 3 in the outer third on one side', () => {
    expect(at(runSignals(charted([0.1, 2.5, 0.5, 2.4, -1], 0, -3, 3), 'nhs'), 'nearLimit')).toEqual([1, 3])
    // The third on the other side of the mean: nothing.
    expect(at(runSignals(charted([0.1, 2.5, -0.5, 2.4, -1], 0, -3, 3), 'nhs'), 'nearLimit')).toEqual([])
    // A point beyond the limit does not count.
    expect(at(runSignals(charted([0.1, 2.5, 0.5, 3.4, -1], 0, -3, 3), 'nhs'), 'nearLimit')).toEqual([])
  })

  test('7 rising or falling, all marked; 6 are none; equal neighbours break it', () => {
    const rising = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]
    expect(at(runSignals(charted([...rising, 0.1], 0.3, -3, 3), 'nhs'), 'trend')).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(at(runSignals(charted(rising.slice(1), 0.3, -3, 3), 'nhs'), 'trend')).toEqual([])
    expect(at(runSignals(charted([...rising].reverse(), 0.3, -3, 3), 'nhs'), 'trend')).toHaveLength(7)
    expect(at(runSignals(charted([0, 0.1, 0.2, 0.2, 0.3, 0.4, 0.5], 0.3, -3, 3), 'nhs'), 'trend')).toEqual([])
  })

  test('7 on one side; a gap or a point on the mean breaks it', () => {
    const up = [1, 0.5, 1, 0.5, 1, 0.5, 1]
    expect(at(runSignals(charted([-1, ...up], 0, -3, 3), 'nhs'), 'run')).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(at(runSignals(charted([...up.slice(0, 3), null, ...up.slice(3)], 0, -3, 3), 'nhs'), 'run')).toEqual([])
    expect(at(runSignals(charted([...up.slice(0, 3), 0, ...up.slice(3)], 0, -3, 3), 'nhs'), 'run')).toEqual([])
  })

  test('a planted shift is found, a fixed clean series is silent', () => {
    const clean = [5, 6, 4, 5, 7, 4, 6, 5, 4, 6, 5, 6]
    const limits = xmr(clean, true)!
    expect(runSignals(charted(clean, limits.mean, limits.low, limits.high), 'nhs').flat()).toEqual([])
    const shifted = [...clean, 7, 7, 8, 7, 7, 8, 7]
    expect(
      at(runSignals(charted(shifted, limits.mean, limits.low, limits.high), 'nhs'), 'run').length,
    ).toBeGreaterThanOrEqual(7)
  })
})

describe('rules of Wheeler', () => {
  const at = (signals: readonly string[][], signal: string): number[] =>
    signals.flatMap((own, i) => (own.includes(signal) ? [i] : []))

  test('3 of 4 nearer the limit than the mean, 8 on one side, no trend', () => {
    expect(at(runSignals(charted([0, 2, 1.6, 0.2, 1.7], 0, -3, 3), 'wheeler'), 'nearLimit')).toEqual([1, 2, 4])
    expect(at(runSignals(charted([0, 2, 1.6, 0.2, -1.7], 0, -3, 3), 'wheeler'), 'nearLimit')).toEqual([])
    const up = [1, 0.5, 1, 0.5, 1, 0.5, 1]
    expect(at(runSignals(charted(up, 0, -3, 3), 'wheeler'), 'run')).toEqual([])
    expect(at(runSignals(charted([...up, 0.5], 0, -3, 3), 'wheeler'), 'run')).toHaveLength(8)
    expect(at(runSignals(charted([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6], 0.3, -3, 3), 'wheeler'), 'trend')).toEqual([])
  })
})
