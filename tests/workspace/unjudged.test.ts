import { describe, expect, test } from 'vitest'
import { controlVerdict, funnelVerdict, levelVerdict, rankVerdict } from '../../src/report/analysisVerdict'
import { askUnitChanges } from '../../src/report/unitChanges'
import { outletsVerdict, periodVerdict, rankingVerdict } from '../../src/report/verdict'
import { zeroLists } from '../../src/report/zeroLists'
import { spanOfKey } from '../../src/time/calendar'
import { formatDay } from '../../src/time/day'
import { EVERYTHING } from '../../src/workspace/proposal'
import { day, lines, workspaceOf } from '../helpers/importText'

const HEAD = '单位,标题,报送日期,采用载体,采用日期'
const COUNTS = '单位,月份,报送数,采用数'

/** Items of a unit, one a day; the first of them adopted after some days, with the day written or not. */
function items(unit: string, from: number, count: number, adopted: number, after: number, dated = true): string[] {
  return Array.from({ length: count }, (_, i) => {
    const taken = i < adopted ? `日报,${dated ? formatDay(from + i + after) : ''}` : ','
    return `${unit},${unit}${from}第${i}件,${formatDay(from + i)},${taken}`
  })
}

describe('by the clock of adoption', () => {
  test('what was adopted in a period is not of what was submitted in it: nobody is judged, and nobody without a day is a zero', async () => {
    const workspace = await workspaceOf({
      'a.csv': lines(
        HEAD,
        ...['甲局', '乙局'].flatMap((unit) => items(unit, day(2024, 1, 1), 60, 30, 3)),
        ...items('丙局', day(2024, 1, 1), 60, 45, 0, false),
        ...items('甲局', day(2024, 3, 1), 100, 50, 3),
      ),
    })
    const query = { ...EVERYTHING, clock: 'adopted', span: spanOfKey('2024-01') } as const
    const measured = workspace.measure(query)
    expect(measured.held).toBe('clock')
    expect(measured.units.map(({ standing }) => standing)).toEqual(['unknown', 'unknown', 'unknown'])
    expect(zeroLists(measured).zero).toBe(null)
    expect(rankingVerdict(measured.units, measured.total, 5, measured.held).code).toBe('clock')
    const funnel = workspace.ask({}).funnel(query, false)
    expect(funnelVerdict(funnel).code).toBe('clock')
    expect(funnel.lines).toEqual([])
    expect(rankVerdict(workspace.ask({}).rankings(query, 'rate', 5, false)[0]!).code).toBe('clock')
    expect(periodVerdict('trend', measured.months, query.span, 5, measured).code).toBe('clock')
    const changes = await askUnitChanges(measured, 'before', 5, (span) =>
      Promise.resolve(workspace.measure({ ...query, span })),
    )
    expect(changes).toMatchObject({ held: 'clock' })
    // By the clock of submission the very same ledger is judged.
    const sent = workspace.measure({ ...query, clock: 'submitted' })
    expect(sent.held).toBe(null)
    expect(sent.units.find(({ unit }) => unit === '丙局')).toMatchObject({ adopted: 31, standing: 'around' })
  })

  test('a steady log shows no signal in its first months, which lack what was sent before it', async () => {
    const workspace = await workspaceOf({
      'a.csv': lines(
        HEAD,
        ...Array.from({ length: 460 }, (_, i) => {
          const sent = day(2023, 1, 1) + i
          return `甲局,第${i}件,${formatDay(sent)},${i % 3 === 0 ? `日报,${formatDay(sent + 75)}` : ','}`
        }),
      ),
    })
    const query = { ...EVERYTHING, clock: 'adopted' } as const
    const chart = workspace.ask({}).control(query, { measure: 'adopted', rules: 'nhs', rebase: [], baseline: null })
    expect(chart.points.slice(0, 3).map(({ immature }) => immature)).toEqual([true, true, true])
    expect(chart.points.slice(0, 14).flatMap(({ signals }) => signals)).toEqual([])
  })
})

describe('silence', () => {
  test('is not said of a unit of which only a longer time is counted', async () => {
    const workspace = await workspaceOf({
      '台账.csv': lines(
        HEAD,
        ...items('甲局', day(2024, 1, 1), 80, 20, 3),
        ...items('乙局', day(2024, 1, 1), 80, 20, 3),
      ),
      '2024年上半年统计.csv': lines('单位,报送数,采用数', '丙局,50,20'),
    })
    const silent = (key: string) => workspace.measure({ ...EVERYTHING, span: spanOfKey(key) }).silentUnits
    expect(silent('2024-02')).toEqual([])
    // A period that holds none of that time is another matter.
    expect(silent('2024Q4')).toEqual(['甲局', '乙局', '丙局'])
  })

  test('is not said of a part of a month to whose items only the month is written', async () => {
    const workspace = await workspaceOf({
      'a.csv': lines(
        HEAD,
        ...items('甲局', day(2024, 3, 1), 20, 5, 3),
        ...Array.from({ length: 6 }, (_, i) => `乙局,乙局第${i}件,2024年3月,,`),
        ...items('丙局', day(2024, 5, 1), 5, 1, 3),
      ),
    })
    const silent = (key: string) => workspace.measure({ ...EVERYTHING, span: spanOfKey(key) }).silentUnits
    expect(silent('2024-03-01~2024-03-15')).toEqual(['丙局'])
    expect(silent('2024-03')).toEqual(['丙局'])
    expect(silent('2024-05')).toEqual(['甲局', '乙局'])
  })

  test('is said of a counted 0, with a roster or without', async () => {
    const months = ['2月', '3月'].flatMap((month) => [`甲局,2024年${month},10,4`, `丙局,2024年${month},6,2`])
    const workspace = await workspaceOf({
      'a.csv': lines(COUNTS, ...months, '乙局,2024年2月,5,1', '乙局,2024年3月,0,0'),
    })
    const silent = () => workspace.measure({ ...EVERYTHING, span: spanOfKey('2024-03') }).silentUnits
    expect(silent()).toEqual(['乙局'])
    workspace.setOffice({
      roster: ['甲局', '乙局', '丙局'].map((name) => ({ name, group: null, from: null, last: null })),
    })
    expect(silent()).toEqual(['乙局'])
  })
})

describe('more adopted than submitted', () => {
  test('is a rate that nobody is judged against, and that is not ranked', async () => {
    const workspace = await workspaceOf({
      'a.csv': lines(
        COUNTS,
        ...['甲局,2024年3月,40,60', '乙局,2024年3月,100,34', '丙局,2024年3月,100,33', '丁局,2024年3月,100,35'],
        '戊局,2024年3月,60,14',
      ),
    })
    const measured = workspace.measure(EVERYTHING)
    const funnel = workspace.ask({}).funnel(EVERYTHING, false)
    const ranking = rankingVerdict(measured.units, measured.total, 5, measured.held)
    expect(ranking).toMatchObject({ code: 'all-within', params: { units: 4 } })
    expect(ranking.params['overall']).toBeCloseTo(116 / 360, 10)
    expect(funnel.target).toBeCloseTo(116 / 360, 10)
    expect(measured.units.find(({ unit }) => unit === '甲局')!.standing).toBe('unknown')
  })

  test('of a month says that, not that there are too few months', async () => {
    const rows = Array.from({ length: 24 }, (_, i) => {
      const [year, month] = [2023 + Math.floor(i / 12), (i % 12) + 1]
      return `甲局,${year}年${month}月,20,${i === 23 ? 22 : 8 + (i % 3)}`
    })
    const workspace = await workspaceOf({ 'a.csv': lines(COUNTS, ...rows) })
    const settings = { measure: 'rate', rules: 'nhs', rebase: [], baseline: null } as const
    expect(controlVerdict(workspace.ask({}).control(EVERYTHING, settings)).code).toBe('over-one')
    const same = await workspaceOf({ 'a.csv': lines(COUNTS, ...rows.map((row) => row.replace(/\d+$/, '0'))) })
    expect(controlVerdict(same.ask({}).control(EVERYTHING, settings)).code).toBe('no-scatter')
  })
})

describe('what is said of outlets', () => {
  const outlet = (name: string, level: string | null, adopted: number) => ({
    ...{ outletId: 0, outlet: name, level, submitted: null, adopted, rate: null, interval: null, share: null },
  })

  test('names levels that are equal, and says so where outlets have none', () => {
    const [county, city, other] = [outlet('县简报', 'county', 5), outlet('市简报', 'city', 5), outlet('某网', null, 20)]
    expect(levelVerdict([county, city, other], 30)).toMatchObject({
      code: 'tie',
      params: { levels: ['county', 'city'] },
    })
    expect(levelVerdict([county, other], 25)).toMatchObject({ code: 'leading-of-levelled', params: { share: 1 } })
    expect(levelVerdict([county, outlet('市简报', 'city', 4)], 9)).toMatchObject({ code: 'leading' })
  })

  test('is of those that are known where some ledger does not tell the placements', () => {
    expect(outletsVerdict([outlet('日报', null, 5)], null).code).toBe('one-known')
    expect(outletsVerdict([outlet('日报', null, 5), outlet('晚报', null, 3)], null).code).toBe('leading-known')
    expect(outletsVerdict([outlet('日报', null, 5)], 5).code).toBe('one')
  })
})
