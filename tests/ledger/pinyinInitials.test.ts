import { describe, expect, test } from 'vitest'
import { matchesSearch, pinyinInitials } from '../../src/ledger/pinyinInitials'

describe('initials', () => {
  test.each([
    ['石桥镇', 'sqz'],
    ['县委办A1', 'xwba1'],
    ['重庆', 'cq'],
    ['长沙', 'cs'],
    ['银行', 'yh'],
    ['行政审批局', 'xzspj'],
    ['会计中心', 'kjzx'],
    ['吕梁', 'll'],
    ['《Ｘ信息》 第３期', 'xxxd3q'],
    ['市委办·信息科', 'swbxxk'],
    ['__proto__', 'proto'],
    ['constructor', 'constructor'],
    ['', ''],
    ['（）—…', ''],
    // No dictionary knows the sound of this form of 吉.
    ['𠮷田', '𠮷t'],
  ])('%s: %s', (text, initials) => {
    expect(pinyinInitials(text)).toBe(initials)
    expect(pinyinInitials(text)).toBe(initials)
  })
})

describe('found', () => {
  test.each([
    ['石桥镇', ''],
    ['石桥镇', '桥'],
    ['石桥镇', '石 桥'],
    ['石桥镇', 'sqz'],
    ['石桥镇', 'SQ'],
    ['石桥镇', 'ｑｚ'],
    ['石桥镇', 'shiqiaozhen'],
    ['石桥镇', 'shiqi'],
    ['石桥镇', 'qiao zhen'],
    ['石桥镇', "shi'qiao"],
    ['吕家坪镇', 'lvjia'],
    ['县委办A1', 'ba1'],
    ['ＡＰＰ', 'app'],
    ['Ａ　县委办', 'a县'],
  ])('%s by %s', (text, query) => {
    expect(matchesSearch(text, query)).toBe(true)
  })
})

describe('not found', () => {
  test.each([
    ['石桥镇', '桥石'],
    ['石桥镇', 'zq'],
    ['石桥镇', 'iao'],
    ['石桥镇', 'hiqiao'],
    ['石桥镇', 'shiqiaozhenx'],
    ['石桥镇', '1'],
    ['石桥镇', '.*'],
    ['', 'a'],
  ])('%s by %s', (text, query) => {
    expect(matchesSearch(text, query)).toBe(false)
  })
})

test('more names than are remembered are still read right', () => {
  for (let i = 0; i < 10_050; i++) pinyinInitials(`镇${i}`)
  expect(pinyinInitials('镇7')).toBe('z7')
  expect(matchesSearch('镇10049', 'zhen10049')).toBe(true)
})
