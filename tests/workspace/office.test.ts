import { describe, expect, test } from 'vitest'
import { NO_OFFICE } from '../../src/model/office'
import { spanOfKey } from '../../src/time/calendar'
import { codes, day, lines, readBytes, workspaceOf } from '../helpers/importText'
import { Workspace } from '../../src/workspace/workspace'

const ITEMS = lines(
  '单位,标题,报送日期,采用载体',
  '甲局,某事一,2024-01-05,日报',
  '甲局,某事二,2024-02-06,',
  '乙镇,某事三,2024-03-07,县信息网',
  '丙局,某事四,2024-03-08,日报、县信息网',
)
const due = (name: string, group: string | null = null, from: number | null = null, last: number | null = null) => ({
  name,
  group,
  from,
  last,
})
const all = { clock: 'submitted', span: null, unitIds: null, groups: null } as const

describe('the roster', () => {
  test('gives groups, names who never reported and who is not listed', async () => {
    const workspace = await workspaceOf({ 'a.csv': ITEMS })
    const summary = workspace.setOffice({ roster: [due('甲局', '县直'), due('乙镇', '乡镇'), due('丁镇', '乡镇')] })
    expect(summary.missing).toEqual(['丁镇'])
    expect(summary.units.map(({ name, group }) => [name, group])).toEqual([
      ['甲局', '县直'],
      ['乙镇', '乡镇'],
      ['丙局', null],
    ])
    expect(summary.findings.filter(({ code }) => code === 'unit-unlisted')).toMatchObject([
      { value: '丙局', level: 'warning', file: 'a.csv' },
    ])
    expect(workspace.measure(all)).toMatchObject({ silentUnits: ['丁镇'], due: 3 })
    expect(workspace.measure({ ...all, span: spanOfKey('2024-03') })).toMatchObject({ silentUnits: ['甲局', '丁镇'] })
    expect(workspace.measure({ ...all, groups: ['乡镇'] })).toMatchObject({ silentUnits: ['丁镇'], due: 2 })
    expect(workspace.undo().missing).toEqual([])
    expect(workspace.measure(all)).toMatchObject({ silentUnits: [], due: null })
  })

  test('a unit owes reports between its days only', async () => {
    const workspace = await workspaceOf({ 'a.csv': ITEMS })
    workspace.setOffice({ roster: [due('丁镇', null, day(2024, 3, 1)), due('戊镇', null, null, day(2024, 1, 31))] })
    const silent = (period: string) => workspace.measure({ ...all, span: spanOfKey(period) }).silentUnits
    expect(silent('2024-01')).toEqual(['戊镇'])
    expect(silent('2024-02')).toEqual([])
    expect(silent('2024-03')).toEqual(['丁镇'])
  })

  test('a counted 0 is nothing reported, a blank is unknown', async () => {
    const workspace = await workspaceOf({
      '2024年3月.csv': lines('单位,报送数,采用数', '甲局,0,0', '乙镇,,1', '丙局,4,1'),
    })
    workspace.setOffice({ roster: [due('甲局'), due('乙镇'), due('丙局')] })
    expect(workspace.measure(all).silentUnits).toEqual(['甲局'])
  })

  test('other names of a list count under the name that the list gives, in one step', async () => {
    const workspace = await workspaceOf({ 'a.csv': ITEMS })
    const entry = (name: string, group: string, aliases: string[]) => ({ name, group, aliases })
    const summary = workspace.addToRoster([entry('甲局', '县直', ['丙局']), entry('乙镇', '乡镇', [])])
    expect(summary.units.map(({ name }) => name)).toEqual(['甲局', '乙镇'])
    expect(workspace.measure(all).units.map(({ unit, submitted }) => [unit, submitted])).toEqual([
      ['甲局', 3],
      ['乙镇', 1],
    ])
    const again = workspace.addToRoster([entry('乙镇', '一类', []), entry('丁镇', '一类', [])])
    expect(again.office.roster.map(({ name, group }) => [name, group])).toEqual([
      ['甲局', '县直'],
      ['乙镇', '一类'],
      ['丁镇', '一类'],
    ])
    workspace.undo()
    expect(workspace.undo().office.roster).toEqual([])
    expect(workspace.summary().units).toHaveLength(3)
  })
})

describe('outlets of the office', () => {
  test('own publications are no adoptions, levels are told', async () => {
    const workspace = await workspaceOf({ 'a.csv': ITEMS })
    expect(workspace.measure(all).total).toMatchObject({ adopted: 3, placements: 4 })
    workspace.setOffice({
      outlets: [
        { name: '县信息网', level: 'own', own: true },
        { name: '日报', level: 'city', own: false },
      ],
    })
    const measured = workspace.measure(all)
    expect(measured.total).toMatchObject({ submitted: 4, adopted: 2, placements: 2, rate: 0.5 })
    expect(measured.published).toMatchObject([{ outlet: '县信息网', count: 2 }])
    expect(workspace.exportMeasures('submitted', day(2024, 12, 31)).outlets).toEqual([
      { outlet: '日报', level: 'city', submitted: null, adopted: 2, rate: null },
    ])
  })

  test('of counted tables too', async () => {
    const workspace = await workspaceOf({
      '2024年3月.csv': lines('单位,报送数,日报采用数,县信息网采用数', '甲局,9,2,3', '乙镇,5,0,4'),
    })
    expect(workspace.measure(all).total).toMatchObject({ submitted: 14, placements: 9 })
    workspace.setOffice({ outlets: [{ name: '县信息网', level: null, own: true }] })
    const measured = workspace.measure(all)
    expect(measured.total).toMatchObject({ submitted: 14, placements: 2 })
    expect(measured.published).toMatchObject([{ outlet: '县信息网', count: 7 }])
    expect(
      workspace.ask({}).facts(
        {
          ...all,
          behind: { measure: 'published', outletIds: [measured.published[0]!.outletId], days: null, label: null },
          text: '',
          sort: null,
        },
        0,
        10,
      ),
    ).toMatchObject({ total: 2, sum: 7 })
  })
})

describe('renamed and merged units', () => {
  const COUNTS = {
    '2024年1月.csv': lines('单位,报送数,采用数', '旧局,10,4', '小局,6,1'),
    '2024年2月.csv': lines('单位,报送数,采用数', '新局,20,5'),
  }
  const successions = [
    { before: '旧局', after: '新局', on: day(2024, 2, 1) },
    { before: '小局', after: '新局', on: day(2024, 2, 1) },
  ]

  test('count under the new name, both bodies of one month added', async () => {
    const workspace = await workspaceOf(COUNTS)
    const summary = workspace.setOffice({ successions })
    expect(summary.units.map(({ name }) => name)).toEqual(['新局'])
    const { units, months } = workspace.measure(all)
    expect(units).toMatchObject([{ unit: '新局', submitted: 36, adopted: 10 }])
    expect(months.map(({ period, submitted }) => [period, submitted])).toEqual([
      ['2024-01', 16],
      ['2024-02', 20],
    ])
    expect(codes(summary.findings)).not.toContain('overlap 2')
  })

  test('or as they were named then', async () => {
    const workspace = await workspaceOf(COUNTS)
    workspace.setOffice({ successions })
    workspace.setOffice({ namesAs: 'then' })
    expect(workspace.measure(all).units.map(({ unit, submitted }) => [unit, submitted])).toEqual([
      ['旧局', 10],
      ['小局', 6],
      ['新局', 20],
    ])
  })

  test('a chain leads to the last name, a circle to no hang', async () => {
    const workspace = await workspaceOf(COUNTS)
    const on = day(2024, 2, 1)
    workspace.setOffice({
      successions: [
        { before: '旧局', after: '小局', on },
        { before: '小局', after: '新局', on },
      ],
    })
    expect(workspace.measure(all).units).toMatchObject([{ unit: '新局', submitted: 36 }])
    workspace.setOffice({
      successions: [
        { before: '旧局', after: '新局', on },
        { before: '新局', after: '旧局', on },
      ],
    })
    expect(workspace.measure(all).total.submitted).toBe(36)
  })
})

describe('running totals', () => {
  const months = (april: string) => ({
    '2024年1月.csv': lines('单位,报送数,采用数', '甲局,10,4', '乙镇,3,1'),
    '2024年2月.csv': lines('单位,报送数,采用数,累计报送数,累计采用数', `甲局,20,5,${april}`, '乙镇,2,0,5,1'),
  })

  test('that agree say nothing', async () => {
    const workspace = await workspaceOf(months('30,9'))
    expect(workspace.summary().findings.filter(({ code }) => code === 'running-total-differs')).toEqual([])
  })

  test('that differ are told with both values, and change nothing', async () => {
    const workspace = await workspaceOf(months('31,9'))
    expect(workspace.summary().findings.filter(({ code }) => code === 'running-total-differs')).toMatchObject([
      { file: '2024年2月.csv', row: 2, column: 'D', params: { printed: 31, computed: 30 } },
    ])
    expect(workspace.measure(all).total.submitted).toBe(35)
  })

  test('without the months before only what is too small is wrong', async () => {
    const { '2024年2月.csv': february } = months('19,9')
    const workspace = await workspaceOf({ '2024年2月.csv': february })
    expect(workspace.summary().findings.filter(({ code }) => code === 'running-total-differs')).toMatchObject([
      { row: 2, column: 'D', params: { printed: 19, computed: 20 } },
    ])
  })
})

describe('the fewest items for a rank', () => {
  test('are a step with a name that builds no ledger anew', async () => {
    const workspace = await workspaceOf({ 'a.csv': ITEMS })
    const { revision } = workspace.summary()
    const summary = workspace.setOffice({ fewest: 2 })
    expect(summary.office.fewest).toBe(2)
    expect(summary.revision).toBe(revision)
    expect(summary.undo).toEqual({ kind: 'fewest', files: ['2'] })
    expect(workspace.changes().slice(-1)).toMatchObject([{ way: 'done', action: { kind: 'fewest', files: ['2'] } }])
    expect(workspace.undo().office.fewest).toBe(NO_OFFICE.fewest)
  })
})

describe('the office book', () => {
  test('carries names, roster, outlets, renamings and headers to another PC', async () => {
    const workspace = await workspaceOf({ 'a.csv': ITEMS })
    workspace.merge('units', ['甲局', '丙局'], '甲局')
    workspace.keepApart('units', ['乙镇', '甲局'])
    workspace.setOffice({ roster: [due('甲局', '县直', day(2024, 1, 1))] })
    workspace.setOffice({ outlets: [{ name: '日报', level: 'city', own: false }] })
    workspace.setOffice({ successions: [{ before: '老局', after: '甲局', on: day(2023, 5, 1) }] })
    workspace.setOffice({ submittedMeans: 'forwarded' })
    workspace.setOffice({ fewest: 8 })
    const text = JSON.stringify(workspace.exportOffice())
    expect(text).not.toContain('某事一')
    const other = new Workspace()
    const summary = other.addBook(text)
    expect(summary?.office).toEqual(workspace.summary().office)
    expect(summary?.names.merged).toEqual(workspace.summary().names.merged)
    expect(summary?.mappings).toEqual(workspace.summary().mappings)
    other.propose([await readBytes(ITEMS, 'b.csv')], null)
    expect(other.summary().names.apart).toBe(1)
  })

  test('what is known stays where a book says otherwise; other texts change nothing', async () => {
    const workspace = await workspaceOf({ 'a.csv': ITEMS })
    workspace.setOffice({ roster: [due('甲局', '县直')] })
    const book = {
      ...new Workspace().exportOffice(),
      roster: [
        { name: '甲局', group: '别的', from: null, last: null },
        { name: '乙镇', group: '乡镇', from: '2024-01-01', last: null },
      ],
    }
    expect(workspace.addBook(JSON.stringify(book))?.office.roster).toEqual([
      due('甲局', '县直'),
      due('乙镇', '乡镇', day(2024, 1, 1)),
    ])
    const before = workspace.summary().revision
    for (const text of [
      '',
      '{',
      '[]',
      '{"format":"caiyong-office"}',
      JSON.stringify({ ...book, roster: [{ name: 3 }] }),
    ])
      expect(workspace.addBook(text), text).toBeNull()
    expect(
      workspace.addBook(
        JSON.stringify({ ...book, roster: [{ name: '某', group: null, from: '2024-02-30', last: null }] }),
      ),
    ).toBeNull()
    expect(workspace.summary().revision).toBe(before)
  })

  test('nothing is known at first', () => {
    expect(new Workspace().summary().office).toEqual(NO_OFFICE)
  })
})
