import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldOutlets } from '../../src/ledger/foldOutlets'
import { lines, measuresOf } from '../helpers/importText'

describe('one outlet', () => {
  test.each([
    [['《市日报》', '市日报']],
    [['《市日报》第56期', '《市日报》']],
    [['信息通报（第3期）', '信息通报']],
    [['信息通报2024年第12期', '信息通报']],
    [['信息通报总第一百二十期', '信息通报第7号']],
    [['APP', 'app']],
  ])('%j', (names) => {
    const { canonical, folded } = foldOutlets(
      names,
      names.map(() => 1),
    )
    expect(new Set(canonical).size).toBe(1)
    expect(folded).toEqual([names])
  })

  test('is shown in its most frequent spelling, without the issue', () => {
    expect(foldOutlets(['《市日报》', '市日报', '市日报第5期'], [4, 3, 2]).canonical[0]).toBe('市日报')
    expect(foldOutlets(['《市日报》', '市日报'], [4, 3]).canonical).toEqual(['《市日报》', '《市日报》'])
  })
})

describe('two outlets', () => {
  test.each([
    [['市日报', '州日报']],
    [['市日报', '市日报社']],
    [['信息通报', '信息快报']],
    [['手机报', '手机报（综合）']],
    [['第一期', '第二期']],
    [['__proto__', 'constructor']],
  ])('%j', (names) => {
    const { canonical, folded } = foldOutlets(
      names,
      names.map(() => 1),
    )
    expect(canonical).toEqual(names)
    expect(folded).toEqual([])
  })
})

test('folding again changes nothing', () => {
  const name = fc.stringMatching(/^[《》市日报第1期（）]{1,8}$/)
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), (names) => {
      const once = foldOutlets(
        names,
        names.map(() => 1),
      ).canonical
      expect(
        foldOutlets(
          once,
          once.map(() => 1),
        ).canonical,
      ).toEqual(once)
    }),
  )
})

test('the ledger says what it folded', async () => {
  const m = await measuresOf(
    lines(
      '标题,单位,报送日期,采用载体',
      '某事一,甲局,2024-03-05,《市日报》',
      '某事二,甲局,2024-03-05,《市日报》',
      '某事三,甲局,2024-03-05,市日报',
      '某事四,甲局,2024-03-05,',
    ),
  )
  expect(m.outlets).toMatchObject([{ outlet: '《市日报》', adopted: 3 }])
  expect(m.findings).toMatchObject([
    { level: 'info', code: 'name-folded', names: ['《市日报》', '市日报'], value: '《市日报》' },
  ])
})
