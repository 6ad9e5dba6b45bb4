import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dialect } from '../../../src/ingest/read/dialect'
import { BlanksReader } from '../../../src/ingest/read/readBlanks'
import { DelimitedReader } from '../../../src/ingest/read/readDelimited'
import { recogniseDialect } from '../../../src/ingest/read/recogniseDialect'
import { isHeaderWord } from '../../../src/ingest/recognise/headerConcept'
import { encodeText } from '../../generator/encode'
import { readBytes } from '../../helpers/importText'
import { tableCells } from '../../helpers/tableCells'

/** How a program could write a table; knows nothing of the reader. */
interface Writer {
  readonly name: string
  /** What the reader should call it. */
  readonly delimiter: string
  readonly quote?: "'"
  /** Characters that a title may hold beside Han ones. */
  readonly marks: string
  /** Whether a cell may be blank. */
  readonly blanks: boolean
  readonly write: (rows: readonly (readonly string[])[], pick: (most: number) => number) => string[]
}

const HEADER = ['单位', '标题', '报送日期', '件数', '状态'] as const

/** Wraps a cell in quotes where a separator, a quote or a line break in it demands it; always with `all`. */
function wrapped(cell: string, separator: string, quote: string, all = false): string {
  const demands = all || cell.includes(separator) || cell.includes(quote) || cell.includes('\n')
  return demands ? quote + cell.split(quote).join(quote + quote) + quote : cell
}

function separated(separator: string, quote: '"' | "'", all = false): Writer {
  return {
    name: `${JSON.stringify(separator)} with ${quote}${all ? ' round every cell' : ''}`,
    delimiter: separator,
    ...(quote === "'" && { quote }),
    marks: `${separator.trim() || 'a'}${quote}'"\n 、a1（`,
    blanks: true,
    write: (rows) => rows.map((cells) => cells.map((cell) => wrapped(cell, separator, quote, all)).join(separator)),
  }
}

/** Columns a unit of the font wide (Han 2), numbers to the right. */
function shownWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x80 ? 1 : 2), 0)
}

const WRITERS: readonly Writer[] = [
  ...[',', '\t', ';', '|', '，', '；'].map((separator) => separated(separator, '"')),
  ...[',', ';', '\t'].map((separator) => separated(separator, "'", true)),
  separated(',', '"', true),
  {
    name: 'commas with blanks behind them',
    delimiter: ', ',
    marks: ',"、a1',
    blanks: true,
    write: (rows, pick) =>
      rows.map((cells) =>
        cells.map((cell, i) => (i === 0 ? '' : ' '.repeat(1 + pick(2))) + wrapped(cell, ',', '"')).join(','),
      ),
  },
  {
    name: 'commas, some with blanks behind them',
    delimiter: ',',
    marks: ',"、a1',
    blanks: true,
    // Without a quote behind a blank, blanks are text; here one stands in every row.
    write: (rows) =>
      rows.map((cells) => cells.map((cell, i) => (i === 1 ? ' ' : '') + wrapped(cell, ',', '"', i === 1)).join(',')),
  },
  {
    name: 'comma and blank, bare commas in cells',
    delimiter: ', ',
    marks: ',、a1',
    blanks: true,
    write: (rows) => rows.map((cells) => cells.join(', ')),
  },
  {
    name: 'several blanks',
    delimiter: 'blanks',
    marks: ' ,、a1;',
    blanks: false,
    write: (rows, pick) =>
      rows.map((cells) =>
        cells.reduce((line, cell) => line + ['  ', '   ', '\t', '　　', ' \t ', '      '][pick(6)]! + cell),
      ),
  },
  {
    name: 'single blanks',
    delimiter: 'blank',
    marks: ',、a1;',
    blanks: false,
    write: (rows) => rows.map((cells) => cells.join(' ')),
  },
  {
    name: 'aligned columns',
    delimiter: 'fixed',
    marks: ' ,、a1;',
    blanks: true,
    write: (rows) => {
      const widths = HEADER.map((_, i) => Math.max(...rows.map((cells) => shownWidth(cells[i]!))))
      return rows.map((cells) =>
        cells
          .map((cell, i) => {
            const pad = ' '.repeat(widths[i]! - shownWidth(cell))
            return i === 3 ? pad + cell : cell + pad
          })
          .join('  '),
      )
    },
  },
]

const UNITS = ['县公安局', '乙局', '第三高级中学', '总寨镇', '某某街道办事处']
const PREAMBLES = [
  '某县2024年上半年信息台账',
  '填报单位：县委办　　2024年7月1日',
  '单位：条,篇,件',
  '',
  '某县 信息 采用 台账',
]
const FOOTERS = ['注：一,二,三；四', '填表人：张三    审核人：李四', '', '备注：以上 为 上半年']

interface Case {
  rows: string[][]
  preamble: string[]
  footer: string[]
  seed: number
}

function casesOf(writer: Writer): fc.Arbitrary<Case> {
  const han = '关于开展防汛工作的报告十四五'
  const bad = writer.delimiter === ', ' ? /^,|,$|, /u : null
  const title = fc
    .array(fc.constantFrom(...han, ...han, ...writer.marks), { minLength: 1, maxLength: 12 })
    .map((characters) => characters.join(''))
    .map((text) => text.replace(/ {2,}/g, ' ').trim())
    .filter((text) => text !== '' && !bad?.test(text))
  const blank = (cells: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    writer.blanks ? fc.oneof({ weight: 5, arbitrary: cells }, { weight: 1, arbitrary: fc.constant('') }) : cells
  const number = writer.delimiter === ', ' ? fc.constantFrom('1,234', '12', '7') : fc.nat(2000).map(String)
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-03-${String(n).padStart(2, '0')}`)
  const row = fc.tuple(
    fc.constantFrom(...UNITS),
    blank(title),
    blank(day),
    blank(number),
    blank(fc.constantFrom('采用', '待定', '未采用')),
  )
  return fc.record({
    // Two units of different length betray the padding of aligned columns.
    rows: fc
      .array(row, { minLength: 4, maxLength: 30 })
      .map((rows) => [
        [...HEADER],
        ['乙局', '某事', '2024-03-01', '1', '采用'],
        ['总寨镇', '别事一件', '2024-03-02', '12', '待定'],
        ...rows,
      ]),
    preamble: fc.array(fc.constantFrom(...PREAMBLES), { maxLength: 3 }),
    footer: fc.array(fc.constantFrom(...FOOTERS), { maxLength: 2 }),
    seed: fc.nat(),
  })
}

/** A plain generator of numbers: what the writer leaves open. */
function picker(seed: number): (most: number) => number {
  let state = seed >>> 0
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

function readLines(text: string, dialect: Dialect, size: number): number {
  const ignore = (): void => {}
  const reader =
    dialect.kind === 'delimited' ? new DelimitedReader('a', dialect, ignore) : new BlanksReader('a', dialect, ignore)
  for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size))
  reader.finish()
  return reader.lines
}

describe.each(WRITERS)('written with $name', (writer) => {
  test('every cell is read back, whatever stands above and below, in any encoding and with any line ends', async () => {
    await fc.assert(
      fc.asyncProperty(casesOf(writer), async ({ rows, preamble, footer, seed }) => {
        const pick = picker(seed)
        const written = [...preamble, ...writer.write(rows, pick), ...footer]
        const ends = [['\n'], ['\r\n'], ['\r'], ['\n', '\r\n']][pick(4)]!
        const text = written.map((line) => line.replace(/\n/g, ends[0]!) + ends[pick(ends.length)]!).join('')
        const encoding = (['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le'] as const)[pick(4)]!
        const { tables, findings } = await readBytes(encodeText(text, encoding))
        const table = tables[0]!
        expect({ delimiter: table.delimiter, quote: table.quote }).toEqual({
          delimiter: writer.delimiter,
          quote: writer.quote,
        })
        const cells = tableCells(table).map((row) => row.slice(0, HEADER.length))
        expect(cells.slice(preamble.length, preamble.length + rows.length)).toEqual(rows)
        expect(table.rows).toBe(preamble.length + rows.length + footer.length)
        expect(findings).toEqual([])

        const plain = `${written.join('\n')}\n`
        const dialect = recogniseDialect(plain, isHeaderWord)
        expect(readLines(plain, dialect, 1 + pick(200))).toBe(plain.split('\n').length - 1)
      }),
      { numRuns: 60 },
    )
  })
})
