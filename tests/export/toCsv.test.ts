import { describe, expect, it } from 'vitest'
import { neutralText, restoredText, toCsv, toTsv } from '../../src/export/toCsv'

const DANGEROUS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  '\t=1',
  '\tx',
  '\rx',
  '\nx',
  '  =1',
  '\u3000＝1',
  '\u00a0@a',
  '\ufeff=1',
  '\u200b=1',
  ' \tx',
]
const HARMLESS = ['', '教育局', '12/31', 'a=b', "O'Neil", "'quoted'", ' a', '1-2', '《州日报》']

describe('text that a spreadsheet would run', () => {
  it.each(DANGEROUS)('%j gets a leading apostrophe', (text) => {
    expect(neutralText(text)).toBe(`'${text}`)
  })

  it.each(HARMLESS)('%j stays as it is', (text) => {
    expect(neutralText(text)).toBe(text)
  })

  it.each([...DANGEROUS, ...HARMLESS, "'=1", "''=1", "'", "' =x", "'\tx"])(
    '%j comes back unchanged from our own file',
    (text) => {
      expect(restoredText(neutralText(text))).toBe(text)
    },
  )
})

describe('CSV', () => {
  it('has a byte order mark, commas and CRLF, and quotes what needs it', () => {
    expect(
      toCsv([
        ['单位', 'n'],
        ['a,"b"\r\nc', 3],
        ['=1,2', -4.5],
      ]),
    ).toBe('\ufeff单位,n\r\n"a,""b""\r\nc",3\r\n"\'=1,2",-4.5\r\n')
  })

  it('keeps numbers numbers, fractions percentages, and nothing empty', () => {
    expect(toCsv([[null, { percent: 12 / 31 }, { percent: 0.5 }, NaN, 0]])).toBe('\ufeff,38.71%,50%,,0\r\n')
  })

  it('is only the mark when there is no row', () => {
    expect(toCsv([])).toBe('\ufeff')
  })
})

describe('cells for the clipboard', () => {
  it('keep their grid whatever the text holds, and run nothing', () => {
    expect(toTsv([['a\tb', 'c\r\nd', '=1', 5]])).toBe("a b\tc d\t'=1\t5\r\n")
  })
})
