import { describe, expect, test } from 'vitest'
import { splitOutlets } from '../../../src/ingest/clean/splitOutlets'
import { LIST_MARK } from '../../../src/ingest/read/listMark'

const split = (cell: string, ...others: string[]): string[] => splitOutlets([cell, ...others])[0]!

describe('several outlets in a cell', () => {
  test.each([
    '日报、手机报',
    '日报，手机报',
    '日报,手机报',
    '日报；手机报',
    '日报;手机报',
    '日报／手机报',
    '日报/手机报',
    '日报\n手机报',
    '日报、、手机报、',
    ' 日报 、 手机报 ',
    '日报|手机报',
  ])('«%s»', (cell) => {
    expect(split(cell)).toEqual(['日报', '手机报'])
  })

  test('are never cut inside book marks or brackets', () => {
    expect(split('《经济、社会快报》、手机报')).toEqual(['《经济、社会快报》', '手机报'])
    expect(split('《甲/乙》')).toEqual(['《甲/乙》'])
    expect(split('门户网（头条、要闻）、手机报')).toEqual(['门户网（头条、要闻）', '手机报'])
  })

  test('an unclosed mark is a slip and protects nothing', () => {
    expect(split('《日报、手机报')).toEqual(['《日报', '手机报'])
  })

  test('by blanks only where every part stands alone elsewhere', () => {
    expect(split('日报 手机报', '日报', '手机报')).toEqual(['日报', '手机报'])
    expect(split('日报 手机报', '日报')).toEqual(['日报手机报'])
    expect(split('Daily News', 'Daily')).toEqual(['Daily News'])
    expect(split('日报 手机报', '日报、手机报')).toEqual(['日报', '手机报'])
  })

  test.each(['', ' ', '无', '-', '—', '/', '未采用', '否', '0', '×'])('«%s» names none', (cell) => {
    expect(split(cell)).toEqual([])
  })

  test('a list of JSON is taken as it stands, blanks keeping their place', () => {
    expect(split(['甲、乙报', '', '手机报'].join(LIST_MARK))).toEqual(['甲、乙报', '', '手机报'])
  })

  test('width and blanks of a name are folded', () => {
    expect(split('日　报、ＡＰＰ')).toEqual(['日报', 'APP'])
  })
})
