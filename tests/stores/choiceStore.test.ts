import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, test } from 'vitest'
import { nextTick } from 'vue'
import { useChoiceStore } from '../../src/stores/choiceStore'
import { useFilterStore } from '../../src/stores/filterStore'
import { useRoomStore } from '../../src/stores/roomStore'
import { tell } from './ledgerStates'

const UNITS = ['甲局:县直', '乙局:县直', '丙镇:乡镇', '丁镇:乡镇']
const YEARS = [2023, 2024] as const

/** The workspace is in its state of that place. */
async function at(place: number, others: Omit<Parameters<typeof tell>[0], 'place'> = {}): Promise<void> {
  tell({ place, units: UNITS, years: YEARS, ...others })
  await nextTick()
}
async function stores() {
  const [choices, filters, rooms] = [useChoiceStore(), useFilterStore(), useRoomStore()]
  await at(1)
  return { choices, filters, rooms }
}

beforeEach(() => setActivePinia(createPinia()))

describe('choices', () => {
  test('go back and forth one at a time; what changes together is one step', async () => {
    const { choices, filters } = await stores()
    expect([choices.undoes, choices.redoes]).toEqual([null, null])
    filters.period = '2024H1'
    filters.clock = 'adopted'
    await nextTick()
    filters.toggleUnit(3)
    await nextTick()
    choices.undo()
    await nextTick()
    expect([filters.period, filters.clock, filters.unitIds]).toEqual(['2024H1', 'adopted', null])
    choices.undo()
    await nextTick()
    expect([filters.period, filters.clock, choices.undoes]).toEqual([null, 'submitted', null])
    choices.undo()
    choices.redo()
    choices.redo()
    await nextTick()
    expect([filters.period, filters.unitIds, choices.redoes]).toEqual(['2024H1', [3], null])
  })

  test('a new choice ends what could be redone, and the same choice again is no step', async () => {
    const { choices, filters } = await stores()
    filters.period = '2024'
    await nextTick()
    choices.undo()
    await nextTick()
    expect(choices.redoes).toBe('filter')
    filters.groups = ['县直']
    await nextTick()
    expect(choices.redoes).toBe(null)
    filters.groups = ['县直']
    await nextTick()
    choices.undo()
    expect([filters.groups, choices.undoes]).toEqual([null, null])
  })

  test('settings of rooms are steps among them, and are told apart', async () => {
    const { choices, filters, rooms } = await stores()
    rooms.by = 'adopted'
    await nextTick()
    filters.period = '2024'
    await nextTick()
    rooms.control = { ...rooms.control, rules: 'wheeler', rebase: ['2024-03'] }
    await nextTick()
    expect(choices.undoes).toBe('setting')
    choices.undo()
    expect([rooms.control.rules, rooms.control.rebase, rooms.by]).toEqual(['nhs', [], 'adopted'])
    expect([choices.undoes, choices.redoes]).toEqual(['filter', 'setting'])
    choices.undo()
    choices.undo()
    expect([rooms.by, filters.period, choices.undoes]).toEqual(['rate', null, null])
  })

  test('clearing can be undone', async () => {
    const { choices, filters } = await stores()
    filters.unitIds = [0, 1]
    await nextTick()
    filters.reset()
    await nextTick()
    choices.undo()
    expect(filters.unitIds).toEqual([0, 1])
  })
})

describe('choices among steps of the workspace', () => {
  test('what was done last goes back first, whichever it was, and is done again in the same order', async () => {
    const { choices, filters } = await stores()
    filters.period = '2024'
    await nextTick()
    await at(2)
    filters.clock = 'adopted'
    await nextTick()
    await at(3)
    // The step to 3 goes back first, by the workspace.
    expect(choices.undoes).toBe(null)
    choices.undo()
    expect(filters.clock).toBe('adopted')
    await at(2)
    expect(choices.undoes).toBe('filter')
    choices.undo()
    expect([filters.clock, filters.period, choices.undoes]).toEqual(['submitted', '2024', null])
    await at(1)
    choices.undo()
    expect(filters.period).toBe(null)

    expect(choices.redoes).toBe('filter')
    choices.redo()
    expect([filters.period, choices.redoes]).toEqual(['2024', null])
    await at(2)
    choices.redo()
    expect([filters.clock, choices.redoes]).toEqual(['adopted', null])
    await at(3)
    expect([choices.undoes, choices.redoes]).toEqual([null, null])
  })

  test('another step of the workspace ends what could be redone, and none of what can be undone', async () => {
    const { choices, filters } = await stores()
    filters.period = '2024'
    await nextTick()
    filters.clock = 'adopted'
    await nextTick()
    choices.undo()
    await at(2)
    expect([choices.undoes, choices.redoes]).toEqual([null, null])
    await at(1)
    expect([choices.undoes, choices.redoes]).toEqual(['filter', null])
  })

  test('go back also where the workspace lets no step of its own go back any more', async () => {
    const { choices, filters } = await stores()
    filters.period = '2024'
    await nextTick()
    await at(2, { undo: null })
    expect(choices.undoes).toBe('filter')
    choices.undo()
    expect(filters.period).toBe(null)
  })

  test('a step back leads to the units that were meant, whatever their ids are now', async () => {
    const { choices, filters } = await stores()
    filters.unitIds = [3]
    await nextTick()
    filters.unitIds = [0]
    await nextTick()
    await at(2, { units: ['丁镇', '甲局'], undo: null })
    expect(filters.unitIds).toEqual([1])
    choices.undo()
    expect(filters.unitIds).toEqual([0])
  })

  test('another project forgets them, but for the clock; the same one, opened anew, forgets the steps', async () => {
    const { choices, filters, rooms } = await stores()
    filters.clock = 'adopted'
    filters.unitIds = [0]
    rooms.by = 'adopted'
    await nextTick()
    choices.settle()
    await nextTick()
    expect([filters.unitIds, rooms.by, choices.undoes]).toEqual([[0], 'adopted', null])
    choices.forget()
    await nextTick()
    expect([filters.unitIds, filters.clock, rooms.by, choices.undoes]).toEqual([null, 'adopted', 'rate', null])
  })
})
