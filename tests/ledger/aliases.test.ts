import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aliasBook,
  canonicalName,
  mergedNames,
  mergeNames,
  NO_ALIASES,
  splitName,
  withAliasBook,
} from '../../src/ledger/aliases'

const name = (aliases: typeof NO_ALIASES, written: string): string => canonicalName(aliases, 'units', written)

describe('names that a person declared one', () => {
  const merged = mergeNames(NO_ALIASES, 'units', ['县公安局', '公安局'], '县公安局')

  test('are counted under the chosen one', () => {
    expect(name(merged, '公安局')).toBe('县公安局')
    expect(name(merged, '县公安局')).toBe('县公安局')
    expect(name(merged, '教育局')).toBe('教育局')
  })

  test('in units or in outlets, never both', () => {
    expect(canonicalName(merged, 'outlets', '公安局')).toBe('公安局')
  })

  test('follow when their name is merged into a third', () => {
    const again = mergeNames(merged, 'units', ['县公安局', '公安机关'], '公安机关')
    for (const written of ['县公安局', '公安局', '公安机关']) expect(name(again, written)).toBe('公安机关')
  })

  test('may be turned round', () => {
    const turned = mergeNames(merged, 'units', ['县公安局', '公安局'], '公安局')
    for (const written of ['县公安局', '公安局']) expect(name(turned, written)).toBe('公安局')
  })

  test('are taken apart again', () => {
    expect(splitName(merged, 'units', '县公安局').units.size).toBe(0)
    expect(splitName(merged, 'units', '教育局').units.size).toBe(1)
  })

  test('leave what was there before untouched', () => {
    expect(NO_ALIASES.units.size).toBe(0)
    mergeNames(merged, 'units', ['甲', '乙'], '甲')
    expect(merged.units.size).toBe(1)
  })

  test('may be called __proto__', () => {
    const odd = mergeNames(NO_ALIASES, 'units', ['__proto__', 'constructor'], '__proto__')
    expect(name(odd, 'constructor')).toBe('__proto__')
    expect(name(odd, 'toString')).toBe('toString')
    expect(mergedNames(odd, 'units')).toEqual([{ name: '__proto__', aliases: ['constructor'] }])
  })

  test('never form a chain or a circle, whatever is merged and split', () => {
    const letter = fc.constantFrom('甲', '乙', '丙', '丁', '戊')
    const step = fc.tuple(fc.uniqueArray(letter, { minLength: 1, maxLength: 3 }), letter, fc.boolean())
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let aliases = NO_ALIASES
        for (const [names, into, split] of steps) {
          aliases = split ? splitName(aliases, 'units', into) : mergeNames(aliases, 'units', [...names, into], into)
        }
        for (const [alias, target] of aliases.units) {
          expect(target).not.toBe(alias)
          expect(aliases.units.has(target)).toBe(false)
        }
      }),
    )
  })
})

describe('a book of names', () => {
  const merged = mergeNames(
    mergeNames(NO_ALIASES, 'units', ['县公安局', '公安局'], '县公安局'),
    'outlets',
    ['日报', '市日报'],
    '市日报',
  )

  test('is read back as it was written', () => {
    const back = withAliasBook(NO_ALIASES, JSON.stringify(aliasBook(merged)))
    expect(back).toEqual(merged)
  })

  test('does not overrule what a person has said here', () => {
    const here = mergeNames(NO_ALIASES, 'units', ['公安局', '市公安局'], '市公安局')
    expect(name(withAliasBook(here, JSON.stringify(aliasBook(merged)))!, '公安局')).toBe('市公安局')
  })

  test('that goes in a circle ends as a merge', () => {
    const units = [
      { name: '甲', aliases: ['乙'] },
      { name: '乙', aliases: ['甲'] },
    ]
    const read = withAliasBook(
      NO_ALIASES,
      JSON.stringify({ format: 'caiyong-aliases', version: 1, units, outlets: [] }),
    )!
    expect([name(read, '甲'), name(read, '乙')]).toEqual(['甲', '甲'])
  })

  test.each([
    '',
    'null',
    '[]',
    '{}',
    '{"format":"caiyong-aliases","version":2,"units":[],"outlets":[]}',
    '{"format":"caiyong-aliases","version":1,"units":[]}',
    '{"format":"caiyong-aliases","version":1,"units":[null],"outlets":[]}',
    '{"format":"caiyong-aliases","version":1,"units":[{"name":1,"aliases":[]}],"outlets":[]}',
    '{"format":"caiyong-aliases","version":1,"units":[{"name":"甲","aliases":[2]}],"outlets":[]}',
    '单位,标题',
  ])('%j is none', (text) => {
    expect(withAliasBook(NO_ALIASES, text)).toBeNull()
  })
})
