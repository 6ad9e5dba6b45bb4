import { describe, expect, test } from 'vitest'
import { textWidth } from '../../src/charts/chartText'
import { nameWriter, truncated } from '../../src/charts/truncated'

const COUNTY = '海东市互助土族自治县'
const LONG = ['教育局', '农业农村和科技局', '人力资源和社会保障局'].map((name) => COUNTY + name)

describe('names that do not fit', () => {
  test('lose what they begin with in common first, then their middle', () => {
    const written = nameWriter([...LONG, '威远镇'], 10)
    expect(LONG.map((name) => written(name, 100))).toEqual(['…教育局', '…农业农村和科技局', '…人力资源…会保障局'])
    // Of those that begin alike all are written alike.
    expect(written(LONG[0]!, 130)).toBe('…教育局')
    expect(written(LONG[0]!, 200)).toBe(LONG[0])
    expect(written('威远镇', 100)).toBe('威远镇')
  })

  test('keep both ends where nothing is in common', () => {
    expect(truncated('农业农村和科技局', 50, 10)).toBe('农业…技局')
    expect(truncated(COUNTY, 10, 10)).toBe('…')
    // Something of each is left, whatever they share.
    const [one, two] = ['第一人民医院', '第一人民医院分院']
    const written = nameWriter([one, two], 10)
    expect([written(one, 50), written(two, 50)]).toEqual(['…医院', '…医院分院'])
  })

  test('are never wider than their room', () => {
    const written = nameWriter(LONG, 14)
    for (const name of LONG)
      for (let width = 30; width < 300; width += 7)
        expect(textWidth(written(name, width), 14)).toBeLessThanOrEqual(width)
  })
})
