import { utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { bytesSource, CancelledError } from '../../../src/ingest/read/byteSource'
import { readFile } from '../../../src/ingest/read/readFile'
import { isHeaderWord } from '../../../src/ingest/recognise/headerConcept'
import { chunked } from '../../helpers/chunked'
import { lines, readBytes, utf8 } from '../../helpers/importText'
import { tableCells } from '../../helpers/tableCells'

describe('a file is what its first bytes say, not what it is called', () => {
  test.each<[string, number[], string]>([
    ['台账.xlsx', [0x25, 0x50, 0x44, 0x46, 0x2d], 'pdf'],
    ['台账.csv', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], 'png'],
    ['台账.csv', [0xff, 0xd8, 0xff, 0xe0], 'jpeg'],
    ['台账.xls', [0x52, 0x61, 0x72, 0x21, 0x1a], 'rar'],
    ['台账.csv', [0x1f, 0x8b, 0x08, 0x00], 'gzip'],
  ])('%s that begins with %j is a %s', async (name, bytes, kind) => {
    const found = await readBytes(Uint8Array.from([...bytes, ...new Array<number>(100).fill(0x41)]), name)
    expect(found.tables).toEqual([])
    expect(found.findings).toMatchObject([{ level: 'error', code: 'unreadable-file', file: name, detail: kind }])
  })

  test('control characters everywhere are no text', async () => {
    const found = await readBytes(
      Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 32),
      '二进制.csv',
    )
    expect(found.tables).toEqual([])
    expect(found.findings).toMatchObject([{ level: 'error', code: 'unreadable-file' }])
  })

  test.each(['', '\ufeff', '  \n \r\n\t', '\n\n\n'])('%j is empty', async (text) => {
    const found = await readBytes(text, '空.csv')
    expect(found.tables).toEqual([])
    expect(found.findings).toMatchObject([{ level: 'error', code: 'empty-file', file: '空.csv' }])
  })

  test('a zip that is no workbook, and one that is cut off', async () => {
    const workbook = write({ SheetNames: ['一'], Sheets: { 一: utils.aoa_to_sheet([['单位']]) } }, { type: 'array' })
    const bytes = new Uint8Array(workbook as ArrayBuffer)
    const cut = await readBytes(bytes.subarray(0, bytes.length / 2), '截断.xlsx')
    expect(cut.findings).toMatchObject([{ level: 'error', code: 'unreadable-file', detail: 'zip-truncated' }])
    const empty = Uint8Array.from([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)])
    expect((await readBytes(empty, '空.xlsx')).findings).toMatchObject([{ level: 'error', code: 'unreadable-file' }])
  })

  test('a zip that would unpack to more than 800 MiB is refused before it is', async () => {
    // One entry of a central directory that claims 1 GiB; nothing is behind it.
    const name = utf8('xl/worksheets/sheet1.xml')
    const bytes = new Uint8Array(46 + name.length + 22)
    const view = new DataView(bytes.buffer)
    bytes.set([0x50, 0x4b, 1, 2])
    view.setUint32(24, 2 ** 30, true)
    view.setUint16(28, name.length, true)
    bytes.set(name, 46)
    const end = 46 + name.length
    view.setUint32(end, 0x06054b50, true)
    view.setUint16(end + 10, 1, true)
    view.setUint32(end + 16, 4, true)
    const zip = Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes])
    const found = await readBytes(zip, '炸弹.xlsx')
    expect(found.findings).toMatchObject([
      { level: 'error', code: 'over-limit', detail: 'unpacked-size', params: { size: 2 ** 30 } },
    ])
  })
})

describe('a workbook', () => {
  const FORMATS = ['xlsx', 'xlsm', 'xlsb', 'biff8', 'ods'] as const
  type BookType = (typeof FORMATS)[number]

  function workbook(sheets: Record<string, unknown[][]>, bookType: BookType = 'xlsx'): Uint8Array {
    const book = utils.book_new()
    for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name)
    return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer)
  }

  test.each(FORMATS)('%s: every sheet with cells is a table', async (bookType) => {
    const found = await readBytes(
      workbook(
        {
          一月: [
            ['单位', '报送数'],
            ['甲局', 12],
          ],
          空: [],
          二月: [
            ['单位', '报送数'],
            ['乙局', 0],
          ],
        },
        bookType,
      ),
      '台账.xlsx',
    )
    expect(found.findings).toEqual([])
    expect(found.tables.map(({ sheet, encoding }) => [sheet, encoding])).toEqual([
      ['一月', null],
      ['二月', null],
    ])
    expect(tableCells(found.tables[0])).toEqual([
      ['单位', '报送数'],
      ['甲局', '12'],
    ])
    expect(tableCells(found.tables[1])).toEqual([
      ['单位', '报送数'],
      ['乙局', '0'],
    ])
  })

  test.each(FORMATS)('%s: dates are days as written, whatever zone the computer is in', async (bookType) => {
    const sheet = utils.aoa_to_sheet([
      ['单位', '日期'],
      ['甲局', ''],
      ['乙局', ''],
    ])
    // Serials with a date format: 31 December and 29 February 2024.
    sheet['B2'] = { t: 'n', v: 45657, z: 'yyyy-mm-dd' }
    sheet['B3'] = { t: 'n', v: 45351.999, z: 'yyyy/m/d h:mm' }
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, '一')
    const found = await readBytes(new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer), 'a.xlsx')
    expect(tableCells(found.tables[0]).slice(1)).toEqual([
      ['甲局', '2024-12-31'],
      ['乙局', '2024-02-29'],
    ])
  })

  test.each(FORMATS)('%s: merged words fill their cells, a merged number is one fact', async (bookType) => {
    const sheet = utils.aoa_to_sheet([
      ['单位', '标题', '数'],
      ['甲局', '一', 5],
      [null, '二', null],
      ['乙局', '三', 7],
    ])
    sheet['!merges'] = [utils.decode_range('A2:A3'), utils.decode_range('C2:C3')]
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, '一')
    const found = await readBytes(new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer), 'a.xlsx')
    expect(tableCells(found.tables[0])).toEqual([
      ['单位', '标题', '数'],
      ['甲局', '一', '5'],
      ['甲局', '二', ''],
      ['乙局', '三', '7'],
    ])
  })

  // The library's writers of .xls and .ods leave these out; tests/workbooks has such files of another program.
  test.each(['xlsx', 'xlsm', 'xlsb'] as const)(
    '%s: percentages stay as printed, errors stay visible, hidden sheets and rows are told',
    async (bookType) => {
      const sheet = utils.aoa_to_sheet([
        ['单位', '率', '数'],
        ['甲局', '', ''],
        ['乙局', 0.5, 1],
      ])
      sheet['B2'] = { t: 'n', v: 0.571, z: '0.00%' }
      sheet['C2'] = { t: 'e', v: 0x2a }
      sheet['!rows'] = [{}, {}, { hidden: true }]
      const book = utils.book_new()
      utils.book_append_sheet(book, sheet, '一')
      utils.book_append_sheet(book, utils.aoa_to_sheet([['x', 'y']]), '藏')
      book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
      const found = await readBytes(new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer), 'a.xlsx')
      expect(tableCells(found.tables[0])[1]).toEqual(['甲局', '57.10%', '#N/A'])
      expect(found.findings).toMatchObject([
        { code: 'hidden-rows', sheet: '一', count: 1 },
        { code: 'hidden-sheet', sheet: '藏' },
      ])
    },
  )
})

describe('bytes are known again', () => {
  const text = lines('单位,标题', '甲局,一')

  test('the same bytes have the same fingerprint, however they arrive and are called', async () => {
    const first = await readBytes(text, 'a.csv')
    expect((await readBytes(text, 'b.csv')).contentHash).toBe(first.contentHash)
    expect((await readFile(chunked('a.csv', utf8(text), 3), {}, isHeaderWord)).contentHash).toBe(first.contentHash)
    expect((await readBytes(text.replace('一', '二'), 'a.csv')).contentHash).not.toBe(first.contentHash)
    expect((await readBytes(`${text}\n`, 'a.csv')).contentHash).not.toBe(first.contentHash)
  })

  test('also of a file that could not be read', async () => {
    const bad = Uint8Array.from([0x25, 0x50, 0x44, 0x46, 1, 2, 3])
    expect((await readBytes(bad, 'a.pdf')).contentHash).toBe((await readBytes(bad, 'b.pdf')).contentHash)
  })
})

describe('on the way', () => {
  test('progress ends at the size of the file', async () => {
    const bytes = utf8(lines('单位,标题', ...Array.from({ length: 500 }, (_, i) => `甲局,第${i}件`)))
    const seen: number[] = []
    await readFile(chunked('a.csv', bytes, 1000), { onProgress: ({ read: at }) => seen.push(at) }, isHeaderWord)
    expect(seen[seen.length - 1]).toBe(bytes.length)
    expect(Math.max(...seen)).toBe(bytes.length)
  })

  test('a cancelled reading ends with CancelledError', async () => {
    const bytes = utf8(lines('单位,标题', ...Array.from({ length: 500 }, (_, i) => `甲局,第${i}件`)))
    let pieces = 0
    const reading = readFile(chunked('a.csv', bytes, 100), { isCancelled: () => ++pieces > 3 }, isHeaderWord)
    await expect(reading).rejects.toBeInstanceOf(CancelledError)
  })

  test('one byte is a file', async () => {
    const found = await readFile(bytesSource('a.csv', utf8('x')), {}, isHeaderWord)
    expect(tableCells(found.tables[0])).toEqual([['x']])
  })
})
