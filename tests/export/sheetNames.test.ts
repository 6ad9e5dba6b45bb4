import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheetNames } from '../../src/export/sheetNames'

test.each([
  [
    ['报送', '采用'],
    ['报送', '采用'],
  ],
  [['a[1]:*?/\\b'], ['a［1］：＊？／＼b']],
  [
    ['报送', '报送', 'A', 'a'],
    ['报送', '报送 (2)', 'A', 'a (2)'],
  ],
  [
    ['', '  ', '\u0000'],
    ['1', '2', '3'],
  ],
  [["'引号'"], ['引号']],
  [
    ["' '双层' '", '\u0085'],
    ['双层', '2'],
  ],
  [['History'], ['History (2)']],
  [
    ['字'.repeat(40), '字'.repeat(41)],
    ['字'.repeat(31), `${'字'.repeat(27)} (2)`],
  ],
  [[`${'a'.repeat(30)}😀`], ['a'.repeat(30)]],
  [['a\nb\tc'], ['a b c']],
])('%j: %j', (names, legal) => {
  expect(sheetNames(names)).toEqual(legal)
})

test('whatever the names, tabs are legal and unique', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 50 }), { maxLength: 20 }), (names) => {
      const tabs = sheetNames(names)
      expect(new Set(tabs.map((tab) => tab.toLowerCase())).size).toBe(names.length)
      for (const tab of tabs) {
        expect(tab.length).toBeLessThanOrEqual(31)
        expect(tab).toMatch(/^(?!')[^[\]:*?/\\\p{Cc}]+(?<!')$/u)
      }
    }),
  )
})
