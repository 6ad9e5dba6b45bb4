import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chineseNumber } from '../../../src/ingest/clean/chineseNumber'
import { cleanCount, cleanPair, cleanRate, rateAgrees } from '../../../src/ingest/clean/cleanCount'

describe('a count', () => {
  test.each([
    ['12', 12],
    ['0', 0],
    ['007', 7],
    ['1,234', 1234],
    ['12,345,678', 12_345_678],
    ['１２', 12],
    [' 1 2 ', 12],
    ['12.0', 12],
    ['12条', 12],
    ['12篇', 12],
    ['3篇次', 3],
    ['十二', 12],
    ['二十五条', 25],
    ['零', 0],
    ['两', 2],
  ])('«%s» is %d', (text, value) => {
    expect(cleanCount(text)).toEqual({ kind: 'number', value })
  })

  test.each(['', ' ', '　', '-', '—', '–', '/', '无', '.'])('«%s» is blank', (text) => {
    expect(cleanCount(text)).toEqual({ kind: 'blank' })
  })

  test.each(['1-2', '12/3', '2024-03-05', '3月5日', 'Jan-12', '12-Mar', '2024/12/3'])(
    '«%s» is a date, and so a question',
    (text) => {
      expect(cleanCount(text)).toEqual({ kind: 'date' })
    },
  )

  test.each(['#N/A', '#NAME?', '#REF!', '#VALUE!', '#DIV/0!', '#n/a'])('«%s» is an error cell', (text) => {
    expect(cleanCount(text)).toEqual({ kind: 'error' })
  })

  test.each([
    '-3',
    '1.5',
    '约12',
    '十几',
    '1,23',
    '12,34',
    'abc',
    '1e3',
    '1234567890',
    '12%',
    '=1+1',
    'NaN',
    'Infinity',
  ])('«%s» is none', (text) => {
    expect(cleanCount(text)).toEqual({ kind: 'invalid' })
  })

  test('every whole number is read back, bare, with commas and in full width', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), (value) => {
        const wide = String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        for (const text of [String(value), value.toLocaleString('en-US'), wide, `${value}条`]) {
          expect(cleanCount(text)).toEqual({ kind: 'number', value })
        }
      }),
    )
  })
})

describe('a pair of a month matrix', () => {
  test.each([
    ['12/3', 12, 3],
    ['12／3', 12, 3],
    ['12、3', 12, 3],
    ['12(3)', 12, 3],
    ['12（3）', 12, 3],
    [' 0 / 0 ', 0, 0],
    ['12', 12, null],
  ])('«%s» is %d sent, %s adopted', (text, submitted, adopted) => {
    expect(cleanPair(text)).toEqual({ submitted, adopted })
  })

  test.each(['', '12/', '/3', '12/3/1', 'a/b', '12(3', '1.5/2'])('«%s» is none', (text) => {
    expect(cleanPair(text)).toBeNull()
  })
})

describe('a printed rate', () => {
  const agrees = (text: string, x: number, n: number): boolean => rateAgrees(cleanRate(text)!, x, n)

  test.each<[string, number, number]>([
    // 85/551 = 15.4264…%, rounded or cut at the printed digits.
    ['15.4%', 85, 551],
    ['15.42%', 85, 551],
    ['15.43%', 85, 551],
    ['15%', 85, 551],
    ['0.154', 85, 551],
    ['15.4', 85, 551],
    // 4/7 = 57.142…%
    ['57.14%', 4, 7],
    ['57.1%', 4, 7],
    // 2/3 = 66.66…: both neighbours.
    ['66.6%', 2, 3],
    ['66.7%', 2, 3],
    ['0.67', 2, 3],
    ['0.66', 2, 3],
    ['100%', 5, 5],
    ['1', 5, 5],
    ['100', 5, 5],
    ['0', 0, 7],
    ['0%', 0, 7],
    ['１５．４％', 85, 551],
    ['154‰', 85, 551],
    // 1/8 = 12.5 %: at no digit it may round either way.
    ['12%', 1, 8],
    ['13%', 1, 8],
    // Published bulletins.
    ['52.8%', 159, 301],
    ['43.3%', 250, 578],
    ['36.2%', 131, 362],
    ['41.8%', 105, 251],
    // Of nothing: 0 is what people print.
    ['0', 0, 0],
    ['0.00%', 0, 0],
  ])('«%s» agrees with %d/%d', (text, x, n) => {
    expect(agrees(text, x, n)).toBe(true)
  })

  test.each<[string, number, number]>([
    ['15.5%', 85, 551],
    ['15.44%', 85, 551],
    ['15.41%', 85, 551],
    ['57.10%', 4, 7],
    ['66.8%', 2, 3],
    ['66.5%', 2, 3],
    ['14%', 85, 551],
    ['100%', 0, 0],
    ['1%', 5, 5],
    ['0%', 1, 7],
    ['26.7%', 85, 551],
  ])('«%s» does not agree with %d/%d', (text, x, n) => {
    expect(agrees(text, x, n)).toBe(false)
  })

  test.each(['', '-', '—', '约50%', 'abc', '50%%', '-5%'])('«%s» is no rate', (text) => {
    expect(cleanRate(text)).toBeNull()
  })

  test('rounding and cutting always agree, two units of the last digit more never do', () => {
    const proportion = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n), fc.integer({ min: 0, max: 2 })))
    fc.assert(
      fc.property(proportion, ([x, n, digits]) => {
        const percent = (x / n) * 100
        const unit = 10 ** -digits
        const cut = Math.floor(percent / unit + 1e-9) * unit
        expect(agrees(`${percent.toFixed(digits)}%`, x, n)).toBe(true)
        expect(agrees(`${cut.toFixed(digits)}%`, x, n)).toBe(true)
        expect(agrees(`${(cut + 2 * unit).toFixed(digits)}%`, x, n)).toBe(false)
      }),
    )
  })
})

describe('numbers in Chinese digits', () => {
  test.each([
    ['二〇二四', 2024],
    ['二○二四', 2024],
    ['贰零贰肆', 2024],
    ['2024', 2024],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十五', 25],
    ['三十一', 31],
    ['一百零五', 105],
    ['一百二十三', 123],
  ])('«%s» is %d', (text, value) => {
    expect(chineseNumber(text)).toBe(value)
  })

  test.each(['', '甲', '二十五六', '1a', '十十'])('«%s» is none', (text) => {
    expect(chineseNumber(text)).toBeNull()
  })
})
