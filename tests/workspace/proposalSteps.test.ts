import { beforeEach, describe, expect, test } from 'vitest'
import { Workspace } from '../../src/workspace/workspace'
import { day, lines, readBytes } from '../helpers/importText'

const ON = day(2024, 12, 31)
const ROWS = (...rows: string[]) => lines('单位,标题,报送日期,采用载体', ...rows)
const JANUARY = ROWS('甲局,某事一,2024-01-05,日报', '甲局,某事二,2024-01-06,')
const NO_YEAR = ROWS('乙局,某事三,3月5日,日报', '乙局,某事四,3月6日,')

let workspace: Workspace
beforeEach(async () => {
  workspace = new Workspace()
  workspace.propose([await readBytes(JANUARY, '一月.csv')], null)
  workspace.accept(ON)
})

describe('answers to a proposal', () => {
  test('are taken back and given again one by one, and the workspace stays as it is', async () => {
    const before = workspace.summary()
    const first = workspace.propose([await readBytes(NO_YEAR, '三月.csv')], null)
    expect([first.undo, first.redo]).toEqual([null, null])
    const yearOf = ({ files }: typeof first) => files[0]!.sheets[0]!.year
    workspace.choose(0, 0, { year: 2024 })
    const second = workspace.choose(0, 0, { year: 2023 })
    expect(second).toMatchObject({ undo: { kind: 'answer', file: '三月.csv' }, redo: null })
    expect(yearOf(second)).toBe(2023)
    expect(yearOf(workspace.undoChoice())).toBe(2024)
    const third = workspace.undoChoice()
    expect(third).toEqual({ ...first, redo: { kind: 'answer', file: '三月.csv' } })
    // Nothing is left to take back: the import before is out of reach.
    expect(workspace.undoChoice()).toEqual(third)
    expect(workspace.summary()).toEqual(before)
    workspace.redoChoice()
    expect(yearOf(workspace.redoChoice())).toBe(2023)
    workspace.accept(ON)
    expect(workspace.measure({ clock: 'submitted', span: null, unitIds: null, groups: null }).months).toHaveLength(2)
    expect(workspace.undo().imports.map(({ file }) => file)).toEqual(['一月.csv'])
  })

  test('a corrected cell and a word on months are steps too; a new answer ends what could be given again', async () => {
    const again = ROWS('甲局,某事一,2024-01-05,日报', '甲局,某事五,2024-01-07,')
    const { repeats } = workspace.propose([await readBytes(again, '补.csv')], null)
    const { importId } = repeats[0]!
    expect(workspace.replaceMonths(0, importId, true).undo).toEqual({ kind: 'months', file: '补.csv' })
    const edited = workspace.choose(0, 0, { edits: [{ row: 2, column: 1, text: '某事' }] })
    expect(edited.undo).toEqual({ kind: 'edit', file: '补.csv' })
    expect(edited.files[0]!.sheets[0]!.edits).toBe(1)
    const undone = workspace.undoChoice()
    expect(undone.files[0]!.sheets[0]!.edits).toBe(0)
    expect(undone.repeats[0]!.replace).toBe(true)
    expect(workspace.undoChoice().repeats[0]!.replace).toBe(false)
    // The same answer again is no step.
    expect(workspace.replaceMonths(0, importId, false)).toMatchObject({ undo: null, redo: { kind: 'months' } })
    expect(workspace.choose(0, 0, { skip: true }).redo).toBe(null)
  })

  test('what the name of a correction says is no step', async () => {
    const again = ROWS('甲局,某事一,2024-01-05,日报', '甲局,某事五,2024-01-07,')
    const { repeats, undo } = workspace.propose([await readBytes(again, '一月更正.csv')], null)
    expect([repeats[0]!.replace, undo]).toEqual([true, null])
  })

  test('end with the proposal', async () => {
    workspace.propose([await readBytes(NO_YEAR, '三月.csv')], null)
    workspace.choose(0, 0, { year: 2024 })
    workspace.discard()
    expect(() => workspace.undoChoice()).toThrow(RangeError)
    expect(workspace.propose([await readBytes(NO_YEAR, '三月.csv')], null).undo).toBe(null)
  })
})

describe('the place of a state', () => {
  test('grows with every step, and undo and redo lead back to the same', () => {
    const { place } = workspace.summary()
    const noted = workspace.setOffice({ notes: [{ period: '2024-01', text: '机构改革' }] }).place
    expect(noted).toBeGreaterThan(place)
    expect(workspace.undo().place).toBe(place)
    expect(workspace.redo().place).toBe(noted)
    workspace.undo()
    // Another step than the one that was undone is told from it.
    expect(workspace.setOffice({ notes: [{ period: '2024-01', text: '换届' }] }).place).toBeGreaterThan(noted)
  })
})
