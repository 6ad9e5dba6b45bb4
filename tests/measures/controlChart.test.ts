import { describe, expect, test } from 'vitest'
import { cellOf, periodOf } from '../../src/charts/galleryFixtures'
import { controlChart } from '../../src/measures/controlChart'
import type { ControlChart, ControlRules, ControlSettings, ControlSignal } from '../../src/model/analysis'
import type { PeriodCell } from '../../src/model/measure'

const RATE: ControlSettings = { measure: 'rate', rules: 'nhs', rebase: [], baseline: null }
const RULES = ['nhs', 'wheeler'] as const satisfies readonly ControlRules[]

/** The n-th month from January 2023 on. */
const keyOf = (index: number): string => `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
const rates = (pairs: readonly (readonly [adopted: number, submitted: number])[]): PeriodCell[] =>
  pairs.map(([adopted, submitted], i) => periodOf(keyOf(i), cellOf(submitted, adopted)))
const counts = (values: readonly number[]): PeriodCell[] =>
  values.map((value, i) => periodOf(keyOf(i), cellOf(value, value)))
const zip = (x: readonly number[], n: readonly number[]) => x.map((value, i) => [value, n[i]!] as const)
const at = ({ points }: ControlChart, signal: ControlSignal): number[] =>
  points.flatMap(({ signals }, i) => (signals.includes(signal) ? [i] : []))
const noSignals = ({ points }: ControlChart) => points.every(({ signals }) => signals.length === 0)

/** Golden values of P′, computed from the definition. */
const X = [12, 18, 9, 22, 15, 14, 20, 11, 17, 25, 13, 16]
const N = [39, 52, 31, 60, 47, 40, 55, 38, 44, 62, 41, 50]
const GOLDEN = rates(zip(X, N))

describe('rates (Laney’s P′)', () => {
  test('golden values through months', () => {
    const chart = controlChart(GOLDEN, RATE)
    // 192 of 559.
    expect(chart.phases).toEqual([{ from: '2023-01', mean: 192 / 559, points: 12, trial: false }])
    expect(chart.points[0]!.low).toBeCloseTo(0.203136076, 9)
    expect(chart.points[0]!.high).toBeCloseTo(0.48380489, 9)
    expect(chart.points[11]!.low).toBeCloseTo(0.21953049, 8)
    expect(chart.points[0]).toMatchObject({
      period: '2023-01',
      value: 12 / 39,
      adopted: 12,
      submitted: 39,
      signals: [],
    })
  })

  test('a month without facts is a gap: no value, no limits, and no range across it', () => {
    const chart = controlChart(
      GOLDEN.filter((_, i) => i !== 3),
      RATE,
    )
    expect(chart.points).toHaveLength(12)
    expect(chart.points[3]).toMatchObject({ period: '2023-04', value: null, low: null, high: null, submitted: null })
    expect(chart.phases[0]).toMatchObject({ mean: expect.closeTo(0.3406813627, 9) as number, points: 11, trial: true })
    expect(chart.points[0]!.low).toBeCloseTo(0.2069668372, 9)
    expect(chart.points[0]!.high).toBeCloseTo(0.4743958882, 9)
  })

  test('the order of the months given does not matter', () => {
    expect(controlChart([...GOLDEN].reverse(), RATE)).toEqual(controlChart(GOLDEN, RATE))
  })

  test('a rebase begins a phase with mean and limits of its own; an unknown month begins none', () => {
    const chart = controlChart(GOLDEN, { ...RATE, rebase: ['2023-07', '2031-01'] })
    expect(chart.phases.map(({ from, points, trial }) => [from, points, trial])).toEqual([
      ['2023-01', 6, true],
      ['2023-07', 6, true],
    ])
    expect(chart.phases.map(({ mean }) => mean)).toEqual([90 / 269, 102 / 290])
    expect(chart.points[0]!.high).toBeCloseTo(0.4737384736, 9)
    expect(chart.points[6]!.low).toBeCloseTo(0.2160814957, 9)
    expect(chart.points[6]!.high).toBeCloseTo(0.4873667801, 9)
    // A rebase at the first month changes nothing.
    expect(controlChart(GOLDEN, { ...RATE, rebase: ['2023-01'] })).toEqual(controlChart(GOLDEN, RATE))
  })

  test('a baseline of six months makes the limits of all', () => {
    const chart = controlChart(GOLDEN, { ...RATE, baseline: 6 })
    expect(chart.phases).toMatchObject([{ from: '2023-01', points: 6, trial: true }])
    expect(chart.phases[0]!.mean).toBeCloseTo(0.3345724907, 9)
    // The twelfth month has 50 items and limits from the first six.
    expect(chart.points[11]!.low).toBeCloseTo(0.2116644226, 9)
    expect(chart.points[11]!.high).toBeCloseTo(0.4574805588, 9)
  })

  test('a baseline counts months that have a value', () => {
    const later = GOLDEN.filter((_, i) => i !== 1)
    expect(controlChart(later, { ...RATE, baseline: 6 }).phases[0]!.points).toBe(6)
  })

  test('immature months are drawn and kept out of mean, limits and rules', () => {
    const young = [...GOLDEN, periodOf('2024-01', cellOf(50, 1), false), periodOf('2024-02', cellOf(50, 0), false)]
    const chart = controlChart(young, RATE)
    const plain = controlChart(GOLDEN, RATE)
    expect(chart.phases).toEqual(plain.phases)
    expect(chart.points.slice(0, 12)).toEqual(plain.points)
    expect(chart.points[12]).toMatchObject({ value: 0.02, immature: true, low: null, high: null, signals: [] })
    // Where maturity is unknown, every month counts.
    const unknown = young.map((cell) => ({ ...cell, mature: null }))
    expect(controlChart(unknown, RATE).points[12]!.signals).toContain('outside')
  })

  test('a rate above 1, an unknown and an empty month are no part of the limits', () => {
    const odd = [
      ...GOLDEN,
      periodOf('2024-01', cellOf(10, 14)),
      periodOf('2024-02', cellOf(10, null)),
      periodOf('2024-03', cellOf(0, 0)),
    ]
    const chart = controlChart(odd, RATE)
    expect(chart.phases[0]!.mean).toBeCloseTo(0.343470483, 9)
    expect(chart.points.slice(12).map(({ value, low }) => [value, low])).toEqual([
      [1.4, null],
      [null, null],
      [null, null],
    ])
  })

  test('limits stay inside [0, 1]', () => {
    const { points } = controlChart(
      rates([
        [4, 4],
        [1, 4],
        [3, 3],
        [0, 2],
        [5, 5],
        [1, 3],
      ]),
      RATE,
    )
    for (const { low, high } of points) {
      expect(low).toBe(0)
      expect(high).toBe(1)
    }
  })

  test('no month, one month, and months without scatter have no limits', () => {
    expect(controlChart([], RATE)).toEqual({
      measure: 'rate',
      rules: 'nhs',
      points: [],
      phases: [],
      lacking: 'months',
    })
    const one = controlChart(rates([[3, 9]]), RATE)
    expect([one.phases, one.lacking]).toEqual([[], 'months'])
    expect(one.points[0]).toMatchObject({ value: 1 / 3, mean: null, low: null, signals: [] })
    for (const adopted of [0, 9]) {
      const same = controlChart(rates(Array.from({ length: 14 }, () => [adopted, 9] as const)), RATE)
      expect([same.phases, same.lacking]).toEqual([[], 'scatter'])
      expect(noSignals(same)).toBe(true)
    }
    // Limits of no width would call every other month a signal.
    const even = controlChart(rates(Array.from({ length: 14 }, (_, i) => [i + 1, 3 * (i + 1)] as const)), RATE)
    expect([even.phases, even.lacking]).toEqual([[], 'scatter'])
    expect(noSignals(even)).toBe(true)
  })

  test('twelve months settle the limits, eleven are for trial', () => {
    expect(controlChart(GOLDEN, RATE).phases[0]).toMatchObject({ points: 12, trial: false })
    expect(controlChart(GOLDEN.slice(1), RATE).phases[0]).toMatchObject({ points: 11, trial: true })
  })
})

describe('counts (XmR)', () => {
  /** NHSRplotthedots vignette: mean 1.94, limits 4.60 screened and 6.95 unscreened, the fifth point special; no count is below 0. */
  const VIGNETTE = counts([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1])

  test.each([
    ['nhs', 4.6],
    ['wheeler', 6.95],
  ] as const)('screened for the rules of NHS England, not for Wheeler’s: %s', (rules, high) => {
    const chart = controlChart(VIGNETTE, { ...RATE, rules, measure: 'submitted' })
    expect(chart.phases[0]!.mean).toBeCloseTo(35 / 18, 9)
    expect(chart.points[0]!.low).toBe(0)
    expect(chart.points[0]!.high).toBeCloseTo(high, 2)
    expect(at(chart, 'outside')).toEqual([4])
    expect(chart).toMatchObject({ rules, measure: 'submitted' })
  })

  test.each(['submitted', 'adopted', 'placements'] as const)('of %s', (measure) => {
    const months = [10, 13, 11, 12].map((value, i) => periodOf(keyOf(i), { ...cellOf(50, 20, 30), [measure]: value }))
    const chart = controlChart(months, { ...RATE, rules: 'wheeler', measure })
    // Mean 11.5; ranges 3, 2, 1: 11.5 ± 2.66 · 2.
    expect(chart.phases[0]!.mean).toBe(11.5)
    expect(chart.points[3]!.low).toBeCloseTo(6.18, 9)
    expect(chart.points[3]!.high).toBeCloseTo(16.82, 9)
    expect(chart.points.map(({ value }) => value)).toEqual([10, 13, 11, 12])
  })

  test('an unknown number is a gap, not 0', () => {
    const months = [10, 12, null, 11, 13].map((value, i) => periodOf(keyOf(i), cellOf(20, value)))
    const chart = controlChart(months, { ...RATE, rules: 'wheeler', measure: 'adopted' })
    expect(chart.points[2]!.value).toBeNull()
    // Ranges 2 and 2, none across the gap.
    expect(chart.phases[0]).toMatchObject({ mean: 11.5, points: 4 })
    expect(chart.points[0]!.high).toBeCloseTo(11.5 + 2.66 * 2, 9)
  })
})

describe('planted signals and clean noise, through the chart itself', () => {
  /** 36 to 44 of 100: nothing trends, nothing stays on one side. */
  const CALM = [40, 42, 38, 41, 37, 43, 39, 36, 41, 44, 38, 40, 43, 37, 42, 39, 38, 44, 40, 36, 41, 39, 43, 37]
  const shiftedFrom = (from: number, by: number) => CALM.map((value, i) => (i >= from ? value + by : value))
  const replaced = (from: number, values: readonly number[]) => CALM.map((value, i) => values[i - from] ?? value)
  const asRates = (values: readonly number[]) => rates(values.map((value) => [value, 100] as const))

  describe.each(RULES)('%s', (rules) => {
    describe.each([
      ['rate', asRates],
      ['submitted', counts],
    ] as const)('%s', (measure, monthsOf) => {
      const chartOf = (values: readonly number[], settings: Partial<ControlSettings> = {}) =>
        controlChart(monthsOf(values), { ...RATE, rules, measure, ...settings })

      test('a calm series is silent', () => {
        expect(noSignals(chartOf(CALM))).toBe(true)
      })

      test('one month far outside is found, and no other', () => {
        const chart = chartOf(replaced(9, [72]))
        expect(at(chart, 'outside')).toEqual([9])
        expect(at(chartOf(replaced(9, [8])), 'outside')).toEqual([9])
      })

      test('a lasting shift is found: by all its months, against a baseline', () => {
        const shifted = shiftedFrom(12, 6)
        const run = at(chartOf(shifted, { baseline: 12 }), 'run')
        const least = rules === 'nhs' ? 7 : 8
        expect(run.length).toBeGreaterThanOrEqual(least)
        expect(Math.min(...run)).toBeGreaterThanOrEqual(11)
        // A rebase at the shift makes both phases calm again.
        expect(noSignals(chartOf(shifted, { rebase: ['2024-01'] }))).toBe(true)
      })

      test('seven months in one direction are a trend for NHS England alone', () => {
        const chart = chartOf(replaced(8, [36, 37, 38, 39, 40, 41, 42]))
        expect(at(chart, 'trend')).toEqual(rules === 'nhs' ? [8, 9, 10, 11, 12, 13, 14] : [])
      })

      test('months near the upper limit are found', () => {
        const { points } = chartOf(CALM, { baseline: 16 })
        const limit = Math.min(...points.map(({ high }) => high!)) * (measure === 'rate' ? 100 : 1)
        const near = Math.floor(limit)
        // Two of three, and three of four.
        const values = replaced(18, [near, 42, near, near])
        expect(at(chartOf(values, { baseline: 16 }), 'nearLimit')).toEqual([18, 20, 21])
      })

      test('a gap in the middle breaks a run', () => {
        const months = monthsOf(replaced(10, [41, 42, 41, 42, 41, 42, 41, 42]))
        const whole = controlChart(months, { ...RATE, rules, measure, baseline: 10 })
        const gapped = controlChart(
          months.filter((_, i) => i !== 14),
          { ...RATE, rules, measure, baseline: 10 },
        )
        expect(at(whole, 'run').length).toBeGreaterThanOrEqual(8)
        expect(at(gapped, 'run')).toEqual([])
      })
    })

    test('months of none, or of all, are not near a limit that is only the end of the scale', () => {
      const uniform = seeded(11)
      const binomial = (n: number, p: number) => Array.from({ length: n }, uniform).filter((u) => u < p).length
      for (const [n, p] of [
        [10, 0.1],
        [10, 0.9],
      ] as const)
        for (const measure of ['rate', 'adopted'] as const) {
          let marked = 0
          for (let s = 0; s < 200; s++) {
            const chart = controlChart(rates(Array.from({ length: 24 }, () => [binomial(n, p), n] as const)), {
              ...RATE,
              rules,
              measure,
            })
            marked += at(chart, 'nearLimit').length
          }
          expect(marked / (200 * 24)).toBeLessThan(0.035)
        }
    })

    test('few false alarms on noise of chance alone, limits made of the months themselves', () => {
      const uniform = seeded(20240705)
      const binomial = (n: number, p: number) => Array.from({ length: n }, uniform).filter((u) => u < p).length
      const share: Record<ControlSignal, number> = { outside: 0, trend: 0, nearLimit: 0, run: 0 }
      const series = 200
      for (let s = 0; s < series; s++) {
        const months = rates(Array.from({ length: 24 }, () => [binomial(60, 0.4), 60] as const))
        for (const { signals } of controlChart(months, { ...RATE, rules }).points)
          for (const signal of signals) share[signal] += 1 / (series * 24)
      }
      // With known limits 0.3 %, 0.2 %, 0.2–0.7 % and 2.4–4.8 % of months; limits made of 24 months themselves scatter.
      expect(share.outside).toBeLessThan(0.015)
      expect(share.trend).toBeLessThan(0.008)
      expect(share.nearLimit).toBeLessThan(0.02)
      expect(share.run).toBeLessThan(0.07)
    })
  })

  function seeded(seed: number): () => number {
    let state = seed >>> 0
    return () => {
      state = (state + 0x6d2b79f5) >>> 0
      let t = Math.imul(state ^ (state >>> 15), state | 1)
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
      return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
    }
  }
})
