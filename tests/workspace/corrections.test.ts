import { beforeEach, describe, expect, test } from 'vitest'
import { bytesSource } from '../../src/ingest/read/byteSource'
import { readFile, type ReadFile } from '../../src/ingest/read/readFile'
import { isHeaderWord } from '../../src/ingest/recognise/headerConcept'
import type { WorkspaceSummary } from '../../src/model/workspace'
import { Workspace } from '../../src/workspace/workspace'

const DAY = 19_905

function read(name: string, text: string): Promise<ReadFile> {
  return readFile(bytesSource(name, new TextEncoder().encode(text)), {}, isHeaderWord)
}

/** Two columns that only a person can tell apart: which of «甲列» and «乙列» names the unit. */
const LEDGER = (month: string): string =>
  [
    '标题,甲列,乙列,报送日期,采用载体',
    `某事一,城关镇,张三,2024-${month}-01,日报`,
    `某事二,城关镇,李四,2024-${month}-02,`,
    `某事三,石桥镇,张三,2024-${month}-03,`,
  ].join('\n')

let workspace: Workspace
beforeEach(() => {
  workspace = new Workspace()
})

function names(summary: WorkspaceSummary): string[] {
  return summary.units.map(({ name }) => name).sort()
}

describe('a corrected column', () => {
  test('changes the numbers before anything is accepted', async () => {
    workspace.propose([await read('一月.csv', LEDGER('01'))], null)
    const corrected = workspace.choose(0, 0, { columns: { 1: { role: 'ignore' }, 2: { role: 'unit' } } })
    expect(corrected.files[0]!.sheets[0]!.columns.map(({ role }) => role)).toEqual([
      'title',
      'ignore',
      'unit',
      'submittedOn',
      'outlets',
    ])
    expect(corrected.preview).toMatchObject({ submitted: 3, adopted: 1, placements: 1 })
    expect(names(workspace.accept(DAY))).toEqual(['张三', '李四'])
  })

  test('gives a role that only one column can have to the chosen one', async () => {
    workspace.propose([await read('一月.csv', LEDGER('01'))], null)
    const corrected = workspace.choose(0, 0, { columns: { 2: { role: 'unit' } } })
    expect(
      corrected.files[0]!.sheets[0]!.columns.filter(({ role }) => role === 'unit').map(({ letters }) => letters),
    ).toEqual(['C'])
  })

  test('is remembered for the next file with the same header, and says so', async () => {
    workspace.propose([await read('一月.csv', LEDGER('01'))], null)
    workspace.choose(0, 0, { columns: { 2: { role: 'unit' } } })
    workspace.accept(DAY)
    const next = workspace.propose([await read('二月.csv', LEDGER('02'))], null)
    expect(next.files[0]!.sheets[0]!.remembered).toBe(true)
    expect(names(workspace.accept(DAY))).toEqual(['张三', '李四'])
  })

  test('is not remembered when the files were not imported', async () => {
    workspace.propose([await read('一月.csv', LEDGER('01'))], null)
    workspace.choose(0, 0, { columns: { 2: { role: 'unit' } } })
    workspace.discard()
    expect(workspace.propose([await read('二月.csv', LEDGER('02'))], null).files[0]!.sheets[0]!.remembered).toBe(false)
  })

  test('that leaves nothing to count keeps the sheet, so that it can be taken back', async () => {
    workspace.propose([await read('一月.csv', LEDGER('01'))], null)
    const emptied = workspace.choose(0, 0, {
      columns: { 0: { role: 'ignore' }, 3: { role: 'ignore' }, 4: { role: 'ignore' } },
    })
    expect(emptied.files[0]!.sheets).toHaveLength(1)
    expect(
      workspace.choose(0, 0, { columns: { 0: { role: 'title' }, 3: { role: 'submittedOn' }, 4: { role: 'outlets' } } })
        .preview,
    ).toMatchObject({ submitted: 3, adopted: 1 })
  })
})

describe('a question answered after the import', () => {
  test('counts the rows that were set aside for it; undo takes it back', async () => {
    const text = '单位,标题,日期,采用载体\n城关镇,某事一,3月5日,日报\n石桥镇,某事二,3月6日,\n'
    workspace.propose([await read('台账.csv', text)], null)
    const before = workspace.accept(DAY)
    expect(before.imports[0]!.sheets[0]).toMatchObject({ asks: 'year', balance: { used: 0, setAside: 2 } })
    const after = workspace.answer(before.imports[0]!.id, 0, { year: 2024 })
    expect(after.imports[0]!.sheets[0]).toMatchObject({ asks: null, balance: { used: 2, setAside: 0 } })
    expect(workspace.exportMeasures('submitted', DAY).months).toMatchObject([
      { period: '2024-03', submitted: 2, adopted: 1 },
    ])
    expect(workspace.undo().imports[0]!.sheets[0]).toMatchObject({ asks: 'year', balance: { used: 0 } })
  })

  test('keeps the columns that were corrected', async () => {
    workspace.propose([await read('表.csv', '甲列,乙列,报送数,采用数\n城关镇,张三,9,3\n石桥镇,李四,5,1\n')], null)
    workspace.choose(0, 0, { columns: { 1: { role: 'unit' } } })
    const accepted = workspace.accept(DAY)
    expect(names(accepted)).toEqual(['张三', '李四'])
    const answered = workspace.answer(accepted.imports[0]!.id, 0, { period: '2024H1' })
    expect(names(answered)).toEqual(['张三', '李四'])
    expect(workspace.exportMeasures('submitted', DAY).halfYears).toMatchObject([
      { period: '2024H1', submitted: 14, adopted: 4 },
    ])
  })
})

describe('names', () => {
  const TWO_NAMES =
    '单位,标题,报送日期,采用载体\n县公安局,某事一,2024-01-01,日报\n公安局,某事二,2024-01-02,\n公安局,某事三,2024-01-03,日报\n教育局,某事四,2024-01-04,\n'

  beforeEach(async () => {
    workspace.propose([await read('台账.csv', TWO_NAMES)], null)
    workspace.accept(DAY)
  })

  test('that may be one are suggested with a reason and their facts, and counted apart', () => {
    expect(workspace.summary().names.suggestions).toEqual([
      { kind: 'units', names: ['县公安局', '公安局'], reason: 'prefix', facts: [1, 2] },
    ])
    expect(workspace.exportMeasures('submitted', DAY).units).toHaveLength(3)
  })

  test('are counted as one after a merge; undo and split take it back', () => {
    workspace.merge('units', ['县公安局', '公安局'], '县公安局')
    const unit = workspace.exportMeasures('submitted', DAY).units.find((cell) => cell.unit === '县公安局')
    expect(unit).toMatchObject({ submitted: 3, adopted: 2, placements: 2 })
    expect(workspace.exportMeasures('submitted', DAY).total).toMatchObject({ submitted: 4, adopted: 2 })
    expect(workspace.summary().names).toMatchObject({
      suggestions: [],
      merged: [{ kind: 'units', name: '县公安局', aliases: ['公安局'] }],
    })
    expect(names(workspace.undo())).toEqual(['公安局', '县公安局', '教育局'])
    expect(names(workspace.redo())).toEqual(['县公安局', '教育局'])
    expect(names(workspace.split('units', '县公安局'))).toEqual(['公安局', '县公安局', '教育局'])
  })

  test('that a person calls different are not suggested again', () => {
    expect(workspace.keepApart('units', ['公安局', '县公安局']).names).toMatchObject({ suggestions: [], apart: 1 })
  })

  test('merge alike on another PC by the alias book', async () => {
    workspace.merge('units', ['县公安局', '公安局'], '县公安局')
    const book = JSON.stringify(workspace.exportAliasBook())
    const other = new Workspace()
    other.propose([await read('台账.csv', TWO_NAMES)], null)
    other.accept(DAY)
    expect(names(other.addBook(book)!)).toEqual(['县公安局', '教育局'])
    expect(other.addBook('{"format":"something else"}')).toBeNull()
    expect(other.addBook('no JSON')).toBeNull()
  })

  test('merged into a name that is merged itself end under the last one', () => {
    workspace.merge('units', ['公安局'], '县公安局')
    workspace.merge('units', ['县公安局'], '教育局')
    expect(workspace.summary().names.merged).toEqual([
      { kind: 'units', name: '教育局', aliases: ['公安局', '县公安局'] },
    ])
    expect(workspace.exportMeasures('submitted', DAY).units).toMatchObject([{ unit: '教育局', submitted: 4 }])
  })
})
