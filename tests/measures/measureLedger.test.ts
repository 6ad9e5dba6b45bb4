import { describe, expect, test } from 'vitest'
import { changeOf } from '../../src/measures/changeOf'
import { cellOf } from '../../src/measures/tally'
import type { Cell } from '../../src/model/measure'
import { spanOfKey } from '../../src/time/calendar'
import { formatDay } from '../../src/time/day'
import { day, lines, measuresOf, overviewOf } from '../helpers/importText'

const HEAD = '标题,单位,报送日期,采用载体,采用日期,状态'

/** Three units over a turn of the year; days chosen at the edges. */
const LOG = lines(
  HEAD,
  '某事一,甲局,2024-06-30,日报,2024-07-02,采用',
  '某事二,甲局,2024-07-01,,,退稿',
  '某事三,甲局,2024-12-31,日报、手机报,2025-01-02,采用',
  '某事四,乙局,2025-01-01,,,待定',
  '某事五,乙局,2024-12-31,手机报,2024-12-31,采用',
  '某事六,丙局,2024-02-29,,,退稿',
)

const pick = ({ submitted, adopted, placements, pending }: Cell): (number | null)[] => [
  submitted,
  adopted,
  placements,
  pending,
]

describe('a rate', () => {
  test('is adopted items over submitted items, with Wilson’s interval', () => {
    const cell = cellOf(100, 65, 70, 0)
    expect(cell.rate).toBe(0.65)
    expect(cell.interval![0]).toBeCloseTo(0.5525444329689, 12)
    expect(cell.interval![1]).toBeCloseTo(0.736357517569, 12)
  })

  test.each<[string, Parameters<typeof cellOf>]>([
    ['nothing was submitted', [0, 0, 0, 0]],
    ['what was submitted is unknown', [null, 3, 3, null]],
    ['what was adopted is unknown', [5, null, 3, null]],
    ['adoptions stand over no submission', [0, 3, 3, 0]],
  ])('is null, not 0, where %s', (_, figures) => {
    expect(cellOf(...figures)).toMatchObject({ rate: null, interval: null })
  })

  test('may pass 1, without an interval', () => {
    expect(cellOf(2, 3, 3, null)).toMatchObject({ rate: 1.5, interval: null })
  })

  test('0 of n and n of n are rates', () => {
    expect(cellOf(5, 0, 0, 0).rate).toBe(0)
    expect(cellOf(5, 5, 5, 0).rate).toBe(1)
    expect(cellOf(5, 0, 0, 0).interval![1]).toBeCloseTo(0.43448, 5)
    expect(cellOf(5, 5, 5, 0).interval![0]).toBeCloseTo(0.56552, 5)
  })

  test('of a total is Σ over Σ, never a mean of rates', async () => {
    const m = await measuresOf({ '2024年3月.csv': lines('单位,报送数,采用数', '甲局,90,9', '乙局,10,9') })
    // 18 of 100; the mean of 10 % and 90 % would be 50 %.
    expect(m.total.rate).toBe(0.18)
  })
})

describe('periods are half-open: the last day is in, the next is not', () => {
  test('31 December, 1 January, 30 June, 1 July, 29 February', async () => {
    const m = await overviewOf(LOG)
    expect(m.months.map((c) => [c.period, ...pick(c)])).toEqual([
      ['2024-02', 1, 0, 0, 0],
      ['2024-06', 1, 1, 1, 0],
      ['2024-07', 1, 0, 0, 0],
      ['2024-12', 2, 2, 3, 0],
      ['2025-01', 1, 0, 0, 1],
    ])
    expect(m.quarters.map((c) => [c.period, c.submitted])).toEqual([
      ['2024Q1', 1],
      ['2024Q2', 1],
      ['2024Q3', 1],
      ['2024Q4', 2],
      ['2025Q1', 1],
    ])
    expect(m.halfYears.map((c) => [c.period, ...pick(c)])).toEqual([
      ['2024H1', 2, 1, 1, 0],
      ['2024H2', 3, 2, 3, 0],
      ['2025H1', 1, 0, 0, 1],
    ])
  })

  test.each([
    ['2024H2', 3],
    ['2024Q4', 2],
    ['2024-12', 2],
    ['2024', 5],
    ['2025', 1],
    ['2024-12-31~2024-12-31', 2],
    ['2024-12-30~2025-01-01', 3],
    ['2024-02-29~2024-02-29', 1],
    ['2024-02-28~2024-02-28', 0],
  ])('%s holds %d', async (key, submitted) => {
    const m = await overviewOf(LOG, { span: spanOfKey(key) })
    expect(m.total.submitted).toBe(submitted)
  })

  test('a time of day changes nothing', async () => {
    const m = await overviewOf(
      lines('标题,单位,报送日期,采用载体', '某事一,甲局,2024-12-31 23:59:59,日报', '某事二,甲局,2025-01-01 00:00,'),
    )
    expect(m.halfYears.map(({ period, submitted }) => [period, submitted])).toEqual([
      ['2024H2', 1],
      ['2025H1', 1],
    ])
  })
})

describe('two clocks', () => {
  test('按报送: what became of the items submitted then', async () => {
    const m = await overviewOf(LOG, { span: spanOfKey('2024H2') })
    expect(pick(m.total)).toEqual([3, 2, 3, 0])
    expect(m.total.rate).toBeCloseTo(2 / 3, 15)
  })

  test('按采用: adoptions that happened then', async () => {
    const m = await overviewOf(LOG, { clock: 'adopted', span: spanOfKey('2024H2') })
    // Adopted in the half-year: «一» on 2 July and «五» on 31 December; «三» follows in January.
    expect(pick(m.total)).toEqual([3, 2, 2, 0])
    const next = await overviewOf(LOG, { clock: 'adopted', span: spanOfKey('2025H1') })
    expect(pick(next.total)).toEqual([1, 1, 2, 1])
    expect(next.outlets.map(({ outlet, adopted }) => [outlet, adopted])).toEqual([
      ['日报', 1],
      ['手机报', 1],
    ])
  })

  test('the totals of all time agree', async () => {
    const [there, here] = [await overviewOf(LOG), await overviewOf(LOG, { clock: 'adopted' })]
    expect(pick(there.total)).toEqual([6, 3, 4, 1])
    expect(pick(here.total)).toEqual([6, 3, 4, 1])
  })

  test('a rate by adoption may pass 1', async () => {
    const text = lines(
      HEAD,
      '某事一,甲局,2024-03-05,日报,2024-04-05,采用',
      '某事二,甲局,2024-03-06,日报,2024-04-06,采用',
      '某事三,甲局,2024-04-07,,,待定',
    )
    const m = await overviewOf(text, { clock: 'adopted', span: spanOfKey('2024-04') })
    expect(m.total).toMatchObject({ submitted: 1, adopted: 2, rate: 2, interval: null })
  })

  test('an adoption without a day is in the total and in no month', async () => {
    const text = lines(
      HEAD,
      '某事一,甲局,2024-03-05,日报,,采用',
      '某事二,甲局,2024-03-06,日报,2024-04-06,采用',
      '某事三,甲局,2024-04-07,,,退稿',
    )
    const m = await overviewOf(text, { clock: 'adopted' })
    expect(m.total).toMatchObject({ submitted: 3, adopted: 2, placements: 2 })
    expect(m.months.reduce((sum, { adopted }) => sum + adopted!, 0)).toBe(1)
    const published = await measuresOf(text, 'adopted')
    expect(published.findings.map(({ code }) => code)).toContain('date-missing')
  })
})

describe('unknown is not zero', () => {
  test('one fact that does not know makes its unit, its buckets and the total unknown', async () => {
    const m = await measuresOf({
      '2024年3月.csv': lines('单位,报送数,采用数', '甲局,20,5'),
      '2024年4月.csv': lines('单位,报送数', '乙局,10'),
    })
    expect(m.total).toMatchObject({ submitted: 30, adopted: null, placements: null, pending: null, rate: null })
    expect(m.units.map(({ unit, adopted, rate }) => [unit, adopted, rate])).toEqual([
      ['甲局', 5, 0.25],
      ['乙局', null, null],
    ])
    expect(m.months.map(({ period, adopted }) => [period, adopted])).toEqual([
      ['2024-03', 5],
      ['2024-04', null],
    ])
    expect(m.halfYears).toMatchObject([{ period: '2024H1', submitted: 30, adopted: null }])
    expect(m.findings.filter(({ code }) => code === 'measure-unknown').length).toBeGreaterThan(0)
  })

  test('blank in an outlet column is none, blank in 报送 is unknown', async () => {
    const m = await measuresOf({
      '2024年3月.csv': lines('单位,报送数,市日报采用,手机报采用', '甲局,20,3,', '乙局,,1,2'),
    })
    expect(m.units.map(({ unit, submitted, placements }) => [unit, submitted, placements])).toEqual([
      ['甲局', 20, 3],
      ['乙局', null, 3],
    ])
    expect(m.total).toMatchObject({ submitted: null, adopted: null, placements: 6 })
  })

  test('0/0 is no rate, and the unit is there', async () => {
    const m = await measuresOf({ '2024年3月.csv': lines('单位,报送数,采用数', '甲局,20,5', '乙局,0,0') })
    expect(m.units[1]).toMatchObject({ unit: '乙局', submitted: 0, adopted: 0, rate: null })
  })

  test('pending without a status column is unknown', async () => {
    const m = await measuresOf(
      lines('标题,单位,报送日期,采用载体', '某事一,甲局,2024-03-05,日报', '某事二,甲局,2024-03-06,'),
    )
    expect(m.total.pending).toBeNull()
  })
})

describe('a fact belongs to a period that holds its whole span', () => {
  const files = {
    '2024年上半年.csv': lines('单位,报送数,采用数', '甲局,100,30'),
    '2024年7月.csv': lines('单位,报送数,采用数', '甲局,10,1'),
  }

  test('a half-year is never spread over months, and it is said', async () => {
    const m = await overviewOf(files)
    expect(m.months.map(({ period, submitted }) => [period, submitted])).toEqual([['2024-07', 10]])
    expect(m.quarters.map(({ period, submitted }) => [period, submitted])).toEqual([['2024Q3', 10]])
    expect(m.halfYears.map(({ period, submitted }) => [period, submitted])).toEqual([
      ['2024H1', 100],
      ['2024H2', 10],
    ])
    expect(m.leftOut.month).toEqual({ wide: 100, undated: 0 })
    expect(m.leftOut.quarter).toEqual({ wide: 100, undated: 0 })
    expect(m.leftOut.halfYear).toEqual({ wide: 0, undated: 0 })
  })

  test('nor cut by a period that holds half of it', async () => {
    expect((await overviewOf(files, { span: spanOfKey('2024Q1') })).total.submitted).toBe(0)
    expect((await overviewOf(files, { span: spanOfKey('2024') })).total.submitted).toBe(110)
  })

  test('a month without a day spans the month', async () => {
    const m = await overviewOf(
      lines(
        '标题,单位,报送日期,采用载体',
        '某事一,甲局,2024年3月,日报',
        '某事二,甲局,2024年3月,',
        '某事三,甲局,2024-03-31,',
      ),
    )
    expect(m.months.map(({ period, submitted, adopted }) => [period, submitted, adopted])).toEqual([['2024-03', 3, 1]])
    const day31 = await overviewOf(
      lines('标题,单位,报送日期,采用载体', '某事一,甲局,2024年3月,日报', '某事二,甲局,2024-03-31,'),
      { span: spanOfKey('2024-03-31~2024-03-31') },
    )
    expect(day31.total.submitted).toBe(1)
  })
})

describe('maturity', () => {
  test('a month is immature while the last day of the log is less than the 90th-percentile lag behind its end', async () => {
    // Lags 0, 10, 20, 30: p90 at h = 3 × 0.9 = 2.7 → 20 + 0.7 × 10 = 27; median 15. The log ends on 31 May.
    const text = lines(
      HEAD,
      '某事一,甲局,2024-03-01,日报,2024-03-01,采用',
      '某事二,甲局,2024-03-01,日报,2024-03-11,采用',
      '某事三,甲局,2024-03-01,日报,2024-03-21,采用',
      '某事四,甲局,2024-03-01,日报,2024-03-31,采用',
      '某事五,甲局,2024-04-15,,,待定',
      '某事六,甲局,2024-05-31,,,待定',
    )
    const m = await overviewOf(text)
    expect(m.lag).toEqual({ median: 15, p90: 27, n: 4 })
    expect(formatDay(m.referenceDay!)).toBe('2024-05-31')
    // April ended 31 days before, May 0 days before.
    expect(m.months.map(({ period, mature }) => [period, mature])).toEqual([
      ['2024-03', true],
      ['2024-04', true],
      ['2024-05', false],
    ])
    expect(m.quarters.map(({ period, mature }) => [period, mature])).toEqual([
      ['2024Q1', true],
      ['2024Q2', false],
    ])
  })

  test('comes on the day when the lag is over, not after', async () => {
    // One lag of 30 days; the log ends on 30 or on 29 April, March ended 30 or 29 days before.
    const log = (last: string): string =>
      lines(HEAD, '某事一,甲局,2024-03-01,日报,2024-03-31,采用', `某事二,甲局,${last},,,待定`)
    const march = async (last: string): Promise<unknown> => (await overviewOf(log(last))).months[0]!.mature
    expect(await march('2024-04-30')).toBe(true)
    expect(await march('2024-04-29')).toBe(false)
  })

  test('is unknown without days of adoption', async () => {
    const m = await overviewOf(
      lines('标题,单位,报送日期,采用载体', '某事一,甲局,2024-03-05,日报', '某事二,甲局,2024-04-06,'),
    )
    expect(m.lag).toBeNull()
    // The log ends on April 6th: April is not over, and that is known.
    expect(m.months.map(({ mature, over }) => [mature, over])).toEqual([
      [null, true],
      [false, false],
    ])
    const published = await measuresOf(
      lines('标题,单位,报送日期,采用载体', '某事一,甲局,2024-03-05,日报', '某事二,甲局,2024-04-06,'),
    )
    expect(published.months.every((month) => !('mature' in month))).toBe(true)
  })
})

describe('the period before', () => {
  test('is the half-year before, with its change', async () => {
    const m = await overviewOf(LOG, { span: spanOfKey('2024H2') })
    expect(m.previous!.span).toEqual(spanOfKey('2024H1'))
    expect(pick(m.previous!.total)).toEqual([2, 1, 1, 0])
    expect(m.previous!.change).toMatchObject({ submitted: 1, adopted: 1, placements: 2 })
    expect(m.previous!.change.rate).toBeCloseTo(2 / 3 - 1 / 2, 15)
  })

  test('is none where no fact lies in it, or no period is chosen', async () => {
    expect((await overviewOf(LOG, { span: spanOfKey('2024H1') })).previous).toBeNull()
    expect((await overviewOf(LOG)).previous).toBeNull()
  })

  test('the interval is Newcombe’s', () => {
    const change = changeOf(cellOf(70, 56, null, null), cellOf(80, 48, null, null))
    expect(change.submitted).toBe(-10)
    expect(change.adopted).toBe(8)
    expect(change.placements).toBeNull()
    expect(change.rate).toBeCloseTo(0.2, 12)
    expect(change.rateInterval![0]).toBeCloseTo(0.0524, 4)
    expect(change.rateInterval![1]).toBeCloseTo(0.3339, 4)
  })

  test('nothing is compared with the unknown', () => {
    expect(changeOf(cellOf(70, 56, null, null), cellOf(0, 0, null, null))).toMatchObject({
      rate: null,
      rateInterval: null,
      submitted: 70,
    })
    expect(changeOf(cellOf(2, 3, 3, null), cellOf(80, 48, 50, null))).toMatchObject({ rateInterval: null, rate: 0.9 })
  })
})

describe('filters', () => {
  const grouped = {
    '2024年3月.csv': lines(
      '单位,报送数,采用数',
      '一、县直部门,,',
      '甲局,20,5',
      '乙局,10,1',
      '二、各乡镇,,',
      '丙镇,8,4',
    ),
  }

  test('by unit', async () => {
    const all = await overviewOf(LOG)
    const id = all.units.find(({ unit }) => unit === '乙局')!.unitId
    const m = await overviewOf(LOG, { unitIds: [id] })
    expect(m.units.map(({ unit }) => unit)).toEqual(['乙局'])
    expect(pick(m.total)).toEqual([2, 1, 1, 1])
    expect(m.months.map(({ period, submitted }) => [period, submitted])).toEqual([
      ['2024-12', 1],
      ['2025-01', 1],
    ])
    expect(m.outlets).toMatchObject([{ outlet: '手机报', adopted: 1, share: 1 }])
    expect(m.heat).toEqual([{ unit: 0, outlet: 0, placements: 1 }])
  })

  test('by group', async () => {
    const m = await overviewOf(grouped, { groups: ['县直部门'] })
    expect(m.units.map(({ unit, group }) => [unit, group])).toEqual([
      ['甲局', '县直部门'],
      ['乙局', '县直部门'],
    ])
    expect(m.total).toMatchObject({ submitted: 30, adopted: 6, rate: 0.2 })
  })

  test('that nothing passes gives zeros that claim no rate', async () => {
    const m = await overviewOf(grouped, { unitIds: [] })
    expect(m.units).toEqual([])
    expect(m.total).toMatchObject({ rate: null, interval: null })
  })

  test('units that are silent in a period are named', async () => {
    const m = await overviewOf(LOG, { span: spanOfKey('2024H1') })
    expect(m.units.map(({ unit }) => unit)).toEqual(['甲局', '丙局'])
    expect(m.silentUnits).toEqual(['乙局'])
  })
})

describe('sums', () => {
  test('over units, over outlets, over months are the total', async () => {
    const m = await overviewOf(LOG)
    const sum = (values: readonly (number | null)[]): number => values.reduce<number>((s, v) => s + v!, 0)
    expect(sum(m.units.map(({ submitted }) => submitted))).toBe(6)
    expect(sum(m.units.map(({ adopted }) => adopted))).toBe(3)
    expect(sum(m.outlets.map(({ adopted }) => adopted))).toBe(4)
    expect(sum(m.heat.map(({ placements }) => placements))).toBe(4)
    expect(sum(m.months.map(({ submitted }) => submitted))).toBe(6)
    expect(sum(m.outlets.map(({ share }) => share))).toBeCloseTo(1, 12)
  })

  test('items and placements are kept apart', async () => {
    const m = await overviewOf(LOG)
    expect(
      m.outlets.map(({ outlet, adopted, submitted, rate, share }) => [outlet, adopted, submitted, rate, share]),
    ).toEqual([
      ['日报', 2, null, null, 0.5],
      ['手机报', 2, null, null, 0.5],
    ])
    expect(m.total.placements).toBe(4)
    expect(m.total.adopted).toBe(3)
  })
})

test('an empty ledger has nothing to say, and says so', async () => {
  const m = await overviewOf({})
  expect(m.units).toEqual([])
  expect(m.months).toEqual([])
  expect(m.referenceDay).toBeNull()
  expect(m.total.rate).toBeNull()
  expect(m.previous).toBeNull()
  expect((await overviewOf({}, { span: { from: day(2024, 1, 1), to: day(2024, 7, 1) } })).total.rate).toBeNull()
})
