import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WorkspaceSummary } from '../../src/model/workspace'
import { EVERYTHING } from '../../src/workspace/proposal'
import { Workspace } from '../../src/workspace/workspace'
import { day, lines, readBytes } from '../helpers/importText'

const ON = day(2024, 7, 1)
const MARCH = lines(
  '标题,单位,报送日期,采用载体',
  '某事一,甲局,2024-03-05,日报',
  '某事二,甲局,2024-03-06,',
  '某事三,乙局,2024-03-31,',
)
const APRIL = lines('标题,单位,报送日期,采用载体', '某事四,甲局,2024-04-05,手机报', '某事五,丙局,2024-04-06,')
const MARCH_CORRECTED = lines(
  '标题,单位,报送日期,采用载体',
  '某事一,甲局,2024-03-05,日报',
  '某事二,甲局,2024-03-06,日报',
)
const NO_TABLE = '今天天气很好\n'

async function propose(workspace: Workspace, files: Record<string, string>, replacing: number | null = null) {
  const read = await Promise.all(Object.entries(files).map(([name, text]) => readBytes(text, name)))
  return workspace.propose(read, replacing)
}

async function take(workspace: Workspace, files: Record<string, string>, replacing: number | null = null) {
  await propose(workspace, files, replacing)
  return workspace.accept(ON)
}

const submitted = (workspace: Workspace): number | null => workspace.exportMeasures('submitted', ON).total.submitted
const files = (summary: WorkspaceSummary): string[] => summary.imports.map(({ file }) => file)

describe('the next file of a growing ledger', () => {
  test('says how many rows are new, how many tell more of a known item, and how many are the same', async () => {
    const workspace = new Workspace()
    await take(workspace, { 'a.csv': MARCH })
    expect(workspace.summary().imports[0]!.sheets[0]!.updates).toBe(0)
    const grown = lines(
      '标题,单位,报送日期,采用载体',
      '某事一,甲局,2024-03-05,日报',
      '某事二,甲局,2024-03-06,手机报',
      '某事三,乙局,2024-03-31,',
      '某事四,乙局,2024-04-02,',
    )
    const told = { updates: 1, balance: { used: 2, duplicates: 2 } }
    const { files: proposed } = await propose(workspace, { 'b.csv': grown })
    expect(proposed[0]!.sheets).toMatchObject([told])
    const { imports } = workspace.accept(ON)
    expect(imports[1]!.sheets).toMatchObject([told])
    expect(workspace.exportMeasures('submitted', ON).total).toMatchObject({ submitted: 4, adopted: 2 })
  })

  test('rows of one file that are one item are no news of another', async () => {
    const workspace = new Workspace()
    const sent = lines('标题,单位,报送日期,采用载体', '某事,甲局,2024-03-05,日报', '某事,甲局,2024-03-05,手机报')
    const { imports } = await take(workspace, { 'a.csv': sent })
    expect(imports[0]!.sheets).toMatchObject([{ updates: 0, balance: { used: 2, duplicates: 0 } }])
  })
})

describe('a proposal', () => {
  test('changes nothing', async () => {
    const workspace = new Workspace()
    await take(workspace, { 'a.csv': MARCH })
    const before = workspace.summary()
    const proposal = await propose(workspace, { 'b.csv': APRIL })
    expect(proposal).toMatchObject({ importable: 1, duplicatesOnly: false })
    expect(workspace.summary()).toEqual(before)
    workspace.discard()
    expect(workspace.accept(ON).imports.map(({ file }) => file)).toEqual(['a.csv'])
  })

  test('says per sheet what was understood', async () => {
    const { files: proposed } = await propose(new Workspace(), { 'a.csv': MARCH })
    expect(proposed).toMatchObject([{ file: 'a.csv', importable: true }])
    expect(proposed[0]!.sheets).toMatchObject([
      {
        headerRows: [1],
        delimiter: ',',
        asks: null,
        units: 2,
        balance: { shape: 'items', read: 4, used: 3, headings: 1 },
      },
    ])
    expect(proposed[0]!.sheets[0]!.columns.map(({ letters, role }) => [letters, role])).toEqual([
      ['A', 'title'],
      ['B', 'unit'],
      ['C', 'submittedOn'],
      ['D', 'outlets'],
    ])
  })

  test('takes an answer and understands anew', async () => {
    const workspace = new Workspace()
    const asked = await propose(workspace, {
      'a.csv': lines('标题,单位,报送日期,采用载体', '某事一,甲局,3月5日,日报', '某事二,甲局,3月6日,'),
    })
    expect(asked.files[0]!.sheets[0]).toMatchObject({ asks: 'year', balance: { used: 0, setAside: 2 } })
    const answered = workspace.choose(0, 0, { year: 2023 })
    expect(answered.files[0]!.sheets[0]).toMatchObject({
      asks: null,
      year: 2023,
      yearFrom: 'choice',
      balance: { used: 2, setAside: 0 },
    })
    workspace.accept(ON)
    expect(workspace.exportMeasures('submitted', ON).months.map(({ period }) => period)).toEqual(['2023-03'])
  })

  test('takes a period for a table that has none', async () => {
    const workspace = new Workspace()
    const asked = await propose(workspace, { 'a.csv': lines('单位,报送数,采用数', '甲局,20,5') })
    expect(asked.files[0]!.sheets[0]!.asks).toBe('period')
    workspace.choose(0, 0, { period: '2024H1' })
    workspace.accept(ON)
    expect(workspace.exportMeasures('submitted', ON).halfYears).toMatchObject([
      { period: '2024H1', submitted: 20, adopted: 5 },
    ])
  })

  test('of good and bad files offers the good ones and names the bad', async () => {
    const workspace = new Workspace()
    const proposal = await propose(workspace, { 'a.csv': MARCH, '空.csv': '', '信.csv': NO_TABLE })
    expect(proposal.importable).toBe(1)
    expect(proposal.files.map(({ file, importable }) => [file, importable])).toEqual([
      ['a.csv', true],
      ['空.csv', false],
      ['信.csv', false],
    ])
    workspace.accept(ON)
    const { findings, balance } = workspace.exportMeasures('submitted', ON)
    expect(balance.map(({ file }) => file)).toEqual(['a.csv'])
    expect(findings.filter(({ level }) => level === 'error').map(({ file, code }) => [file, code])).toEqual([
      ['空.csv', 'empty-file'],
      ['信.csv', 'no-table'],
    ])
  })

  test('of bad files only offers nothing', async () => {
    const workspace = new Workspace()
    const proposal = await propose(workspace, { '空.csv': '', '信.csv': NO_TABLE })
    expect(proposal).toMatchObject({ importable: 0, duplicatesOnly: false })
    expect(proposal.findings.map(({ file, level }) => [file, level])).toEqual([
      ['空.csv', 'error'],
      ['信.csv', 'error'],
    ])
    expect(workspace.summary().imports).toEqual([])
  })
})

describe('the same bytes again', () => {
  test('are a duplicate file, under whatever name', async () => {
    const workspace = new Workspace()
    await take(workspace, { 'a.csv': MARCH })
    const proposal = await propose(workspace, { '改名.csv': MARCH })
    expect(proposal).toMatchObject({ importable: 0, duplicatesOnly: true })
    expect(proposal.findings).toMatchObject([{ code: 'duplicate-file', file: '改名.csv', level: 'warning' }])
    expect(submitted(workspace)).toBe(3)
    expect(workspace.exportMeasures('submitted', ON).findings).toMatchObject([
      { code: 'duplicate-file', file: '改名.csv' },
    ])
  })

  test('beside a new file stay out, with a finding', async () => {
    const workspace = new Workspace()
    await take(workspace, { 'a.csv': MARCH })
    const summary = await take(workspace, { '改名.csv': MARCH, 'b.csv': APRIL })
    expect(files(summary)).toEqual(['a.csv', 'b.csv'])
    expect(submitted(workspace)).toBe(5)
    expect(summary.findings.filter(({ code }) => code === 'duplicate-file')).toMatchObject([{ file: '改名.csv' }])
  })

  test('twice in one drop count once', async () => {
    const workspace = new Workspace()
    const summary = await take(workspace, { 'a.csv': MARCH, '又.csv': MARCH })
    expect(files(summary)).toEqual(['a.csv'])
    expect(submitted(workspace)).toBe(3)
    expect(summary.findings.filter(({ code }) => code === 'duplicate-file')).toHaveLength(1)
  })

  test('are new again once the first are removed', async () => {
    const workspace = new Workspace()
    const { imports } = await take(workspace, { 'a.csv': MARCH })
    workspace.remove(imports[0]!.id)
    expect(await propose(workspace, { 'a.csv': MARCH })).toMatchObject({ importable: 1 })
  })
})

describe('what was imported', () => {
  test('can be removed weeks later', async () => {
    const workspace = new Workspace()
    await take(workspace, { 'a.csv': MARCH })
    const { imports } = await take(workspace, { 'b.csv': APRIL })
    expect(submitted(workspace)).toBe(5)
    const summary = workspace.remove(imports[0]!.id)
    expect(files(summary)).toEqual(['b.csv'])
    expect(submitted(workspace)).toBe(2)
    expect(summary.undo).toEqual({ kind: 'remove', files: ['a.csv'] })
    expect(workspace.remove(999).revision).toBe(summary.revision)
  })

  test('can be replaced by the corrected file, in its place', async () => {
    const workspace = new Workspace()
    const { imports } = await take(workspace, { 'a.csv': MARCH })
    await take(workspace, { 'b.csv': APRIL })
    const summary = await take(workspace, { 'a.csv': MARCH_CORRECTED }, imports[0]!.id)
    expect(files(summary)).toEqual(['a.csv', 'b.csv'])
    expect(workspace.exportMeasures('submitted', ON).total).toMatchObject({ submitted: 4, adopted: 3 })
    expect(summary.undo).toEqual({ kind: 'replace', files: ['a.csv'] })
    workspace.undo()
    expect(workspace.exportMeasures('submitted', ON).total).toMatchObject({ submitted: 5, adopted: 2 })
  })

  test('by several files, in order', async () => {
    const workspace = new Workspace()
    const { imports } = await take(workspace, { 'a.csv': MARCH, 'b.csv': APRIL })
    const summary = await take(
      workspace,
      {
        'x.csv': MARCH_CORRECTED,
        'y.csv': lines('标题,单位,报送日期,采用载体', '某事九,甲局,2024-05-05,日报', '某事十,甲局,2024-05-06,'),
      },
      imports[0]!.id,
    )
    expect(files(summary)).toEqual(['x.csv', 'y.csv', 'b.csv'])
  })

  test('by its own bytes is no duplicate', async () => {
    const workspace = new Workspace()
    const { imports } = await take(workspace, { 'a.csv': MARCH })
    expect(await propose(workspace, { 'a.csv': MARCH }, imports[0]!.id)).toMatchObject({
      importable: 1,
      duplicatesOnly: false,
    })
  })

  test('by a file that cannot be read keeps what is there', async () => {
    const workspace = new Workspace()
    const { imports } = await take(workspace, { 'a.csv': MARCH })
    await propose(workspace, { '坏.csv': NO_TABLE }, imports[0]!.id)
    workspace.accept(ON)
    expect(submitted(workspace)).toBe(3)
  })

  test('accepting nothing is no step', async () => {
    const workspace = new Workspace()
    expect(workspace.accept(ON)).toMatchObject({ undo: null, imports: [] })
  })

  test('shows its rows as they were read', async () => {
    const workspace = new Workspace()
    await take(workspace, { 'a.csv': MARCH })
    expect(workspace.originalRow('a.csv', null, 4)).toEqual(['某事三', '乙局', '2024-03-31', ''])
    expect(workspace.originalRow('a.csv', null, 0)).toBeNull()
    expect(workspace.originalRow('a.csv', null, 5)).toBeNull()
    expect(workspace.originalRow('b.csv', null, 1)).toBeNull()
  })

  test('has the day it was imported on', async () => {
    const { imports } = await take(new Workspace(), { 'a.csv': MARCH })
    expect(imports).toMatchObject([{ file: 'a.csv', importedOn: ON, size: new TextEncoder().encode(MARCH).length }])
  })
})

describe('undo and redo', () => {
  test('go one step each, and a new step forgets what was undone', async () => {
    const workspace = new Workspace()
    await take(workspace, { 'a.csv': MARCH })
    await take(workspace, { 'b.csv': APRIL })
    expect(files(workspace.undo())).toEqual(['a.csv'])
    expect(files(workspace.undo())).toEqual([])
    expect(files(workspace.undo())).toEqual([])
    expect(workspace.summary()).toMatchObject({ undo: null, redo: { kind: 'import', files: ['a.csv'] } })
    expect(files(workspace.redo())).toEqual(['a.csv'])
    expect(files(workspace.redo())).toEqual(['a.csv', 'b.csv'])
    expect(files(workspace.redo())).toEqual(['a.csv', 'b.csv'])
    workspace.undo()
    await take(workspace, { 'c.csv': MARCH_CORRECTED })
    expect(workspace.summary().redo).toBeNull()
    expect(files(workspace.redo())).toEqual(['a.csv', 'c.csv'])
  })

  test('clearing is a step that can be undone', async () => {
    const workspace = new Workspace()
    await take(workspace, { 'a.csv': MARCH })
    expect(workspace.clear()).toMatchObject({ imports: [], items: 0, range: null, units: [], undo: { kind: 'clear' } })
    expect(files(workspace.undo())).toEqual(['a.csv'])
    expect(submitted(workspace)).toBe(3)
  })

  test('every change gives a new revision, so that late results are known as stale', async () => {
    const workspace = new Workspace()
    const seen = [workspace.summary().revision]
    seen.push((await take(workspace, { 'a.csv': MARCH })).revision)
    seen.push(workspace.undo().revision)
    seen.push(workspace.redo().revision)
    seen.push(workspace.clear().revision)
    expect(new Set(seen).size).toBe(5)
    expect([...seen].sort((a, b) => a - b)).toEqual(seen)
  })

  test('whatever is done, undoing all of it gives an empty workspace and redoing all of it the same numbers', async () => {
    const texts = [MARCH, APRIL, MARCH_CORRECTED]
    const step = fc.oneof(
      fc.record({ kind: fc.constant('take' as const), file: fc.nat({ max: 2 }) }),
      fc.record({ kind: fc.constant('remove' as const), file: fc.nat({ max: 5 }) }),
      fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const, 'clear' as const), file: fc.constant(0) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const workspace = new Workspace()
        for (const { kind, file } of steps) {
          if (kind === 'take') {
            const { importable } = await propose(workspace, { [`${file}.csv`]: texts[file]! })
            if (importable > 0) workspace.accept(ON)
            else workspace.discard()
          } else if (kind === 'remove') workspace.remove(workspace.summary().imports[file]?.id ?? -1)
          else workspace[kind]()
        }
        while (workspace.summary().redo) workspace.redo()
        const last = JSON.stringify(workspace.exportMeasures('submitted', ON).total)
        while (workspace.summary().undo) workspace.undo()
        expect(workspace.summary().imports).toEqual([])
        while (workspace.summary().redo) workspace.redo()
        expect(JSON.stringify(workspace.exportMeasures('submitted', ON).total)).toBe(last)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the laws', () => {
  test('rows read are used, set aside, blank, headings, totals or duplicates', async () => {
    const workspace = new Workspace()
    await take(workspace, {
      'a.csv': lines(
        '2024年信息台账,,,',
        '单位,标题,报送日期,采用载体',
        '甲局,某事一,3月5日,日报',
        '甲局,某事三,3月7日,',
        '乙局,某事四,3月7日,',
        '',
        ',某事二,3月6日,',
        '甲局,某事一,3月5日,日报',
        '合计,4,,1',
      ),
    })
    expect(workspace.exportMeasures('submitted', ON).balance).toEqual([
      {
        file: 'a.csv',
        sheet: null,
        encoding: 'utf-8',
        shape: 'items',
        read: 9,
        used: 3,
        setAside: 1,
        blank: 1,
        headings: 2,
        totals: 1,
        duplicates: 1,
      },
    ])
  })

  test('measures.json ignores filters and takes the clock it is given', async () => {
    const workspace = new Workspace()
    await take(workspace, { 'a.csv': MARCH })
    workspace.measure({ clock: 'submitted', span: { from: 0, to: 1 }, unitIds: [], groups: [] })
    const exported = workspace.exportMeasures('adopted', ON)
    expect(exported).toMatchObject({
      format: 'caiyong-measures',
      version: 1,
      clock: 'adopted',
      generatedOn: '2024-07-01',
    })
    expect(exported.total.submitted).toBe(3)
  })
})

describe('a snapshot', () => {
  const totals = (workspace: Workspace, snapshot?: string): number | null =>
    workspace.measure({ ...EVERYTHING, ...(snapshot !== undefined && { snapshot }) }).total.submitted

  test('keeps the numbers of its moment, whatever comes after', async () => {
    const workspace = new Workspace()
    await take(workspace, { 'a.csv': MARCH })
    const { id, hash } = workspace.freeze('三月例会')
    await take(workspace, { 'b.csv': APRIL })
    expect([totals(workspace), totals(workspace, id)]).toEqual([5, 3])
    workspace.clear()
    expect([totals(workspace), totals(workspace, id)]).toEqual([0, 3])
    expect(workspace.summary().snapshots).toMatchObject([{ id, name: '三月例会', hash }])
    workspace.dropSnapshot(id)
    expect(() => totals(workspace, id)).toThrow(RangeError)
  })

  test('of equal states has the same fingerprint, of others another one', async () => {
    const hashes: string[] = []
    for (const files of [{ 'a.csv': MARCH }, { 'a.csv': MARCH }, { 'a.csv': MARCH_CORRECTED }]) {
      const workspace = new Workspace()
      await take(workspace, files)
      hashes.push(workspace.freeze('一').hash)
      workspace.merge('units', ['甲局'], '乙局')
      hashes.push(workspace.freeze('二').hash)
    }
    expect(hashes.slice(0, 2)).toEqual(hashes.slice(2, 4))
    expect(new Set(hashes).size).toBe(4)
  })
})

describe('the journal', () => {
  test('says of each change what it did to the numbers, and of a corrected cell both texts', async () => {
    let now = 1_000
    const workspace = new Workspace(() => now++)
    await take(workspace, { 'a.csv': MARCH })
    const [entry] = workspace.summary().imports
    workspace.answer(entry!.id, 0, { edits: [{ row: 3, column: 3, text: '手机报' }] })
    workspace.undo()
    workspace.undo()
    workspace.undo()
    const { before, after, ...rest } = workspace.changes()[1]!
    expect(rest).toMatchObject({
      at: 1_001,
      way: 'done',
      action: { kind: 'edit', files: ['a.csv'] },
      cells: 1,
      edits: [{ file: 'a.csv', sheet: null, row: 3, column: 'D', before: '', after: '手机报' }],
    })
    expect([before, after]).toEqual([
      { submitted: 3, adopted: 1, placements: 1 },
      { submitted: 3, adopted: 2, placements: 2 },
    ])
    expect(workspace.changes().map(({ way, action }) => `${way} ${action.kind}`)).toEqual([
      'done import',
      'done edit',
      'undone edit',
      'undone import',
    ])
  })
})
