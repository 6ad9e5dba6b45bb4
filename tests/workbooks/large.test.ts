import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { rowCells } from '../../src/ingest/read/rawTable'
import { readBytes } from '../helpers/importText'

const ROWS = 100_000

/** The n-th day of 2023 and 2024 as a moment of UTC, as the writer wants it. */
function dayOf(n: number): Date {
  return new Date(Date.UTC(2023, 0, 1 + (n % 700)))
}

test('a hundred thousand rows of another writer come back cell by cell', { timeout: 120_000 }, async () => {
  const header = ['序号', '单位', '标题', '报送日期', '状态', '采用载体', '采用日期', '采用率']
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const adopted = i % 3 > 0
    return [
      i + 1,
      `第${i % 300}局`,
      `关于第${i}件工作的报告`,
      dayOf(i),
      adopted ? '采用' : '待定',
      adopted ? '县日报、手机报' : null,
      adopted ? dayOf(i + 5) : null,
      adopted ? (i % 1000) / 1000 : null,
    ]
  })
  const columns = [{}, {}, {}, { numFmt: 'yyyy-mm-dd' }, {}, {}, { numFmt: 'yyyy/m/d' }, { numFmt: '0.0%' }]
  const bytes = await writeXlsx({ sheets: [{ name: '台账', columns, rows: [header, ...rows] }] })

  const { tables, findings } = await readBytes(bytes, '台账.xlsx')
  expect(findings).toEqual([])
  expect(tables).toHaveLength(1)
  expect(tables[0]!.rows).toBe(ROWS + 1)
  expect(rowCells(tables[0]!, 0)).toEqual(header)
  const printed = (cell: (typeof rows)[number][number], column: number): string =>
    cell === null
      ? ''
      : cell instanceof Date
        ? cell.toISOString().slice(0, 10)
        : column === 7
          ? `${((cell as number) * 100).toFixed(1)}%`
          : String(cell)
  const wrong = rows.findIndex((row, i) => rowCells(tables[0]!, i + 1).join('\n') !== row.map(printed).join('\n'))
  expect(wrong).toBe(-1)
})
