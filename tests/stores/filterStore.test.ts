import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, test } from 'vitest'
import { useFilterStore } from '../../src/stores/filterStore'
import { tell } from './ledgerStates'

const UNITS = ['甲局:县直', '乙局:县直', '丙镇:乡镇']
const YEARS = [2023, 2024] as const

beforeEach(() => {
  setActivePinia(createPinia())
  tell({ place: 1, units: UNITS, years: YEARS })
})

describe('filters over a change of the ledger', () => {
  test('mean the same units under their new ids', () => {
    const filters = useFilterStore()
    filters.unitIds = [0, 2]
    filters.groups = ['乡镇']
    filters.period = '2024H1'
    tell({ place: 2, units: ['新局', '丙镇:乡镇', '甲局:县直'], years: YEARS })
    expect([filters.unitIds, filters.groups, filters.period]).toEqual([[2, 1], ['乡镇'], '2024H1'])
    expect(filters.query.unitIds).toEqual([2, 1])
  })

  test('lose only what is gone, and have it again when the change is undone', () => {
    const filters = useFilterStore()
    filters.unitIds = [0, 1]
    filters.groups = ['县直']
    filters.period = '2024H1'
    filters.clock = 'adopted'
    tell({ place: 2, units: ['乙局'], years: [2023, 2023] })
    expect([filters.unitIds, filters.groups, filters.period, filters.clock]).toEqual([[0], null, null, 'adopted'])
    tell({ place: 3 })
    expect([filters.unitIds, filters.active, filters.query.unitIds]).toEqual([null, false, null])
    tell({ place: 1, units: UNITS, years: YEARS })
    expect([filters.unitIds, filters.groups, filters.period]).toEqual([[0, 1], ['县直'], '2024H1'])
  })

  test('do not bring back what was gone when something else was chosen', () => {
    const filters = useFilterStore()
    filters.unitIds = [0, 1]
    tell({ place: 2, units: ['乙局'], years: YEARS })
    filters.period = '2024'
    tell({ place: 3, units: UNITS, years: YEARS })
    expect([filters.unitIds, filters.period]).toEqual([[1], '2024'])
  })

  test('follow a unit that was merged into another', () => {
    const filters = useFilterStore()
    filters.unitIds = [0, 1]
    const merged = [{ kind: 'units', name: '乙局', aliases: ['甲局'] }] as const
    tell({ place: 2, units: ['乙局', '丙镇'], years: YEARS, merged })
    expect(filters.unitIds).toEqual([0])
    tell({ place: 1, units: UNITS, years: YEARS })
    expect(filters.unitIds).toEqual([0, 1])
  })

  test('keep a period that held nothing when it was chosen: it is not gone', () => {
    const filters = useFilterStore()
    filters.period = '2022'
    tell({ place: 2, units: UNITS, years: YEARS })
    expect(filters.period).toBe('2022')
  })
})
