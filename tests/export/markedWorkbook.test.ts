import { read, utils, write, type WorkSheet } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { markedWorkbook, type MarkedSheet, type MarkedWords } from '../../src/export/markedWorkbook'
import { understand } from '../../src/ingest/ingest'
import { day, lines, readBytes, workspaceOf } from '../helpers/importText'
import { xlsxParts } from '../helpers/xlsxParts'
import { Workspace } from '../../src/workspace/workspace'

const WORDS: MarkedWords = {
  row: '行号（原表）',
  problem: '问题',
  hint: '请更正橙色单元格后把本文件发回；首列和末列不必改动。',
}

const SHEET: MarkedSheet = {
  name: '台账.xlsx · 报送',
  titles: ['2024年上半年信息报送台账'],
  header: [['序号', '单位', '标题', '报送日期']],
  rows: [
    {
      row: 7,
      cells: ['4', '县财政局', '某事一', '2024-13-05'],
      reasons: ['报送日期看不懂', '另一个原因'],
      badColumns: [3],
    },
    { row: 9, cells: ['007', '', '=1+1', '2024-3-5'], reasons: ['单位是空的'], badColumns: [1] },
  ],
}

const open = (bytes: Uint8Array) => read(bytes, { cellStyles: true, cellNF: true })
const cellsOf = (sheet: WorkSheet): unknown[][] => utils.sheet_to_json(sheet, { header: 1, raw: true, defval: null })

describe('a marked workbook', () => {
  test('has the rows as they were, between their numbers and the reasons', async () => {
    const { Sheets, SheetNames } = open(await markedWorkbook([SHEET], WORDS))
    expect(SheetNames).toEqual(['台账.xlsx · 报送'])
    expect(cellsOf(Sheets[SheetNames[0]!]!)).toEqual([
      [WORDS.hint, null, null, null, null, null],
      ['2024年上半年信息报送台账', null, null, null, null, null],
      ['行号（原表）', '序号', '单位', '标题', '报送日期', '问题'],
      [7, 4, '县财政局', '某事一', '2024-13-05', '报送日期看不懂；另一个原因'],
      [9, '007', null, '=1+1', '2024-3-5', '单位是空的'],
    ])
  })

  test('marks the cells in question, blank ones too, and only them', async () => {
    const { Sheets } = open(await markedWorkbook([SHEET], WORDS))
    const sheet = Object.values(Sheets)[0]!
    const marked = Object.keys(sheet).filter(
      (at) => (sheet[at] as { s?: { fgColor?: { rgb?: string } } }).s?.fgColor?.rgb === 'FFE0B8',
    )
    expect(marked).toEqual(['E4', 'C5'])
  })

  test('is frozen, filtered, and printed in landscape on one page in width', async () => {
    const xml = xlsxParts(await markedWorkbook([SHEET], WORDS)).get('xl/worksheets/sheet1.xml')!
    expect(xml).toContain('<pane ySplit="3" topLeftCell="A4" state="frozen"')
    expect(xml).toContain('<autoFilter ref="A3:F5"')
    expect(xml).toMatch(/<pageSetup[^>]*orientation="landscape"[^>]*fitToWidth="1"[^>]*fitToHeight="0"/)
    expect(xml).toContain('<mergeCell ref="A2:F2"/>')
  })

  test('holds texts, never formulas', async () => {
    const cells = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '\t=1', '=HYPERLINK("http://x")', "'=1"]
    const bytes = await markedWorkbook(
      [
        {
          name: 'x',
          titles: ['=1+1'],
          header: [
            ['=A1', '=A1'],
            ['a', 'b'],
          ],
          rows: [{ row: 2, cells, reasons: ['=1'], badColumns: [] }],
        },
      ],
      { ...WORDS, row: '=1' },
    )
    for (const [path, xml] of xlsxParts(bytes)) if (path.includes('worksheets/')) expect(xml).not.toMatch(/<f[ >/]/)
    const sheet = Object.values(open(bytes).Sheets)[0]!
    expect(cellsOf(sheet).at(-1)).toEqual([2, ...cells, '=1'])
  })

  test('loses what XML forbids and nothing else', async () => {
    const cells = [
      'a\u0000b\u0008\u001fc',
      'half \ud83d emoji 😀',
      '\uffff<b>&"\'',
      'a\r\nb\rc\nd',
      '_x0041_',
      ' two  blanks ',
      '#N/A',
    ]
    const bytes = await markedWorkbook(
      [{ ...SHEET, rows: [{ row: 1, cells, reasons: ['\u0001'], badColumns: [] }] }],
      WORDS,
    )
    const sheet = Object.values(open(bytes).Sheets)[0]!
    expect(cellsOf(sheet).at(-1)!.slice(1, -2)).toEqual([
      'abc',
      'half  emoji 😀',
      '<b>&"\'',
      'a\nb\nc\nd',
      '_x0041_',
      ' two  blanks ',
    ])
    const { tables } = await readBytes(bytes, 'x.xlsx')
    expect(tables).toHaveLength(1)
  })

  test('merges a header of two rows as it was', async () => {
    const header = [
      ['单位', '采用情况', '采用情况', '得分'],
      ['单位', '市日报', '省日报', '得分'],
    ]
    const rows = [{ row: 5, cells: ['石桥镇', '3', '1-2', '15'], reasons: ['件数像是日期'], badColumns: [2] }]
    const xml = xlsxParts(await markedWorkbook([{ name: 'x', titles: [], header, rows }], WORDS)).get(
      'xl/worksheets/sheet1.xml',
    )!
    expect([...xml.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, ref]) => ref)).toEqual([
      'A1:F1',
      'A2:A3',
      'B2:B3',
      'C2:D2',
      'E2:E3',
      'F2:F3',
    ])
  })

  test('without a sheet is a programming error', () => {
    return expect(markedWorkbook([], WORDS)).rejects.toThrow('at least one sheet')
  })
})

/** What a unit does: types over cells of the file that it was sent. */
function corrected(bytes: Uint8Array, cells: Readonly<Record<string, string | number>>): Uint8Array {
  const book = read(bytes, { cellStyles: true })
  for (const [at, value] of Object.entries(cells))
    utils.sheet_add_aoa(book.Sheets[book.SheetNames[0]!]!, [[value]], { origin: at })
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

/** The rows that a workspace set aside, as its page would export them; every cell named by a finding is marked. */
async function setAside(text: string): Promise<Uint8Array> {
  const workspace = await workspaceOf({ '台账.csv': text })
  return markedWorkbook(
    workspace.setAside(null).map(({ file, sheet, titles, header, rows }) => ({
      name: sheet ? `${file} · ${sheet}` : file,
      titles,
      header,
      rows: rows.map(({ row, cells, findings }) => ({
        row,
        cells,
        reasons: findings.map(({ code }) => code),
        badColumns: findings.flatMap(({ column }) => header.at(-1)?.indexOf(column ?? '') ?? -1),
      })),
    })),
    WORDS,
  )
}

describe('sent back and corrected', () => {
  test('rows of items are counted, their numbers and reasons are not', async () => {
    const bytes = await setAside(
      lines(
        '单位,标题,报送日期,是否采用,采用载体',
        '甲局,某事一,2024-03-01,是,市日报',
        '甲局,某事二,2024-13-45,是,市日报',
        ',某事三,2024-03-05,否,',
        '乙局,某事四,2024-03-06,看看再说,',
      ),
    )
    const sheet = Object.values(open(bytes).Sheets)[0]!
    const rows = cellsOf(sheet)
    expect(rows.slice(2).map(([row]) => row)).toEqual([3, 4, 5])
    const fixed = corrected(bytes, { D3: '2024-3-4', B4: '丙局', E5: '否' })
    const { findings, sheets } = understand(await readBytes(fixed, '更正.xlsx'))
    expect(findings).toEqual([])
    expect(sheets[0]!.recognition.columns.map(({ role }) => role)).toEqual([
      'sequence',
      'unit',
      'title',
      'submittedOn',
      'status',
      'outlets',
      'ignore',
    ])
    expect(sheets[0]!.findings).toEqual([])
    expect(sheets[0]!.balance).toMatchObject({ used: 3, setAside: 0 })
    const workspace = new Workspace()
    workspace.propose([await readBytes(fixed, '更正.xlsx')], null)
    workspace.accept(day(2024, 12, 31))
    const { units } = workspace.measure({ clock: 'submitted', span: null, unitIds: null, groups: null })
    expect(units.map(({ unit, submitted, adopted }) => [unit, submitted, adopted])).toEqual([
      ['甲局', 1, 1],
      ['丙局', 1, 0],
      ['乙局', 1, 0],
    ])
  })

  test.each([
    [
      'counted rows',
      ['单位,月份,报送数,采用数', '甲局,2024年3月,20,5', '乙局,2024年3月,十几,1', '丙局,2024年3月,12/3,2'],
      { D3: 15, D4: 9 },
      [15, 9],
    ],
    [
      'a rate table',
      ['2024年3月信息采用情况,,,', '单位,报送数,采用数,采用率', '甲局,20,5,25%', '乙局,十几,1,', '丙局,1-2,0,0'],
      { C4: 3, C5: '12' },
      [3, 12],
    ],
  ])('%s', async (_, text, cells, submitted) => {
    const fixed = corrected(await setAside(lines(...text)), cells)
    const { findings, sheets } = understand(await readBytes(fixed, '更正.xlsx'))
    expect(findings).toEqual([])
    expect(sheets[0]!.facts.counts.map((count) => count.submitted)).toEqual(submitted)
    expect(sheets[0]!.facts.outlets).toEqual([])
  })

  test('a table of adoptions only: the row number is no outlet', async () => {
    const rows = [
      { row: 5, cells: ['丙局', '1-2', '1'], reasons: ['件数像是日期'], badColumns: [1] },
      { row: 9, cells: ['庚局', '很多', '3'], reasons: ['不是数'], badColumns: [1] },
    ]
    const header = [['单位', '市日报', '省日报']]
    const bytes = await markedWorkbook([{ name: 'x', titles: ['2024年3月采用情况统计'], header, rows }], WORDS)
    const fixed = corrected(bytes, { C4: 4, C5: 5 })
    const { sheets } = understand(await readBytes(fixed, '更正.xlsx'))
    expect(sheets[0]!.facts.outlets).toEqual(['市日报', '省日报'])
    expect(sheets[0]!.balance).toMatchObject({ used: 2, setAside: 0 })
  })
})
