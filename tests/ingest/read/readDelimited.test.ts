import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../src/model/finding'
import { DelimitedReader } from '../../../src/ingest/read/readDelimited'
import type { DelimitedDialect } from '../../../src/ingest/read/dialect'
import { lines, readBytes } from '../../helpers/importText'
import { tableCells } from '../../helpers/tableCells'

interface Records {
  records: string[][]
  lines: number
  findings: readonly Finding[]
}

const COMMAS: DelimitedDialect = {
  kind: 'delimited',
  separator: ',',
  quote: '"',
  blanks: 'text',
  width: 1,
  hintLine: false,
}

/** Records of a text that arrives in pieces of a size. */
function records(text: string, size = text.length || 1, dialect: Partial<DelimitedDialect> = {}): Records {
  const found: string[][] = []
  const reader = new DelimitedReader('a.csv', { ...COMMAS, ...dialect }, (cells) => found.push([...cells]))
  for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size))
  reader.finish()
  return { records: found, lines: reader.lines, findings: reader.findings }
}

describe('records', () => {
  test('quotes hold separators, quotes and line breaks', () => {
    const text = '甲,"乙,丙","说「""好""」"\n"一\n二\n三",丁,戊\n'
    expect(records(text)).toEqual({
      records: [
        ['甲', '乙,丙', '说「"好"」'],
        ['一\n二\n三', '丁', '戊'],
      ],
      // One line, then three.
      lines: 4,
      findings: [],
    })
  })

  test('a quoted line break is whole wherever the pieces are cut', () => {
    const text = '单位,标题\n甲局,"第一行\n第二行"\n"乙""局",丙\n'
    const expected = [
      ['单位', '标题'],
      ['甲局', '第一行\n第二行'],
      ['乙"局', '丙'],
    ]
    for (let size = 1; size <= text.length; size++) {
      const found = records(text, size)
      expect(found.records).toEqual(expected)
      expect(found.lines).toBe(4)
      expect(found.findings).toEqual([])
    }
  })

  test('blank lines are rows', () => {
    expect(records('a,b\n\n\nc,d\n')).toMatchObject({ records: [['a', 'b'], [''], [''], ['c', 'd']], lines: 4 })
  })

  test('an apostrophe quotes nothing', () => {
    expect(records("'a,b',c\n").records).toEqual([["'a", "b'", 'c']])
  })
})

describe('a quote that is never closed', () => {
  const before = Array.from({ length: 3 }, (_, i) => `甲局,第${i}件`)
  const after = Array.from({ length: 200 }, (_, i) => `乙局,其后第${i}件`)
  const text = lines('单位,标题', ...before, '丙局,"开了口没有关', ...after)

  test.each([text.length, 64, 7])('swallows nothing (pieces of %d)', (size) => {
    const found = records(text, size)
    expect(found.records).toHaveLength(1 + 3 + 1 + 200)
    expect(found.lines).toBe(205)
    expect(found.records[4]![0]).toBe('丙局')
    expect(found.records[4]![1]).toContain('开了口没有关')
    expect(found.records[204]).toEqual(['乙局', '其后第199件'])
    // Header 1, three rows, so the fifth line and the fifth row.
    expect(found.findings).toMatchObject([{ code: 'line-swallowed', row: 5, params: { line: 5 } }])
  })

  test('on the last line is told as well', () => {
    const found = records('单位,标题\n甲局,一\n乙局,"二\n')
    expect(found.records.map(([unit]) => unit)).toEqual(['单位', '甲局', '乙局'])
    expect(found.lines).toBe(3)
    expect(found.findings).toMatchObject([{ code: 'line-swallowed', row: 3, params: { line: 3 } }])
  })

  test('the line is told in lines, the row in records', () => {
    const found = records('单位,标题\n"甲\n局",一\n乙局,"二\n丙局,三\n')
    expect(found.findings).toMatchObject([{ code: 'line-swallowed', row: 3, params: { line: 4 } }])
    expect(found.records[found.records.length - 1]).toEqual(['丙局', '三'])
    expect(found.lines).toBe(5)
  })

  test('a quote in mid-cell is a character', () => {
    const found = records('单位,标题\n甲局,他说"好\n乙局,二\n')
    expect(found.records).toEqual([
      ['单位', '标题'],
      ['甲局', '他说"好'],
      ['乙局', '二'],
    ])
    expect(found.lines).toBe(3)
  })

  test('two quotes far apart do not make one cell of everything between', () => {
    const found = records(lines('单位,标题', '甲局,"开', ...after, '丁局,关"'))
    expect(found.records).toHaveLength(203)
    expect(found.lines).toBe(203)
    expect(found.findings.map(({ code }) => code)).toContain('line-swallowed')
  })
})

describe('properties', () => {
  const cell = fc.stringMatching(/^[甲乙a1 ,;"\n]{0,6}$/)
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 })

  test('what was written by the book is read back, cut anywhere', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 40 }), (rows, size) => {
        const text = `${Papa.unparse(rows, { newline: '\n', quotes: true })}\n`
        const found = records(text, size)
        expect(found.records).toEqual(rows)
        expect(found.findings).toEqual([])
      }),
    )
  })

  const DIALECTS: Partial<DelimitedDialect>[] = [
    {},
    { width: 3 },
    { quote: "'" },
    { blanks: 'padding' },
    { blanks: 'padding', quote: "'", width: 3 },
    { blanks: 'part' },
  ]

  describe.each(DIALECTS)('%j', (dialect) => {
    const loose = fc.stringMatching(/^[甲2 a",'\n]{1,60}$/)

    test('no text loses a line, whatever its quotes', () => {
      fc.assert(
        fc.property(loose, fc.integer({ min: 1, max: 70 }), (text, size) => {
          const found = records(text, size, dialect)
          const physical = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
          expect(found.lines).toBe(physical)
        }),
        { numRuns: 500 },
      )
    })

    test('how the pieces are cut changes nothing', () => {
      fc.assert(
        fc.property(loose, fc.integer({ min: 1, max: 20 }), (text, size) => {
          expect(records(text, size, dialect).records).toEqual(records(text, undefined, dialect).records)
        }),
        { numRuns: 500 },
      )
    })
  })
})

describe("the quote is '", () => {
  const dialect = { quote: "'", width: 3 } as const

  test('it holds separators, itself and line breaks; " is a character', () => {
    expect(records("'甲','乙, \"丙\"','it''s\n二'\n", undefined, dialect)).toEqual({
      records: [['甲', '乙, "丙"', "it's\n二"]],
      lines: 2,
      findings: [],
    })
  })

  test.each([200, 7])('never closed it swallows nothing (pieces of %d)', (size) => {
    const after = Array.from({ length: 60 }, (_, i) => `'乙局','第${i}件','2024-03-05'`)
    const found = records(lines("'单位','标题','日期'", "'甲局','开,2024-03-04", ...after), size, dialect)
    expect(found.records).toHaveLength(62)
    expect(found.records[1]).toEqual(['甲局', '开', '2024-03-04'])
    expect(found.records[61]).toEqual(['乙局', '第59件', '2024-03-05'])
    expect(found.lines).toBe(62)
    expect(found.findings).toMatchObject([{ code: 'line-swallowed', row: 2, params: { line: 2 } }])
  })
})

describe('stray quotes inside a line or a few lines', () => {
  test('a cell whose second quote is missing does not take the next cell', () => {
    const found = records('"单位","标题","日期"\n"甲局","开,"2024-03-04"\n"乙局","二","2024-03-05"\n', undefined, {
      width: 3,
    })
    expect(found.records).toEqual([
      ['单位', '标题', '日期'],
      ['甲局', '开', '2024-03-04'],
      ['乙局', '二', '2024-03-05'],
    ])
    expect(found.findings).toMatchObject([{ code: 'line-swallowed', row: 2, params: { line: 2 } }])
  })

  test('two stray quotes on neighbouring rows do not join them', () => {
    const found = records('单位,标题,日期\n甲局,"开,2024-03-04\n乙局,二,2024-03-05\n丙局,关",2024-03-06\n', undefined, {
      width: 3,
    })
    expect(found.records.map(([unit, , date]) => [unit, date])).toEqual([
      ['单位', '日期'],
      ['甲局', '2024-03-04'],
      ['乙局', '2024-03-05'],
      ['丙局', '2024-03-06'],
    ])
    expect(found.lines).toBe(4)
    expect(found.findings).toMatchObject([{ code: 'line-swallowed', row: 2 }])
  })

  test('a cell that begins with a quoted word keeps its quotes', () => {
    const found = records(lines('单位,标题', '甲局,"十四五"规划', '乙局,"开了口', '丙局,三'))
    expect(found.records.map(([, title]) => title)).toEqual(['标题', '"十四五"规划', '开了口', '三'])
    expect(found.lines).toBe(4)
  })

  test('twenty thousand of them end, each told', { timeout: 60_000 }, () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `甲局,"十四五"规划第${i}件,2024-03-05`)
    const found = records(lines('单位,标题,日期', ...rows), 1 << 20, { width: 3 })
    expect(found.records).toHaveLength(20_001)
    expect(found.records[20_000]).toEqual(['甲局', '"十四五"规划第19999件', '2024-03-05'])
    expect(found.lines).toBe(20_001)
  })

  test('a title of several lines with commas stays one cell', () => {
    const found = records('单位,标题,日期\n甲局,"一, 二\n三, 四",2024-03-04\n', undefined, { width: 3 })
    expect(found.records[1]).toEqual(['甲局', '一, 二\n三, 四', '2024-03-04'])
    expect(found.findings).toEqual([])
  })
})

describe('blanks beside separators', () => {
  test('as padding they belong to no cell, and a quote may stand behind them', () => {
    const text = '甲 , "乙, ""丙"" " ,丁\n, ,\n" 一\n二 ",　三,四\n"五" 六,七,\n'
    for (let size = 1; size <= text.length; size++)
      expect(records(text, size, { blanks: 'padding' })).toEqual({
        records: [
          ['甲', '乙, "丙" ', '丁'],
          ['', '', ''],
          [' 一\n二 ', '三', '四'],
          ['"五" 六', '七', ''],
        ],
        lines: 5,
        findings: [],
      })
  })

  test('as a part of the separator they leave bare commas in cells; at the end of a line they may be missing', () => {
    expect(records('甲,乙, 1,234, 丙\n丁, 12,\n', undefined, { blanks: 'part' }).records).toEqual([
      ['甲,乙', '1,234', '丙'],
      ['丁', '12', ''],
    ])
  })

  test('a quote that is never closed swallows nothing', () => {
    const after = Array.from({ length: 60 }, (_, i) => `乙局, 第${i}件, 2024-03-05`)
    const found = records(lines('甲局, "开, 2024-03-04', ...after), 50, { blanks: 'padding' })
    expect(found.records).toHaveLength(61)
    expect(found.records[0]).toEqual(['甲局', '开', '2024-03-04'])
    expect(found.findings).toMatchObject([{ code: 'line-swallowed', row: 1, params: { line: 1 } }])
  })
})

describe('the separator', () => {
  const rows = [
    ['单位', '标题', '报送日期', '采用载体'],
    ['甲局', '某事,某地', '2024-03-05', '日报、手机报'],
    ['乙局', '另一件', '2024-03-06', ''],
  ]

  test.each([',', '\t', ';', '|'])('%j is found', async (delimiter) => {
    const text = Papa.unparse(rows, { delimiter, newline: '\r\n' })
    const read = await readBytes(text)
    expect(read.tables[0]!.delimiter).toBe(delimiter)
    expect(tableCells(read.tables[0])).toEqual(rows)
  })

  test('«sep=;» says it and is no row', async () => {
    const read = await readBytes(`sep=;\r\n${Papa.unparse(rows, { delimiter: ';', newline: '\r\n' })}`)
    expect(read.tables[0]!.delimiter).toBe(';')
    expect(tableCells(read.tables[0])).toEqual(rows)
  })

  test('below «sep=;» lines are counted from it', async () => {
    const { tables, findings } = await readBytes(lines('sep=;', '单位;标题', '甲局;一', '乙局;"二'))
    expect(tables[0]!.rows).toBe(3)
    expect(findings).toMatchObject([{ code: 'line-swallowed', row: 3, params: { line: 4 } }])
  })

  test('a quote that is not " is told', async () => {
    const { tables } = await readBytes(lines("'单位','标题'", "'甲局','一, 二'", "'乙局','三'"))
    expect(tables[0]).toMatchObject({ delimiter: ',', quote: "'" })
    expect(tableCells(tables[0])[1]).toEqual(['甲局', '一, 二'])
    expect((await readBytes(lines('单位,标题', '甲局,"一, 二"'))).tables[0]).not.toHaveProperty('quote')
  })

  test('a NUL in a cell changes no dialect', async () => {
    const { tables } = await readBytes(lines('单位;标题;日期', '甲局;一\u0000;2024-03-05', '乙局;二, 三;2024-03-06'))
    expect(tables[0]!.delimiter).toBe(';')
    expect(tableCells(tables[0])[1]).toEqual(['甲局', '一\u0000', '2024-03-05'])
  })
})

describe('sizes', () => {
  test('500 columns', async () => {
    const header = Array.from({ length: 500 }, (_, i) => (i === 0 ? '单位' : i === 1 ? '标题' : `列${i}`))
    const row = Array.from({ length: 500 }, (_, i) => `值${i}`)
    const read = await readBytes(lines(header.join(','), row.join(',')))
    expect(read.tables[0]!.columns).toHaveLength(500)
    expect(tableCells(read.tables[0])).toEqual([header, row])
    expect(read.findings).toEqual([])
  })

  test('a cell of 32,767 characters', async () => {
    const long = '长'.repeat(32_767)
    const read = await readBytes(lines('单位,标题', `甲局,${long}`, '乙局,短'))
    expect(tableCells(read.tables[0])).toEqual([
      ['单位', '标题'],
      ['甲局', long],
      ['乙局', '短'],
    ])
  })

  test('a longer one than any spreadsheet makes is cut and told', async () => {
    const read = await readBytes(lines('单位,标题', `甲局,${'长'.repeat(100_001)}`, '乙局,短'))
    expect(tableCells(read.tables[0])[1]![1]).toHaveLength(100_000)
    expect(tableCells(read.tables[0])[2]).toEqual(['乙局', '短'])
    expect(read.findings).toMatchObject([{ code: 'over-limit', detail: 'cell-length', count: 1 }])
  })

  test('many different values leave the dictionary and stay right', async () => {
    const all = Array.from({ length: 45_000 }, (_, i) => `甲局,第${i}件`)
    const read = await readBytes(lines('单位,标题', ...all))
    const table = read.tables[0]!
    expect(table.rows).toBe(45_001)
    expect(table.columns[0]!.kind).toBe('dictionary')
    expect(table.columns[1]!.kind).toBe('text')
    const cells = tableCells(table)
    for (const row of [1, 2, 39_999, 40_001, 40_002, 45_000]) expect(cells[row]).toEqual(['甲局', `第${row - 1}件`])
  })
})
