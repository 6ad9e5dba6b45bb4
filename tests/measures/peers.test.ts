import { describe, expect, test } from 'vitest'
import { peersOf } from '../../src/measures/peers'
import { cellOf } from '../../src/measures/tally'
import type { UnitCell } from '../../src/model/measure'

const unit = (unitId: number, group: string | null, submitted: number | null, adopted: number | null): UnitCell => ({
  ...cellOf(submitted, adopted, null, null),
  unitId,
  unit: `单位${unitId}`,
  group,
  standing: 'unknown',
  settled: null,
})
const said = (units: readonly UnitCell[], id: number) =>
  peersOf(units, id).map(({ kind, cell, unitIds }) => [kind, cell.submitted, cell.adopted, unitIds])

describe('a unit beside others', () => {
  const four = [unit(0, '县直', 10, 4), unit(1, '县直', 20, 5), unit(2, '乡镇', 30, 9), unit(3, '县直', 7, 7)]

  test('itself, the others of its group, all others: never itself twice', () => {
    expect(said(four, 0)).toEqual([
      ['own', 10, 4, [0]],
      ['group', 27, 12, [1, 3]],
      ['all', 57, 21, [1, 2, 3]],
    ])
    expect(peersOf(four, 0)[1]!.cell.rate).toBe(12 / 27)
  })

  test('the only one of its group, and one without a group, stand beside all others', () => {
    expect(said(four, 2)).toEqual([
      ['own', 30, 9, [2]],
      ['all', 37, 16, [0, 1, 3]],
    ])
    expect(said([unit(0, null, 1, 1), unit(1, null, 2, 0)], 0).map(([kind]) => kind)).toEqual(['own', 'all'])
  })

  test('a group that holds all others is said once', () => {
    expect(said([unit(0, '县直', 1, 1), unit(1, '县直', 2, 0)], 0).map(([kind]) => kind)).toEqual(['own', 'all'])
  })

  test('a sum with an unknown number is unknown', () => {
    const [, all] = peersOf([unit(0, null, 5, 1), unit(1, null, null, 3), unit(2, null, 4, 2)], 0)
    expect(all!.cell).toMatchObject({ submitted: null, adopted: 5, rate: null })
  })

  test('alone, or without facts', () => {
    expect(said([unit(0, null, 1, 1)], 0)).toEqual([['own', 1, 1, [0]]])
    expect(peersOf(four, 9)).toEqual([])
  })
})
