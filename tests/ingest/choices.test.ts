import { describe, expect, test } from 'vitest'
import type { ImportedSheet } from '../../src/ingest/importedFile'
import { understand } from '../../src/ingest/ingest'
import { cellText } from '../../src/ingest/read/rawColumn'
import type { SaidDecision, SheetChoices } from '../../src/model/choices'
import { codes, imported, lines, measuresOf, readBytes } from '../helpers/importText'
import { tableCells } from '../helpers/tableCells'

async function sheetOf(text: string, choices: SheetChoices, name = '2024年3月.csv'): Promise<ImportedSheet> {
  const { sheets, findings } = await imported(text, name, [choices])
  if (!sheets[0]) throw new Error(`no table: ${codes(findings).join()}`)
  return sheets[0]
}

const counted = (sheet: ImportedSheet) =>
  sheet.facts.counts.map(({ unit, submitted, adopted }) => [sheet.facts.units[unit], submitted, adopted])

const COUNTS = lines('单位,报送数,采用数', '甲局,20,5', '乙局,十几,1', '丙局,12/3,2')

describe('corrected cells', () => {
  test('are counted as they were corrected, and the table shows them', async () => {
    const edits = [
      { row: 3, column: 1, text: '15' },
      { row: 4, column: 1, text: '9' },
      { row: 4, column: 1, text: '12' },
    ]
    const sheet = await sheetOf(COUNTS, { edits })
    expect(counted(sheet)).toEqual([
      ['甲局', 20, 5],
      ['乙局', 15, 1],
      ['丙局', 12, 2],
    ])
    expect(sheet.findings).toEqual([])
    expect(tableCells(sheet.table)[3]).toEqual(['丙局', '12', '2'])
  })

  test('leave what was read untouched', async () => {
    const read = await readBytes(COUNTS, '2024年3月.csv')
    understand(read, [{ edits: [{ row: 2, column: 0, text: '丁局' }] }])
    expect(tableCells(read.tables[0])[1]).toEqual(['甲局', '20', '5'])
  })

  test('beyond the table are ignored', async () => {
    const edits = [
      { row: 99, column: 1, text: '1' },
      { row: 0, column: 1, text: '1' },
      { row: 2, column: 7, text: '1' },
    ]
    const read = await readBytes(COUNTS, '2024年3月.csv')
    const [sheet] = understand(read, [{ edits }]).sheets
    expect(sheet!.table).toBe(read.tables[0])
    expect(sheet!.facts).toEqual(understand(read).sheets[0]!.facts)
  })

  test('a blanked row is blank', async () => {
    const edits = [0, 1, 2].map((column) => ({ row: 3, column, text: '' }))
    expect((await sheetOf(COUNTS, { edits })).balance).toMatchObject({ read: 4, used: 1, setAside: 1, blank: 1 })
  })

  test('never turn a column into another', async () => {
    // 采用 and 未采用 alone would make a status column of 采用情况; as it was read it holds outlets, and stays so.
    const text = lines('单位,标题,报送日期,采用情况', '甲局,某事一,2024-03-05,日报', '乙局,某事二,2024-03-06,快报')
    const edits = [
      { row: 2, column: 3, text: '采用' },
      { row: 3, column: 3, text: '未采用' },
    ]
    const [plain, edited] = [await sheetOf(text, {}), await sheetOf(text, { edits })]
    expect(edited.recognition.columns.map(({ role }) => role)).toEqual(
      plain.recognition.columns.map(({ role }) => role),
    )
  })

  test('in the header and the title say what they now say', async () => {
    const text = lines('二季度统计,,', '单位,报来,采用数', '甲局,20,5')
    const edits = [
      { row: 1, column: 0, text: '2023年二季度统计' },
      { row: 2, column: 1, text: '报送数' },
    ]
    const sheet = await sheetOf(text, { edits }, '表.csv')
    expect(counted(sheet)).toEqual([['甲局', 20, 5]])
    expect(sheet.recognition.period.year).toBe(2023)
  })

  test('reach columns of mostly different texts', async () => {
    const rows = Array.from({ length: 41_000 }, (_, i) => `甲局,第${i}件事,2024-03-05`)
    const edits = [
      { row: 2, column: 1, text: '改过的标题' },
      { row: 41_001, column: 1, text: '' },
    ]
    const { table, facts } = await sheetOf(lines('单位,标题,报送日期', ...rows), { edits })
    expect(table.columns[1]!.kind).toBe('text')
    expect([1, 2, 40_999, 41_000].map((row) => cellText(table.columns[1]!, row))).toEqual([
      '改过的标题',
      '第1件事',
      '第40998件事',
      '',
    ])
    expect(facts.items.length).toBe(41_000)
  })

  test('of a JSON file are found by the number of the element', async () => {
    const json = JSON.stringify([
      { 单位: '甲局', 报送数: '20', 采用数: '5' },
      { 单位: '乙局', 报送数: '无法辨认', 采用数: '1' },
    ])
    const sheet = await sheetOf(json, { edits: [{ row: 2, column: 1, text: '8' }] }, '2024年3月.json')
    expect(counted(sheet)).toEqual([
      ['甲局', 20, 5],
      ['乙局', 8, 1],
    ])
  })
})

describe('header rows that a person names', () => {
  test('of a sheet whose header nobody recognises', async () => {
    const text = lines('说明一,说明二,说明三', '某某,交来,登出', '甲局,20,5', '乙局,4,1')
    expect((await imported(text)).sheets).toEqual([])
    const sheet = await sheetOf(text, {
      headerRows: [2],
      columns: { 0: { role: 'unit' }, 1: { role: 'submittedCount' }, 2: { role: 'adoptedCount' } },
    })
    expect(sheet.recognition.header).toMatchObject({ rows: [1], firstDataRow: 2 })
    expect(sheet.recognition.titles).toEqual(['说明一', '说明二', '说明三'])
    expect(counted(sheet)).toEqual([
      ['甲局', 20, 5],
      ['乙局', 4, 1],
    ])
    expect(sheet.balance).toMatchObject({ read: 4, used: 2, headings: 2 })
  })

  test('join as merged cells, whatever stands above them', async () => {
    const sheet = await sheetOf(lines('单位,报送数,采用情况,', ',,市日报,手机报', '甲局,20,3,1', '乙镇,8,2,0'), {
      headerRows: [1, 2],
    })
    expect(sheet.recognition.header.texts).toEqual(['单位', '报送数', '采用情况/市日报', '采用情况/手机报'])
    expect(sheet.facts.outlets).toEqual(['市日报', '手机报'])
  })

  test('move the header from where it was taken to be', async () => {
    const text = lines('单位,报送数,采用数', '单位名称,上报条数,录用条数', '甲局,20,5')
    const sheet = await sheetOf(text, { headerRows: [2] })
    expect(sheet.recognition.header.rows).toEqual([1])
    expect(counted(sheet)).toEqual([['甲局', 20, 5]])
  })

  test('that do not exist are no header', async () => {
    const sheet = await sheetOf(COUNTS, { headerRows: [40] })
    expect(sheet.recognition.header.rows).toEqual([0])
  })
})

describe('what the rows are, said by a person', () => {
  const TEXT = lines('单位,标题,报送数,采用数', '甲局,某事一,1,1', '甲局,某事二,1,0', '乙局,某事三,1,0')

  test('counted rows read as items', async () => {
    const sheet = await sheetOf(lines('单位,报送数', '甲局,20', '乙局,4'), { rowsAre: 'items' })
    expect(sheet.balance).toMatchObject({ shape: 'items', used: 2 })
    expect(sheet.facts.items.length).toBe(2)
    expect(sheet.facts.counts).toEqual([])
  })

  test('items read as counted rows', async () => {
    const sheet = await sheetOf(TEXT, { rowsAre: 'counts' })
    expect(sheet.balance.shape).toBe('counts')
    expect(counted(sheet)).toEqual([
      ['甲局', 1, 1],
      ['甲局', 1, 0],
      ['乙局', 1, 0],
    ])
  })

  test('numbers read as targets', async () => {
    const sheet = await sheetOf(lines('单位,上半年报送数,下半年报送数', '甲局,20,25', '乙局,4,5'), {
      rowsAre: 'targets',
    })
    expect(sheet.balance.shape).toBe('targets')
    expect(sheet.facts.counts).toEqual([])
    expect(sheet.facts.tasks.map(({ low }) => low)).toEqual([20, 25, 4, 5])
  })

  test('and a column that a person corrects besides', async () => {
    const sheet = await sheetOf(TEXT, { rowsAre: 'items', columns: { 3: { role: 'status' } } })
    expect(sheet.balance.shape).toBe('items')
    expect([...sheet.facts.items.state]).toEqual([1, 0, 0])
  })
})

describe('values of the status column', () => {
  const LOG = lines(
    '单位,标题,报送日期,是否采用',
    '甲局,某事一,2024-03-05,是',
    '甲局,某事二,2024-03-06,转有关部门',
    '乙局,某事三,2024-03-07,转有关部门',
    '乙局,某事四,2024-03-08,否',
    '乙局,某事五,2024-03-09,入库 ',
    '乙局,某事六,2024-03-09,否',
  )
  const said = (...pairs: [string, SaidDecision][]): SheetChoices => ({ vocabulary: new Map(pairs) })

  test('that nobody explained are listed, the most frequent first', async () => {
    const sheet = await sheetOf(LOG, {})
    expect(sheet.unknownValues).toEqual([
      { value: '转有关部门', count: 2 },
      { value: '入库', count: 1 },
    ])
    expect([...sheet.setAside]).toEqual([3, 4, 6])
    expect(sheet.balance).toMatchObject({ used: 3, setAside: 3 })
  })

  test('count once they are explained', async () => {
    const sheet = await sheetOf(LOG, said(['转有关部门', 'adopted']))
    expect([...sheet.facts.items.state]).toEqual([1, 1, 1, 0, 0])
    expect(sheet.unknownValues).toEqual([{ value: '入库', count: 1 }])
    expect(sheet.facts.knows.pending).toBe(false)
  })

  test('tell open decisions where a person says so', async () => {
    const sheet = await sheetOf(LOG, said(['转有关部门', 'notAdopted'], ['入库', 'pending']))
    expect([...sheet.facts.items.state]).toEqual([1, 0, 0, 0, 2, 0])
    expect(sheet.facts.knows.pending).toBe(true)
    expect(sheet.setAside.length).toBe(0)
  })

  test('are read as a person says before the dictionary is asked', async () => {
    const text = lines('单位,标题,报送日期,是否采用', '甲局,某事一,2024-03-05,是', '甲局,某事二,2024-03-06,已上报')
    expect((await sheetOf(text, {})).facts.knows.pending).toBe(true)
    const sheet = await sheetOf(text, said(['已上报', 'notAdopted']))
    expect([...sheet.facts.items.state]).toEqual([1, 0])
    expect(sheet.facts.knows.pending).toBe(false)
  })

  test('at most fifty are listed', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `甲局,某事${i},2024-03-05,转${i}处`)
    const known = Array.from({ length: 60 }, (_, i) => `甲局,别事${i},2024-03-05,是`)
    const sheet = await sheetOf(lines('单位,标题,报送日期,是否采用', ...rows, ...known), {})
    expect(sheet.unknownValues).toHaveLength(50)
    expect(sheet.setAside.length).toBe(60)
  })
})

test('a sheet that a person leaves out gives nothing, and no error', async () => {
  const { sheets, leftOut, findings } = await imported(COUNTS, '台账.csv', [{ skip: true }])
  expect([sheets, findings]).toEqual([[], []])
  expect(leftOut).toMatchObject([{ place: 0, why: 'skipped' }])
  expect(leftOut[0]!.table.rows).toBe(4)
})

test('every row that is set aside has its number, however many there are', async () => {
  const rows = Array.from({ length: 2500 }, (_, i) => `甲局,某事${i},2024-02-30`)
  const sheet = await sheetOf(lines('单位,标题,报送日期', ...rows, '甲局,某事,2024-03-05'), {})
  expect(sheet.setAside.length).toBe(2500)
  expect([sheet.setAside[0], sheet.setAside[2499]]).toEqual([2, 2501])
})

describe('what a log says beyond the figures', () => {
  test('is kept by column, with clean names', async () => {
    const { facts } = await sheetOf(
      lines(
        '单位,标题,报送日期,采用载体,作者,信息类别,采用形式,采用级别,密级,领导批示,是否约稿',
        '甲局,某事一,2024-03-05,日报,张　某,党建,单篇,市级,普通,王某某批示,是',
        '乙局,某事二,2024-02-30,,李某,民生,,,,,',
        '乙局,某事三,2024-03-06,,张某,民生,综合,,,,',
        '乙局,某事四,2024-03-06,,同上,,,,,,',
      ),
      {},
    )
    const label = (role: string) => {
      const found = facts.items.labels.find((column) => column.role === role)!
      return Array.from(found.codes, (code) => found.names[code] ?? null)
    }
    expect(facts.items.labels.map(({ role }) => role)).toEqual([
      'author',
      'category',
      'form',
      'level',
      'secret',
      'instruction',
      'commissioned',
    ])
    expect(label('author')).toEqual(['张某', '张某', '张某'])
    expect(label('category')).toEqual(['党建', '民生', null])
    expect(label('form')).toEqual(['单篇', '综合', null])
    expect(label('instruction')).toEqual(['王某某批示', null, null])
    expect(label('commissioned')).toEqual(['是', null, null])
  })

  test('lists of a JSON record stand side by side', async () => {
    const record = (form: string[]) => ({
      单位: '甲局',
      标题: `某事${form.length}`,
      报送日期: '2024-03-05',
      采用: form.map((name) => ({ 载体: '日报', 形式: name })),
    })
    const { facts } = await sheetOf(JSON.stringify([record(['单篇', '综合']), record([])]), {}, '台账.json')
    expect(facts.items.labels).toMatchObject([{ role: 'form', names: ['单篇、综合'] }])
  })
})

describe('words that nobody knows', () => {
  const log = (...status: string[]) =>
    lines('单位,标题,报送日期,采用情况', ...status.map((word, i) => `甲局,某事${i},2024-03-0${i + 1},${word}`))

  test('below a status are asked, not counted as outlets', async () => {
    const found = await measuresOf({ 'a.csv': log('挂起', '已上报', '走流程') })
    // Rows of an unknown word wait at the side for an answer.
    expect(found.total).toMatchObject({ submitted: 1, adopted: 0 })
    expect(found.balance[0]).toMatchObject({ used: 1, setAside: 2 })
    expect(found.outlets).toEqual([])
    expect(found.findings.filter(({ code }) => code === 'value-unknown').map(({ value }) => value)).toEqual([
      '挂起',
      '走流程',
    ])
  })

  test('beside the name of an outlet are outlets too', async () => {
    const found = await measuresOf({ 'a.csv': log('市日报', '清风苑', '') })
    expect(found.outlets.map(({ outlet }) => outlet)).toEqual(['市日报', '清风苑'])
  })

  test('beside a column that says whether it was adopted are outlets', async () => {
    const found = await measuresOf({
      'a.csv': lines(
        '单位,标题,报送日期,是否采用,采用情况',
        '甲局,某事,2024-03-05,是,清风苑',
        '甲局,某件,2024-03-06,否,',
      ),
    })
    expect(found.outlets.map(({ outlet, adopted }) => [outlet, adopted])).toEqual([['清风苑', 1]])
  })

  test('among the ticks of an outlet are asked, and the other ticks count', async () => {
    const found = await measuresOf({
      'a.csv': lines('单位,标题,报送日期,省专报', '甲局,某事,2024-03-05,√', '甲局,某件,2024-03-06,等通知'),
    })
    expect(found.total).toMatchObject({ submitted: 2, adopted: 1, placements: 1 })
    expect(found.findings).toContainEqual(expect.objectContaining({ code: 'value-unknown', value: '等通知', row: 3 }))
  })
})

test('what was submitted to an outlet is not adopted by it', async () => {
  const found = await measuresOf({
    '2024年3月.csv': lines('单位,市日报投稿数,市日报采用数,省报投稿数,省报采用数', '甲局,5,2,3,1', '乙局,6,3,2,0'),
  })
  expect(found.outlets.map(({ outlet, submitted, adopted }) => [outlet, submitted, adopted])).toEqual([
    ['市日报', 11, 5],
    ['省报', 5, 1],
  ])
})
