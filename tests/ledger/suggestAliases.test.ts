import { describe, expect, test } from 'vitest'
import { suggestAliases } from '../../src/ledger/suggestAliases'
import { lines, measuresOf } from '../helpers/importText'

describe('suggested, with the reason', () => {
  test.each([
    ['城关镇', '城关镇人民政府', 'suffix'],
    ['总寨镇', '总寨镇政府', 'suffix'],
    ['县公安局', '公安局', 'prefix'],
    ['发改局', '发展和改革局', 'abbreviation'],
    ['县委宣传部', '县委 宣传部', 'spelling'],
    ['农业农村局', '农业农村居', 'typo'],
  ])('%s and %s: %s', (a, b, reason) => {
    expect(suggestAliases([a, b])).toEqual([{ names: [a, b], reason }])
    expect(suggestAliases([b, a])).toEqual([{ names: [b, a], reason }])
  })
})

describe('never suggested', () => {
  test.each([
    ['县公安局', '县教育局'],
    ['市公安局', '县公安局'],
    ['第一中学', '第二中学'],
    ['东岭乡', '西岭乡'],
    ['城关镇', '桃源镇'],
    ['县财政局', '县审计局'],
    ['1号小区', '2号小区'],
  ])('%s and %s', (a, b) => {
    expect(suggestAliases([a, b])).toEqual([])
  })
})

test('nothing is merged before a person confirms', async () => {
  const m = await measuresOf(
    lines(
      '标题,单位,报送日期,采用载体',
      '某事一,县公安局,2024-03-05,日报',
      '某事二,公安局,2024-03-06,',
      '某事三,城关镇,2024-03-06,',
    ),
  )
  expect(m.units.map(({ unit, submitted }) => [unit, submitted])).toEqual([
    ['县公安局', 1],
    ['公安局', 1],
    ['城关镇', 1],
  ])
  expect(m.findings.filter(({ code }) => code === 'alias-suggested')).toMatchObject([
    { level: 'info', names: ['县公安局', '公安局'] },
  ])
})
