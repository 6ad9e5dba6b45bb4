import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, test } from 'vitest'
import { nextTick } from 'vue'
import { useFilterStore } from '../../src/stores/filterStore'

describe('filters', () => {
  beforeEach(() => setActivePinia(createPinia()))

  test('go back and forth one choice at a time; what changes together is one step', async () => {
    const filters = useFilterStore()
    expect([filters.canUndo, filters.canRedo]).toEqual([false, false])
    filters.period = '2024H1'
    filters.clock = 'adopted'
    await nextTick()
    filters.toggleUnit(3)
    await nextTick()
    filters.undo()
    await nextTick()
    expect([filters.period, filters.clock, filters.unitIds]).toEqual(['2024H1', 'adopted', null])
    filters.undo()
    await nextTick()
    expect([filters.period, filters.clock, filters.canUndo]).toEqual([null, 'submitted', false])
    filters.undo()
    filters.redo()
    filters.redo()
    await nextTick()
    expect([filters.period, filters.unitIds, filters.canRedo]).toEqual(['2024H1', [3], false])
  })

  test('a new choice ends what could be redone, and the same choice again is no step', async () => {
    const filters = useFilterStore()
    filters.period = '2024'
    await nextTick()
    filters.undo()
    await nextTick()
    expect(filters.canRedo).toBe(true)
    filters.groups = ['县直部门']
    await nextTick()
    expect(filters.canRedo).toBe(false)
    filters.groups = ['县直部门']
    await nextTick()
    filters.undo()
    expect([filters.groups, filters.canUndo]).toEqual([null, false])
  })

  test('clearing can be undone; a changed ledger cannot, and keeps the clock', async () => {
    const filters = useFilterStore()
    filters.clock = 'adopted'
    filters.unitIds = [0, 1]
    await nextTick()
    filters.reset()
    await nextTick()
    filters.undo()
    expect(filters.unitIds).toEqual([0, 1])
    await nextTick()
    filters.forget()
    await nextTick()
    expect([filters.unitIds, filters.clock]).toEqual([null, 'adopted'])
    expect([filters.canUndo, filters.canRedo]).toEqual([false, false])
  })
})
