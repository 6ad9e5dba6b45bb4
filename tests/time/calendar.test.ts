import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PeriodKind } from '../../src/model/period'
import {
  kindOfSpan,
  monthNumber,
  monthsSpan,
  periodContaining,
  periodKey,
  periodsBetween,
  spanBefore,
  spanOf,
  spanOfKey,
} from '../../src/time/calendar'
import { dayOf, formatDay } from '../../src/time/day'

const KINDS: readonly PeriodKind[] = ['month', 'quarter', 'halfYear', 'year']

/** «2024-01-01~2024-12-31» with both ends included, as people write it. */
function written({ from, to }: { from: number; to: number }): string {
  return `${formatDay(from)}~${formatDay(to - 1)}`
}

function at(date: string): number {
  const [year, month, day] = date.split('-').map(Number)
  return dayOf(year!, month!, day!)!
}

describe('periods of the calendar', () => {
  test.each<[PeriodKind, number, number, string]>([
    ['month', 2024, 2, '2024-02-01~2024-02-29'],
    ['month', 2023, 2, '2023-02-01~2023-02-28'],
    ['month', 2024, 12, '2024-12-01~2024-12-31'],
    ['quarter', 2024, 1, '2024-01-01~2024-03-31'],
    ['quarter', 2024, 4, '2024-10-01~2024-12-31'],
    ['halfYear', 2024, 1, '2024-01-01~2024-06-30'],
    ['halfYear', 2024, 2, '2024-07-01~2024-12-31'],
    ['year', 2024, 1, '2024-01-01~2024-12-31'],
  ])('%s %d/%d', (kind, year, index, expected) => {
    expect(written(spanOf(kind, year, index))).toBe(expected)
  })

  test('«1—2月份» is two months', () => {
    expect(written(monthsSpan(2024, 1, 2))).toBe('2024-01-01~2024-02-29')
    expect(written(monthsSpan(2024, 1, 12))).toBe('2024-01-01~2024-12-31')
  })

  test.each<[string, string, string, string, string]>([
    ['2024-12-31', '2024-12', '2024Q4', '2024H2', '2024'],
    ['2025-01-01', '2025-01', '2025Q1', '2025H1', '2025'],
    ['2024-06-30', '2024-06', '2024Q2', '2024H1', '2024'],
    ['2024-07-01', '2024-07', '2024Q3', '2024H2', '2024'],
    ['2024-02-29', '2024-02', '2024Q1', '2024H1', '2024'],
    ['2024-03-31', '2024-03', '2024Q1', '2024H1', '2024'],
    ['2024-04-01', '2024-04', '2024Q2', '2024H1', '2024'],
  ])('%s is in %s, %s, %s, %s', (date, ...keys) => {
    expect(KINDS.map((kind) => periodKey(kind, at(date)))).toEqual(keys)
  })

  test('the last day of a period is in it and the next is not', () => {
    for (const kind of KINDS) {
      const { from, to } = periodContaining(kind, at('2024-12-31'))
      expect(to).toBe(at('2025-01-01'))
      expect(periodContaining(kind, to).from).toBe(to)
      expect(periodContaining(kind, to - 1).from).toBe(from)
    }
  })

  test('months are counted on across years', () => {
    expect(monthNumber(at('2025-01-01')) - monthNumber(at('2024-12-31'))).toBe(1)
    expect(monthNumber(at('2024-12-01'))).toBe(2024 * 12 + 11)
  })
})

describe('keys', () => {
  test.each([
    ['2024-02', '2024-02-01~2024-02-29'],
    ['2024Q4', '2024-10-01~2024-12-31'],
    ['2024H1', '2024-01-01~2024-06-30'],
    ['2024', '2024-01-01~2024-12-31'],
    ['2024-01-31~2024-02-01', '2024-01-31~2024-02-01'],
    ['2024-12-31~2024-12-31', '2024-12-31~2024-12-31'],
  ])('%s', (key, expected) => {
    expect(written(spanOfKey(key)!)).toBe(expected)
  })

  test.each([
    '',
    '2024-00',
    '2024-13',
    '2024-3',
    '2024Q0',
    '2024Q5',
    '2024H3',
    '1899',
    '2199H2',
    '24H1',
    '2024h1',
    ' 2024',
    '2024-02-30~2024-03-01',
    '2024-03-02~2024-03-01',
    '2024-03-01~',
    '甲局',
  ])('«%s» is none', (key) => {
    expect(spanOfKey(key)).toBeNull()
  })

  test('name the period that they were made of', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('1900-01-01'), max: at('2198-12-31') }),
        fc.constantFrom(...KINDS),
        (day, kind) => {
          const span = periodContaining(kind, day)
          expect(span.from <= day && day < span.to).toBe(true)
          expect(spanOfKey(periodKey(kind, day))).toEqual(span)
          expect(kindOfSpan(span)).toBe(kind)
        },
      ),
    )
  })
})

describe('the period before', () => {
  test.each([
    ['2024H1', '2023H2'],
    ['2025H1', '2024H2'],
    ['2024Q1', '2023Q4'],
    ['2024-03', '2024-02'],
    ['2024-01', '2023-12'],
    ['2024', '2023'],
    // Ten days before ten days: no calendar period.
    ['2024-01-11~2024-01-20', '2024-01-01~2024-01-10'],
    ['2024-03-01~2024-03-01', '2024-02-29~2024-02-29'],
  ])('%s follows %s', (key, before) => {
    expect(spanBefore(spanOfKey(key)!)).toEqual(spanOfKey(before))
  })
})

test('a span that is no calendar period has no kind', () => {
  expect(kindOfSpan(spanOfKey('2024-01-01~2024-06-29')!)).toBeNull()
  expect(kindOfSpan({ from: at('2024-01-01'), to: at('2024-05-01') })).toBeNull()
})

describe('all periods between two days', () => {
  test('cover them without gap or overlap', () => {
    const quarters = periodsBetween('quarter', at('2023-12-31'), at('2024-07-01'))
    expect(quarters.map(written)).toEqual(['2023-10-01~2023-12-31', '2024-01-01~2024-03-31', '2024-04-01~2024-06-30'])
  })

  test('the day after the last belongs to none of them', () => {
    expect(periodsBetween('month', at('2024-12-01'), at('2025-01-01'))).toHaveLength(1)
    expect(periodsBetween('month', at('2024-12-01'), at('2025-01-02'))).toHaveLength(2)
    expect(periodsBetween('month', at('2024-12-01'), at('2024-12-01'))).toEqual([])
  })
})
