import { read, utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { blankTemplate } from '../../src/export/blankTemplate'
import { understand } from '../../src/ingest/ingest'
import { rosterOf } from '../../src/ingest/readRoster'
import { TEMPLATE_KINDS, type TemplateKind } from '../../src/model/template'
import { Workspace } from '../../src/workspace/workspace'
import { day, readBytes } from '../helpers/importText'
import { xlsxParts } from '../helpers/xlsxParts'
import { TEMPLATE_WORDS } from './templateWords'

const HEADERS: Readonly<Record<TemplateKind, string[]>> = {
  items: ['序号', '单位', '标题', '报送日期', '作者', '是否采用', '采用载体', '采用日期', '备注'],
  counts: ['单位', '月份', '报送数', '采用数'],
  targets: ['单位', '月任务', '全年任务'],
  roster: ['单位', '分组', '别名'],
}

/** The template with rows typed into it from the first empty one on. */
async function filled(
  kind: TemplateKind,
  rows: readonly (readonly (string | number | Date | null)[])[],
): Promise<Uint8Array> {
  const book = read(await blankTemplate(kind, TEMPLATE_WORDS), { cellStyles: true, cellDates: true })
  utils.sheet_add_aoa(
    book.Sheets[book.SheetNames[0]!]!,
    rows.map((row) => [...row]),
    { origin: 'A3', cellDates: true },
  )
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

async function workspaceWith(bytes: Uint8Array): Promise<Workspace> {
  const workspace = new Workspace()
  const { findings } = workspace.propose([await readBytes(bytes, '台账.xlsx')], null)
  // The notes are told to be no table; nothing is asked.
  expect(findings.map(({ level, code, sheet }) => [level, code, sheet])).toEqual([['info', 'no-table', '填表说明']])
  workspace.accept(day(2024, 12, 31))
  return workspace
}

describe.each(TEMPLATE_KINDS)('the template of %s', (kind) => {
  test('has a title, a header and thirty bordered empty rows', async () => {
    const { Sheets, SheetNames } = read(await blankTemplate(kind, TEMPLATE_WORDS), { sheetStubs: true })
    expect(SheetNames).toEqual([TEMPLATE_WORDS.titles[kind], '填表说明'])
    const sheet = Sheets[SheetNames[0]!]!
    expect(utils.sheet_to_json(sheet, { header: 1, range: 1 })[0]).toEqual(HEADERS[kind])
    expect(sheet['A1']?.v).toBe(TEMPLATE_WORDS.titles[kind])
    expect(sheet['A32']).toMatchObject({ t: 'z' })
    expect(sheet['A33']).toBeUndefined()
    const notes = utils.sheet_to_json<string[]>(Sheets['填表说明']!, { header: 1 }).flat()
    expect(notes).toEqual(['填表说明', ...TEMPLATE_WORDS.notes[kind]])
  })

  test('left empty is refused, and says that there is nothing below the header', async () => {
    const { sheets, findings } = understand(await readBytes(await blankTemplate(kind, TEMPLATE_WORDS), '台账.xlsx'))
    expect(sheets).toEqual([])
    expect(findings.map(({ level, code, detail }) => [level, code, detail])).toEqual([
      ['error', 'no-table', 'header-only'],
      ['error', 'no-table', 'no-header'],
    ])
  })
})

test('items: yes and no are a list, days have the form of days', async () => {
  const xml = xlsxParts(await blankTemplate('items', TEMPLATE_WORDS)).get('xl/worksheets/sheet1.xml')!
  expect(xml).toMatch(/<dataValidation type="list"[^>]*sqref="F3:F32"[^>]*><formula1>"是,否"<\/formula1>/)
  const book = read(await blankTemplate('items', TEMPLATE_WORDS), { sheetStubs: true, cellNF: true })
  const sheet = Object.values(book.Sheets)[0]!
  expect(['D3', 'H32', 'F3'].map((at) => (sheet[at] as { z?: string }).z)).toEqual(['yyyy-mm-dd', 'yyyy-mm-dd', '@'])
})

test('items: days typed as days or as text, several outlets, an open decision', async () => {
  const workspace = await workspaceWith(
    await filled('items', [
      [
        1,
        '县财政局',
        '某事一',
        new Date(Date.UTC(2024, 2, 5)),
        '张三',
        '是',
        '市日报、省日报',
        new Date(Date.UTC(2024, 2, 9)),
        '头版',
      ],
      [2, '县财政局', '某事二', '2024-3-6', '李四', '否', null, null, null],
      [3, '石桥镇', '某事三', '2024.4.1', null, null, null, null, null],
    ]),
  )
  const { units, outlets } = workspace.measure({ clock: 'submitted', span: null, unitIds: null, groups: null })
  expect(units.map(({ unit, submitted, adopted, placements }) => [unit, submitted, adopted, placements])).toEqual([
    ['县财政局', 2, 1, 2],
    ['石桥镇', 1, 0, 0],
  ])
  expect(outlets.map(({ outlet, adopted }) => [outlet, adopted])).toEqual([
    ['市日报', 1],
    ['省日报', 1],
  ])
})

test('counts: a unit and month a row', async () => {
  const workspace = await workspaceWith(
    await filled('counts', [
      ['县财政局', '2024年3月', 20, 5],
      ['县财政局', '2024年4月', 10, 1],
      ['县审计局', '2024年3月', 0, 0],
    ]),
  )
  const { units, months } = workspace.measure({ clock: 'submitted', span: null, unitIds: null, groups: null })
  expect(units.map(({ unit, submitted, adopted }) => [unit, submitted, adopted])).toEqual([
    ['县财政局', 30, 6],
    ['县审计局', 0, 0],
  ])
  expect(months.map(({ period, submitted }) => [period, submitted])).toEqual([
    ['2024-03', 20],
    ['2024-04', 10],
  ])
})

test('targets: by month and year, of the year in the title', async () => {
  const bytes = await filled('targets', [
    ['县财政局', 2, 24],
    ['县审计局', null, 12],
    ['石桥镇', '1-2', 20],
  ])
  const workspace = await workspaceWith(bytes)
  expect(workspace.summary().tasks.map(({ unit, every, low, high }) => [unit, every, low, high])).toEqual([
    ['县财政局', 'month', 2, 2],
    ['县财政局', 'year', 24, 24],
    ['县审计局', 'year', 12, 12],
    ['石桥镇', 'month', 1, 2],
    ['石桥镇', 'year', 20, 20],
  ])
})

test('roster: units with group and aliases', async () => {
  const { tables } = await readBytes(
    await filled('roster', [
      ['县财政局', '县直部门', '财政局、财局'],
      ['石桥镇', '乡镇', null],
    ]),
    '名册.xlsx',
  )
  expect(rosterOf(tables[0]!)).toEqual([
    { name: '县财政局', group: '县直部门', aliases: ['财政局', '财局'] },
    { name: '石桥镇', group: '乡镇', aliases: [] },
  ])
})
