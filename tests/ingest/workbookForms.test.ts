import { describe, expect, test } from 'vitest'
import { utils, write } from '@e965/xlsx'
import { measureFiles } from '../helpers/measureFiles'

type Rows = readonly (readonly (string | number)[])[]

function workbook(
  bookType: 'xlsx' | 'xlsm' | 'xlsb' | 'biff8' | 'ods',
  sheets: Readonly<Record<string, Rows>>,
  merges: readonly string[] = [],
): Uint8Array {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
    sheet['!merges'] = merges.map((range) => utils.decode_range(range))
    utils.book_append_sheet(book, sheet, name)
  }
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer)
}

const MONTH = (submitted: number, adopted: number): Rows => [
  ['信息报送采用情况'],
  ['单位', '报送数', '采用数'],
  ['甲局', submitted, adopted],
  ['乙局', 4, 0],
]

describe('workbooks', () => {
  test.each(['xlsx', 'xlsm', 'xlsb', 'biff8', 'ods'] as const)('of the kind %s are read', async (kind) => {
    const bytes = workbook(kind, { 统计: MONTH(20, 5) })
    const { total, balance } = await measureFiles([{ name: `2024年3月.${kind === 'biff8' ? 'xls' : kind}`, bytes }])
    expect(total).toMatchObject({ submitted: 24, adopted: 5 })
    expect(balance).toMatchObject([{ read: 4, used: 2, headings: 2, encoding: null }])
  })

  test('with a sheet a month take the year from the name of the file', async () => {
    const bytes = workbook('xlsx', { '1月': MONTH(20, 5), '2月': MONTH(8, 2), 三月: MONTH(1, 1) })
    const { months, total } = await measureFiles([{ name: '2024年信息统计.xlsx', bytes }])
    expect(months.map(({ period, submitted, adopted }) => [period, submitted, adopted])).toEqual([
      ['2024-01', 24, 5],
      ['2024-02', 12, 2],
      ['2024-03', 5, 1],
    ])
    expect(total).toMatchObject({ submitted: 41, adopted: 8 })
  })

  test('a file a month, with a sheet of the same name in each', async () => {
    const file = (month: number) => ({
      name: `2024年${month}月.xlsx`,
      bytes: workbook('xlsx', { Sheet1: MONTH(month, 1) }),
    })
    const { months } = await measureFiles([file(1), file(2)])
    expect(months.map(({ period, submitted }) => [period, submitted])).toEqual([
      ['2024-01', 5],
      ['2024-02', 6],
    ])
  })

  test('a header of three rows over twenty-three columns keeps every outlet and form', async () => {
    const outlets = ['园林动态', '区级两办', '市局简报', '市级两办', '市委信息']
    const forms = ['一句话', '综合', '独立', '约稿']
    const top = ['单位\\项目', '上报', '采用情况', ...Array.from({ length: 20 }, () => ''), '']
    const second = ['', '', ...outlets.flatMap((outlet) => [outlet, '', '', '']), '合计']
    const third = ['', '', ...outlets.flatMap(() => forms), '']
    // Unit i has i of each form in each outlet: 20 × i in all.
    const row = (unit: string, i: number) => [unit, 30 * i, ...Array.from({ length: 20 }, () => i), 20 * i]
    const merges = ['A1:A3', 'B1:B3', 'C1:W1', 'C2:F2', 'G2:J2', 'K2:N2', 'O2:R2', 'S2:V2', 'W2:W3']
    const rows = [['2024年上半年信息采用情况一览表'], top, second, third, row('甲局', 1), row('乙局', 2)]
    const shifted = ['A1:W1', ...merges.map((range) => range.replace(/\d+/g, (n) => String(Number(n) + 1)))]
    const {
      total,
      units,
      outlets: found,
      findings,
    } = await measureFiles([{ name: '一览表.xlsx', bytes: workbook('xlsx', { 一览表: rows }, shifted) }])
    expect(total).toMatchObject({ submitted: 90, placements: 60 })
    expect(units.map(({ unit, placements }) => [unit, placements])).toEqual([
      ['甲局', 20],
      ['乙局', 40],
    ])
    expect(found).toHaveLength(20)
    expect(found.find(({ outlet }) => outlet === '市级两办·独立')).toMatchObject({ adopted: 3 })
    expect(findings.filter(({ level }) => level === 'warning')).toEqual([])
  })

  test('two tables side by side below merged headings', async () => {
    const rows = [
      ['2024年第三季度信息统计', '', '', '', '', ''],
      ['县直部门', '', '', '各乡镇', '', ''],
      ['单位', '报送数', '采用数', '单位', '报送数', '采用数'],
      ['甲局', 20, 5, '丁镇', 4, 1],
      ['乙局', 8, 2, '戊镇', 2, 0],
      ['丙局', 1, 0, '合计', 35, 8],
    ]
    const { total, units, findings, balance } = await measureFiles([
      { name: '三季度.xlsx', bytes: workbook('xlsx', { 统计: rows }, ['A1:F1', 'A2:C2', 'D2:F2']) },
    ])
    expect(total).toMatchObject({ submitted: 35, adopted: 8 })
    expect(units.map(({ unit, group }) => [unit, group])).toEqual([
      ['甲局', '县直部门'],
      ['乙局', '县直部门'],
      ['丙局', '县直部门'],
      ['丁镇', '各乡镇'],
      ['戊镇', '各乡镇'],
    ])
    expect(findings).toEqual([])
    expect(balance).toMatchObject([{ read: 6, used: 3, headings: 3, totals: 0 }])
  })

  test('blocks of kinds of units, each with its header, numbering and subtotal', async () => {
    const block = (heading: string, ...units: readonly (readonly [string, number, number])[]): Rows => [
      [heading, '', '', ''],
      ['序号', '单位', '报送数', '采用数'],
      ...units.map(([unit, submitted, adopted], i) => [i + 1, unit, submitted, adopted]),
      ['小计', '', units.reduce((sum, [, n]) => sum + n, 0), units.reduce((sum, [, , x]) => sum + x, 0)],
    ]
    const rows = [
      ['2024年第一季度信息统计', '', '', ''],
      ...block('一、县直部门', ['甲局', 20, 5], ['乙局', 8, 2]),
      ...block('（二）各乡镇', ['丙镇', 4, 1]),
      ['总计', '', 32, 8],
    ]
    const { total, units, findings } = await measureFiles([
      { name: '统计.xlsx', bytes: workbook('xlsx', { 统计: rows }, ['A1:D1', 'A2:D2', 'A7:D7']) },
    ])
    expect(total).toMatchObject({ submitted: 32, adopted: 8 })
    expect(units.map(({ unit, group }) => [unit, group])).toEqual([
      ['甲局', '县直部门'],
      ['乙局', '县直部门'],
      ['丙镇', '各乡镇'],
    ])
    expect(findings).toEqual([])
  })
})
