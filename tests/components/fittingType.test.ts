import { describe, expect, it } from 'vitest'
import { fitting, fittingType } from '../../src/components/deck/fittingType'

const flowing = { size: 10, line: 20, gap: 10, single: false }
const single = { ...flowing, single: true }

describe('texts on a slide', () => {
  it('are counted until their lines are full', () => {
    // Three signs take 31.5 px with the reserve: two a line of 80 px.
    const names = Array.from({ length: 9 }, () => '东岭乡')
    expect(fitting(names, flowing, 80, 60)).toBe(6)
    expect(fitting(names, single, 80, 60)).toBe(3)
    expect(fitting(names, flowing, 80, 1000)).toBe(9)
    expect(fitting([], flowing, 80, 0)).toBe(0)
  })

  it('that are longer than a line take several', () => {
    const long = '经济社会发展信息专报'
    expect(fitting([long, '甲', '乙'], single, 60, 60)).toBe(2)
    expect(fitting([long], single, 60, 20)).toBe(0)
  })

  it('take the largest size in which all lists fit, else the smallest', () => {
    const sizes = [
      { size: 20, line: 30, gap: 10, single: true },
      { size: 10, line: 15, gap: 10, single: false },
    ] as const
    expect(fittingType([['甲'], ['乙', '丙']], sizes, 200, 60).size).toBe(20)
    expect(fittingType([['甲'], ['乙', '丙', '丁']], sizes, 200, 60).size).toBe(10)
    expect(fittingType([Array.from({ length: 99 }, () => '甲')], sizes, 20, 20).size).toBe(10)
  })
})
