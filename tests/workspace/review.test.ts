import { describe, expect, test } from 'vitest'
import type { FactQuery } from '../../src/model/factRow'
import type { SheetRef } from '../../src/model/workspace'
import { spanOfKey } from '../../src/time/calendar'
import { Workspace } from '../../src/workspace/workspace'
import { day, lines, readBytes, workspaceOf } from '../helpers/importText'

const on = day(2024, 12, 31)
const all = { clock: 'submitted', span: null, unitIds: null, groups: null } as const
const facts: FactQuery = { ...all, behind: null, text: '', sort: null }

async function proposed(text: string, name = 'a.csv', workspace = new Workspace()) {
  const proposal = workspace.propose([await readBytes(text, name)], null)
  return { workspace, proposal }
}

describe('a header that was not recognised', () => {
  const TEXT = lines('某某县台账,,', '甲栏,乙栏,丙栏', '甲局,某事一,2024-03-05', '乙局,某事二,2024-03-06')

  test('is pointed at, and found again in the next file, at another height', async () => {
    const { workspace, proposal } = await proposed(TEXT)
    expect(proposal.importable).toBe(0)
    expect(proposal.files[0]!.leftOut).toMatchObject([{ why: 'no-header', head: { of: 4, letters: ['A', 'B', 'C'] } }])
    const columns = { 0: { role: 'unit' }, 1: { role: 'title' }, 2: { role: 'submittedOn' } } as const
    const next = workspace.choose(0, 0, { headerRows: [2], columns })
    expect(next).toMatchObject({ importable: 1, preview: { submitted: 2 } })
    expect(next.files[0]!.sheets[0]).toMatchObject({ headerRows: [2], remembered: false })
    workspace.accept(on)
    const again = lines('某某县台账,,', '四月,,', '甲栏,乙栏,丙栏', '丙局,某事三,2024-04-05')
    const { proposal: second } = await proposed(again, 'b.csv', workspace)
    expect(second.files[0]!.sheets[0]).toMatchObject({ headerRows: [3], remembered: true, asks: null })
    expect(second.preview).toMatchObject({ submitted: 1 })
  })

  test('another header makes earlier answers about columns void', async () => {
    const { workspace } = await proposed(lines('单位,标题,报送日期', '单位,题目,日期', '甲局,某事一,2024-03-05'))
    workspace.choose(0, 0, { columns: { 1: { role: 'ignore' } } })
    const { files } = workspace.choose(0, 0, { headerRows: [2] })
    expect(files[0]!.sheets[0]!.columns.map(({ role }) => role)).toEqual(['unit', 'title', 'submittedOn'])
  })
})

describe('words of the status column', () => {
  const text = (unit: string) =>
    lines(
      '标题,单位,报送日期,状态',
      `某事一,${unit},2024-03-05,上刊了`,
      `某事二,${unit},2024-03-06,丙类处理`,
      `某事三,${unit},2024-03-07,采用`,
    )

  test('are asked, explained once, and known in the next file', async () => {
    const { workspace, proposal } = await proposed(text('甲局'))
    expect(proposal.files[0]!.sheets[0]!.unknownValues).toEqual([
      { value: '上刊了', count: 1 },
      { value: '丙类处理', count: 1 },
    ])
    expect(proposal.files[0]!.sheets[0]!.balance.setAside).toBe(2)
    const vocabulary = new Map([
      ['上刊了', 'adopted'],
      ['丙类处理', 'notAdopted'],
    ] as const)
    const next = workspace.choose(0, 0, { vocabulary })
    expect(next.preview).toMatchObject({ submitted: 3, adopted: 2 })
    expect(next.files[0]!.sheets[0]!.unknownValues).toEqual([])
    workspace.accept(on)
    const { proposal: second } = await proposed(text('乙局'), 'b.csv', workspace)
    expect(second.files[0]!.sheets[0]).toMatchObject({ remembered: true, unknownValues: [] })
    expect(second.preview).toMatchObject({ submitted: 3, adopted: 2 })
    const key = workspace.summary().mappings[0]!.key
    workspace.forget(key)
    const { proposal: third } = await proposed(text('丙局'), 'c.csv', workspace)
    expect(third.files[0]!.sheets[0]!.unknownValues).toHaveLength(2)
  })

  test('explained after the import they count at once, and are remembered', async () => {
    const workspace = await workspaceOf({ 'a.csv': text('甲局') })
    const { id } = workspace.summary().imports[0]!
    const summary = workspace.answer(id, 0, { vocabulary: new Map([['上刊了', 'adopted']]) })
    expect(workspace.measure(all).total).toMatchObject({ submitted: 2, adopted: 2 })
    expect(summary.mappings[0]!.values).toEqual([{ value: '上刊了', means: 'adopted' }])
    expect(summary.imports[0]!.sheets[0]!.vocabulary).toEqual([{ value: '上刊了', means: 'adopted' }])
  })
})

describe('a sheet of a workbook', () => {
  test('is left out and taken in again', async () => {
    const { workspace, proposal } = await proposed(lines('单位,标题,报送日期', '甲局,某事一,2024-03-05'))
    expect(proposal.importable).toBe(1)
    const skipped = workspace.choose(0, 0, { skip: true })
    expect(skipped).toMatchObject({ importable: 0, preview: null, findings: [] })
    expect(skipped.files[0]!.leftOut).toMatchObject([{ why: 'skipped' }])
    expect(workspace.choose(0, 0, { skip: false })).toMatchObject({ importable: 1 })
  })
})

describe('a cell', () => {
  const TEXT = lines(
    '单位,标题,报送日期,采用载体',
    '甲局,某事一,2024-02-30,日报',
    '甲局,某事二,2024-03-06,',
    '乙局,某事三,2024-02-30,',
    '甲局,某事四,2024-02-30,手机报',
  )
  const ref = (id: number): SheetRef => ({ stage: 'imported', id, place: 0 })

  test('is shown in its row with what is wrong, and corrected by itself', async () => {
    const workspace = await workspaceOf({ 'a.csv': TEXT })
    const { id } = workspace.summary().imports[0]!
    const finding = workspace.summary().findings.find(({ code }) => code === 'date-invalid')!
    expect(finding).toMatchObject({ source: ref(id), row: 2, column: 'C' })
    const detail = workspace.row(ref(id), 2)
    expect(detail.cells[2]).toMatchObject({
      letters: 'C',
      header: '报送日期',
      text: '2024-02-30',
      alike: 2,
      original: null,
    })
    expect(detail.findings).toMatchObject([{ code: 'date-invalid', row: 2 }])
    expect(detail.around.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5])
    expect(workspace.measure(all).total.submitted).toBe(1)
    const summary = workspace.answer(id, 0, { edits: [{ row: 2, column: 2, text: '2024-02-28' }] })
    expect(summary.undo).toEqual({ kind: 'edit', files: ['a.csv'] })
    expect(summary.imports[0]!.sheets[0]!.edits).toBe(1)
    expect(workspace.measure(all).total).toMatchObject({ submitted: 2, adopted: 1 })
    expect(workspace.row(ref(id), 2).cells[2]).toMatchObject({ text: '2024-02-28', original: '2024-02-30' })
    expect(workspace.row(ref(id), 4).cells[2]).toMatchObject({ text: '2024-02-30' })
    workspace.undo()
    expect(workspace.measure(all).total.submitted).toBe(1)
    workspace.redo()
    expect(workspace.measure(all).total.submitted).toBe(2)
  })

  test('and all cells of its column with the same text', async () => {
    const workspace = await workspaceOf({ 'a.csv': TEXT })
    const { id } = workspace.summary().imports[0]!
    const rows = workspace.alike(ref(id), 2, '2024-02-30')
    expect(rows).toEqual([2, 4, 5])
    workspace.answer(id, 0, { edits: rows.map((row) => ({ row, column: 2, text: '2024-02-28' })) })
    expect(workspace.measure(all).total).toMatchObject({ submitted: 4, adopted: 2, placements: 2 })
    expect(workspace.summary().imports[0]!.sheets[0]!.balance).toMatchObject({ used: 4, setAside: 0 })
  })

  test('of a proposal too', async () => {
    const { workspace, proposal } = await proposed(TEXT)
    expect(proposal.preview).toMatchObject({ submitted: 1 })
    const own: SheetRef = { stage: 'proposed', id: 0, place: 0 }
    expect(workspace.row(own, 2).findings).toMatchObject([{ code: 'date-invalid', source: own }])
    expect(workspace.choose(0, 0, { edits: [{ row: 2, column: 2, text: '2024-02-28' }] }).preview).toMatchObject({
      submitted: 2,
    })
    workspace.accept(on)
    expect(workspace.measure(all).total.submitted).toBe(2)
  })

  test('rows set aside go out under their header, with what is wrong', async () => {
    const workspace = await workspaceOf({
      'a.csv': TEXT,
      'b.csv': lines('单位,标题,报送日期', '甲局,某事五,2024-03-09'),
    })
    expect(workspace.setAside(null)).toMatchObject([
      {
        file: 'a.csv',
        header: [['单位', '标题', '报送日期', '采用载体']],
        rows: [
          { row: 2, cells: ['甲局', '某事一', '2024-02-30', '日报'], findings: [{ code: 'date-invalid' }] },
          { row: 4 },
          { row: 5 },
        ],
      },
    ])
    expect(workspace.setAside(workspace.summary().imports[1]!.id)).toEqual([])
  })

  test('of no sheet and no row is a defect of the caller', async () => {
    const workspace = await workspaceOf({ 'a.csv': TEXT })
    const { id } = workspace.summary().imports[0]!
    expect(() => workspace.row(ref(id), 0)).toThrow(RangeError)
    expect(() => workspace.row(ref(id), 99)).toThrow(RangeError)
    expect(() => workspace.row(ref(99), 1)).toThrow(RangeError)
    expect(() => workspace.choose(0, 0, {})).toThrow(RangeError)
  })
})

describe('months that the workspace has already', () => {
  const MARCH = lines(
    '单位,标题,报送日期',
    '甲局,某事一,2024-03-05',
    '乙局,某事二,2024-03-06',
    '甲局,某事三,2024-04-01',
  )
  const CORRECTED = lines('单位,标题,报送日期', '甲局,某事一(改),2024-03-05', '乙局,某事二,2024-03-06')

  test('are asked; added, equal rows count once', async () => {
    const workspace = await workspaceOf({ '旧.csv': MARCH })
    const { id } = workspace.summary().imports[0]!
    const { proposal } = await proposed(CORRECTED, '新.csv', workspace)
    expect(proposal.repeats).toEqual([
      { file: 0, importId: id, importFile: '旧.csv', months: ['2024-03'], replace: false },
    ])
    // 某事二 is in both: counted once together, a duplicate of the file that brings it again.
    expect(proposal.preview).toMatchObject({ submitted: 2 })
    expect(proposal.after).toMatchObject({ submitted: 4 })
    expect(proposal.files[0]!.sheets[0]!.balance).toMatchObject({ read: 3, used: 1, duplicates: 1 })
    workspace.accept(on)
    expect(workspace.measure(all).total.submitted).toBe(4)
  })

  test('or replaced, and nothing of the other months is lost', async () => {
    const workspace = await workspaceOf({ '旧.csv': MARCH })
    const { id } = workspace.summary().imports[0]!
    await proposed(CORRECTED, '新.csv', workspace)
    const replacing = workspace.replaceMonths(0, id, true)
    expect(replacing.repeats[0]).toMatchObject({ replace: true })
    expect(replacing.after).toMatchObject({ submitted: 3 })
    const summary = workspace.accept(on)
    expect(workspace.measure(all).months.map(({ period, submitted }) => [period, submitted])).toEqual([
      ['2024-03', 2],
      ['2024-04', 1],
    ])
    expect(summary.imports[0]).toMatchObject({ file: '旧.csv', replaced: ['2024-03'] })
    expect(summary.imports[0]!.sheets[0]!.balance).toMatchObject({ used: 1, setAside: 2 })
    expect(summary.findings).toContainEqual(expect.objectContaining({ code: 'overlap', detail: 'replaced', count: 2 }))
    workspace.undo()
    expect(workspace.measure(all).total.submitted).toBe(3)
  })

  test('counted months too; months of other units are no repetition', async () => {
    const counts = (n: number) => lines('单位,报送数,采用数', `甲局,${n},1`, `乙局,${n},1`)
    const workspace = await workspaceOf({ '2024年3月.csv': counts(5) })
    const { id } = workspace.summary().imports[0]!
    const { proposal } = await proposed(
      lines('单位,报送数,采用数', '丙局,9,1', '甲局,7,1', '丁局,6,1'),
      '2024年3月(2).csv',
      workspace,
    )
    expect(proposal.repeats).toEqual([])
    const { proposal: second } = await proposed(counts(8), '2024年3月更正.csv', workspace)
    // The name of the file says that it corrects: giving way is offered, and can be refused.
    expect(second.repeats).toMatchObject([{ months: ['2024-03'], replace: true }])
    expect(second.after).toMatchObject({ submitted: 16 })
    expect(workspace.replaceMonths(0, id, false).repeats).toMatchObject([{ replace: false }])
    workspace.replaceMonths(0, id, true)
    workspace.accept(on)
    expect(workspace.measure(all).total).toMatchObject({ submitted: 16 })
  })

  test('a file that replaces another is foretold without it', async () => {
    const workspace = await workspaceOf({ '旧.csv': MARCH })
    expect(workspace.propose([await readBytes(CORRECTED, '新.csv')], null).after).not.toBeNull()
    const { id } = workspace.summary().imports[0]!
    expect(workspace.propose([await readBytes(CORRECTED, '新.csv')], id).after).toMatchObject({ submitted: 2 })
    expect((await proposed(MARCH)).proposal.after).toBeNull()
  })
})

describe('imports that repeat each other', () => {
  test('the one that a person prefers counts', async () => {
    const counts = (n: number) => lines('单位,报送数,采用数', `甲局,${n},1`)
    const workspace = await workspaceOf({ '2024年3月.csv': counts(5), '2024年3月b.csv': counts(8) })
    expect(workspace.measure(all).total.submitted).toBe(5)
    const { imports } = workspace.summary()
    expect(imports.map(({ overlaps, preferred }) => [overlaps, preferred])).toEqual([
      [false, false],
      [true, false],
    ])
    const summary = workspace.prefer(imports[1]!.id, true)
    expect(workspace.measure(all).total.submitted).toBe(8)
    expect(summary.undo).toEqual({ kind: 'prefer', files: ['2024年3月b.csv'] })
    workspace.prefer(imports[1]!.id, false)
    expect(workspace.measure(all).total.submitted).toBe(5)
  })
})

describe('items entered by hand', () => {
  const item = {
    unit: '甲局',
    title: '某事一',
    author: '张三',
    submittedOn: '2024-03-05',
    state: 'adopted',
    outlets: ['日报', '手机报'],
    adoptedOn: '2024-03-20',
  } as const

  test('count like any other, one step each', async () => {
    const workspace = new Workspace()
    workspace.addByHand(item, on)
    const summary = workspace.addByHand({ ...item, title: '某事二', state: 'pending', outlets: [], adoptedOn: '' }, on)
    expect(summary.imports).toMatchObject([{ file: '手工录入', byHand: true }])
    expect(summary.undo).toEqual({ kind: 'hand', files: ['某事二'] })
    expect(workspace.measure(all).total).toMatchObject({ submitted: 2, adopted: 1, placements: 2, pending: 1 })
    expect(workspace.measure({ ...all, clock: 'adopted' }).months).toMatchObject([{ period: '2024-03', adopted: 1 }])
    expect(summary.findings).toEqual([])
    workspace.undo()
    expect(workspace.measure(all).total).toMatchObject({ submitted: 1, pending: 0 })
  })

  test('are corrected and blanked like any row, and stay when more come', async () => {
    const workspace = new Workspace()
    workspace.addByHand(item, on)
    workspace.addByHand({ ...item, title: '某事二' }, on)
    const { id } = workspace.summary().imports[0]!
    workspace.answer(id, 0, { edits: [{ row: 2, column: 1, text: '某事甲' }] })
    workspace.answer(id, 0, { edits: [0, 1, 2, 3, 4, 5, 6].map((column) => ({ row: 3, column, text: '' })) })
    workspace.addByHand({ ...item, title: '某事三' }, on)
    const { rows } = workspace.ask({}).facts(facts, 0, 10)
    expect(rows.map(({ title, source }) => [title, source.row])).toEqual([
      ['某事甲', 2],
      ['某事三', 3],
    ])
  })

  test('a comma or a quote in a title is part of it', async () => {
    const workspace = new Workspace()
    workspace.addByHand({ ...item, title: '"某事",一、二\n三', unit: '__proto__' }, on)
    expect(workspace.ask({}).facts(facts, 0, 1).rows[0]).toMatchObject({
      title: '"某事",一、二\n三',
      unit: '__proto__',
    })
  })
})

describe('the table of facts', () => {
  const FILES = {
    'a.csv': lines(
      '编号,单位,标题,作者,报送日期,采用载体,采用日期',
      'X1,石桥镇,春耕备耕,张伟,2024-03-05,日报,2024-03-20',
      'X2,县教育局,防溺水宣传,李娜,2024-03-06,,',
      'X3,石桥镇,夏粮收购,张伟,2024-04-06,日报、手机报,2024-04-09',
    ),
    '2024年5月.csv': lines('单位,报送数,采用数', '东岭乡,12,3'),
  }

  test('lists items and counts with where they come from', async () => {
    const workspace = await workspaceOf(FILES)
    const { total, sum, rows } = workspace.ask({}).facts(facts, 0, 10)
    expect({ total, sum }).toEqual({ total: 4, sum: 4 })
    const [a, b] = workspace.summary().imports.map(({ id }) => id)
    expect(rows).toMatchObject([
      {
        kind: 'item',
        unit: '石桥镇',
        number: 'X1',
        title: '春耕备耕',
        author: '张伟',
        state: 'adopted',
        outlets: ['日报'],
        submittedOn: spanOfKey('2024-03-05~2024-03-05'),
        adoptedOn: spanOfKey('2024-03-20~2024-03-20'),
        source: { importId: a, place: 0, row: 2 },
      },
      { title: '防溺水宣传', state: 'notAdopted', outlets: [], adoptedOn: null },
      { title: '夏粮收购', outlets: ['日报', '手机报'] },
      { kind: 'count', unit: '东岭乡', submitted: 12, adopted: 3, title: null, source: { importId: b, row: 2 } },
    ])
    expect(workspace.ask({}).facts(facts, 2, 1)).toMatchObject({ total: 4, from: 2, rows: [{ title: '夏粮收购' }] })
    expect(workspace.ask({}).facts(facts, 9, 5).rows).toEqual([])
  })

  test('finds words, and names by pinyin or its initials', async () => {
    const workspace = await workspaceOf(FILES)
    const found = (text: string) =>
      workspace
        .ask({})
        .facts({ ...facts, text }, 0, 10)
        .rows.map(({ title }) => title)
    expect(found('粮')).toEqual(['夏粮收购'])
    expect(found('sqz')).toEqual(['春耕备耕', '夏粮收购'])
    expect(found('zhangwei')).toEqual(['春耕备耕', '夏粮收购'])
    expect(found('手机')).toEqual(['夏粮收购'])
    expect(found('x2')).toEqual(['防溺水宣传'])
    expect(found('dlx')).toEqual([null])
    expect(found('没有的')).toEqual([])
  })

  test('sorts by every column, unknown last either way', async () => {
    const workspace = await workspaceOf(FILES)
    const titles = (column: 'unit' | 'submitted' | 'adopted' | 'title' | 'source', descending: boolean) =>
      workspace
        .ask({})
        .facts({ ...facts, sort: { column, descending } }, 0, 10)
        .rows.map(({ title }) => title)
    expect(titles('submitted', true)).toEqual([null, '夏粮收购', '防溺水宣传', '春耕备耕'])
    expect(titles('adopted', false)).toEqual(['春耕备耕', '夏粮收购', '防溺水宣传', null])
    expect(titles('adopted', true)).toEqual(['夏粮收购', '春耕备耕', '防溺水宣传', null])
    // 春 chun, 防 fang, 夏 xia.
    expect(titles('title', false)).toEqual(['春耕备耕', '防溺水宣传', '夏粮收购', null])
    expect(titles('source', true)).toEqual([null, '夏粮收购', '防溺水宣传', '春耕备耕'])
  })

  test('shows the rows behind a number only', async () => {
    const workspace = await workspaceOf(FILES)
    const { units, outlets } = workspace.summary()
    const behind = (measure: 'adopted' | 'placements' | 'submitted', unit: string | null, outlet: string | null) => {
      const query: FactQuery = {
        ...facts,
        unitIds: unit === null ? null : [units.find(({ name }) => name === unit)!.id],
        behind: {
          measure,
          outletIds: outlet === null ? null : [outlets.find(({ name }) => name === outlet)!.id],
          days: null,
          label: null,
        },
      }
      const { total, sum } = workspace.ask({}).facts(query, 0, 10)
      return { total, sum }
    }
    expect(behind('adopted', null, null)).toEqual({ total: 3, sum: 5 })
    expect(behind('submitted', '东岭乡', null)).toEqual({ total: 1, sum: 12 })
    expect(behind('placements', '石桥镇', '手机报')).toEqual({ total: 1, sum: 1 })
    expect(behind('placements', null, null)).toEqual({ total: 3, sum: 3 })
  })

  test('an author’s number opens that author’s rows, under the merged name too', async () => {
    const workspace = await workspaceOf({
      'a.csv': lines(
        '单位,标题,作者,类别,报送日期,采用载体',
        '甲局,某事一,张伟,经济,2024-03-05,日报',
        '甲局,某事二,李娜,民生,2024-03-06,',
        '甲局,某事三,张玮,经济,2024-03-07,',
        '甲局,某事四,,经济,2024-03-08,日报',
      ),
      '2024年4月.csv': lines('单位,报送数,采用数', '甲局,9,3'),
    })
    workspace.merge('people', ['张伟', '张玮'], '张伟')
    const [zhang] = workspace.ask({}).breakdown(facts, 'author')
    expect(zhang).toMatchObject({ name: '张伟', submitted: 2, adopted: 1 })
    const behind = (measure: 'submitted' | 'adopted' | 'rate', role: 'author' | 'category', id: number) =>
      workspace.ask({}).facts({ ...facts, behind: { measure, outletIds: null, days: null, label: { role, id } } }, 0, 9)
    const { total, sum, part, label, rows } = behind('rate', 'author', zhang!.labelId)
    expect({ total, sum, part, label }).toEqual({ total: 2, sum: 2, part: 1, label: '张伟' })
    expect(rows.map(({ title }) => title)).toEqual(['某事一', '某事三'])
    const [economy] = workspace.ask({}).breakdown(facts, 'category')
    expect(behind('adopted', 'category', economy!.labelId)).toMatchObject({ total: 2, sum: 2, label: '经济' })
    expect(behind('submitted', 'category', 99)).toMatchObject({ total: 0, label: null })
  })

  test('people merged are one author', async () => {
    const workspace = await workspaceOf({
      'a.csv': lines(
        '单位,标题,作者,报送日期',
        '甲局,某事一,张 伟,2024-03-05',
        '甲局,某事二,张玮,2024-03-06',
        '甲局,某事三,张伟,2024-03-07',
      ),
    })
    const people = workspace.summary().names.suggestions.filter(({ kind }) => kind === 'people')
    expect(people).toMatchObject([{ names: ['张伟', '张玮'], facts: [2, 1] }])
    workspace.merge('people', ['张伟', '张玮'], '张伟')
    expect(
      workspace
        .ask({})
        .facts(facts, 0, 9)
        .rows.map(({ author }) => author),
    ).toEqual(['张伟', '张伟', '张伟'])
  })
})
