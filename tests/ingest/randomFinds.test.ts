import { describe, expect, test } from 'vitest'
import { utils, write } from '@e965/xlsx'
import type { MeasuresJson } from '../../src/export/measuresJson'
import { ingestFile } from '../../src/ingest/ingest'
import { bytesSource } from '../../src/ingest/read/byteSource'
import { measureFiles } from '../helpers/measureFiles'

/** Ledgers like those that random offices printed and that were read wrongly once. Numbers counted by hand. */
function measured(name: string, ...lines: string[]): Promise<MeasuresJson> {
  return measureFiles([{ name, bytes: new TextEncoder().encode(lines.join('\n')) }])
}

function outletsOf({ outlets }: MeasuresJson): Record<string, number> {
  return Object.fromEntries(outlets.map(({ outlet, adopted }) => [outlet, adopted]))
}

function workbook(rows: readonly (readonly (string | number)[])[], merges: readonly string[]): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
  sheet['!merges'] = merges.map((range) => utils.decode_range(range))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, 'Sheet1')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

describe('points are not counted', () => {
  test.each(['采用分', '计分', '采用分数', '积分数', '录用分', '得分合计'])('under an outlet: %s', async (points) => {
    const found = await measured(
      '2024年3月.csv',
      `单位,人民网采用条数,人民网${points},手机报采用条数,手机报${points}`,
      '甲局,2,10,3,15',
      '乙局,1,5,4,20',
    )
    expect(found.total).toMatchObject({ submitted: null, adopted: null, placements: 10 })
    expect(outletsOf(found)).toEqual({ 人民网: 3, 手机报: 7 })
  })

  const THREE_ROWS = [
    ['单位', '报送数', '采用情况', '', '', ''],
    ['', '', '园林动态', '', '手机报', ''],
    ['', '', '采用条数', '得分', '采用条数', '得分'],
    ['甲局', 20, 1, 5, 2, 10],
    ['乙局', 30, 2, 10, 1, 5],
    ['丙镇', 10, 1, 5, 1, 5],
  ] as const

  test('under an outlet under 采用情况, in a text', async () => {
    const found = await measured('2024年3月.csv', ...THREE_ROWS.map((row) => row.join(',')))
    expect(found.total).toMatchObject({ submitted: 60, adopted: null, placements: 8 })
    expect(outletsOf(found)).toEqual({ 园林动态: 4, 手机报: 4 })
    expect(found.balance).toMatchObject([{ headings: 3, used: 3 }])
  })

  test('under an outlet under 采用情况, with merged cells', async () => {
    const bytes = workbook(THREE_ROWS, ['A1:A3', 'B1:B3', 'C1:F1', 'C2:D2', 'E2:F2'])
    const found = await measureFiles([{ name: '2024年3月.xlsx', bytes }])
    expect(found.total).toMatchObject({ submitted: 60, adopted: null, placements: 8 })
    expect(outletsOf(found)).toEqual({ 园林动态: 4, 手机报: 4 })
    expect(found.balance).toMatchObject([{ headings: 3, used: 3 }])
  })

  test('under 其他刊物, which is an outlet like any other', async () => {
    const found = await measured(
      '2024年3月.csv',
      '单位,其他刊物,,手机报,,总分',
      ',采用条数,得分,采用条数,得分,',
      '甲局,2,10,3,15,25',
      '乙局,1,5,4,20,25',
    )
    expect(found.total).toMatchObject({ adopted: null, placements: 10 })
    expect(outletsOf(found)).toEqual({ 其他刊物: 3, 手机报: 7 })
  })
})

describe('forms of adoption', () => {
  const FORMS = ['单位,报送数,采用情况,,,', ',,园林动态,,手机报,']

  test('below outlets add up', async () => {
    const found = await measured(
      '2024年3月.csv',
      ...FORMS,
      ',,综合,单条,综合,单条',
      '甲局,20,1,2,1,0',
      '乙局,30,1,1,1,1',
    )
    expect(found.total).toMatchObject({ submitted: 50, adopted: null, placements: 8 })
    expect(outletsOf(found)).toEqual({ 园林动态: 5, 手机报: 3 })
  })

  test('beside parts that are no forms stay outlets', async () => {
    const found = await measured(
      '2024年3月.csv',
      ...FORMS,
      ',,综合,头版,综合,单条',
      '甲局,20,1,2,1,0',
      '乙局,30,1,1,1,1',
    )
    expect(outletsOf(found)).toEqual({ '园林动态·综合': 2, '园林动态·头版': 3, 手机报: 3 })
  })
})

describe('running totals', () => {
  test('may be marked in brackets, and stand first', async () => {
    const { total } = await measured(
      '2024年3月.csv',
      '单位,报送数（累计）,报送数,采用数（累计）,采用数',
      '甲局,45,20,34,17',
      '乙局,4,3,3,3',
    )
    expect(total).toMatchObject({ submitted: 23, adopted: 20 })
  })

  test('since January end with the month of the table', async () => {
    const january = ['单位,报送数,采用数', '甲局,7,2']
    const february = ['单位,报送数,采用数,1月起累计报送量', '甲局,3,1,10']
    const files = [january, february].map((lines, at) => ({
      name: `2024年${at + 1}月.csv`,
      bytes: new TextEncoder().encode(lines.join('\n')),
    }))
    const { total, findings } = await measureFiles(files)
    expect(total).toMatchObject({ submitted: 10, adopted: 3 })
    expect(findings.filter(({ code }) => code === 'running-total-differs')).toEqual([])
  })
})

describe('marks of repetition', () => {
  test('repeat unit, day and outlet of the row above, also with a blank inside', async () => {
    const found = await measured(
      '台账.csv',
      '单位,标题,上报日期,采用载体,采用日期',
      '甲局,标题一,2024-3-1,市日报,2024-3-5',
      '同 上,标题二,〃,〃,〃',
      '丙局,标题三,2024-4-7,,',
      '丙局,标题四,同上,,',
    )
    expect(found.units.map(({ unit, submitted, adopted }) => [unit, submitted, adopted])).toEqual([
      ['甲局', 2, 2],
      ['丙局', 2, 0],
    ])
    expect(found.months.map(({ period, submitted }) => [period, submitted])).toEqual([
      ['2024-03', 2],
      ['2024-04', 2],
    ])
    expect(outletsOf(found)).toEqual({ 市日报: 2 })
    expect(found.findings).toEqual([])
  })

  test('below a day that cannot be read are as unreadable', async () => {
    const { balance, findings } = await measured(
      '台账.csv',
      '单位,标题,上报日期,是否采用',
      '甲局,标题一,2024-3-1,是',
      '乙局,标题二,2024-2-30,否',
      '乙局,标题三,〃,否',
    )
    expect(balance).toMatchObject([{ used: 1, setAside: 2 }])
    expect(findings.filter(({ code }) => code === 'date-invalid').map(({ row }) => row)).toEqual([3, 4])
  })

  test('repeat month and outlet of a counted row', async () => {
    const found = await measured(
      '2024年.csv',
      '单位,月份,载体,报送数,采用数',
      '甲局,1月,市日报,3,1',
      '乙局,〃,〃,4,1',
      '甲局,2月,手机报,3,1',
    )
    expect(found.months.map(({ period, submitted }) => [period, submitted])).toEqual([
      ['2024-01', 7],
      ['2024-02', 3],
    ])
    expect(outletsOf(found)).toEqual({ 市日报: 2, 手机报: 1 })
  })
})

describe('a day alone in the last row', () => {
  test.each(['2026年1月8日', '县委办信息科　2026年1月8日', '二〇二六年一月八日'])(
    'is a signature: %s',
    async (signed) => {
      const { units, balance } = await measured('2024年.csv', '单位,1月,2月', '甲局,3/1,4/2', '乙局,2/0,1/1', signed)
      expect(units.map(({ unit, submitted, adopted }) => [unit, submitted, adopted])).toEqual([
        ['甲局', 7, 3],
        ['乙局', 3, 1],
      ])
      expect(balance).toMatchObject([{ used: 2, headings: 2, setAside: 0 }])
    },
  )
})

test.each([
  ['2026年1月8日', 0],
  ['2024年3月9日\n2024年3月10日,乙局,标题二', 1],
])('a day alone in the column of days is a signature below all rows: %s', async (text, setAside) => {
  const rows = [1, 2, 3, 4, 5, 6].map((day) => `2024年3月${day}日,甲局,标题${day}`)
  const { balance } = await measured('台账.csv', '上报日期,单位,标题', ...rows, text)
  expect(balance).toMatchObject([{ setAside }])
})

test('a day alone below aligned columns is a signature too', async () => {
  const { total, balance } = await measured(
    '月度统计.txt',
    '临江市2022年信息上报采用情况（上报/采用）',
    '序号  报送部门      一季度  二季度',
    '1     ABC公司       11/5    1/1',
    '2     县政府办公室  1/1',
    '3     第三中学      18/0    15/7',
    '4     总寨镇        5/2     18/4',
    '2026年1月8日',
  )
  expect(total).toMatchObject({ submitted: 69, adopted: 20 })
  expect(balance).toMatchObject([{ used: 4, headings: 3, setAside: 0 }])
})

describe('sums of ticks', () => {
  test.each(['采用合计', '采用总计', '采用次数合计'])('are checks: %s', async (header) => {
    const { total, findings } = await measured(
      '2024年3月.csv',
      `单位,上报日期,信息名称,手机报,市日报,${header}`,
      '甲局,2024-3-1,甲一,√,√,2',
      '甲局,2024-3-2,甲二,√,,1',
      '乙局,2024-3-3,乙一,,√,1',
      '乙局,2024-3-4,乙二,√,,1',
      '乙局,2024-3-5,乙三,,√,1',
      '乙局,2024-3-6,乙四,,,',
    )
    expect(total).toMatchObject({ submitted: 6, adopted: 5, placements: 6 })
    expect(findings).toEqual([])
  })

  test('do so without days too', async () => {
    const { total } = await measured(
      '2024年3月.csv',
      '单位,信息名称,手机报,市日报,采用合计',
      '甲局,甲一,√,√,2',
      '甲局,甲二,√,,1',
      '乙局,乙一,,√,1',
      '乙局,乙二,,,',
    )
    expect(total).toMatchObject({ submitted: 4, adopted: 3, placements: 4 })
  })
})

describe('unknown headers', () => {
  test.each(['月度', '统计区间', '所属月份', '哪个月'])('over months say when: %s', async (header) => {
    const { total, months, findings } = await measured(
      '月度2024.csv',
      `单位,${header},报送数,采用数`,
      '甲局,1月,3,1',
      '乙局,1月,4,1',
      '甲局,2月,3,1',
      '乙局,2月,4,2',
    )
    expect(total).toMatchObject({ submitted: 14, adopted: 5 })
    expect(months.map(({ period, submitted, adopted }) => [period, submitted, adopted])).toEqual([
      ['2024-01', 7, 2],
      ['2024-02', 7, 3],
    ])
    const guessed = findings.filter(({ code }) => code === 'header-unsure').map(({ value }) => value)
    expect(guessed).toEqual(header === '哪个月' ? ['哪个月'] : [])
  })

  test('over days say when, if no other does', async () => {
    const lines = ['甲局,标题一,2024-3-1,是', '乙局,标题二,2024-4-2,否']
    const { months, findings } = await measured('台账.csv', '单位,标题,登录,是否采用', ...lines)
    expect(months.map(({ period, submitted }) => [period, submitted])).toEqual([
      ['2024-03', 1],
      ['2024-04', 1],
    ])
    expect(findings).toMatchObject([{ code: 'header-unsure', value: '登录' }])
  })

  test('over a second day are left alone', async () => {
    const { months } = await measured(
      '台账.csv',
      '单位,登录,标题,上报日期,是否采用',
      '甲局,2023-3-1,标题一,2024-3-1,是',
      '乙局,2023-3-1,标题二,2024-4-2,否',
    )
    expect(months.map(({ period }) => period)).toEqual(['2024-03', '2024-04'])
  })
})

describe('headers that offices use', () => {
  test('number, author, title and decision of an item', async () => {
    const { total, balance } = await measured(
      '2024年3月.csv',
      '信息ID,单位,信息题名,信息员姓名,采用否',
      '7,甲局,标题一,王,是',
      '7,甲局,标题一,王,是',
      '8,乙局,标题二,李,',
    )
    expect(total).toMatchObject({ submitted: 2, adopted: 1, pending: null })
    expect(balance).toMatchObject([{ used: 2, duplicates: 1 }])
  })

  test.each(['序位', '排位', '排行', '得分名次', '排名次序', '本月排名', '总排名', '全县排名', '得分排名'])(
    'a rank is no count: %s',
    async (rank) => {
      const { total, outlets, findings } = await measured(
        '2024年3月.csv',
        `单位,报送数,采用次数合计,得分合计,${rank}`,
        '甲局,9,3,15,1',
        '乙局,8,2,10,2',
      )
      expect(total).toMatchObject({ submitted: 17, adopted: 5 })
      expect(outlets).toEqual([])
      expect(findings).toEqual([])
    },
  )
})

describe('words of cells', () => {
  test('已退稿 is not adopted, 留用待定 is undecided', async () => {
    const { total } = await measured(
      '2024年3月.csv',
      '单位,标题,上报日期,状态',
      '甲局,标题一,2024-3-1,已退稿',
      '乙局,标题二,2024-3-1,留用待定',
      '丙局,标题三,2024-3-7,已采用',
    )
    expect(total).toMatchObject({ submitted: 3, adopted: 1, pending: 1 })
  })

  test('«two or three» is no count', async () => {
    const { total, findings } = await measured('2024年3月.csv', '单位,报送数,采用数', '甲局,3,1', '乙局,两三,1')
    expect(total).toMatchObject({ submitted: 3, adopted: 1 })
    expect(findings).toMatchObject([{ code: 'number-invalid', row: 3, value: '两三' }])
  })
})

describe('small and odd tables', () => {
  test('an aligned table with one known word under a title is read', async () => {
    const found = await measured(
      '乙.txt',
      '清河县2024年3月信息采用情况一览表',
      '各单位          今日头条  《每日要情》',
      '县财政局        3         2',
      '县教育局                  1',
      '县公安局        1',
      '城关镇                    4',
      '东岭乡          2',
    )
    expect(found.total).toMatchObject({ submitted: null, adopted: null, placements: 13 })
    expect(outletsOf(found)).toEqual({ 今日头条: 6, '《每日要情》': 7 })
  })

  test('units in the columns are no outlets: the sheet is refused and its header told', async () => {
    const bytes = new TextEncoder().encode(['月份,县财政局,县教育局', '1月,3,1', '2月,4,1'].join('\n'))
    const { sheets, findings } = await ingestFile(bytesSource('2024年.csv', bytes))
    expect(sheets).toEqual([])
    expect(findings).toMatchObject([
      { level: 'error', code: 'no-table', detail: 'nothing-to-count', row: 1, value: '月份、县财政局、县教育局' },
    ])
  })

  test('rows of numbers above a merged note are no header', async () => {
    const rows = [
      ['2024年3月信息采用情况一览表', '', ''],
      ['供稿单位', '今日头条', '市政府办'],
      ['甲局', 2, 4],
      ['县融媒体中心', 5, 5],
      ['总计（条）', 7, 9],
      ['说明：同一信息被多家采用的，分别登记。', '', ''],
    ]
    const found = await measureFiles([{ name: '一览表.xlsx', bytes: workbook(rows, ['A1:C1', 'A6:C6']) }])
    expect(found.total).toMatchObject({ placements: 16 })
    expect(outletsOf(found)).toEqual({ 今日头条: 7, 市政府办: 9 })
  })

  test('outlets by month without a unit are read', async () => {
    expect(outletsOf(await measured('2024年.csv', '月份,市日报,手机报', '1月,3,1', '2月,4,1'))).toEqual({
      市日报: 7,
      手机报: 2,
    })
  })
})

describe('a signature’s day merged over the whole width, below days in the first column', () => {
  const rows = [
    ['投稿日期', '报送单位', '标题', '采用否'],
    ['2025-08-28', '县财政局', '甲', '是'],
    ['2025-08-09', '县教育局', '乙', '否'],
  ]

  test('is a note, not a row set aside', async () => {
    const bytes = workbook([...rows, ['2026年1月8日', '', '', '']], ['A4:D4'])
    const found = await measureFiles([{ name: '台账.xlsx', bytes }])
    expect(found.total).toMatchObject({ submitted: 2, adopted: 1 })
    expect(found.balance).toMatchObject([{ used: 2, setAside: 0, headings: 2 }])
    const page = [...rows.map((row) => row.map((cell) => `<td>${cell}</td>`).join('')), '<td colspan=4>2026年1月8日']
    const html = `<table>${page.map((row) => `<tr>${row}</tr>`).join('')}</table>`
    expect(await measureFiles([{ name: '台账.xls', bytes: new TextEncoder().encode(html) }])).toMatchObject({
      total: { submitted: 2, adopted: 1 },
      balance: [{ used: 2, setAside: 0, headings: 2 }],
    })
  })

  test('stands below every row: the same line between rows is data, set aside by name', async () => {
    const bytes = workbook([...rows.slice(0, 2), ['2026年1月8日', '', '', ''], ...rows.slice(2)], ['A3:D3'])
    const found = await measureFiles([{ name: '台账.xlsx', bytes }])
    expect(found.balance).toMatchObject([{ used: 2, setAside: 1, headings: 1 }])
  })
})

describe('the one rate of a row of months', () => {
  const rows = (rate: string) => [
    ['单位', '1月', '', '2月', '', '采用率'],
    ['', '报送', '采用', '报送', '采用', ''],
    ['县财政局', 8, 2, '', '', rate],
    ['县教育局', 5, 1, 5, 1, '20%'],
  ]
  const merges = ['A1:A2', 'B1:C1', 'D1:E1', 'F1:F2']

  test.each([
    ['25.00%', []],
    ['99.00%', [{ row: 3, column: 'F' }]],
  ] as const)('%s of 2 of 8', async (rate, expected) => {
    const found = await measureFiles([{ name: '2026年.xlsx', bytes: workbook(rows(rate), merges) }])
    expect(found.total).toMatchObject({ submitted: 18, adopted: 4 })
    expect(found.findings.filter(({ code }) => code === 'printed-rate-differs')).toMatchObject(expected)
  })

  test('beside each month is not taken for it', async () => {
    const monthly = [
      ['单位', '1月', '', '', '2月', '', ''],
      ['', '报送', '采用', '采用率', '报送', '采用', '采用率'],
      ['县财政局', 8, 2, '25%', 10, 9, '90%'],
      ['县教育局', 5, 1, '20%', 5, 1, '20%'],
    ]
    const bytes = workbook(monthly, ['A1:A2', 'B1:D1', 'E1:G1'])
    const found = await measureFiles([{ name: '2026年.xlsx', bytes }])
    expect(found.total).toMatchObject({ submitted: 28, adopted: 13 })
    expect(found.findings.filter(({ code }) => code === 'printed-rate-differs')).toEqual([])
  })
})
