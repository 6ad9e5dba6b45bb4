import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { CONTAINERS, libraryBytes, otherBytes } from './containers'
import { bucketsOf, monthsSpan, oneDay } from './days'
import { ENCODINGS, encodeText, type Encoding } from './encode'
import { expectCounts, expectItems } from './expected'
import type { CountFact, ItemFact } from './facts'
import { gridOf, typed } from './grid'
import type { LedgerCase } from './ledgerCase'
import { makeCase } from './makeCase'
import { printDay } from './printDay'
import { printRate } from './printRate'
import { Random } from './random'
import { SHAPES } from './shapes'
import { fileOf, linesOf, shuffleColumns, shuffleRows, textOf, type Sheet } from './sheet'
import { workbookBytes } from './workbook'

const CASES = Array.from({ length: 600 }, (_, seed) => makeCase(seed + 1))

function decode(bytes: Uint8Array, encoding: Encoding): string {
  const label = encoding === 'utf-8-bom' ? 'utf-8' : encoding
  return new TextDecoder(label, { fatal: true }).decode(bytes)
}

/** A plain reader of quoted tables, written for this test alone. */
function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? ''
    if (quoted && character === '"' && text[i + 1] === '"') {
      cell += '"'
      i++
    } else if (character === '"') quoted = !quoted
    else if (!quoted && (character === separator || character === '\n')) {
      rows.at(-1)?.push(cell.replace(/\r$/, ''))
      cell = ''
      if (character === '\n') rows.push([])
    } else cell += character
  }
  rows.at(-1)?.push(cell)
  const last = rows.at(-1)
  return last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows
}

function column(sheet: Sheet, header: string): string[] {
  const at = sheet.header.findIndex((text) => text.replace(/\s/g, '') === header)
  return sheet.rows.filter((row) => row.kind === 'data').map((row) => row.cells[at] ?? '')
}

function ofShape(shape: string): LedgerCase[] {
  return CASES.filter((one) => one.shape === shape)
}

describe('the parts of the generator', () => {
  it('share nothing with what they test: no module of the app, no dictionary', () => {
    const folder = fileURLToPath(new URL('.', import.meta.url))
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(?<!\.test)\.ts$/.test(name),
    )
    expect(files.length).toBeGreaterThan(20)
    for (const name of files) {
      const text = readFileSync(join(folder, name), 'utf8')
      const sources = [...text.matchAll(/\bfrom '([^']+)'|\bimport\(/g)].map((match) => match[1] ?? 'import()')
      const outside = sources
        .filter((source) => !/^(?:@e965\/xlsx|hucre\/xlsx)$/.test(source))
        .map((source) => relative(folder, join(folder, name, '..', source)))
        .filter((path) => path.startsWith('..'))
      expect(outside, name).toEqual([])
      expect(text, name).not.toMatch(/readFile|dictionar(?:y|ies)\.json|require\(/)
    }
  })

  it('gives the same ledger for the same seed, and another one for another', () => {
    for (const seed of [1, 2, 3]) {
      expect(makeCase(seed).files).toEqual(makeCase(seed).files)
      expect(makeCase(seed).files).not.toEqual(makeCase(seed + 1000).files)
    }
  })

  it('encodes what the platform can decode again', () => {
    const text = '报送,采用\r\n“三农”〔2024〕𠮷☑ €,《信息通报》—·１２\n'
    for (const encoding of ENCODINGS) expect(decode(encodeText(text, encoding), encoding)).toBe(text)
    expect([...encodeText('中', 'gb18030')]).toEqual([0xd6, 0xd0])
    expect([...encodeText('中', 'utf-16be')]).toEqual([0xfe, 0xff, 0x4e, 0x2d])
  })

  it('prints days as clerks do', () => {
    const random = new Random(1)
    expect(printDay(random, '2024-03-05', 'loose')).toBe('2024-3-5')
    expect(printDay(random, '2024-03-05', 'shortYear')).toBe('24.3.5')
    expect(printDay(random, '2024-03-05', 'compact')).toBe('20240305')
    expect(printDay(random, '2024-12-31', 'serial')).toBe('45657')
    expect(printDay(random, '2024-02-29', 'monthDay')).toBe('2月29日')
    expect(printDay(random, '2024-12-30', 'numerals')).toMatch(/^二[〇○O零]二四年十二月三十日$/)
    expect(printDay(random, '2020-10-11', 'numerals')).toMatch(/^二[〇○O零]二[〇○O零]年十月十一日$/)
    expect(printDay(random, '2024-03-05', 'fullWidth')).toMatch(/^２０２４/)
  })

  it('knows the bucket of a span, and that a wide span has none', () => {
    expect(bucketsOf(oneDay('2023-12-31'))).toEqual({ month: '2023-12', quarter: '2023Q4', half: '2023H2' })
    expect(bucketsOf(monthsSpan(2024, 1, 2))).toEqual({ month: null, quarter: '2024Q1', half: '2024H1' })
    expect(bucketsOf(monthsSpan(2024, 1, 12))).toEqual({ month: null, quarter: null, half: null })
    expect(monthsSpan(2024, 2, 2)).toEqual({ first: '2024-02-01', last: '2024-02-29' })
    expect(monthsSpan(2024, 12, 12)).toEqual({ first: '2024-12-01', last: '2024-12-31' })
  })

  it('rounds and cuts printed rates', () => {
    expect([printRate(85, 551, 1, false), printRate(85, 551, 2, true)]).toEqual(['15.4%', '15.42%'])
    expect([printRate(1, 8, 0, false), printRate(1, 8, 0, true), printRate(2, 3, 0, true)]).toEqual([
      '13%',
      '12%',
      '66%',
    ])
  })
})

describe('expected numbers against sums done by hand', () => {
  const item = (
    unit: string,
    day: string,
    adoptedBy: string[],
    sentTo: string[] = [],
    undecided = false,
  ): ItemFact => ({
    number: '1',
    title: '',
    author: '',
    unit,
    when: oneDay(day),
    sentTo,
    adoptedBy: adoptedBy.map((outlet) => ({ outlet, on: null })),
    undecided,
  })

  it('counts an item once and its outlets each once', () => {
    const items = [
      item('甲', '2024-06-30', ['日报', '手机报'], ['日报', '手机报']),
      item('甲', '2024-07-01', [], ['日报'], true),
      item('__proto__', '2024-07-02', ['日报', '日报'], ['日报']),
    ]
    const known = expectItems(items, { status: true, targets: true })
    expect(known.total).toEqual({ submitted: 3, adopted: 2, placements: 3, pending: 1, rate: 2 / 3 })
    expect(Object.keys(known.units)).toEqual(['甲', '__proto__'])
    expect(known.units['甲']).toEqual({ submitted: 2, adopted: 1, placements: 2, pending: 1, rate: 0.5 })
    expect(known.outlets['日报']).toEqual({ submitted: 3, adopted: 2, rate: 2 / 3 })
    expect(known.outlets['手机报']).toEqual({ submitted: 1, adopted: 1, rate: 1 })
    expect(known.halfYears['2024H1']?.submitted).toBe(1)
    expect(known.months['2024-07']).toEqual({ submitted: 2, adopted: 1, placements: 1, pending: 1, rate: 0.5 })
    const blind = expectItems(items, { status: false, targets: false })
    expect(blind.total.pending).toBeNull()
    expect(blind.outlets['日报']).toEqual({ submitted: null, adopted: 2, rate: null })
  })

  it('gives the founding figures, and never 147 of 551', () => {
    const row = (outlet: string, submitted: number | null, adopted: number): CountFact => {
      return { unit: null, outlet, when: monthsSpan(2011, 1, 6), submitted, adopted }
    }
    const counted = expectCounts([row('信息科', 551, 85), row('省日报', null, 4), row('州日报', null, 58)])
    expect(counted.total).toEqual({ submitted: 551, adopted: null, placements: 147, pending: null, rate: null })
    expect(counted.outlets['信息科']?.rate).toBeCloseTo(0.154265, 6)
    expect(counted.outlets['省日报']).toEqual({ submitted: null, adopted: 4, rate: null })
    expect(Object.keys(counted.halfYears)).toEqual(['2011H1'])
    expect(Object.keys(counted.quarters)).toEqual([])
  })

  it('does not add submissions over outlets', () => {
    const row = (outlet: string | null, submitted: number | null, adopted: number | null): CountFact => {
      return { unit: '甲', outlet, when: monthsSpan(2024, 3, 3), submitted, adopted }
    }
    expect(expectCounts([row('日报', 5, 1), row('手机报', 6, 2)]).units['甲']?.submitted).toBeNull()
    expect(expectCounts([row(null, 9, null), row('日报', null, 1), row('手机报', null, 2)]).units['甲']).toEqual({
      submitted: 9,
      adopted: null,
      placements: 3,
      pending: null,
      rate: null,
    })
    expect(expectCounts([row(null, 0, 0)]).total).toEqual({
      submitted: 0,
      adopted: 0,
      placements: null,
      pending: null,
      rate: null,
    })
  })
})

describe('the ledgers it prints', () => {
  it('reads back cell by cell from the bytes', () => {
    for (const { sheets, files, seed, container } of CASES.filter((one) => one.container === 'text')) {
      sheets.forEach((sheet, at) => {
        const text = decode(files[at]?.bytes ?? new Uint8Array(), sheet.print.encoding)
        expect(text, `seed ${seed}, ${container}`).toBe(textOf(sheet))
        const { separator, quote, newline } = sheet.print
        if (separator.length > 1 || quote === "'") return
        const read = cellsOf(newline === '\r' ? text.replaceAll('\r', '\n') : text, separator)
        const above = sheet.preamble.length + sheet.above.length + (sheet.print.separatorLine ? 1 : 0)
        expect(read[above], `seed ${seed}`).toEqual(sheet.header)
        expect(read.length, `seed ${seed}`).toBe(above + 1 + sheet.rows.length + sheet.notes.length)
        const data = sheet.rows.map((row, number) => ({ row, number })).filter(({ row }) => row.kind === 'data')
        for (const { row, number } of data) expect(read[above + 1 + number], `seed ${seed}`).toEqual(row.cells)
      })
    }
  })

  it('prints the same cells into every kind of workbook, whoever writes it', async () => {
    const types = ['xlsx', 'xls', 'ods', 'xlsb', 'xlsm'] as const
    for (const { sheets, seed } of CASES.slice(0, 60).filter((one) => one.sheets.length > 0)) {
      const grids = sheets.map((sheet, at) => ({ ...gridOf(sheet, 'numbers'), tab: `表${at}` }))
      const type = types[seed % types.length] ?? 'xlsx'
      for (const bytes of [workbookBytes(grids), libraryBytes(grids, type), await otherBytes(grids)]) {
        const book = read(bytes)
        sheets.forEach((sheet, at) => {
          const rows = utils.sheet_to_json<string[]>(book.Sheets[`表${at}`] ?? {}, {
            header: 1,
            raw: false,
            defval: '',
          })
          linesOf(sheet).forEach((cells, row) => {
            const found = rows[row]?.slice(0, cells.length).map((cell) => cell.trim())
            expect(found, `seed ${seed}, ${type}`).toEqual(cells.map((cell) => cell.trim()))
          })
        })
      }
    }
  })

  it('types what spreadsheets type: days, shares and thousands become numbers with a format', () => {
    const values = (text: string) => typed(text, 'values')
    expect(values('2024-3-5')).toEqual({ text: '2024-3-5', value: 45356, format: 'yyyy-m-d' })
    expect(values('2024/12/31')).toMatchObject({ value: 45657, format: 'yyyy/m/d' })
    expect(values('57.10%')).toMatchObject({ value: 0.571, format: '0.00%' })
    expect(values('1,234')).toMatchObject({ value: 1234, format: '#,##0' })
    expect(['003', '12/3', '3月5日', '24.3.5', '5-'].map((text) => values(text).value)).toEqual(Array(5).fill(null))
    expect([typed('12', 'numbers').value, typed('12', 'texts').value, typed('5%', 'numbers').value]).toEqual([
      12,
      null,
      null,
    ])
  })

  it('prints as many rows and ticks as it expects items and placements', () => {
    for (const { sheets, expected, seed } of ofShape('itemsByOutlet')) {
      const sheet = sheets[0]
      if (!sheet) throw new Error('a case without a sheet')
      const outlets = Object.keys(expected.outlets)
      const ticks = outlets.flatMap((outlet) => column(sheet, outlet)).filter((cell) => cell !== '' && cell !== '0')
      expect(ticks.length, `seed ${seed}`).toBe(expected.total.placements)
      expect(sheet.rows.filter((row) => row.kind === 'data').length).toBe(expected.total.submitted)
    }
    for (const { sheets, expected, seed } of ofShape('itemsSent')) {
      const sent = Object.values(expected.outlets).reduce((sum, outlet) => sum + (outlet.submitted ?? 0), 0)
      expect(sheets[0]?.rows.filter((row) => row.kind === 'data').length, `seed ${seed}`).toBe(sent)
    }
    for (const { sheets, expected, seed } of ofShape('items')) {
      const rows = sheets[0]?.rows.filter((row) => row.kind === 'data').length
      const { setAside, duplicates } = expected.balance
      expect(rows, `seed ${seed}`).toBe((expected.total.submitted ?? 0) + setAside + duplicates)
    }
  })

  it('prints counts that add up to what it expects', () => {
    for (const { sheets, expected, seed } of ofShape('counts')) {
      const numbers = sheets.flatMap((sheet) => {
        const at = sheet.header.findIndex(
          (text) => /[报投来稿送].*[数量]/.test(text.replace(/\s/g, '')) && !/[采纳录刊用]/.test(text),
        )
        const cells = sheet.rows.filter((row) => row.kind === 'data').map((row) => row.cells[at] ?? '')
        return cells.map((cell) => Number(cell.normalize('NFKC').replace(',', '')))
      })
      expect(
        numbers.reduce((sum, number) => sum + number, 0),
        `seed ${seed}`,
      ).toBe(expected.total.submitted)
    }
  })

  it('keeps units = outlets = months = total where its facts are that fine', () => {
    for (const { expected, seed } of CASES) {
      const placements = Object.values(expected.outlets).reduce((sum, outlet) => sum + outlet.adopted, 0)
      if (expected.total.placements !== null) expect(placements, `seed ${seed}`).toBe(expected.total.placements)
      const units = Object.values(expected.units)
      if (expected.total.submitted !== null) {
        expect(units.reduce((sum, unit) => sum + (unit.submitted ?? 0), 0)).toBe(expected.total.submitted)
      }
    }
  })

  it('covers every shape, encoding, separator and way of writing a day', () => {
    expect(new Set(CASES.map((one) => one.shape))).toEqual(new Set(SHAPES.map((shape) => shape.name)))
    const prints = CASES.flatMap((one) => one.sheets.map((sheet) => sheet.print))
    expect(new Set(prints.map((print) => print.encoding))).toEqual(new Set(ENCODINGS))
    expect(new Set(prints.map((print) => print.separator))).toEqual(
      new Set([',', '\t', ';', '|', ', ', 'wide', 'aligned']),
    )
    expect(new Set(prints.map((print) => print.quote))).toEqual(new Set(['"', "'"]))
    expect(new Set(prints.map((print) => print.newline))).toEqual(new Set(['\r\n', '\n', '\r']))
    expect(new Set(CASES.map((one) => one.container))).toEqual(new Set([...CONTAINERS, 'json']))
    const described = CASES.map((one) => one.description).join()
    for (const word of ['serial', 'monthDay', 'numerals', 'mergedUnits', 'duplicates', 'badRows', 'titleAndIndex']) {
      expect(described).toContain(word)
    }
  })

  it('draws offices of ordinary success', () => {
    const items = CASES.filter((one) => ['items', 'itemsSent', 'itemsByOutlet', 'json'].includes(one.shape))
    const rates = items.map((one) => one.expected.total.rate ?? 0)
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length
    expect(mean).toBeGreaterThan(0.25)
    expect(mean).toBeLessThan(0.55)
    expect(rates.every((rate) => rate > 0 && rate < 1)).toBe(true)
  })

  it('shuffles rows and columns without losing a cell', () => {
    const random = new Random(7)
    for (const { sheets } of CASES.slice(0, 100)) {
      for (const sheet of sheets) {
        const shuffled = shuffleColumns(shuffleRows(sheet, random), random)
        const sorted = (one: Sheet) => one.rows.flatMap((row) => row.cells).sort()
        expect(sorted(shuffled)).toEqual(sorted(sheet))
        expect([...shuffled.header].sort()).toEqual([...sheet.header].sort())
        expect(fileOf(shuffled).bytes.length).toBeGreaterThan(0)
      }
    }
  })
})
