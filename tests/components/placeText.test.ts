import { describe, expect, test } from 'vitest'
import { placeText } from '../../src/components/placeText'
import { rankUnits } from '../../src/measures/rankUnits'
import { cellOf, unitOf } from '../../src/charts/galleryFixtures'
import type { Held } from '../../src/model/measure'
import type { RankBy } from '../../src/model/analysis'
import { say } from '../helpers/say'

/** What a card says of each unit, in the order of the ranking. */
function places(counts: readonly (readonly [number, number])[], held: Held | null = null, by: RankBy = 'rate') {
  const units = counts.map(([submitted, adopted], id) => unitOf(id, `第${id}局`, cellOf(submitted, adopted)))
  const ranking = rankUnits(units, by, 5, false, held)[0]!
  return ranking.units.map((own) => placeText(ranking, own, '', say('zh-CN')))
}

describe('where a unit stands', () => {
  test('is a rank where the others are told apart from it, with the ranks that are possible', () => {
    expect(
      places([
        [100, 90],
        [100, 50],
        [100, 10],
      ]),
    ).toEqual(['第 1 名，共 3 个单位', '第 2 名，共 3 个单位', '第 3 名，共 3 个单位'])
    expect(
      places([
        [100, 90],
        [100, 80],
        [100, 10],
      ])[0],
    ).toBe('第 1 名，共 3 个单位；名次范围 1–2')
  })

  test('is shared by equals, and is none where every rank is possible or nobody is judged', () => {
    expect(
      places([
        [100, 90],
        [100, 90],
        [100, 10],
      ])[0],
    ).toBe('并列第 1 名，共 3 个单位；名次范围 1–2')
    // Between two that are told apart a small one may stand anywhere: of itself alone that is said.
    expect(
      places([
        [100, 90],
        [6, 3],
        [100, 10],
      ]),
    ).toEqual([
      '第 1 名，共 3 个单位；名次范围 1–2',
      '名次不能确定（1–3 都有可能）',
      '第 3 名，共 3 个单位；名次范围 2–3',
    ])
    expect(
      places(
        [
          [100, 90],
          [100, 10],
        ],
        'immature',
      )[0],
    ).toBe('按采用率排列；仍有信息待采用，先后暂不下结论')
    expect(
      places(
        [
          [100, 90],
          [100, 10],
        ],
        'clock',
      )[0],
    ).toContain('不判断先后')
    // Counts of adoptions are told apart by whichever clock.
    expect(
      places(
        [
          [100, 90],
          [100, 10],
        ],
        'clock',
        'adopted',
      )[0],
    ).toBe('第 1 名，共 2 个单位')
    expect(
      places([
        [100, 90],
        [100, 10],
        [4, 4],
      ])[2],
    ).toContain('不排名')
  })
})
