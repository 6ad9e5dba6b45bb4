import { describe, expect, test } from 'vitest'
import { controlChart } from '../../src/measures/controlChart'
import { funnelPlot } from '../../src/measures/funnelPlot'
import { rankUnits } from '../../src/measures/rankUnits'
import type { ControlPoint, ControlRules, ControlSignal } from '../../src/model/analysis'
import type { UnitChanges } from '../../src/model/comparison'
import type { Cell, OutletCell, PeriodCell, UnitCell } from '../../src/model/measure'
import {
  comparisonVerdict,
  controlVerdict,
  funnelVerdict,
  lagVerdict,
  levelVerdict,
  peersVerdict,
  rankVerdict,
  unitChangesVerdict,
} from '../../src/report/analysisVerdict'
import { unitChanges } from '../../src/report/unitChanges'
import { spanOf } from '../../src/time/calendar'

function cell(submitted: number | null, adopted: number | null): Cell {
  const rate = submitted && adopted !== null ? adopted / submitted : null
  return { submitted, adopted, placements: adopted, pending: 0, rate, interval: null }
}

function units(...counts: readonly (readonly [submitted: number, adopted: number])[]): UnitCell[] {
  return counts.map(([submitted, adopted], i) => ({
    ...cell(submitted, adopted),
    unitId: i,
    unit: `${'甲乙丙丁戊己庚辛壬癸'[i]}局`,
    group: null,
    standing: 'unknown',
    settled: null,
  }))
}

/** Months from January 2023 with 20 items each. */
function months(adopted: readonly (number | null)[], mature = adopted.length): PeriodCell[] {
  return adopted.flatMap((count, i) =>
    count === null
      ? []
      : [
          {
            ...cell(20, count),
            period: `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
            span: spanOf('month', 2023 + Math.floor(i / 12), (i % 12) + 1),
            mature: i < mature,
            over: true,
          },
        ],
  )
}

describe('the funnel plot', () => {
  const verdict = (...counts: readonly (readonly [number, number])[]) =>
    funnelVerdict(funnelPlot(units(...counts), false))

  test('names who lies outside 95 % and 99.8 %, and says when nobody does', () => {
    expect(verdict([100, 30], [100, 33], [100, 27])).toMatchObject({ code: 'all-within', params: { units: 3 } })
    expect(verdict([100, 30], [100, 60], [100, 31], [100, 30])).toMatchObject({
      code: 'outside',
      params: { farAbove: ['乙局'], above: [], farBelow: [], below: [], rest: 3 },
    })
    expect(verdict([100, 50], [100, 32], [100, 51], [100, 50])).toMatchObject({
      code: 'outside',
      params: { farAbove: [], above: [], farBelow: [], below: ['乙局'] },
    })
    expect(verdict([100, 70], [100, 20], [100, 44], [100, 45])).toMatchObject({
      code: 'outside',
      params: { farAbove: ['甲局'], farBelow: ['乙局'] },
    })
    expect(verdict([100, 30])).toMatchObject({ code: 'too-few' })
    expect(verdict()).toMatchObject({ code: 'none' })
  })

  test('counts those that are too few to be called low apart from those within', () => {
    // (1 − 0.39)³ = 0.23: three items without one are no surprise.
    expect(verdict([60, 24], [55, 22], [3, 0], [2, 0], [4, 0])).toMatchObject({
      code: 'within-or-too-few',
      params: { tooFew: 3 },
    })
    expect(verdict([100, 70], [100, 44], [100, 45], [3, 0])).toMatchObject({
      code: 'outside',
      params: { farAbove: ['甲局'], below: [], tooFew: 1, rest: 2 },
    })
  })

  test('judges nobody while decisions are open', () => {
    const plot = funnelPlot(units([100, 70], [100, 20], [100, 44]), false, 'immature')
    expect(plot.points.map(({ place }) => place)).toEqual(['open', 'open', 'open'])
    expect(funnelVerdict(plot).code).toBe('immature')
  })

  test('names first who is least likely by chance, not who has the highest rate', () => {
    // 70 % of 50 items is 4.8 standard errors from 37 %, 50 % of 1000 is 8.4.
    expect(verdict([50, 35], [1000, 500], [2000, 600])).toMatchObject({
      params: { farAbove: ['乙局', '甲局'] },
    })
  })
})

describe('the ranking', () => {
  const verdict = (counts: readonly number[]) =>
    rankVerdict(rankUnits(units(...counts.map((adopted) => [200, adopted] as const)), 'adopted', 5)[0]!)

  test('says how many cannot be told apart from the first', () => {
    expect(verdict([120, 90, 85, 40, 12])).toMatchObject({
      code: 'undecided',
      params: { count: 3, units: 5, unit: '甲局' },
    })
    expect(verdict([120, 40, 12])).toMatchObject({ code: 'decided', params: { unit: '甲局' } })
    expect(verdict([9, 8, 7])).toMatchObject({ code: 'all-undecided', params: { units: 3 } })
    expect(verdict([9])).toMatchObject({ code: 'one' })
    expect(rankVerdict(rankUnits(units([3, 1]), 'rate', 5)[0]!)).toMatchObject({ code: 'none' })
    expect(rankVerdict(rankUnits(units([200, 120], [200, 40]), 'adopted', 5, true, 'immature')[0]!)).toMatchObject({
      code: 'immature',
    })
    // By the clock of adoption counts are judged, rates are not.
    const [byRate, byCount] = (['rate', 'adopted'] as const).map(
      (by) => rankUnits(units([200, 120], [200, 40]), by, 5, true, 'clock')[0]!,
    )
    expect(rankVerdict(byRate!).code).toBe('clock')
    expect(byRate!.units.map(({ range }) => range)).toEqual([null, null])
    expect(rankVerdict(byCount!).code).toBe('decided')
  })

  test('calls nobody first of more units than are tested', () => {
    const many = units(...Array.from({ length: 301 }, (_, i) => [10, i < 5 ? 6 : 3] as const))
    expect(rankVerdict(rankUnits(many, 'rate', 5)[0]!).code).toBe('untested')
  })
})

describe('the control chart', () => {
  const settings = { measure: 'rate', rules: 'nhs', rebase: [], baseline: null } as const
  const quiet = [8, 7, 9, 8, 6, 9, 7, 8, 9, 7, 8, 7]
  const verdict = (adopted: readonly (number | null)[], mature?: number) =>
    controlVerdict(controlChart(months(adopted, mature), settings))

  test('within common variation neither rise nor fall is said', () => {
    expect(verdict([...quiet, 6])).toMatchObject({
      code: 'within-low',
      params: { period: '2024-01', adopted: 6, submitted: 20 },
    })
    expect(verdict([...quiet, 9])).toMatchObject({ code: 'within-high' })
  })

  test('beyond a limit a cause is looked for', () => {
    expect(verdict([...quiet, 19])).toMatchObject({ code: 'outside-high' })
    expect(verdict([...quiet, 0])).toMatchObject({ code: 'outside-low' })
  })

  test('an immature month is not spoken of', () => {
    expect(verdict([...quiet, 0], 12)).toMatchObject({ code: 'within-low', params: { period: '2023-12' } })
  })

  test('seven on one side speak of the level', () => {
    const shifted = [...quiet, 7, 7, 7, 7, 7, 7, 7, 7]
    expect(controlVerdict(controlChart(months(shifted), { ...settings, baseline: 12 })).code).toBe('run-low')
  })

  test('seven above it, eight by Wheeler', () => {
    const risen = [...quiet, 9, 9, 9, 9, 9, 9, 9]
    const chart = (counts: number[], rules: 'nhs' | 'wheeler') =>
      controlVerdict(controlChart(months(counts), { ...settings, rules, baseline: 12 }))
    expect(chart(risen, 'nhs')).toMatchObject({ code: 'run-high', params: { count: 7 } })
    expect(chart(risen, 'wheeler').code).toBe('within-high')
    expect(chart([...risen, 9], 'wheeler')).toMatchObject({ code: 'run-high', params: { count: 8 } })
  })

  test('seven months up or down in a row are told with their direction, wherever they lie', () => {
    // Around the mean, so that no seven lie on one side.
    expect(verdict([...quiet, 5, 6, 7, 8, 9, 10, 11])).toMatchObject({ code: 'trend-up', params: { count: 7 } })
    expect(verdict([...quiet, 11, 10, 9, 8, 7, 6, 5])).toMatchObject({ code: 'trend-down', params: { count: 7 } })
  })

  test('months near a limit are told with the numbers of the rule', () => {
    const point = (value: number, signals: readonly ControlSignal[]): ControlPoint => ({
      period: '2024-01',
      span: spanOf('month', 2024, 1),
      value,
      adopted: null,
      submitted: null,
      mean: 10,
      low: 4,
      high: 16,
      signals,
      immature: false,
    })
    const chart = (value: number, rules: ControlRules) =>
      controlVerdict({
        measure: 'submitted',
        rules,
        points: [point(value, ['nearLimit', 'run'])],
        phases: [],
        lacking: 'months' as const,
      })
    expect(chart(15, 'nhs')).toMatchObject({ code: 'nearLimit-high', params: { count: 2, of: 3 } })
    expect(chart(5, 'wheeler')).toMatchObject({ code: 'nearLimit-low', params: { count: 3, of: 4 } })
  })

  test('a rate of a few items is not judged; a count of them is', () => {
    const last = (measure: 'rate' | 'adopted') => {
      const cells = months([...quiet, 20]).map((own, i) => (i === 12 ? { ...own, ...cell(4, 4) } : own))
      return controlVerdict(controlChart(cells, { ...settings, measure })).code
    }
    expect([last('rate'), last('adopted')]).toEqual(['few-items', 'within-low'])
  })

  test('without limits or without months', () => {
    expect(verdict([8])).toMatchObject({ code: 'too-few', params: { period: '2023-01' } })
    expect(verdict([])).toMatchObject({ code: 'none' })
  })
})

describe('comparisons', () => {
  test.each([
    [cell(80, 48), cell(70, 40), 'within'],
    [cell(70, 56), cell(80, 48), 'up'],
    [cell(80, 48), cell(70, 56), 'down'],
    [cell(10, 5), cell(20, 10), 'same'],
    [cell(3, 1), cell(20, 10), 'too-few'],
    [cell(10, 12), cell(20, 10), 'over-one'],
    [cell(null, 3), cell(20, 10), 'none'],
    [null, cell(20, 10), 'none'],
  ] as const)('%j against %j: %s', (now, before, code) => {
    expect(comparisonVerdict(now, before).code).toBe(code)
  })

  test('carry Newcombe’s interval', () => {
    const { params } = comparisonVerdict(cell(70, 56), cell(80, 48))
    expect(params['difference']).toBeCloseTo(0.2, 10)
    expect(params['low']).toBeCloseTo(0.0524, 4)
    expect(params['high']).toBeCloseTo(0.3339, 4)
  })
})

describe('changes of units', () => {
  const before = units([80, 48], [70, 56], [20, 10], [3, 1])
  const now = units([70, 56], [80, 48], [20, 11], [40, 20])
  const verdict = (held: UnitChanges['held'], own = now) =>
    unitChangesVerdict({
      period: spanOf('halfYear', 2024, 1),
      before: spanOf('halfYear', 2023, 2),
      earlier: 'before',
      fewest: 5,
      held,
      units: unitChanges(own, before, 5, held),
    })

  test('name who rose and who fell beyond chance, the largest first, and count the others', () => {
    expect(verdict(null)).toEqual({
      topic: 'unitChanges',
      code: 'moved',
      params: {
        ...{ period: '2024H1', earlier: 'before', units: 3, rest: 1 },
        ...{ farUp: [], farDown: [], up: ['甲局'], down: ['乙局'] },
      },
    })
    const fallen = units([70, 30], [80, 8], [20, 11])
    expect(verdict(null, fallen).params).toMatchObject({ farDown: ['乙局'], down: ['甲局'] })
  })

  test('say so where chance may explain all of them, where nobody can be compared, and where it is too early', () => {
    expect(verdict(null, units([80, 50], [70, 55], [20, 11]))).toMatchObject({ code: 'steady', params: { units: 3 } })
    expect(verdict(null, units([4, 3], [2, 1]))).toMatchObject({ code: 'none', params: {} })
    expect(verdict('immature')).toMatchObject({ code: 'immature', params: { earlier: 'before' } })
    expect(verdict('partial')).toMatchObject({ code: 'partial', params: { earlier: 'before' } })
    // Nobody could be compared anyway: that is the reason.
    expect(verdict('immature', units([4, 3]))).toMatchObject({ code: 'none' })
    expect(unitChangesVerdict(null)).toMatchObject({ code: 'none' })
  })
})

describe('time to adoption and levels', () => {
  test('days are rounded as people count them', () => {
    expect(lagVerdict({ n: 26, median: 10.55, p90: 24.2, days: [] })).toMatchObject({
      code: 'said',
      params: { count: 26, median: 10.6, days: 25 },
    })
    expect(lagVerdict(null)).toMatchObject({ code: 'none' })
  })

  test('the level with most placements, unless none is set', () => {
    const outlet = (level: string | null, adopted: number): OutletCell => ({
      outletId: 0,
      outlet: '某报',
      level,
      submitted: null,
      adopted,
      rate: null,
      interval: null,
      share: null,
    })
    expect(levelVerdict([outlet('city', 3), outlet('county', 2), outlet('city', 4)])).toMatchObject({
      code: 'leading',
      params: { level: 'city', count: 7, share: 7 / 9 },
    })
    expect(levelVerdict([outlet(null, 3)])).toMatchObject({ code: 'unknown' })
    expect(levelVerdict([outlet('city', 0)])).toMatchObject({ code: 'none' })
  })
})

describe('a unit against others', () => {
  const peer = (kind: 'own' | 'group' | 'all', adopted: number, submitted: number) => ({
    kind,
    cell: cell(submitted, adopted),
    settled: null as Cell | null,
    unitIds: [],
  })

  test('is told apart by Newcombe’s interval from its group, not from all', () => {
    // 56/70 against 48/80 is the published pair: 0.2000 (0.0524, 0.3339).
    const verdict = peersVerdict([peer('own', 56, 70), peer('group', 48, 80), peer('all', 80, 80)])
    expect(verdict).toMatchObject({ topic: 'peers', code: 'up' })
    expect(verdict.params['low']).toBeCloseTo(0.0524, 4)
  })

  test('a difference that immature months alone make is none', () => {
    const [low, all] = [peer('own', 4, 40), peer('all', 300, 600)]
    expect(peersVerdict([low, all]).code).toBe('farDown')
    // 36 of its 40 items wait for a decision; of the other four all were adopted.
    const waiting = { ...low, settled: cell(4, 4) }
    expect(peersVerdict([waiting, { ...all, settled: cell(550, 300) }], 1).code).toBe('immature')
    expect(peersVerdict([{ ...low, settled: cell(30, 3) }, all]).code).toBe('farDown')
  })

  test('nothing is said of few items, nor of one that is alone', () => {
    expect(peersVerdict([peer('own', 4, 9), peer('all', 48, 80)], 10).code).toBe('too-few')
    expect(peersVerdict([peer('own', 4, 9)]).code).toBe('none')
    expect(peersVerdict([peer('own', 56, 70), peer('all', 48, 80)], 5, 'immature').code).toBe('immature')
    expect(peersVerdict([peer('own', 56, 70)], 5, 'immature').code).toBe('none')
  })
})
