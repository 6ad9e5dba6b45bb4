import { describe, expect, test } from 'vitest'
import { spanOfKey, spanYearBefore, yearToDate } from '../../src/time/calendar'

const span = (key: string) => spanOfKey(key)!

describe('the same days a year earlier', () => {
  test.each([
    ['2024-03', '2023-03'],
    ['2024H1', '2023H1'],
    ['2024', '2023'],
    ['2024-02', '2023-02'],
    ['2023-02', '2022-02'],
    ['2024-03-10~2024-04-09', '2023-03-10~2023-04-09'],
    ['2024-02-29~2024-02-29', '2023-02-28~2023-02-28'],
    ['2024-12-31~2025-01-01', '2023-12-31~2024-01-01'],
  ])('%s → %s', (now, before) => {
    expect(spanYearBefore(span(now))).toEqual(span(before))
  })
})

describe('the year to date', () => {
  test.each([
    ['2024-03', '2024-01-01~2024-03-31'],
    ['2024H2', '2024'],
    ['2023-12-20~2024-01-19', '2024-01-01~2024-01-19'],
  ])('%s → %s', (now, toDate) => {
    expect(yearToDate(span(now))).toEqual(span(toDate))
  })
})
