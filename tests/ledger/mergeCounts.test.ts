import { describe, expect, test } from 'vitest'
import { codes, lines, measuresOf } from '../helpers/importText'

const counts = (...rows: string[]): string => lines('单位,报送数,采用数', ...rows)

describe('counts of one unit and period are never added twice', () => {
  test('the later file is set aside', async () => {
    const m = await measuresOf({
      '2024年3月.csv': counts('甲局,20,5', '乙局,4,1'),
      '2024年3月补.csv': counts('甲局,22,6', '丙局,3,0'),
    })
    expect(m.total).toMatchObject({ submitted: 27, adopted: 6 })
    expect(m.units.map(({ unit, submitted }) => [unit, submitted])).toEqual([
      ['甲局', 20],
      ['乙局', 4],
      ['丙局', 3],
    ])
    expect(m.findings.filter(({ code }) => code === 'overlap')).toMatchObject([
      { file: '2024年3月补.csv', row: 2, level: 'warning' },
    ])
    expect(m.balance.map(({ used, setAside }) => [used, setAside])).toEqual([
      [2, 0],
      [1, 1],
    ])
  })

  test('months stay, the half-year that repeats them is set aside', async () => {
    for (const order of [0, 1]) {
      const files: [string, string][] = [
        ['2024年上半年.csv', counts('甲局,100,30', '乙局,50,5')],
        ['2024年3月.csv', counts('甲局,20,5')],
      ]
      if (order === 1) files.reverse()
      const m = await measuresOf(Object.fromEntries(files))
      expect(m.units.find(({ unit }) => unit === '甲局')).toMatchObject({ submitted: 20, adopted: 5 })
      expect(m.units.find(({ unit }) => unit === '乙局')).toMatchObject({ submitted: 50, adopted: 5 })
      expect(m.findings.filter(({ code }) => code === 'overlap')).toMatchObject([{ file: '2024年上半年.csv', row: 2 }])
    }
  })

  test('neighbouring months do not overlap, 31 December and 1 January neither', async () => {
    const m = await measuresOf({ '2024年12月.csv': counts('甲局,20,5'), '2025年1月.csv': counts('甲局,10,1') })
    expect(m.total).toMatchObject({ submitted: 30, adopted: 6 })
    expect(codes(m.findings)).toEqual([])
    expect(m.halfYears.map(({ period, submitted }) => [period, submitted])).toEqual([
      ['2024H2', 20],
      ['2025H1', 10],
    ])
  })

  test('items of a unit stand for its counts', async () => {
    const m = await measuresOf({
      '2024年上半年.csv': counts('甲局,100,30', '乙局,50,5'),
      '台账.csv': lines('标题,单位,报送日期,采用载体', '某事一,甲局,2024-03-05,日报', '某事二,甲局,2024-04-05,'),
    })
    expect(m.units.find(({ unit }) => unit === '甲局')).toMatchObject({ submitted: 2, adopted: 1 })
    expect(m.findings.filter(({ code }) => code === 'overlap')).toMatchObject([{ file: '2024年上半年.csv', row: 2 }])
  })

  test('the same row twice in one table', async () => {
    const m = await measuresOf({ '2024年3月.csv': counts('甲局,20,5', '乙局,4,1', '甲局,20,5') })
    expect(m.total).toMatchObject({ submitted: 24, adopted: 6 })
    expect(m.balance[0]).toMatchObject({ read: 4, used: 2, setAside: 1, headings: 1 })
  })
})

describe('counts per outlet', () => {
  const head = '单位,载体,月份,报送数,采用数'

  test('two outlets leave what the unit sent unknown, and keep their own', async () => {
    const m = await measuresOf(lines(head, '甲局,日报,2024年3月,12,3', '甲局,手机报,2024年3月,5,1'))
    expect(m.total).toMatchObject({ submitted: null, adopted: null, placements: 4, rate: null })
    expect(m.outlets.map(({ outlet, submitted, adopted, rate }) => [outlet, submitted, adopted, rate])).toEqual([
      ['日报', 12, 3, 0.25],
      ['手机报', 5, 1, 0.2],
    ])
  })

  test('one outlet alone tells what the unit sent', async () => {
    const m = await measuresOf(lines(head, '甲局,日报,2024年3月,12,3', '乙局,日报,2024年3月,8,0'))
    expect(m.total).toMatchObject({ submitted: 20, adopted: null, placements: 3, rate: null })
  })

  test('the founding figures: 85 of 551, and four outlets without a denominator', async () => {
    const m = await measuresOf({
      '2024年上半年.csv': lines(
        '载体,报送数,采用数',
        '州信息科,551,85',
        '省日报,,4',
        '州日报,,28',
        '手机报,,11',
        '其他刊物,,19',
      ),
    })
    expect(m.total.placements).toBe(147)
    expect(m.total.rate).toBeNull()
    expect(m.total.submitted).toBe(551)
    expect(m.outlets.find(({ outlet }) => outlet === '州信息科')).toMatchObject({
      submitted: 551,
      adopted: 85,
      rate: 85 / 551,
    })
    for (const name of ['省日报', '州日报', '手机报', '其他刊物']) {
      expect(m.outlets.find(({ outlet }) => outlet === name)).toMatchObject({ submitted: null, rate: null })
    }
  })

  test('38 sent, 14 and 24 taken: 报送 probably means published', async () => {
    const m = await measuresOf({ '2024年.csv': lines('单位,报送数,采用数', '甲局,14,14', '乙局,24,24') })
    expect(m.total).toMatchObject({ submitted: 38, adopted: 38 })
    expect(codes(m.findings)).toEqual(['outlets-published'])
  })
})
