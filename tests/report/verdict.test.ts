import { describe, expect, it } from 'vitest'
import type { Clock, Day } from '../../src/model/period'
import { cellOf, judged, measuredOf, outletOf, periodOf, seedHalfYear, unitOf } from '../../src/charts/galleryFixtures'
import { nullReason } from '../../src/report/nullReason'
import { rankedUnits } from '../../src/report/rankedUnits'
import { heatVerdict, outletsVerdict, periodVerdict, rankingVerdict } from '../../src/report/verdict'
import { spanOfKey } from '../../src/time/calendar'
import { funnelStanding } from '../../src/stats/funnelPlace'
import { dayOf } from '../../src/time/day'

const month = (key: string, submitted: number | null, adopted: number | null, mature: boolean | null = true) =>
  periodOf(key, cellOf(submitted, adopted), mature)
const code = (...cells: ReturnType<typeof month>[]) => periodVerdict('trend', cells, null).code

describe('trend and half-year', () => {
  it('stays silent where there is nothing, no rate, or nothing mature', () => {
    expect(code()).toBe('none')
    expect(periodVerdict('trend', [month('2024-05', 551, null)], null)).toMatchObject({
      code: 'no-rate',
      params: { reason: 'adopted-untold' },
    })
    expect(periodVerdict('trend', [month('2024-05', 0, 0)], null)).toMatchObject({
      code: 'no-rate',
      params: { reason: 'no-submissions' },
    })
    expect(code(month('2024-06', 30, 10, false))).toBe('only-immature')
    expect(code(month('2024-05', 30, 10))).toBe('one')
  })

  it('takes a change for noise while the interval holds zero', () => {
    const verdict = periodVerdict('trend', [month('2024-05', 29, 10), month('2024-06', 31, 12)], null)
    expect(verdict).toMatchObject({
      topic: 'trend',
      code: 'rate-change-within-noise',
      params: { period: '2024-06', before: '2024-05', adopted: 12, submitted: 31 },
    })
    expect(verdict.params.difference).toBeCloseTo(12 / 31 - 10 / 29, 12)
  })

  it('says up, down and same', () => {
    expect(code(month('2024-05', 80, 48), month('2024-06', 70, 56))).toBe('rate-up')
    expect(code(month('2024-05', 70, 56), month('2024-06', 80, 48))).toBe('rate-down')
    expect(code(month('2024-05', 20, 10), month('2024-06', 40, 20))).toBe('rate-same')
  })

  it('uses Newcombe’s published interval', () => {
    const { params } = periodVerdict('halfYear', [month('2023H2', 80, 48), month('2024H1', 70, 56)], null)
    expect(params.low).toBeCloseTo(0.0524, 4)
    expect(params.high).toBeCloseTo(0.3339, 4)
  })

  it('compares neither small numbers nor a rate above 1', () => {
    expect(code(month('2024-05', 30, 10), month('2024-06', 4, 4))).toBe('too-few')
    expect(code(month('2024-05', 4, 0), month('2024-06', 30, 20))).toBe('too-few-before')
    expect(code(month('2024-05', 30, 10), month('2024-06', 10, 12))).toBe('over-one')
    expect(code(month('2024-05', 10, 12), month('2024-06', 30, 10))).toBe('over-one-before')
  })

  it('keeps immature months out, and months without a rate too', () => {
    const verdict = periodVerdict(
      'trend',
      [month('2024-04', 80, 48), month('2024-05', 70, 56), month('2024-06', 60, 2, false)],
      null,
    )
    expect(verdict).toMatchObject({ code: 'rate-up', params: { period: '2024-05', before: '2024-04' } })
    expect(
      periodVerdict('trend', [month('2024-03', 80, 48), month('2024-04', 9, null), month('2024-05', 70, 56)], null)
        .params.before,
    ).toBe('2024-03')
  })

  it('speaks of the chosen period and compares with what lies before it', () => {
    const cells = [month('2023-12', 80, 48), month('2024-01', 70, 56), month('2024-02', 50, 1)]
    expect(periodVerdict('trend', cells, spanOfKey('2024-01'))).toMatchObject({
      code: 'rate-up',
      params: { period: '2024-01' },
    })
    expect(periodVerdict('trend', cells, spanOfKey('2022')).code).toBe('none')
    const young = [month('2024-01', 70, 56), month('2024-02', 50, 1, false)]
    expect(periodVerdict('trend', young, spanOfKey('2024-02'))).toMatchObject({
      code: 'only-immature',
      params: { period: '2024-02' },
    })
  })

  it('has no rate for the seed, whatever the placements', () => {
    const verdict = periodVerdict('halfYear', seedHalfYear.halfYears, null)
    expect(verdict.code).toBe('no-rate')
    expect(JSON.stringify(verdict)).not.toContain('0.26')
  })
})

const LAG = { median: 10, p90: 30, n: 90 }

describe('a period most of which is immature', () => {
  const units = [40, 50, 30].map((submitted, id) => ({
    ...unitOf(id, `${'甲乙丙'[id]}局`, cellOf(submitted, 5)),
    standing: 'unknown' as const,
    settled: { submitted: 0, adopted: 0 },
  }))

  it('is told as that, not as too few items; without it, units that are mostly immature are not ranked', () => {
    expect(rankingVerdict(units, cellOf(120, 15), 5, 'immature').code).toBe('immature')
    expect(rankedUnits(units, 5, 'immature').map(({ rank }) => rank)).toEqual([1, 2, 3])
    expect(rankedUnits(units, 5).map(({ rank }) => rank)).toEqual([null, null, null])
  })

  it('a unit that stands out by immature months alone is counted apart', () => {
    const held = { ...units[0]!, settled: { submitted: 30, adopted: 5 } }
    const others = [unitOf(1, '乙局', cellOf(50, 25), 0.5), unitOf(2, '丙局', cellOf(30, 14), 0.5)]
    expect(rankingVerdict([held, ...others], cellOf(120, 44)).params).toMatchObject({
      open: 1,
      units: 2,
      above: [],
      below: [],
    })
  })
})

describe('a half-year that the log holds a part of', () => {
  const halves = ['2025H1', '2025H2'].map((key, i) => periodOf(key, cellOf(100, 30 + 30 * i)))
  const verdictOf = (firstDay: Day | null, clock: Clock = 'submitted') =>
    periodVerdict('halfYear', halves, null, 5, measuredOf({ total: cellOf(200, 90), firstDay, lag: LAG }, clock))

  it('is not compared with, unless the log begins within its first month', () => {
    expect(verdictOf(dayOf(2025, 5, 3)!)).toMatchObject({
      code: 'partial',
      params: { period: '2025H2', before: '2025H1' },
    })
    expect(verdictOf(dayOf(2025, 1, 20)!).code).toBe('rate-far-up')
    expect(verdictOf(dayOf(2024, 5, 3)!).code).toBe('rate-far-up')
    expect(verdictOf(null).code).toBe('rate-far-up')
  })

  it('is not compared at all by the clock of adoption, whose adopted items are not of those submitted', () => {
    expect(verdictOf(dayOf(2025, 1, 1)!).code).toBe('rate-far-up')
    for (const first of [dayOf(2025, 1, 1)!, dayOf(2024, 12, 2)!])
      expect(verdictOf(first, 'adopted')).toMatchObject({ code: 'clock', params: { period: '2025H2', rate: 0.6 } })
  })
})

describe('ranking', () => {
  const even = unitOf(0, '甲', cellOf(20, 10))
  const high = unitOf(1, '乙', cellOf(40, 36))
  const low = unitOf(2, '丙', cellOf(40, 4))
  const few = unitOf(3, '丁', cellOf(4, 0))

  it.each([
    ['all-within', [even, unitOf(4, '戊', cellOf(30, 16))], [], []],
    ['above', [even, high], ['乙'], []],
    ['below', [even, low, few], [], ['丙']],
    ['above-and-below', [even, high, low], ['乙'], ['丙']],
  ] as const)('%s', (expected, units, above, below) => {
    const verdict = rankingVerdict(judged(units, 0.5), cellOf(100, 50))
    expect(verdict).toMatchObject({ code: expected, params: { above, below } })
  })

  it('does not judge without units, rates or enough of either', () => {
    expect(rankingVerdict([], cellOf(0, 0)).code).toBe('none')
    expect(rankingVerdict([unitOf(0, '甲', cellOf(551, null))], cellOf(551, null))).toMatchObject({
      code: 'no-rate',
      params: { reason: 'adopted-untold' },
    })
    expect(rankingVerdict([even, few], cellOf(24, 10)).code).toBe('too-few')
    // One unknown number makes the total unknown; the others are judged among themselves, as in the funnel.
    const known = [even, high].map((unit) => ({ ...unit, standing: 'around' as const }))
    expect(rankingVerdict([...known, unitOf(5, '己', cellOf(9, null))], cellOf(69, null))).toMatchObject({
      code: 'all-within',
      params: { overall: 46 / 60, units: 2 },
    })
  })

  it('shares ranks 1, 2, 2, 4 and lists small and silent units last, without a rank', () => {
    const units = [
      unitOf(0, '甲', cellOf(10, 5)),
      few,
      high,
      unitOf(6, '庚', cellOf(30, 15)),
      low,
      unitOf(7, '辛', cellOf(0, 0)),
    ]
    expect(rankedUnits(units).map(({ unit, rank }) => [unit, rank])).toEqual([
      ['乙', 1],
      ['庚', 2],
      ['甲', 2],
      ['丙', 4],
      ['丁', null],
      ['辛', null],
    ])
  })

  it('calls a unit low only if its size could have shown it', () => {
    expect(funnelStanding(0, 5, 0.45)).toBe('around')
    expect(funnelStanding(0, 5, 0.53)).toBe('below')
    expect(funnelStanding(5, 5, 0.4)).toBe('above')
    expect(funnelStanding(6, 4, 0.4)).toBe('unknown')
    expect(funnelStanding(5, 5, null)).toBe('unknown')
  })
})

describe('outlets and heat map', () => {
  const outlets = [outletOf(0, '甲报', 85, 551, 113), outletOf(1, '乙报', 28, null, 113)]

  it('names the leading outlet and its share of placements', () => {
    expect(outletsVerdict(outlets)).toMatchObject({
      code: 'leading-rate',
      params: { outlet: '甲报', adopted: 85, submitted: 551, rate: 85 / 551 },
    })
    expect(outletsVerdict([outletOf(0, '甲报', 5, null, 8), outletOf(1, '乙报', 3, null, 8)])).toMatchObject({
      code: 'leading',
      params: { outlet: '甲报', adopted: 5, share: 5 / 8 },
    })
    expect(outletsVerdict([]).code).toBe('none')
    expect(outletsVerdict([outletOf(0, '甲报', 3, null, 3), outletOf(1, '乙报', 0, null, 3)]).code).toBe('one')
    expect(outletsVerdict([outletOf(0, '甲报', 3, null, 6), outletOf(1, '乙报', 3, null, 6)])).toMatchObject({
      code: 'tie',
      params: { names: ['甲报', '乙报'], share: 0.5 },
    })
  })

  it('names the largest pair', () => {
    const units = [unitOf(0, '甲', cellOf(9, 9)), unitOf(1, '乙', cellOf(9, 9))]
    const pair = (unit: number, outlet: number, placements: number) => ({ unit, outlet, placements })
    expect(heatVerdict([pair(0, 0, 2), pair(1, 1, 7)], units, outlets)).toMatchObject({
      code: 'leading',
      params: { unit: '乙', outlet: '乙报', placements: 7 },
    })
    expect(heatVerdict([pair(0, 0, 7), pair(1, 1, 7)], units, outlets)).toMatchObject({
      code: 'tie',
      params: { pairs: 2 },
    })
    expect(heatVerdict([pair(0, 0, 1)], units, outlets).code).toBe('one')
    expect(heatVerdict([pair(0, 0, 0)], units, outlets).code).toBe('none')
  })
})

describe('why a figure is missing', () => {
  it('follows from what the cell knows', () => {
    const unknown = { ...cellOf(null, null, null), pending: null }
    expect(
      (['submitted', 'adopted', 'placements', 'pending', 'rate'] as const).map((figure) => nullReason(unknown, figure)),
    ).toEqual(['submitted-unknown', 'adopted-untold', 'placements-unknown', 'no-status', 'adopted-untold'])
    // Placements are known: then it is items alone that they do not tell.
    expect(nullReason({ ...unknown, submitted: 551, placements: 147 }, 'rate')).toBe('adopted-unknown')
    expect(nullReason({ ...unknown, submitted: 551, placements: 147 }, 'adopted')).toBe('adopted-unknown')
    expect(nullReason(cellOf(0, 0), 'rate')).toBe('no-submissions')
    expect(nullReason(cellOf(null, 3), 'rate')).toBe('submitted-unknown')
    expect(nullReason(cellOf(3, 3), 'rate')).toBeNull()
  })
})
