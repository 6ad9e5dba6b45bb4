import { describe, expect, test } from 'vitest'
import type { ImportedSheet } from '../../../src/ingest/importedFile'
import { recognisePeriod } from '../../../src/ingest/recognise/recognisePeriod'
import { formatDay } from '../../../src/time/day'
import { codes, imported, lines } from '../../helpers/importText'

async function sheetOf(text: string, name?: string): Promise<ImportedSheet> {
  const { sheets, findings } = await imported(text, name)
  if (!sheets[0]) throw new Error(`no table: ${codes(findings).join()}`)
  return sheets[0]
}

const roles = (sheet: ImportedSheet): Record<string, string> =>
  Object.fromEntries(sheet.recognition.columns.map(({ header, role }) => [header, role]))

describe('the shapes that occur', () => {
  test('T1: title row, sections, totals, printed rate', async () => {
    const sheet = await sheetOf(
      lines(
        '清河县2024年第三季度信息采用情况统计表,,,,',
        '序号,单位,报送信息数（条）,采纳数（条）,采纳率',
        '一、县直部门,,,,',
        '1,甲局,20,5,25%',
        '2,乙局,0,0,0',
        '小计,,20,5,25%',
        '（二）各乡镇,,,,',
        '1,丙镇,7,4,57.10%',
        '总计,,27,9,33.33%',
        '填表人：张某,,,,',
      ),
    )
    expect(sheet.balance).toMatchObject({
      shape: 'counts',
      read: 10,
      used: 3,
      setAside: 0,
      blank: 0,
      headings: 5,
      totals: 2,
    })
    expect(sheet.recognition.header.rows).toEqual([1])
    expect(sheet.facts.units).toEqual(['甲局', '乙局', '丙镇'])
    expect(sheet.facts.groups).toEqual(['县直部门', '县直部门', '各乡镇'])
    expect(sheet.facts.counts.map(({ submitted, adopted }) => [submitted, adopted])).toEqual([
      [20, 5],
      [0, 0],
      [7, 4],
    ])
    const span = sheet.recognition.period.span!
    expect([formatDay(span.from), formatDay(span.to - 1)]).toEqual(['2024-07-01', '2024-09-30'])
    // 4/7 is 57.14 %, neither rounded nor cut to 57.10 %; 0 for 0/0 is how people print it.
    expect(codes(sheet.findings)).toEqual(['printed-rate-differs 8'])
  })

  test('T6: a header of two rows', async () => {
    const sheet = await sheetOf(
      lines(
        '2024年上半年信息采用情况一览表,,,,',
        '单位,报送数,采用情况,,',
        ',,市委办信息科,《市日报》,手机报',
        '甲局,20,3,,1',
        '乙镇,8,,2,',
      ),
    )
    expect(sheet.balance).toMatchObject({ shape: 'countsByOutlet', used: 2, headings: 3 })
    expect(sheet.recognition.header.rows).toEqual([1, 2])
    expect(sheet.facts.outlets).toEqual(['市委办信息科', '《市日报》', '手机报'])
    const placements = sheet.facts.counts.filter(({ outlet }) => outlet < 3).map(({ adopted }) => adopted)
    expect(placements).toEqual([3, 0, 1, 0, 2, 0])
  })

  test('T7: a month matrix', async () => {
    const sheet = await sheetOf(
      lines('2024年信息报送采用统计,,,,', '机构名称,1月,2月,上报总数,采用总数', '甲局,12/3,,12,3', '乙局,5/0,2/2,7,2'),
    )
    expect(sheet.balance).toMatchObject({ shape: 'countsByMonth', used: 2, headings: 2 })
    expect(sheet.facts.counts.map(({ submitted, adopted }) => [submitted, adopted])).toEqual([
      [12, 3],
      [0, 0],
      [5, 0],
      [2, 2],
    ])
    expect(sheet.facts.counts.map(({ span }) => formatDay(span!.from))).toEqual([
      '2024-01-01',
      '2024-02-01',
      '2024-01-01',
      '2024-02-01',
    ])
    expect(sheet.findings).toEqual([])
  })

  test('T8: an outlet a column', async () => {
    const sheet = await sheetOf(
      lines(
        '序号,科室,上报日期,信息名称,是否上报,《市日报》,手机报,合计',
        '1,甲科,2024-03-05,某事一,是,√,1,2',
        '2,乙科,2024-03-06,某事二,是,,,0',
        '总计（条）,,,2,2,1,1,2',
      ),
    )
    expect(sheet.balance).toMatchObject({ shape: 'itemsByOutlet', used: 2, headings: 1, totals: 1 })
    expect(sheet.facts.outlets).toEqual(['《市日报》', '手机报'])
    expect(sheet.facts.adoptions.length).toBe(2)
    expect(roles(sheet)).toMatchObject({ 科室: 'unit', 信息名称: 'title', 上报日期: 'submittedOn', 是否上报: 'ignore' })
    expect(codes(sheet.findings)).toEqual([])
  })

  test('T9: outlets in one cell', async () => {
    const sheet = await sheetOf(
      lines(
        '标题,投稿单位,投稿时间,采用类别,投稿人,状态',
        '某事一,甲局,2024.3.5,日报、手机报,张某,采用',
        '某事二,乙局,2024.3.6,,李某,待定',
      ),
    )
    expect(sheet.balance).toMatchObject({ shape: 'items', used: 2 })
    expect(sheet.facts.outlets).toEqual(['日报', '手机报'])
    expect(sheet.facts.knows).toEqual({ submitted: true, adopted: true, pending: true })
  })

  test('T9b: the outlet it was sent to', async () => {
    const sheet = await sheetOf(
      lines(
        '编号,标题,报送单位,报送载体,报送日期,状态,采用日期',
        'X1,某事一,甲局,日报,2024-03-05,采用,2024-03-09',
        'X1,某事一,甲局,手机报,2024-03-05,未采用,',
        'X2,某事二,乙局,日报,2024-03-06,待定,',
      ),
    )
    expect(sheet.balance).toMatchObject({ shape: 'itemsSent', used: 3 })
    expect(sheet.facts.targets.length).toBe(3)
    expect(sheet.facts.adoptions.length).toBe(1)
  })

  test('T10: counted rows', async () => {
    const sheet = await sheetOf(
      lines('单位,载体,月份,报送数,采用数', '甲局,日报,2024年3月,12,3', '甲局,手机报,2024年3月,5,1'),
    )
    expect(sheet.balance).toMatchObject({ shape: 'countsByOutlet', used: 2 })
    expect(sheet.facts.counts.map(({ submitted, adopted }) => [submitted, adopted])).toEqual([
      [12, 3],
      [5, 1],
    ])
  })

  test('约稿 and 上报 among the outlets are none', async () => {
    const sheet = await sheetOf(
      lines(
        '单位,标题,报送日期,上报,约稿,市日报,手机报',
        '甲局,某事一,2024-03-05,√,,√,',
        '乙局,某事二,2024-03-06,√,√,,',
      ),
    )
    expect(sheet.facts.outlets).toEqual(['市日报', '手机报'])
    expect(sheet.facts.adoptions.length).toBe(1)
  })

  test('the columns may stand in any order', async () => {
    const sheet = await sheetOf(lines('采用率,采用数,单位,报送数', '25%,5,甲局,20', '50%,2,乙局,4'), '2024年上半年.csv')
    expect(roles(sheet)).toEqual({ 采用率: 'rate', 采用数: 'adoptedCount', 单位: 'unit', 报送数: 'submittedCount' })
    expect(sheet.findings).toEqual([])
  })

  test('counted columns in unknown words are found by the printed rate', async () => {
    const sheet = await sheetOf(
      lines('单位,交来,登出,采用率', '甲局,20,5,25%', '乙局,4,3,75%', '丙局,8,2,25%'),
      '2024年上半年.csv',
    )
    expect(roles(sheet)).toMatchObject({ 交来: 'submittedCount', 登出: 'adoptedCount' })
  })

  test('T11: targets', async () => {
    const sheet = await sheetOf(lines('单位,全年任务', '甲局,12', '乙局,8'), '2024年.csv')
    expect(sheet.balance).toMatchObject({ shape: 'targets', used: 2, headings: 1 })
    expect(sheet.findings).toEqual([])
  })

  test.each([
    ['单位,标题,报送日期\n', 'header-only'],
    ['今天天气很好\n明天也是\n', 'no-header'],
    ['甲,乙,丙\n1,2,3\n', 'no-header'],
  ])('%j is no ledger', async (text, detail) => {
    const { sheets, findings } = await imported(text)
    expect(sheets).toEqual([])
    expect(findings).toMatchObject([{ level: 'error', code: 'no-table', detail }])
  })
})

describe('the period of a sheet', () => {
  const period = (titles: string[], sheet: string | null = null, file = '台账.csv'): string => {
    const { span, year, yearFrom } = recognisePeriod(titles, sheet, file)
    const dates = span ? `${formatDay(span.from)}~${formatDay(span.to - 1)}` : 'none'
    return `${dates} ${year} ${yearFrom}`
  }

  test.each<[string[], string | null, string, string]>([
    [['清河县2024年第三季度信息采用情况'], null, '表.csv', '2024-07-01~2024-09-30 2024 title'],
    [['二〇二四年上半年信息采用情况'], null, '表.csv', '2024-01-01~2024-06-30 2024 title'],
    [['信息采用情况（2024年1—2月份）'], null, '表.csv', '2024-01-01~2024-02-29 2024 title'],
    [['信息统计'], '三月', '2024年台账.xlsx', '2024-03-01~2024-03-31 2024 file'],
    [['信息统计'], '3月', '台账2024.xlsx', '2024-03-01~2024-03-31 2024 file'],
    [[], null, '2024-03.csv', '2024-03-01~2024-03-31 2024 file'],
    [[], null, '202403信息.csv', '2024-03-01~2024-03-31 2024 file'],
    [[], null, '2024Q4.csv', '2024-10-01~2024-12-31 2024 file'],
    [['2024年度信息采用情况'], null, '表.csv', '2024-01-01~2024-12-31 2024 title'],
    [['上半年信息采用情况'], null, '表.csv', 'none null null'],
    [[], null, '2023-2024台账.csv', 'none null null'],
    [[], null, '台账.csv', 'none null null'],
  ])('%j, sheet %j, file %s', (titles, sheet, file, expected) => {
    expect(period(titles, sheet, file)).toBe(expected)
  })

  test('a signature date gives no period', () => {
    expect(period(['统计时间：2024年7月3日'])).toBe('2024-01-01~2024-12-31 2024 title')
  })
})

describe('dates that need the column', () => {
  test('01/02/2024 is settled by 25/02/2024 below', async () => {
    const sheet = await sheetOf(lines('单位,标题,报送日期', '甲局,某事一,01/02/2024', '甲局,某事二,25/02/2024'))
    expect([...sheet.facts.items.from].map(formatDay)).toEqual(['2024-02-01', '2024-02-25'])
  })

  test('and set aside where nothing settles it', async () => {
    const sheet = await sheetOf(lines('单位,标题,报送日期', '甲局,某事一,01/02/2024', '甲局,某事二,2024-02-25'))
    expect(sheet.balance).toMatchObject({ used: 1, setAside: 1 })
    expect(codes(sheet.findings)).toContain('date-ambiguous 2')
  })

  test('a year that is missing is taken from the title and told', async () => {
    const text = lines(
      '2024年信息台账,,,',
      '单位,标题,报送日期,采用载体',
      '甲局,某事一,3月5日,日报',
      '甲局,某事二,12月31日,',
    )
    const sheet = await sheetOf(text)
    expect([...sheet.facts.items.from].map(formatDay)).toEqual(['2024-03-05', '2024-12-31'])
    expect(sheet.findings).toMatchObject([
      { level: 'info', code: 'year-assumed', value: '2024', detail: 'title', count: 2 },
    ])
  })

  test('or asked, and the answer is data', async () => {
    const text = lines('单位,标题,报送日期', '甲局,某事一,3月5日', '甲局,某事二,12月31日')
    const before = await imported(text)
    expect(before.sheets[0]!.balance).toMatchObject({ used: 0, setAside: 2 })
    expect(codes(before.sheets[0]!.findings)).toEqual(expect.arrayContaining(['date-missing 2', 'date-missing 3']))
    const after = await imported(text, '台账.csv', [{ year: 2023 }])
    expect([...after.sheets[0]!.facts.items.from].map(formatDay)).toEqual(['2023-03-05', '2023-12-31'])
  })
})
