import { describe, expect, test } from 'vitest'
import { cellOf, unitOf } from '../../src/charts/galleryFixtures'
import { funnelPlot } from '../../src/measures/funnelPlot'
import type { UnitCell } from '../../src/model/measure'

const units = (rows: readonly (readonly [string, number | null, number | null])[]): UnitCell[] =>
  rows.map(([name, submitted, adopted], id) => unitOf(id, name, cellOf(submitted, adopted)))

/**
 * 230 of 575: p̄ = 0.4 exactly. Limits by hand, normal at 100: 0.3040, 0.4960 and 0.2486, 0.5514; at 40: 0.5518 and 0.6394 above. Exact at 8: 0.0111 below at
 * 95 %, 0 at 99.8 %; 0.6⁷ = 0.0280, 0.6⁸ = 0.0168.
 */
const PLANTED = units([
  ['显著偏高', 100, 56],
  ['偏高', 100, 52],
  ['平均', 100, 40],
  ['偏低', 100, 28],
  ['显著偏低', 100, 22],
  ['七件都没有采用', 7, 0],
  ['八件都没有采用', 8, 0],
  ['小而平均', 20, 8],
  ['中而偏高', 40, 24],
  ['未知', 50, null],
  ['没有报送', 0, 0],
  ['采用多于报送', 10, 12],
  ['报送未知', null, 4],
])

describe('funnel plot', () => {
  const plot = funnelPlot(PLANTED, false)

  test('finds what is planted at 95 % and at 99.8 %', () => {
    expect(plot.target).toBe(0.4)
    expect(plot.points.map(({ unit, place }) => [unit, place])).toEqual([
      ['显著偏高', 'veryHigh'],
      ['偏高', 'high'],
      ['平均', 'within'],
      ['偏低', 'low'],
      ['显著偏低', 'veryLow'],
      ['七件都没有采用', 'tooFew'],
      ['八件都没有采用', 'low'],
      ['小而平均', 'within'],
      ['中而偏高', 'high'],
    ])
  })

  test('leaves out and counts units without a rate, and those with more adopted than submitted', () => {
    expect(plot.leftOut).toBe(4)
    expect(plot.points.reduce((sum, { submitted }) => sum + submitted, 0)).toBe(575)
  })

  test('limits at every size to a little beyond the largest, by the formulas', () => {
    expect(plot.lines[0]!.n).toBe(1)
    expect(plot.lines[plot.lines.length - 1]!.n).toBe(105)
    expect(plot.lines.slice(0, 40).map(({ n }) => n)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
    const at = (n: number) => plot.lines.find((line) => line.n === n)!
    // Exact, computed from the definition with whole fractions.
    expect(at(20).low95).toBeCloseTo(0.162916, 6)
    expect(at(20).high95).toBeCloseTo(0.594407, 6)
    expect(at(20).low998).toBeCloseTo(0.057708, 6)
    expect(at(20).high998).toBeCloseTo(0.72362, 6)
    // Normal, from ten expected on.
    expect(at(25).low95).toBeCloseTo(0.207964, 6)
    expect(at(25).high998).toBeCloseTo(0.70278, 6)
  })

  test('a unit is too few while neither none nor all adopted would be a surprise', () => {
    // p̄ = 0.5: 0.5⁵ = 0.03125 is too few, 0.5⁶ = 0.0156 is not.
    const small = funnelPlot(
      units([
        ['五件', 5, 0],
        ['六件', 6, 0],
        ['五件多', 5, 4],
        ['大', 400, 204],
      ]),
      false,
    )
    expect(small.target).toBe(0.5)
    expect(small.points.map(({ place }) => place)).toEqual(['tooFew', 'low', 'tooFew', 'within'])
  })

  test('small units are told apart by how rare they are, not by a limit between two counts', () => {
    // Against 52/117 = 0.444: P(X ≥ x) is .444, .198, .039, .126, .083 and .012, though all but the last exceed an interpolated limit or come near.
    const small = units([
      ['一件全用', 1, 1],
      ['两件全用', 2, 2],
      ['四件全用', 4, 4],
      ['五件四用', 5, 4],
      ['八件六用', 8, 6],
      ['二十一件十五用', 21, 15],
      ['其余', 76, 20],
    ])
    const plot = funnelPlot(small, false)
    expect(plot.target).toBeCloseTo(52 / 117, 12)
    expect(plot.points.slice(0, 6).map(({ place }) => place)).toEqual([
      'tooFew',
      'tooFew',
      'tooFew',
      'within',
      'within',
      'high',
    ])
  })

  test('adjusted limits are wider where units differ by more than chance, and the points within them are no outliers', () => {
    // φ and τ² of the ten units published with the definition.
    const n = [90, 70, 80, 40, 95, 45, 60, 75, 120, 30]
    const x = [28, 15, 33, 9, 41, 5, 22, 18, 60, 12]
    const ten = units(x.map((value, i) => [`单位${i}`, n[i]!, value] as const))
    const plain = funnelPlot(ten, false)
    const wide = funnelPlot(ten, true)
    expect(wide.phi).toBeCloseTo(2.8757470147, 9)
    expect([plain.adjusted, wide.adjusted, plain.widened, wide.widened]).toEqual([false, true, false, true])
    const tau2 = 0.0079061281
    const back = (n: number, z: number) =>
      Math.sin(Math.asin(Math.sqrt(243 / 705)) + z * Math.sqrt(1 / (4 * n) + tau2)) ** 2
    // Exactly the formula of MEASURES §2 at every size, also where the exact limits of small units lie farther out.
    expect(wide.lines[wide.lines.length - 1]!.n).toBe(126)
    for (const { n, low95, high95, low998, high998 } of wide.lines) {
      if (n < 5) continue // Below, an end of the scale is reached.
      expect(low95).toBeCloseTo(back(n, -1.959963984540054), 8)
      expect(high95).toBeCloseTo(back(n, 1.959963984540054), 8)
      if (n >= 12) expect(low998).toBeCloseTo(back(n, -3.090232306167813), 8)
      if (n >= 12) expect(high998).toBeCloseTo(back(n, 3.090232306167813), 8)
    }
    const [at, exact] = [wide, plain].map(({ lines }) => lines.find(({ n }) => n === 10)!)
    expect(at!.low95).toBeGreaterThan(exact!.low95)
    expect(at!.low95).toBeCloseTo(0.0726, 3)
    for (const [i, line] of wide.lines.entries())
      if (line.n >= 40) {
        expect(line.high95).toBeGreaterThan(plain.lines[i]!.high95)
        expect(line.low95).toBeLessThan(plain.lines[i]!.low95)
      }
    const outside = ({ points }: typeof plain) =>
      points.filter(({ place }) => place !== 'within' && place !== 'tooFew').map(({ unit }) => unit)
    // 5/45 = 0.11 and 60/120 = 0.5 against 243/705 = 0.345: more than three standard errors.
    expect(outside(plain)).toEqual(expect.arrayContaining(['单位5', '单位8']))
    expect(outside(wide).length).toBeLessThan(outside(plain).length)
  })

  test('is silent on units that differ by chance alone', () => {
    // Expected ± one standard error at most: 0.4 · n ± √(0.24 n).
    const calm = units(
      [16, 25, 36, 49, 64, 81, 100, 120, 150, 200].map((n, i) => [
        `单位${i}`,
        n,
        Math.round(0.4 * n + (i % 2 === 0 ? 1 : -1) * Math.sqrt(0.24 * n)),
      ]),
    )
    // Nothing to adjust for: asked, and not done.
    const alike = units([25, 50, 100].map((n) => [`单位${n}`, n, 0.4 * n]))
    expect(funnelPlot(alike, true)).toMatchObject({ adjusted: true, widened: false })
    for (const adjust of [false, true])
      expect(new Set(funnelPlot(calm, adjust).points.map(({ place }) => place))).toEqual(new Set(['within']))
  })

  test('adjusting changes nothing where units differ by no more than chance: τ² is 0', () => {
    const alike = units([10, 50, 90, 130, 200].map((n, i) => [`单位${i}`, n, Math.round(0.4 * n)]))
    expect(funnelPlot(alike, true)).toEqual({ ...funnelPlot(alike, false), adjusted: true })
  })

  test.each([false, true])('nobody, one unit, all 0 and all 1 (adjusted: %s)', (adjust) => {
    expect(funnelPlot([], adjust)).toEqual({
      target: null,
      points: [],
      lines: [],
      adjusted: false,
      widened: false,
      phi: 0,
      leftOut: 0,
      held: null,
    })
    expect(funnelPlot(units([['未知', 5, null]]), adjust)).toMatchObject({ target: null, leftOut: 1 })
    expect(funnelPlot(units([['甲', 1, 1]]), adjust).points[0]).toMatchObject({ rate: 1, place: 'within' })
    for (const [adopted, target] of [
      [0, 0],
      [9, 1],
    ] as const) {
      const same = funnelPlot(
        units([
          ['甲', 9, adopted],
          ['乙', 9, adopted],
        ]),
        adjust,
      )
      expect(same.target).toBe(target)
      expect(same.points.map(({ place }) => place)).toEqual(['within', 'within'])
      for (const line of same.lines) expect(Object.values(line).every(Number.isFinite)).toBe(true)
    }
  })
})
