import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CALENDAR_YEAR, type PeriodKind, type ReportingCalendar, type Span } from '../../src/model/period'
import {
  isWholeMonths,
  kindOfSpan,
  monthNumber,
  monthsSpan,
  periodContaining,
  periodKey,
  periodsBetween,
  reportingSpan,
  spanBefore,
  spanOfKey,
  spanOfMonth,
  spanYearBefore,
  yearToDate,
} from '../../src/time/calendar'
import { dayOf, formatDay } from '../../src/time/day'

const KINDS: readonly PeriodKind[] = ['month', 'quarter', 'halfYear', 'year']
const FROM_DECEMBER: ReportingCalendar = { firstMonth: 12, lastDay: null }
const TO_25: ReportingCalendar = { firstMonth: 1, lastDay: 25 }

function written(span: Span | null): string {
  return span ? `${formatDay(span.from)}~${formatDay(span.to - 1)}` : 'none'
}
function at(date: string): number {
  const [year, month, day] = date.split('-').map(Number)
  return dayOf(year!, month!, day!)!
}
function days(text: string): Span {
  return spanOfKey(text)!
}
/** The days of a key, and the way back from its first and last day. */
function checked(key: string, calendar: ReportingCalendar): string {
  const span = spanOfKey(key, calendar)!
  const kind = kindOfSpan(span, calendar)!
  expect([span.from, span.to - 1].map((day) => periodKey(kind, day, calendar))).toEqual([key, key])
  return written(span)
}

describe('months that end on another day', () => {
  test.each([
    ['2024-03', 25, '2024-02-26~2024-03-25'],
    ['2024-01', 25, '2023-12-26~2024-01-25'],
    ['2024Q1', 25, '2023-12-26~2024-03-25'],
    ['2024H2', 25, '2024-06-26~2024-12-25'],
    ['2024', 25, '2023-12-26~2024-12-25'],
    // Named after the month that holds most of the days.
    ['2024-03', 9, '2024-03-10~2024-04-09'],
    ['2024Q1', 9, '2024-01-10~2024-04-09'],
    ['2024-03', 15, '2024-03-16~2024-04-15'],
    ['2024-03', 16, '2024-02-17~2024-03-16'],
    // A month cannot end on a day that February lacks, but may end on its last.
    ['2023-03', 28, '2023-03-01~2023-03-28'],
    ['2024-03', 28, '2024-02-29~2024-03-28'],
    ['2024-02', 28, '2024-01-29~2024-02-28'],
  ])('%s to the %d', (key, lastDay, expected) => {
    expect(checked(key, { firstMonth: 1, lastDay })).toBe(expected)
  })
})

describe('years that begin with another month', () => {
  test.each([
    ['2024', 12, '2023-12-01~2024-11-30'],
    ['2024H1', 12, '2023-12-01~2024-05-31'],
    ['2024Q4', 12, '2024-09-01~2024-11-30'],
    ['2024-12', 12, '2024-12-01~2024-12-31'],
    // August to July, as rating years run: most months lie in the second.
    ['2024', 8, '2023-08-01~2024-07-31'],
    ['2024', 7, '2023-07-01~2024-06-30'],
    ['2024', 6, '2024-06-01~2025-05-31'],
    ['2024', 4, '2024-04-01~2025-03-31'],
    ['2024Q4', 4, '2025-01-01~2025-03-31'],
  ])('%s from month %d', (key, firstMonth, expected) => {
    expect(checked(key, { firstMonth, lastDay: null })).toBe(expected)
  })

  test('both together', () => {
    expect(checked('2024', { firstMonth: 12, lastDay: 25 })).toBe('2023-11-26~2024-11-25')
    expect(checked('2024H2', { firstMonth: 12, lastDay: 25 })).toBe('2024-05-26~2024-11-25')
  })
})

describe('spans beside others', () => {
  test('before, a year before, year to date', () => {
    const march = spanOfKey('2024-03', TO_25)!
    expect(written(spanBefore(march, TO_25))).toBe('2024-01-26~2024-02-25')
    expect(written(spanYearBefore(march, TO_25))).toBe('2023-02-26~2023-03-25')
    expect(written(yearToDate(march, TO_25))).toBe('2023-12-26~2024-03-25')
    const january = spanOfKey('2024-01', FROM_DECEMBER)!
    expect(written(yearToDate(january, FROM_DECEMBER))).toBe('2023-12-01~2024-01-31')
    expect(written(spanBefore(spanOfKey('2024H1', FROM_DECEMBER)!, FROM_DECEMBER))).toBe('2023-06-01~2023-11-30')
  })

  test('a calendar month is no whole month of an office that ends on the 25th', () => {
    expect(isWholeMonths(days('2024-03'), TO_25)).toBe(false)
    expect(isWholeMonths(days('2024-02-26~2024-04-25'), TO_25)).toBe(true)
    expect(kindOfSpan(days('2024-03'), TO_25)).toBeNull()
  })
})

describe('periods that were named, not dated', () => {
  test.each([
    ['2024-03', TO_25, '2024-02-26~2024-03-25'],
    ['2024H1', TO_25, '2023-12-26~2024-06-25'],
    ['2024H1', FROM_DECEMBER, '2023-12-01~2024-05-31'],
    ['2024-03', FROM_DECEMBER, '2024-03-01~2024-03-31'],
    ['2024', FROM_DECEMBER, '2023-12-01~2024-11-30'],
    // A day and a week are no names.
    ['2024-03-26~2024-03-26', TO_25, '2024-03-26~2024-03-26'],
    ['2024-03-01~2024-03-07', TO_25, '2024-03-01~2024-03-07'],
  ])('%s', (key, calendar, expected) => {
    expect(written(reportingSpan(days(key), calendar))).toBe(expected)
  })

  test('January and February are the two months of those names', () => {
    expect(written(reportingSpan(monthsSpan(2024, 1, 2), TO_25))).toBe('2023-12-26~2024-02-25')
  })
})

const anyCalendar = fc.record({
  firstMonth: fc.integer({ min: 1, max: 12 }),
  lastDay: fc.option(fc.integer({ min: 1, max: 28 })),
})
const anyDay = fc.integer({ min: at('1901-01-01'), max: at('2197-12-31') })

describe('in any calendar', () => {
  test('each day lies in one period of each kind, whose key leads back to it', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.constantFrom(...KINDS), (calendar, day, kind) => {
        const span = periodContaining(kind, day, calendar)
        expect(span.from <= day && day < span.to).toBe(true)
        expect(kindOfSpan(span, calendar)).toBe(kind)
        expect(spanOfKey(periodKey(kind, day, calendar), calendar)).toEqual(span)
        // What follows begins where it ends.
        expect(periodContaining(kind, span.to, calendar).from).toBe(span.to)
        expect(periodContaining(kind, span.from - 1, calendar).to).toBe(span.from)
      }),
    )
  })

  test('a year has two halves, four quarters and twelve months, without a gap', () => {
    fc.assert(
      fc.property(anyCalendar, fc.integer({ min: 1902, max: 2196 }), (calendar, year) => {
        const whole = spanOfKey(`${year}`, calendar)!
        for (const [kind, count] of [
          ['halfYear', 2],
          ['quarter', 4],
          ['month', 12],
        ] as const) {
          const parts = periodsBetween(kind, whole.from, whole.to, calendar)
          expect(parts).toHaveLength(count)
          expect([parts[0]!.from, parts[count - 1]!.to]).toEqual([whole.from, whole.to])
        }
      }),
    )
  })

  test('a month is named after the calendar month that holds most of its days', () => {
    fc.assert(
      fc.property(anyCalendar, fc.integer({ min: 1902 * 12, max: 2196 * 12 }), (calendar, month) => {
        const { from, to } = spanOfMonth(month, calendar)
        const inside = Array.from({ length: to - from }, (_, i) => monthNumber(from + i, CALENDAR_YEAR) === month)
        // One day of the month decides for all months of a year: February 16th to March 15th is February still, with 13 or 14 of its days.
        const february = calendar.lastDay === 15 && month % 12 === 1
        expect(inside.filter(Boolean).length * 2 + (february ? 2 : 0)).toBeGreaterThanOrEqual(to - from)
      }),
      { examples: [[{ firstMonth: 1, lastDay: 15 }, 2033 * 12 + 1]] },
    )
  })
})
