import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { MeasuresJson } from '../../src/export/measuresJson'
import { readBytes } from '../helpers/importText'
import { measureFiles } from '../helpers/measureFiles'
import { tableCells } from '../helpers/tableCells'

const FOLDER = fileURLToPath(new URL('../fixtures', import.meta.url))
const FORMATS = ['xls', 'xlsx', 'ods'] as const

function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(`${FOLDER}/${path}`))
}

/** Every figure of a file; what it is called and how it was read are left out. */
async function figuresOf(path: string): Promise<Omit<MeasuresJson, 'balance' | 'findings'> & { rows: unknown }> {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const { balance, findings: _findings, ...figures } = await measureFiles([{ name, bytes: bytesOf(path) }])
  const sum = (key: 'used' | 'setAside') => balance.reduce((all, sheet) => all + sheet[key], 0)
  return { ...figures, rows: { used: sum('used'), setAside: sum('setAside') } }
}

/** Workbook without its ending → the CSV it came from, or the one that says the same. */
const TWINS = [
  ['信息台账', 'ledgers/items-gbk-csv/2023-2024信息台账.csv'],
  ['状态', 'ledgers/pending/状态.csv'],
  ['日期1900', 'workbooks/日期1900.csv'],
  ['日期1904', 'workbooks/日期1904.csv'],
  ['2024年第一季度统计', 'workbooks/2024年第一季度统计.csv'],
] as const

describe.each(TWINS)('%s, written by LibreOffice', (name, twin) => {
  test.each(FORMATS)('.%s gives the measures of the CSV', async (format) => {
    const figures = await figuresOf(`workbooks/${name}.${format}`)
    const expected = await figuresOf(twin)
    expect(figures.units.length).toBeGreaterThan(0)
    expect(figures).toEqual(expected)
  })
})

describe.each(FORMATS)('cells of .%s', (format) => {
  test.each(['日期1900', '日期1904'])('%s: a day is the day that was written', async (name) => {
    const { tables } = await readBytes(bytesOf(`workbooks/${name}.${format}`), `${name}.${format}`)
    expect(tableCells(tables[0]).map((cells) => cells[2])).toEqual([
      '报送日期',
      '2024-01-31',
      '2024-02-29',
      '2024-03-01',
      '2023-12-31',
      '2024-12-31',
    ])
  })

  test('percentages as printed, merged cells filled, hidden sheets and rows told', async () => {
    const name = `2024年第一季度统计.${format}`
    const { tables, findings } = await readBytes(bytesOf(`workbooks/${name}`), name)
    expect(tables).toHaveLength(2)
    expect(tableCells(tables[0])).toEqual([
      Array.from({ length: 5 }, () => '2024年第一季度信息采用情况'),
      ['类别', '单位', '报送数', '采用数', '采用率'],
      ['县直', '县水利局', '20', '5', '25.00%'],
      ['县直', '县财政局', '16', '4', '25.00%'],
      ['乡镇', '桃源镇', '12', '3', '25.00%'],
      ['乡镇', '城关镇', '8', '1', '12.50%'],
    ])
    expect(findings).toMatchObject([
      { code: 'hidden-rows', sheet: '统计', count: 1 },
      { code: 'hidden-sheet', sheet: '补充2024年第一季度' },
    ])
  })
})

test('the 1904 workbooks do count from 1904', () => {
  const inflated = bytesOf('workbooks/日期1904.xls')
  // Record DATEMODE (0x0022) of two bytes, with 1.
  const at = inflated.findIndex((_, i) => [0x22, 0, 2, 0, 1, 0].every((byte, k) => inflated[i + k] === byte))
  expect(at).toBeGreaterThan(0)
})
