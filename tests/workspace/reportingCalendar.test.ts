import { describe, expect, test } from 'vitest'
import type { ReportingCalendar } from '../../src/model/period'
import { spanOfKey } from '../../src/time/calendar'
import { Workspace } from '../../src/workspace/workspace'
import { day, lines, readBytes, workspaceOf } from '../helpers/importText'

const all = { clock: 'submitted', span: null, unitIds: null, groups: null } as const
const TO_25: ReportingCalendar = { firstMonth: 1, lastDay: 25 }
const FROM_DECEMBER: ReportingCalendar = { firstMonth: 12, lastDay: null }

const ITEMS = lines(
  '单位,标题,报送日期,采用载体',
  '甲局,某事一,2023-12-25,日报',
  '甲局,某事二,2023-12-26,',
  '甲局,某事三,2024-01-25,日报',
  '甲局,某事四,2024-01-26,',
  '甲局,某事五,2024-02-26,日报',
)

async function asked(files: Readonly<Record<string, string>>, calendar: ReportingCalendar): Promise<Workspace> {
  const workspace = await workspaceOf(files)
  workspace.setOffice({ calendar })
  return workspace
}
const counted = (cells: readonly { period: string; submitted: number | null }[]) =>
  cells.map(({ period, submitted }) => `${period} ${submitted}`)

describe('the office’s own months and years', () => {
  test('items are counted by their day', async () => {
    const workspace = await asked({ 'a.csv': ITEMS }, TO_25)
    const { months, quarters, halfYears } = workspace.measure(all)
    expect(counted(months)).toEqual(['2023-12 1', '2024-01 2', '2024-02 1', '2024-03 1'])
    expect(counted(quarters)).toEqual(['2023Q4 1', '2024Q1 4'])
    expect(counted(halfYears)).toEqual(['2023H2 1', '2024H1 4'])
    const january = workspace.measure({ ...all, span: spanOfKey('2024-01', TO_25) })
    expect(january.total).toMatchObject({ submitted: 2, adopted: 1 })
    expect(january.previous).toMatchObject({ span: spanOfKey('2023-12', TO_25), total: { submitted: 1 } })
  })

  test('a year from December', async () => {
    const workspace = await asked({ 'a.csv': ITEMS }, FROM_DECEMBER)
    const { months, quarters, halfYears } = workspace.measure(all)
    expect(counted(months)).toEqual(['2023-12 2', '2024-01 2', '2024-02 1'])
    expect(counted(quarters)).toEqual(['2024Q1 5'])
    expect(counted(halfYears)).toEqual(['2024H1 5'])
    expect(workspace.measure({ ...all, span: spanOfKey('2024', FROM_DECEMBER) }).total.submitted).toBe(5)
  })

  test('a table of a calendar month belongs to the month of that name, whole', async () => {
    const table = lines('单位,报送数,采用数', '甲局,20,5')
    const workspace = await asked({ '2024年3月.csv': table }, TO_25)
    expect(counted(workspace.measure(all).months)).toEqual(['2024-03 20'])
    expect(workspace.measure(all).leftOut.month).toEqual({ wide: 0, undated: 0 })
    const of = (period: string) => workspace.measure({ ...all, span: spanOfKey(period, TO_25) }).total.submitted
    expect([of('2024-02'), of('2024-03'), of('2024-04'), of('2024Q1')]).toEqual([0, 20, 0, 20])
  })

  test('a table of a half-year belongs to the half-year of that name', async () => {
    const table = lines('单位,报送数,采用数', '甲局,20,5')
    const workspace = await asked({ '2024年上半年.csv': table }, FROM_DECEMBER)
    expect(counted(workspace.measure(all).halfYears)).toEqual(['2024H1 20'])
  })

  test('items dated by a month stand in the month of that name', async () => {
    const workspace = await asked({ 'a.csv': lines('单位,标题,报送日期,采用载体', '甲局,某事,2024年3月,日报') }, TO_25)
    expect(counted(workspace.measure(all).months)).toEqual(['2024-03 1'])
  })

  test('a count gives way to items of the same reporting month, not to those of the calendar’s', async () => {
    const items = lines('单位,标题,报送日期,采用载体', '甲局,某事一,2024-03-26,日报', '甲局,某事二,2024-03-30,')
    const count = lines('单位,报送数,采用数', '甲局,20,5')
    const plain = await asked({ 'a.csv': items, '2024年3月.csv': count }, { firstMonth: 1, lastDay: null })
    expect(counted(plain.measure(all).months)).toEqual(['2024-03 2'])
    const own = await asked({ 'a.csv': items, '2024年3月.csv': count }, TO_25)
    expect(counted(own.measure(all).months)).toEqual(['2024-03 20', '2024-04 2'])
  })

  test('the control chart runs over the office’s months', async () => {
    const workspace = await asked({ 'a.csv': ITEMS }, TO_25)
    const { points } = workspace
      .ask({})
      .control(all, { measure: 'submitted', rules: 'nhs', rebase: [], baseline: null })
    expect(points.map(({ period, value }) => [period, value])).toEqual([
      ['2023-12', 1],
      ['2024-01', 2],
      ['2024-02', 1],
      ['2024-03', 1],
    ])
    expect(points[1]!.span).toEqual(spanOfKey('2024-01', TO_25))
  })

  test('a running total is compared since the first day of the office’s year', async () => {
    const table = (running: number) => lines('单位,报送数,采用数,累计报送', `甲局,10,2,${running}`)
    const files = { '2023年12月.csv': table(10), '2024年1月.csv': table(20) }
    const differing = async (calendar: ReportingCalendar) =>
      (await asked(files, calendar)).summary().findings.filter(({ code }) => code === 'running-total-differs').length
    expect(await differing(FROM_DECEMBER)).toBe(0)
    expect(await differing({ firstMonth: 1, lastDay: null })).toBeGreaterThan(0)
  })

  test('a correction of a reporting month replaces its days only', async () => {
    const rows = (...of: string[]) => lines('单位,标题,报送日期,采用载体', ...of)
    const workspace = await asked(
      { 'a.csv': rows('甲局,某事一,2024-02-10,日报', '甲局,某事二,2024-02-27,', '甲局,某事三,2024-03-05,') },
      TO_25,
    )
    const proposal = workspace.propose(
      [await readBytes(rows('甲局,某事二改,2024-02-27,日报', '甲局,某事三,2024-03-05,日报'), '更正.csv')],
      null,
    )
    expect(proposal.repeats.map(({ months }) => months)).toEqual([['2024-03']])
    workspace.replaceMonths(0, proposal.repeats[0]!.importId, true)
    workspace.accept(day(2024, 12, 31))
    expect(counted(workspace.measure(all).months)).toEqual(['2024-02 1', '2024-03 2'])
  })

  test('it is one undoable step, and travels with the office book', async () => {
    const workspace = await asked({ 'a.csv': ITEMS }, { firstMonth: 12, lastDay: 25 })
    const book = JSON.stringify(workspace.exportOffice())
    expect(new Workspace().addBook(book)?.office.calendar).toEqual({ firstMonth: 12, lastDay: 25 })
    const undone = workspace.undo()
    expect(undone.office.calendar).toEqual({ firstMonth: 1, lastDay: null })
    expect(counted(workspace.measure(all).months)).toEqual(['2023-12 2', '2024-01 2', '2024-02 1'])
  })

  test('a book of an earlier version counts as the calendar does; one with a day that does not exist is refused', () => {
    const { calendar: _, ...earlier } = new Workspace().exportOffice()
    expect(new Workspace().addBook(JSON.stringify(earlier))?.office.calendar).toEqual({ firstMonth: 1, lastDay: null })
    const odd = JSON.stringify({ ...earlier, calendar: { firstMonth: 13, lastDay: 31 } })
    expect(new Workspace().addBook(odd)).toBeNull()
  })
})
