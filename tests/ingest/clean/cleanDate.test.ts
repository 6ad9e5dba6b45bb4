import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanDate, type DateContext, type DateProblem, PLAIN_DATE } from '../../../src/ingest/clean/cleanDate'
import { calendarDay, formatDay } from '../../../src/time/day'
import { day } from '../../helpers/importText'

const IN_2024: DateContext = { defaultYear: 2024, serials: '1900', shortOrder: null }

/** «2024-03-05» for one day, «2024-01-01~2024-02-29» for more, the problem where it cannot be read. */
function read(text: string, context: DateContext = PLAIN_DATE): string {
  const found = cleanDate(text, context)
  if ('problem' in found) return found.problem
  const { from, to } = found.span
  return to - from === 1 ? formatDay(from) : `${formatDay(from)}~${formatDay(to - 1)}`
}

describe('every way a day is written', () => {
  test.each([
    '2024-3-5',
    '2024-03-05',
    '2024.3.5',
    '2024.03.05.',
    '2024/3/5',
    '2024/03/05',
    '24.3.5',
    '24-3-5',
    '2024年3月5日',
    '2024年03月05日',
    '2024 年 3 月 5 日',
    '２０２４年３月５日',
    '２０２４－０３－０５',
    '2024年3月5号',
    '20240305',
    '20240305101500',
    '二○二四年三月五日',
    '二〇二四年三月五日',
    '二零二四年三月五日',
    '二O二四年三月五日',
    '二Ｏ二四年三月五日',
    '二四年三月五日',
    '2024-03-05 10:30',
    '2024-03-05 10:30:59',
    '2024-03-05T10:30:59.999Z',
    '2024-03-05T23:59:59+08:00',
    '2024/3/5 上午 9:05',
    '2024年3月5日 下午3时20分',
    '2024年3月5日（星期二）',
    '2024-03-05 周二',
    ' 2024-03-05　',
    '2024-3.5',
  ])('«%s»', (text) => {
    expect(read(text)).toBe('2024-03-05')
  })

  test.each([
    ['2024年12月31日', '2024-12-31'],
    ['2024-12-31 23:59:59', '2024-12-31'],
    ['二〇二四年十二月三十一日', '2024-12-31'],
    ['二〇二四年十月十日', '2024-10-10'],
    ['二〇二四年十一月二十日', '2024-11-20'],
    ['二〇二四年一月廿五日', '2024-01-25'],
    ['2024年2月29日', '2024-02-29'],
    ['99.12.31', '1999-12-31'],
    ['69.1.1', '2069-01-01'],
    ['70.1.1', '1970-01-01'],
  ])('«%s» is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('without a year only where the sheet says it', () => {
    for (const text of ['3月5日', '三月五日', '3.5', '3/5', '03-05']) {
      expect(read(text)).toBe('year-missing')
      expect(read(text, IN_2024)).toBe('2024-03-05')
      expect(cleanDate(text, IN_2024)).toMatchObject({ yearAssumed: true })
    }
    expect(cleanDate('2024年3月5日', IN_2024)).toMatchObject({ yearAssumed: false })
    expect(read('2月29日', { ...IN_2024, defaultYear: 2023 })).toBe('date-invalid')
  })

  test('serials of spreadsheets, in date columns only', () => {
    expect(read('45356')).toBe('date-invalid')
    expect(read('45356', IN_2024)).toBe('2024-03-05')
    expect(read('45356.999', IN_2024)).toBe('2024-03-05')
    expect(read('45657', IN_2024)).toBe('2024-12-31')
    // The 1904 system begins 1462 days later.
    expect(read('43894', { ...IN_2024, serials: '1904' })).toBe('2024-03-05')
    // 1901 and 2100: numbers of something else.
    expect(read('00500', IN_2024)).toBe('date-invalid')
    expect(read('73100', IN_2024)).toBe('date-invalid')
  })
})

describe('what is no day', () => {
  test.each<[string, DateProblem]>([
    ['2024-02-30', 'date-invalid'],
    ['2023-02-29', 'date-invalid'],
    ['2014-11-00', 'date-invalid'],
    ['0000-00-00', 'date-invalid'],
    ['2024-13-01', 'date-invalid'],
    ['2024年4月31日', 'date-invalid'],
    ['20240230', 'date-invalid'],
    ['昨天', 'date-invalid'],
    ['月底前', 'date-invalid'],
    ['123', 'date-invalid'],
    ['201*年3月5日', 'date-masked'],
    ['20××年3月5日', 'date-masked'],
    ['2024-03-??', 'date-masked'],
    ['01/02/2024', 'date-ambiguous'],
    ['2/1/24', 'date-ambiguous'],
  ])('«%s» is %s', (text, problem) => {
    expect(read(text)).toBe(problem)
  })
})

describe('day or month first', () => {
  test('is told by a part above twelve', () => {
    expect(read('25/02/2024')).toBe('2024-02-25')
    expect(read('02/25/2024')).toBe('2024-02-25')
    expect(cleanDate('25/02/2024')).toMatchObject({ dayFirstOrder: true })
    expect(cleanDate('02/25/2024')).toMatchObject({ dayFirstOrder: false })
    expect(read('30/02/2024')).toBe('date-invalid')
    expect(read('13/13/2024')).toBe('date-invalid')
    expect(read('05/05/2024')).toBe('2024-05-05')
  })

  test('or by the rest of the column', () => {
    expect(read('01/02/2024', { ...PLAIN_DATE, shortOrder: 'dmy' })).toBe('2024-02-01')
    expect(read('01/02/2024', { ...PLAIN_DATE, shortOrder: 'mdy' })).toBe('2024-01-02')
  })
})

describe('periods', () => {
  test.each([
    ['2024年3月', '2024-03-01~2024-03-31'],
    ['2024年2月份', '2024-02-01~2024-02-29'],
    ['2024-03', '2024-03-01~2024-03-31'],
    ['202403', '2024-03-01~2024-03-31'],
    ['2024年第三季度', '2024-07-01~2024-09-30'],
    ['2024年三季度', '2024-07-01~2024-09-30'],
    ['2024年3季度', '2024-07-01~2024-09-30'],
    ['2024Q4', '2024-10-01~2024-12-31'],
    ['2024年上半年', '2024-01-01~2024-06-30'],
    ['2024年下半年', '2024-07-01~2024-12-31'],
    ['2024H2', '2024-07-01~2024-12-31'],
    ['2024年1—2月份', '2024-01-01~2024-02-29'],
    ['2024年1-3月', '2024-01-01~2024-03-31'],
    ['2024年10月至12月', '2024-10-01~2024-12-31'],
    ['二〇二四年一至三月', '2024-01-01~2024-03-31'],
    ['2024年', '2024-01-01~2024-12-31'],
    ['2024年度', '2024-01-01~2024-12-31'],
    ['2024', '2024-01-01~2024-12-31'],
    ['2024年1月1日至2024年3月9日', '2024-01-01~2024-03-09'],
    ['2024年1月1日-3月9日', '2024-01-01~2024-03-09'],
    ['2024.1.1-2024.12.31', '2024-01-01~2024-12-31'],
    ['2018.01-2020.12', '2018-01-01~2020-12-31'],
  ])('«%s» is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each([
    ['三季度', '2024-07-01~2024-09-30'],
    ['第一季度', '2024-01-01~2024-03-31'],
    ['上半年', '2024-01-01~2024-06-30'],
    ['1—2月份', '2024-01-01~2024-02-29'],
    ['3月', '2024-03-01~2024-03-31'],
    ['十二月份', '2024-12-01~2024-12-31'],
  ])('«%s» takes the year of the sheet', (text, expected) => {
    expect(read(text)).toBe('year-missing')
    expect(read(text, IN_2024)).toBe(expected)
  })

  test.each(['2024年5季度', '2024年3-2月', '2024年13月', '2024年3月9日至1月1日'])('«%s» is none', (text) => {
    expect(read(text)).toBe('date-invalid')
  })
})

describe('properties', () => {
  const days = fc.integer({ min: day(1990, 1, 1), max: day(2059, 12, 31) })

  test('every day is read back from every unmistakable spelling', () => {
    fc.assert(
      fc.property(days, (number) => {
        const { year, month, dayOfMonth } = calendarDay(number)
        const iso = formatDay(number)
        const spellings = [
          iso,
          iso.replace(/-/g, ''),
          `${year}.${month}.${dayOfMonth}`,
          `${year}/${month}/${dayOfMonth} 23:59`,
          `${year}年${month}月${dayOfMonth}日`,
        ]
        for (const spelling of spellings) expect(read(spelling)).toBe(iso)
        expect(read(String(number + 25_569), IN_2024)).toBe(iso)
      }),
    )
  })

  test('no text makes it throw', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[0-9年月日至.\-/ 二○〇十廿上下半季度QH*]{0,16}$/),
    )
    fc.assert(
      fc.property(hostile, (text) => {
        const found = cleanDate(text, IN_2024)
        return 'problem' in found || found.span.from < found.span.to
      }),
      { numRuns: 3000 },
    )
  })
})
