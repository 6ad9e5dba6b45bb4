import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { calendarDay, dayOf, formatDay, today } from '../../src/time/day'

describe('a date as a number of days', () => {
  test.each([
    [1970, 1, 1, 0],
    [1970, 1, 2, 1],
    [1969, 12, 31, -1],
    // 54 years of 365 days and 13 leap days.
    [2024, 1, 1, 54 * 365 + 13],
    [2024, 2, 29, 54 * 365 + 13 + 59],
    [2024, 3, 1, 54 * 365 + 13 + 60],
    [2024, 12, 31, 54 * 365 + 13 + 365],
    [2025, 1, 1, 54 * 365 + 13 + 366],
  ])('%d-%d-%d is day %d', (year, month, dayOfMonth, expected) => {
    expect(dayOf(year, month, dayOfMonth)).toBe(expected)
  })

  test.each([
    [2023, 2, 29],
    [1900, 2, 29],
    [2100, 2, 29],
    [2024, 2, 30],
    [2024, 4, 31],
    [2024, 13, 1],
    [2024, 0, 1],
    [2024, 1, 0],
    [2014, 11, 0],
    [0, 0, 0],
    [1899, 12, 31],
    [2200, 1, 1],
    [2024.5, 1, 1],
    [2024, 1, 1.5],
    [Number.NaN, 1, 1],
  ])('%d-%d-%d does not exist', (year, month, dayOfMonth) => {
    expect(dayOf(year, month, dayOfMonth)).toBeNull()
  })

  test('a century is a leap year when 400 divides it', () => {
    expect(dayOf(2000, 2, 29)).toBe(11_016)
  })

  test('there and back, for every day from 1900 to 2199', () => {
    const first = dayOf(1900, 1, 1)!
    const last = dayOf(2199, 12, 31)!
    // 300 years hold 73 leap days: 1900 and 2100 have none.
    expect(last - first + 1).toBe(300 * 365 + 73)
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (day) => {
        const { year, month, dayOfMonth } = calendarDay(day)
        expect(dayOf(year, month, dayOfMonth)).toBe(day)
      }),
      { numRuns: 2000 },
    )
  })

  test('is written YYYY-MM-DD', () => {
    expect(formatDay(0)).toBe('1970-01-01')
    expect(formatDay(54 * 365 + 13 + 365)).toBe('2024-12-31')
  })
})

describe('today is the day on the wall of this computer', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test.each([
    ['one second before midnight at the end of a year', new Date(2024, 11, 31, 23, 59, 59), '2024-12-31'],
    ['midnight of a new year', new Date(2025, 0, 1, 0, 0, 0), '2025-01-01'],
    ['the last moment of a leap day', new Date(2024, 1, 29, 23, 59, 59, 999), '2024-02-29'],
    ['the night when clocks are put forward', new Date(2024, 2, 10, 3, 30), '2024-03-10'],
    ['the night when clocks are put back', new Date(2024, 10, 3, 1, 30), '2024-11-03'],
  ])('%s', (_, now, expected) => {
    vi.setSystemTime(now)
    expect(formatDay(today())).toBe(expected)
    expect(formatDay(today(now))).toBe(expected)
  })
})
