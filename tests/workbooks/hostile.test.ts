import { CFB, utils, write } from '@e965/xlsx'
import { afterAll, describe, expect, test } from 'vitest'
import { imported, readBytes, utf8 } from '../helpers/importText'
import { tableCells } from '../helpers/tableCells'
import { archiveOf, blanksPart, deflated, frameOf, type Part, rowXml, sheetXml, stored, styledFrameOf } from './archive'

/** A watchdog, not a measurement: nothing here asserts how long something takes. */
const WATCHDOG = 60_000
const SHEET = 'worksheets/sheet1.xml'
const LIMIT = 800 * 1024 * 1024

const seconds: string[] = []
afterAll(() => console.info(seconds.join('\n')))

async function timed(what: string, bytes: Uint8Array, name = '台账.xlsx') {
  const from = performance.now()
  const read = await readBytes(bytes, name)
  seconds.push(`${what}: ${bytes.length} bytes, ${((performance.now() - from) / 1000).toFixed(2)} s`)
  return read
}

function workbookOf(...sheet: Part[]): Uint8Array {
  return archiveOf([...frameOf([SHEET]), ...sheet])
}

const LEDGER = [
  rowXml(1, { A: '单位', B: '标题', C: '报送日期', D: '状态' }),
  rowXml(2, { A: '甲局', B: '某事一', C: '2024-03-05', D: '采用' }),
  rowXml(3, { A: '乙局', B: '某事二', C: '2024-03-06', D: '未采用' }),
]
const CELLS = [
  ['单位', '标题', '报送日期', '状态'],
  ['甲局', '某事一', '2024-03-05', '采用'],
  ['乙局', '某事二', '2024-03-06', '未采用'],
]

describe('archives that grow', () => {
  const [before, after] = sheetXml('|').split('|') as [string, string]

  test('2.5 MB that says it unpacks to 1.3 GB', { timeout: WATCHDOG }, async () => {
    const bytes = workbookOf(blanksPart(`xl/${SHEET}`, before, 20, after))
    const { tables, findings } = await timed('honest bomb', bytes)
    expect(tables).toEqual([])
    expect(findings).toMatchObject([
      { level: 'error', code: 'over-limit', detail: 'unpacked-size', params: { limit: LIMIT } },
    ])
    expect(findings[0]!.params!['size']).toBeGreaterThan(2 ** 30)
  })

  test.each([1000, 0])('the same that says it unpacks to %i bytes', { timeout: WATCHDOG }, async (claimed) => {
    const bytes = workbookOf(blanksPart(`xl/${SHEET}`, before, 20, after, claimed))
    const { tables, findings } = await timed(`lying bomb, ${claimed}`, bytes)
    expect(tables).toEqual([])
    expect(findings).toMatchObject([
      { level: 'error', code: 'over-limit', detail: 'unpacked-size', params: { limit: LIMIT } },
    ])
    // Counting ended soon behind the limit.
    expect(findings[0]!.params!['size']).toBeLessThan(LIMIT + 2 ** 20)
  })

  test('a bomb in a part that no sheet needs', { timeout: WATCHDOG }, async () => {
    const sheet = deflated(`xl/${SHEET}`, sheetXml(LEDGER.join('')))
    const { findings } = await timed(
      'picture bomb',
      workbookOf(sheet, blanksPart('xl/media/image1.png', '', 20, '', 9)),
    )
    expect(findings).toMatchObject([{ level: 'error', code: 'over-limit', detail: 'unpacked-size' }])
  })

  test('many parts that are one: each counts', { timeout: WATCHDOG }, async () => {
    const bomb = blanksPart('xl/media/1.png', '', 1, '', 9)
    const copies = Array.from({ length: 20 }, (_, i) => ({ ...bomb, name: `xl/media/${i}.png` }))
    const { findings } = await timed('twenty parts', workbookOf(...copies))
    expect(findings).toMatchObject([{ level: 'error', code: 'over-limit', detail: 'unpacked-size' }])
  })

  test('a part that is longer than it says is damaged, not cut short in silence', async () => {
    const part = deflated(`xl/${SHEET}`, sheetXml(LEDGER.join('')))
    const { tables, findings } = await readBytes(workbookOf({ ...part, claimed: part.claimed - 200 }), '台账.xlsx')
    expect(tables).toEqual([])
    expect(findings).toMatchObject([{ level: 'error', code: 'unreadable-file', detail: 'workbook' }])
    expect(findings[0]!.params!['reason']).toContain(`${part.claimed} ≠ ${part.claimed - 200}`)
  })
})

describe('sheets that claim too much', () => {
  test('three cells in a dimension of XFD1048576', { timeout: WATCHDOG }, async () => {
    const xml = sheetXml(LEDGER.join(''), { dimension: 'A1:XFD1048576' })
    const { tables, findings } = await timed('false dimension', workbookOf(deflated(`xl/${SHEET}`, xml)))
    expect(findings).toEqual([])
    expect(tableCells(tables[0])).toEqual(CELLS)
  })

  test('a cell that stands at XFD1048576', { timeout: WATCHDOG }, async () => {
    const xml = sheetXml([...LEDGER, rowXml(1048576, { XFD: '远' })].join(''), { dimension: 'A1:D3' })
    const { tables } = await timed('far cell', workbookOf(deflated(`xl/${SHEET}`, xml)))
    expect(tableCells(tables[0]).slice(0, 3)).toEqual(CELLS)
  })

  test('a merged range over the whole sheet', { timeout: WATCHDOG }, async () => {
    const merges =
      '<mergeCells count="2"><mergeCell ref="A4:XFD1048575"/><mergeCell ref="A1048576:B1048576"/></mergeCells>'
    const far = rowXml(1048576, { A: '远', L: '远' })
    const xml = sheetXml([...LEDGER, rowXml(4, { A: '备注' }), far].join(''), { after: merges })
    const { tables, findings } = await timed('merged sheet', workbookOf(deflated(`xl/${SHEET}`, xml)))
    const cells = tableCells(tables[0])
    expect(cells.slice(0, 3).map((row) => row.slice(0, 4))).toEqual(CELLS)
    expect(cells[4]!.every((cell) => cell === '')).toBe(true)
    // The small range behind it is filled all the same.
    expect(cells[1_048_575]!.slice(0, 2)).toEqual(['远', '远'])
    expect(findings).toMatchObject([
      { level: 'warning', code: 'over-limit', detail: 'merged', count: 1, params: { limit: 2_000_000 } },
    ])
  })

  test('50,000 sheets, each with its part', { timeout: WATCHDOG }, async () => {
    const names = Array.from({ length: 50_000 }, (_, i) => `worksheets/sheet${i + 1}.xml`)
    const one = sheetXml('')
    const bytes = archiveOf([...frameOf(names), ...names.map((name) => stored(`xl/${name}`, one))])
    const { tables, findings } = await timed('50,000 sheets', bytes)
    expect(tables).toEqual([])
    expect(findings).toMatchObject([
      { level: 'error', code: 'over-limit', detail: 'sheets', params: { size: 50_000, limit: 400 } },
    ])
  })

  test('50,000 sheets that are one part', { timeout: WATCHDOG }, async () => {
    const names = Array.from({ length: 50_000 }, () => SHEET)
    const sheet = deflated(`xl/${SHEET}`, sheetXml(LEDGER.join('')))
    const { findings } = await timed('50,000 names', archiveOf([...frameOf(names), sheet]))
    expect(findings).toMatchObject([
      { level: 'error', code: 'over-limit', detail: 'sheets', params: { size: 50_000, limit: 400 } },
    ])
  })

  test('50,000 tables of an .ods', { timeout: WATCHDOG }, async () => {
    const table = (_: unknown, i: number) => `<table:table table:name="表${i}"><table:table-row/></table:table>`
    const body = Array.from({ length: 50_000 }, table).join('')
    const bytes = archiveOf([
      stored('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'),
      deflated('content.xml', `<office:document-content><office:body>${body}</office:body></office:document-content>`),
    ])
    const { findings } = await timed('50,000 tables', bytes, '台账.ods')
    expect(findings).toMatchObject([
      { level: 'error', code: 'over-limit', detail: 'sheets', params: { size: 50_000, limit: 400 } },
    ])
  })

  test('a billion cells of an .ods by repetition', { timeout: WATCHDOG }, async () => {
    const cell =
      '<table:table-cell office:value-type="string" table:number-columns-repeated="1000"><text:p>甲</text:p></table:table-cell>'
    const row = `<table:table-row table:number-rows-repeated="1000000">${cell}</table:table-row>`
    const bytes = archiveOf([
      stored('META-INF/manifest.xml', '<manifest/>'),
      deflated(
        'content.xml',
        `<office:document-content><table:table table:name="表">${row}</table:table></office:document-content>`,
      ),
    ])
    const { tables, findings } = await timed('a billion cells', bytes, '台账.ods')
    expect(tables).toEqual([])
    expect(findings).toMatchObject([{ level: 'error', code: 'over-limit', detail: 'cells', params: { size: 1e9 } }])
  })

  test.each([true, false])('a million empty styled rows (styles kept: %s)', { timeout: WATCHDOG }, async (styles) => {
    const rows = Array.from({ length: 1_000_000 }, (_, i) => {
      const row = i + 4
      return `<row r="${row}" s="1" ht="20" customFormat="1"><c r="A${row}" s="1"/><c r="B${row}" s="1"/><c r="C${row}" s="1"/></row>`
    })
    const xml = sheetXml(LEDGER.join('') + rows.join(''))
    const { tables, findings } = await timed(
      `a million styled rows, styles ${styles}`,
      archiveOf([...(styles ? styledFrameOf(SHEET) : frameOf([SHEET])), deflated(`xl/${SHEET}`, xml)]),
    )
    expect(findings).toEqual([])
    expect(tableCells(tables[0])).toEqual(CELLS)
  })

  test('a sheet whose part is missing is told by name', async () => {
    const frame = frameOf([SHEET, 'worksheets/sheet2.xml'])
    const bytes = archiveOf([...frame, deflated(`xl/${SHEET}`, sheetXml(LEDGER.join('')))])
    const { tables, findings } = await readBytes(bytes, '台账.xlsx')
    expect(tables).toHaveLength(1)
    expect(findings).toMatchObject([{ level: 'error', code: 'unreadable-file', sheet: '表2', detail: 'workbook' }])
  })
})

/** An OLE file with these streams. */
function ole(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container = CFB.utils.cfb_new()
  for (const [path, bytes] of Object.entries(streams)) CFB.utils.cfb_add(container, path, Buffer.from(bytes))
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer)
}

function sound(bookType: 'xlsx' | 'biff8' | 'ods'): Uint8Array {
  const book = { SheetNames: ['台账'], Sheets: { 台账: utils.aoa_to_sheet(CELLS) } }
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer)
}

describe('files that are closed or broken', () => {
  test.each([
    [
      'as office programs write it',
      {
        EncryptionInfo: Uint8Array.of(4, 0, 4, 0, 0x40, 0, 0, 0, 0x3c),
        EncryptedPackage: new Uint8Array(8192).fill(7),
      },
    ],
    ['without its key part', { EncryptedPackage: new Uint8Array(8192).fill(7) }],
  ])('an encrypted .xlsx, %s, has a password and no wrong format', async (_, streams) => {
    const { tables, findings } = await readBytes(ole(streams), '加密.xlsx')
    expect(tables).toEqual([])
    expect(findings).toMatchObject([{ level: 'error', code: 'encrypted-file', detail: 'password', file: '加密.xlsx' }])
  })

  test('a Word document under the name of a table', async () => {
    const { tables, findings } = await readBytes(ole({ WordDocument: new Uint8Array(8192).fill(9) }), '其实是文档.xls')
    expect(tables).toEqual([])
    expect(findings).toMatchObject([{ level: 'error', code: 'unreadable-file', detail: 'workbook' }])
  })

  test.each(['xlsx', 'biff8', 'ods'] as const)('%s cut off anywhere is refused', async (type) => {
    const bytes = sound(type)
    expect(tableCells((await readBytes(bytes, '台账')).tables[0])).toEqual(CELLS)
    for (let cut = 8; cut < bytes.length; cut += Math.ceil(bytes.length / 23)) {
      const { tables, findings } = await readBytes(bytes.slice(0, cut), '截断')
      // An .xls may be padded behind its last stream; what lies there is no loss.
      if (type === 'biff8' && tables.length > 0) expect(tableCells(tables[0])).toEqual(CELLS)
      else {
        expect(tables).toEqual([])
        expect(findings).toMatchObject([{ level: 'error', code: 'unreadable-file', file: '截断' }])
      }
    }
  })

  test('xlsx with one byte changed anywhere never gives other cells in silence', { timeout: WATCHDOG }, async () => {
    const bytes = workbookOf(deflated(`xl/${SHEET}`, sheetXml(LEDGER.join(''))))
    for (let at = 4; at < bytes.length; at += 7) {
      const changed = bytes.slice()
      changed[at]! ^= 0xff
      const { tables, findings } = await readBytes(changed, '坏.xlsx')
      if (findings.length === 0) expect(tables.length).toBe(1)
      else expect(findings[0]!.level).toBe('error')
    }
  })

  test.each([
    ['pdf', '%PDF-1.7\n1 0 obj\n'],
    ['png', '\x89PNG\r\n\x1a\n0000IHDR'],
  ])('a %s under the name of a workbook', async (kind, head) => {
    const bytes = Uint8Array.from(head, (character) => character.charCodeAt(0))
    const { tables, findings } = await readBytes(bytes, '台账.xlsx')
    expect(tables).toEqual([])
    expect(findings).toMatchObject([{ level: 'error', code: 'unreadable-file', detail: kind }])
  })

  test('an archive of texts', async () => {
    const bytes = archiveOf([stored('说明.txt', '不是表格'), stored('word/document.xml', '<w:document/>')])
    const { findings } = await readBytes(bytes, '台账.xlsx')
    expect(findings).toMatchObject([{ level: 'error', code: 'unreadable-file', detail: 'zip-no-workbook' }])
  })
})

const ROWS = CELLS.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')
const XML_ROWS = CELLS.map(
  (cells) => `<Row>${cells.map((cell) => `<Cell><Data ss:Type="String">${cell}</Data></Cell>`).join('')}</Row>`,
).join('')

describe('an .xls that a system exported as something else', () => {
  test.each([
    [
      'a web page',
      `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table border="1">${ROWS}</table></body></html>`,
    ],
    ['a lone table', `<table>${ROWS}</table>`],
    ['a web page behind a remark', `<!-- export -->\n<!DOCTYPE html><body>${`<table>${ROWS}</table>`}</body>`],
    [
      'an XML spreadsheet',
      `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="台账"><Table>${XML_ROWS}</Table></Worksheet></Workbook>`,
    ],
    ['commas', CELLS.map((cells) => cells.join()).join('\r\n')],
    ['tabs', CELLS.map((cells) => cells.join('\t')).join('\r\n')],
  ])('%s', async (_, text) => {
    for (const bytes of [utf8(text), utf8(`\ufeff${text}`)]) {
      const { tables, findings } = await readBytes(bytes, '台账.xls')
      expect(findings).toEqual([])
      expect(tableCells(tables[0])).toEqual(CELLS)
    }
    const { sheets } = await imported(text, '台账.xls')
    expect(sheets[0]!.balance).toMatchObject({ read: 3, used: 2, headings: 1 })
  })

  test('a web page in GBK', async () => {
    const gbk: Record<string, number[]> = { 单: [0xb5, 0xa5], 位: [0xce, 0xbb], 甲: [0xbc, 0xd7], 局: [0xbe, 0xd6] }
    const page = '<html><body><table><tr><td>单位</td></tr><tr><td>甲局</td></tr></table></body></html>'
    const bytes = Uint8Array.from([...page].flatMap((character) => gbk[character] ?? [character.charCodeAt(0)]))
    const { tables } = await readBytes(bytes, '台账.xls')
    expect(tables[0]!.encoding).toBe('gb18030')
    expect(tableCells(tables[0])).toEqual([['单位'], ['甲局']])
  })

  test('dates, rates and numbers of a web page stay as they are printed', async () => {
    const cells = ['2024-03-05', '12.50%', '007', '1,234', '3/12', '&lt;b&gt;', '3月5日', '1e3', '=1+1']
    const page = `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`
    const { tables } = await readBytes(page, '台账.xls')
    expect(tableCells(tables[0])).toEqual([cells.map((cell) => cell.replace('&lt;', '<').replace('&gt;', '>'))])
  })

  test('a cell over a billion columns', { timeout: WATCHDOG }, async () => {
    const page = `<table><tr><td colspan="1000000000" rowspan="1000000000">甲</td></tr>${ROWS}</table>`
    const { tables } = await timed('huge spans', utf8(page), '台账.xls')
    expect(tables.length).toBeLessThanOrEqual(1)
  })

  test('a page without a table is refused', async () => {
    const { tables, findings } = await readBytes('<html><body><p>登录超时</p></body></html>', '台账.xls')
    expect(tables).toEqual([])
    expect(findings).toMatchObject([{ level: 'error', file: '台账.xls' }])
  })
})
