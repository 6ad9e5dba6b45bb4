import { describe, expect, test } from 'vitest'
import { cellOf } from '../../src/charts/galleryFixtures'
import { rankUnits } from '../../src/measures/rankUnits'
import type { UnitCell } from '../../src/model/measure'

let next = 0
const unit = (name: string, submitted: number | null, adopted: number | null, placements = adopted): UnitCell => ({
  ...cellOf(submitted, adopted, placements),
  unitId: next++,
  unit: name,
  group: null,
  standing: 'unknown',
  settled: null,
})
const inGroup = (group: string | null, own: UnitCell): UnitCell => ({ ...own, group })
const ranksOf = (units: readonly { unit: string; rank: number | null }[]) => units.map((own) => [own.unit, own.rank])

describe('ranks', () => {
  test('equal rates share a rank and the next is left out: 1, 2, 2, 4; among equals the larger unit comes first', () => {
    const [ranking] = rankUnits(
      [unit('丁', 20, 2), unit('乙', 10, 5), unit('丙', 20, 10), unit('甲', 10, 9)],
      'rate',
      5,
      false,
    )
    expect(ranksOf(ranking!.units)).toEqual([
      ['甲', 1],
      ['丙', 2],
      ['乙', 2],
      ['丁', 4],
    ])
    expect(ranking!.units.map(({ value }) => value)).toEqual([0.9, 0.5, 0.5, 0.1])
  })

  test('by rate: fewer items than asked, unknown adopted, nothing submitted and more adopted than submitted are not ranked', () => {
    const [ranking] = rankUnits(
      [
        unit('小', 4, 4),
        unit('未知', 30, null),
        unit('零', 0, 0),
        unit('超', 10, 12),
        unit('无报送数', null, 9),
        unit('刚好', 5, 1),
      ],
      'rate',
      5,
      false,
    )
    expect(ranksOf(ranking!.units)).toEqual([
      ['刚好', 1],
      ['未知', null],
      ['超', null],
      ['小', null],
      ['零', null],
      ['无报送数', null],
    ])
    expect(ranking!.units[2]).toMatchObject({ value: 1.2, range: null })
    expect(ranking).toMatchObject({ fewest: 5, by: 'rate', undecided: 1, approximate: false })
  })

  test('by adopted items the fewest does not matter, and unknown is not 0', () => {
    const [ranking] = rankUnits([unit('甲', 2, 2), unit('乙', 9, null), unit('丙', 40, 0)], 'adopted', 5, false)
    expect(ranksOf(ranking!.units)).toEqual([
      ['甲', 1],
      ['丙', 2],
      ['乙', null],
    ])
  })

  test('by placements: counts of placements, marked approximate', () => {
    const [ranking] = rankUnits([unit('甲', 10, 5, 5), unit('乙', 10, 4, 9)], 'placements', 5, false)
    expect(ranksOf(ranking!.units)).toEqual([
      ['乙', 1],
      ['甲', 2],
    ])
    expect(ranking!.approximate).toBe(true)
    expect(ranking!.units[0]!.value).toBe(9)
  })

  test('within groups, in the order of the ledger, the one without a name last', () => {
    const units = [
      inGroup(null, unit('站', 10, 3)),
      inGroup('乡镇', unit('东川镇', 10, 2)),
      inGroup('县直', unit('教育局', 10, 1)),
      inGroup('乡镇', unit('西岭镇', 10, 7)),
    ]
    const rankings = rankUnits(units, 'rate', 5)
    expect(rankings.map(({ group }) => group)).toEqual(['乡镇', '县直', null])
    expect(ranksOf(rankings[0]!.units)).toEqual([
      ['西岭镇', 1],
      ['东川镇', 2],
    ])
    expect(rankings.slice(1).map((own) => ranksOf(own.units))).toEqual([[['教育局', 1]], [['站', 1]]])
    const [together] = rankUnits(units, 'rate', 5, false)
    expect(together!.group).toBeNull()
    expect(together!.units).toHaveLength(4)
  })

  test('no unit makes no ranking; a group of that name is a group', () => {
    expect(rankUnits([], 'rate', 5)).toEqual([])
    expect(rankUnits([inGroup('__proto__', unit('甲', 9, 3))], 'rate', 5)[0]!.group).toBe('__proto__')
  })
})

describe('rank ranges', () => {
  test('of counts: the published example, ten units of which eight from the top could be the first', () => {
    const counts = [31, 28, 25, 22, 20, 17, 15, 12, 9, 4]
    const [ranking] = rankUnits(
      counts.map((count, i) => unit(`单位${i}`, 60, count)),
      'adopted',
      5,
      false,
    )
    expect(ranking!.units.map(({ range }) => range)).toEqual([
      [1, 8],
      [1, 9],
      [1, 9],
      [1, 9],
      [1, 10],
      [1, 10],
      [1, 10],
      [1, 10],
      [2, 10],
      [5, 10],
    ])
    expect(ranking!.undecided).toBe(8)
  })

  test('of counts that are apart: three share the top, the others are decided', () => {
    const [ranking] = rankUnits(
      [12, 40, 85, 90, 120].map((count, i) => unit(`单位${i}`, 200, count)),
      'adopted',
      5,
      false,
    )
    expect(ranking!.units.map(({ range }) => range)).toEqual([
      [1, 3],
      [1, 3],
      [1, 3],
      [4, 4],
      [5, 5],
    ])
    expect(ranking!.undecided).toBe(3)
  })

  test('of rates: 90 and 50 of 100 are apart, 1 of 2 is open', () => {
    const [ranking] = rankUnits([unit('甲', 100, 90), unit('乙', 100, 50), unit('丙', 2, 1)], 'rate', 1, false)
    expect(ranking!.units.map((own) => [own.unit, own.rank, own.range])).toEqual([
      ['甲', 1, [1, 2]],
      ['乙', 2, [2, 3]],
      ['丙', 2, [1, 3]],
    ])
    expect(ranking!.undecided).toBe(2)
  })

  test('contain the rank, ties included, and leave units that are not ranked out', () => {
    const [ranking] = rankUnits(
      [unit('甲', 40, 20), unit('乙', 40, 20), unit('丙', 40, 1), unit('小', 2, 2)],
      'rate',
      5,
      false,
    )
    expect(ranking!.units.map(({ rank, range }) => [rank, range])).toEqual([
      [1, [1, 2]],
      [1, [1, 2]],
      [3, [3, 3]],
      [null, null],
    ])
  })

  test('more units than can be paired are ranked without ranges', () => {
    const [ranking] = rankUnits(
      Array.from({ length: 301 }, (_, i) => unit(`单位${i}`, 1000, 301 - i)),
      'rate',
      5,
      false,
    )
    expect(ranking!.units[300]).toMatchObject({ rank: 301, range: null })
    expect(ranking!.undecided).toBe(0)
  })
})
