import { describe, expect, test } from 'vitest'
import type { ImportedSheet } from '../../src/ingest/importedFile'
import { taskHeader } from '../../src/ingest/recognise/taskHeader'
import { NONE } from '../../src/model/facts'
import { formatDay } from '../../src/time/day'
import { codes, imported, lines, measuresOf } from '../helpers/importText'

async function sheetOf(text: string, name = '2024年任务.csv'): Promise<ImportedSheet> {
  const { sheets, findings } = await imported(text, name)
  if (!sheets[0]) throw new Error(`no table: ${codes(findings).join()}`)
  return sheets[0]
}

/** «甲科 month 1-2 submitted 2024-01-01~2024-12-31» */
const told = ({ facts }: ImportedSheet): string[] =>
  facts.tasks.map(({ unit, person, every, span, low, high, measure }) =>
    [
      unit === NONE ? person : facts.units[unit],
      every,
      low === high ? low : `${low}-${high}`,
      measure,
      span ? `${formatDay(span.from)}~${formatDay(span.to - 1)}` : 'none',
    ].join(' '),
  )

describe('what the header of a target says', () => {
  test.each<[string, string]>([
    ['目标分值', 'once points'],
    ['任务分（分）', 'once points'],
    ['年度积分任务', 'year points'],
    ['月任务', 'month submitted'],
    ['每月任务（条）', 'month submitted'],
    ['月度报送任务', 'month submitted'],
    ['季度任务', 'quarter submitted'],
    ['半年任务', 'halfYear submitted'],
    ['全年任务', 'year submitted'],
    ['全年采用任务', 'year adopted'],
    ['采用任务/季度', 'quarter adopted'],
    ['任务数/全年', 'year submitted'],
    ['上半年任务', 'once submitted'],
    ['第三季度任务', 'once submitted'],
    ['3月任务', 'once submitted'],
    ['任务分解数', 'once submitted'],
  ])('%s: %s', (header, expected) => {
    const { every, measure } = taskHeader(header)
    expect(`${every} ${measure}`).toBe(expected)
  })
})

describe('tables of targets', () => {
  test('of units, by month, quarter and year', async () => {
    const sheet = await sheetOf(
      lines(
        '2024年度各科室信息报送任务,,,',
        '科室,月任务,季度任务,全年任务',
        '甲科,1-2,3条,12',
        '乙科,1～2条,—,20',
        '合计,,,32',
      ),
    )
    expect(told(sheet)).toEqual([
      '甲科 month 1-2 submitted 2024-01-01~2024-12-31',
      '甲科 quarter 3 submitted 2024-01-01~2024-12-31',
      '甲科 year 12 submitted 2024-01-01~2024-12-31',
      '乙科 month 1-2 submitted 2024-01-01~2024-12-31',
      '乙科 year 20 submitted 2024-01-01~2024-12-31',
    ])
    expect(sheet.balance).toMatchObject({ shape: 'targets', read: 5, used: 2, headings: 2, totals: 1 })
    expect(sheet.findings).toEqual([])
  })

  test('of persons, with and without their unit', async () => {
    const alone = await sheetOf(lines('序号,姓名,全年任务', '1,张某,12', '2,李某,8'))
    expect(told(alone)).toEqual([
      '张某 year 12 submitted 2024-01-01~2024-12-31',
      '李某 year 8 submitted 2024-01-01~2024-12-31',
    ])
    const inUnits = await sheetOf(lines('科室,信息员,月任务', '甲科,张某,2', ',李某,1', '乙科,王某,1', ',赵某,3'))
    expect(inUnits.facts.tasks.map(({ unit, person, low }) => [inUnits.facts.units[unit], person, low])).toEqual([
      ['甲科', '张某', 2],
      ['甲科', '李某', 1],
      ['乙科', '王某', 1],
      ['乙科', '赵某', 3],
    ])
    expect(codes(inUnits.findings)).toEqual(['unit-missing'])
  })

  test('with headings below and over them', async () => {
    const sheet = await sheetOf(
      lines(
        '单位,报送任务,,采用任务,',
        ',月,全年,季度,全年',
        '一、县直部门,,,,',
        '甲局,2,24,1,4',
        '二、乡镇,,,,',
        '丙镇,1,12,1,2',
      ),
    )
    expect(sheet.facts.groups).toEqual(['县直部门', '乡镇'])
    expect(told(sheet).slice(0, 4)).toEqual([
      '甲局 month 2 submitted 2024-01-01~2024-12-31',
      '甲局 year 24 submitted 2024-01-01~2024-12-31',
      '甲局 quarter 1 adopted 2024-01-01~2024-12-31',
      '甲局 year 4 adopted 2024-01-01~2024-12-31',
    ])
  })

  test('of single quarters of the year', async () => {
    const sheet = await sheetOf(lines('单位,一季度任务,二季度任务', '甲局,3,4'))
    expect(told(sheet)).toEqual([
      '甲局 once 3 submitted 2024-01-01~2024-03-31',
      '甲局 once 4 submitted 2024-04-01~2024-06-30',
    ])
  })

  test('with a period a row', async () => {
    const sheet = await sheetOf(lines('单位,季度,任务数', '甲局,2024年第一季度,3', '甲局,2024年第二季度,4'), '任务.csv')
    expect(told(sheet)).toEqual([
      '甲局 once 3 submitted 2024-01-01~2024-03-31',
      '甲局 once 4 submitted 2024-04-01~2024-06-30',
    ])
  })

  test('a row that a spreadsheet spoilt, or that has no target, is set aside by name', async () => {
    const sheet = await sheetOf(
      lines('单位,月任务,全年任务', '甲局,2024-01-02,12', '乙局,,', '丙局,机动,3', ',1,12', '丁局,2,24'),
    )
    expect(codes(sheet.findings)).toEqual([
      'date-in-count-column 2',
      'number-invalid 3',
      'number-invalid 4',
      'unit-missing 5',
    ])
    expect(told(sheet)).toHaveLength(2)
    expect([...sheet.setAside]).toEqual([2, 3, 4, 5])
    expect(sheet.balance).toMatchObject({ read: 6, used: 1, setAside: 4 })
  })

  test('a printed total that is wrong is told', async () => {
    const sheet = await sheetOf(lines('单位,目标分值', '甲局,120', '乙局,80', '合计,210'))
    expect(sheet.findings).toMatchObject([
      { code: 'printed-total-differs', row: 4, column: 'B', params: { printed: 210, computed: 200 } },
    ])
  })

  test('without any period are asked for it', async () => {
    const sheet = await sheetOf(lines('单位,月任务', '甲局,2'), '任务.csv')
    expect(told(sheet)).toEqual(['甲局 month 2 submitted none'])
    expect(sheet.findings).toMatchObject([{ code: 'date-missing', detail: 'sheet' }])
  })

  test('other numbers beside targets are no counts', async () => {
    const sheet = await sheetOf(lines('单位,编制数,全年任务', '甲局,30,12', '乙局,12,8'))
    expect(sheet.balance.shape).toBe('targets')
    expect(sheet.facts.tasks.map(({ low }) => low)).toEqual([12, 8])
  })

  test('count nothing, and their units are not among the counted ones', async () => {
    const m = await measuresOf({
      '2024年任务.csv': lines('单位,全年任务', '甲局,12', '丙局,8'),
      '2024年3月.csv': lines('单位,报送数,采用数', '甲局,3,1'),
    })
    expect(m.total).toMatchObject({ submitted: 3, adopted: 1 })
    expect(m.units.map(({ unit }) => unit)).toEqual(['甲局'])
    expect(m.balance.map(({ shape, used }) => [shape, used])).toEqual(
      expect.arrayContaining([
        ['targets', 2],
        ['counts', 1],
      ]),
    )
  })
})
