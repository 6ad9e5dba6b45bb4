import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesSource } from '../../../src/ingest/read/byteSource'
import { detectEncoding } from '../../../src/ingest/read/decodeText'
import { readFile } from '../../../src/ingest/read/readFile'
import { isHeaderWord } from '../../../src/ingest/recognise/headerConcept'
import { encodeText, ENCODINGS } from '../../generator/encode'
import { chunked } from '../../helpers/chunked'
import { lines, readBytes, utf8 } from '../../helpers/importText'
import { tableCells } from '../../helpers/tableCells'

const TEXT = lines(
  '单位,标题,报送日期,状态',
  '县公安局,某事一,2024-03-05,采用',
  '县财政局,「某事二」𠮷,2024-03-06,待定',
)
const CELLS = TEXT.trim()
  .split('\n')
  .map((line) => line.split(','))

function joined(...parts: (string | number[])[]): Uint8Array {
  const bytes = parts.map((part) => (typeof part === 'string' ? utf8(part) : Uint8Array.from(part)))
  return Uint8Array.from(bytes.flatMap((part) => [...part]))
}

describe('each encoding gives the same cells', () => {
  test.each(ENCODINGS)('%s', async (encoding) => {
    const read = await readBytes(encodeText(TEXT, encoding))
    expect(read.findings).toEqual([])
    expect(read.tables[0]!.encoding).toBe(encoding === 'utf-8-bom' ? 'utf-8' : encoding)
    expect(tableCells(read.tables[0])).toEqual(CELLS)
  })

  test.each(['utf-16le', 'utf-16be'] as const)('%s without its byte-order mark', async (encoding) => {
    const read = await readBytes(encodeText(TEXT, encoding).subarray(2))
    expect(read.tables[0]!.encoding).toBe(encoding)
    expect(tableCells(read.tables[0])).toEqual(CELLS)
  })

  test.each(ENCODINGS)('%s in pieces of one, two, three and seven bytes', async (encoding) => {
    const bytes = encodeText(TEXT, encoding)
    for (const size of [1, 2, 3, 7]) {
      const read = await readFile(chunked('台账.csv', bytes, size), {}, isHeaderWord)
      expect(tableCells(read.tables[0])).toEqual(CELLS)
    }
  })

  test('plain ASCII is UTF-8', async () => {
    const read = await readBytes(lines('unit,title', 'a,b'))
    expect(read.tables[0]!.encoding).toBe('utf-8')
  })
})

describe('bytes that are no text', () => {
  const long = lines(
    '单位,标题,报送日期,状态',
    ...Array.from({ length: 30 }, (_, i) => `县公安局,某件要紧的事之${i},2024-03-05,采用`),
  )

  test('one bad byte is replaced and told, all else stays', async () => {
    const read = await readBytes(joined(long, '县财政局,坏', [0xff], '字,2024-03-06,采用\n'))
    expect(read.tables[0]!.encoding).toBe('utf-8')
    expect(read.findings).toMatchObject([{ level: 'warning', code: 'encoding-replaced', count: 1 }])
    expect(tableCells(read.tables[0])[31]).toEqual(['县财政局', '坏\ufffd字', '2024-03-06', '采用'])
    expect(tableCells(read.tables[0])[1]).toEqual(['县公安局', '某件要紧的事之0', '2024-03-05', '采用'])
  })

  test('a last character that was cut off is told', async () => {
    const read = await readBytes(joined(long, '县财政局,某事,2024-03-06,采', [0xe7, 0x94]))
    expect(read.findings).toMatchObject([{ code: 'encoding-replaced', count: 1 }])
    expect(tableCells(read.tables[0])[31]).toEqual(['县财政局', '某事', '2024-03-06', '采\ufffd'])
  })

  test('one bad byte in a small file does not garble it', async () => {
    const read = await readBytes(joined('单位,标题,报送日期,状态\n县公安局,坏', [0xff], '字,2024-03-05,采用\n'))
    expect(read.tables[0]!.encoding).toBe('utf-8')
    expect(tableCells(read.tables[0])[0]).toEqual(['单位', '标题', '报送日期', '状态'])
    expect(read.findings.map(({ code }) => code)).toEqual(['encoding-replaced'])
  })

  test('a lone surrogate, an overlong form and a code beyond Unicode are bad', async () => {
    for (const bad of [
      [0xed, 0xa0, 0x80],
      [0xc0, 0xaf],
      [0xf4, 0x90, 0x80, 0x80],
      [0xe0, 0x80, 0x80],
    ]) {
      const { encoding, badBytes } = await detectEncoding(bytesSource('a.csv', joined(long, bad)), {})
      expect(encoding).toBe('utf-8')
      expect(badBytes).toBeGreaterThan(0)
    }
  })

  test('what GBK wrote is never taken for UTF-8', () => {
    const han = fc.array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { minLength: 12, maxLength: 200 })
    return fc.assert(
      fc.asyncProperty(han, async (codes) => {
        const text = `单位,标题,报送日期\n${String.fromCharCode(...codes)},甲,2024-03-05\n`
        const { encoding } = await detectEncoding(bytesSource('a.csv', encodeText(text, 'gb18030')), {})
        expect(encoding).toBe('gb18030')
      }),
    )
  })
})

describe('marks inside the text', () => {
  test('U+FEFF within a cell is no part of a name, and none of the rest is lost', async () => {
    const read = await readBytes(`\ufeff单位,标题\n\ufeff县公安局,某\ufeff事\n`)
    const cells = tableCells(read.tables[0])
    expect(cells[0]).toEqual(['单位', '标题'])
    expect(cells[1]!.map((cell) => cell.replace(/\ufeff/g, ''))).toEqual(['县公安局', '某事'])
  })

  test('NULs stand in a text without making it binary', async () => {
    const read = await readBytes(
      lines('单位,标题,报送日期', '县公安局,某\u0000事,2024-03-05', '县财政局,另一件,2024-03-05'),
    )
    expect(read.findings.filter(({ level }) => level === 'error')).toEqual([])
    expect(tableCells(read.tables[0])[2]).toEqual(['县财政局', '另一件', '2024-03-05'])
  })

  test('CRLF, LF and CR in one file all end a line, also between pieces', async () => {
    const text = '单位,标题\r\n甲局,一\r乙局,二\n丙局,三\r\n'
    const expected = [
      ['单位', '标题'],
      ['甲局', '一'],
      ['乙局', '二'],
      ['丙局', '三'],
    ]
    for (const size of [1, 2, 5, 1000]) {
      const read = await readFile(chunked('a.csv', utf8(text), size), {}, isHeaderWord)
      expect(tableCells(read.tables[0])).toEqual(expected)
    }
  })

  test('a last line without an end, and one that ends in a lone CR', async () => {
    for (const end of ['', '\r', '\n', '\r\n']) {
      const read = await readBytes(`单位,标题\n甲局,一${end}`)
      expect(tableCells(read.tables[0])).toEqual([
        ['单位', '标题'],
        ['甲局', '一'],
      ])
    }
  })
})
