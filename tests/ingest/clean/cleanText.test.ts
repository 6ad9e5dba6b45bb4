import { describe, expect, test } from 'vitest'
import { cleanName, matchKey, trimCell } from '../../../src/ingest/clean/cleanText'
import { sectionName } from '../../../src/ingest/clean/rowKind'
import { totalLabel } from '../../../src/ingest/clean/totalLabel'

describe('a name', () => {
  test.each([
    ['单　位', '单位'],
    [' 县公安局 ', '县公安局'],
    ['县 公 安 局', '县公安局'],
    ['ＡＢＣ１２', 'ABC12'],
    ['New  Town', 'New Town'],
    ['县\n公安局', '县公安局'],
    ['《 日报 》', '《日报》'],
    ['\ufeff县公安局', '县公安局'],
    ['县\u200b公安\u0000局', '县公安局'],
    ['第 1 中学', '第 1 中学'],
    ['', ''],
    ['　', ''],
  ])('«%s» is «%s»', (text, name) => {
    expect(cleanName(text)).toBe(name)
  })

  test('marks of Chinese punctuation stay as written', () => {
    expect(cleanName('《信息通报》（综合）')).toBe('《信息通报》（综合）')
    expect(cleanName('甲，乙')).toBe('甲，乙')
  })

  test.each(['__proto__', 'constructor', 'toString', '=1+1', '<b>甲</b>'])('«%s» stays as it is', (name) => {
    expect(cleanName(name)).toBe(name)
  })
})

test('a cell loses only what nobody sees', () => {
  expect(trimCell(' \ufeffa\u0007b\tc ')).toBe('ab\tc')
})

test('keys for words ignore width, case and blanks', () => {
  expect(matchKey(' Ｎ ｏ．１ ')).toBe('no.1')
})

describe('the label of a totals row', () => {
  test.each<[string, 'total' | 'subtotal' | 'unchecked' | null]>([
    ['合计', 'total'],
    ['合　计', 'total'],
    ['总计（条）', 'total'],
    ['全县合计', 'total'],
    ['累计', 'total'],
    ['共计：', 'total'],
    ['Total', 'total'],
    ['小计', 'subtotal'],
    ['县直部门小计', 'subtotal'],
    ['平均', 'unchecked'],
    ['平均值', 'unchecked'],
    ['县公安局', null],
    ['', null],
    ['关于上半年各项任务完成情况的合计', null],
    ['合计划生育协会', null],
    ['总计划办', null],
    ['其中：县直', 'unchecked'],
  ])('«%s» is %s', (text, kind) => {
    expect(totalLabel(text)).toBe(kind)
  })
})

test.each([
  ['一、县直部门', '县直部门'],
  ['（二）各乡镇', '各乡镇'],
  ['(三) 企业：', '企业'],
  ['第一类：镇街', '镇街'],
  ['县直部门', '县直部门'],
])('section «%s» is the group «%s»', (text, group) => {
  expect(sectionName(text)).toBe(group)
})
