import type { Day, PeriodKind, Span } from '../model/period'
import { calendarDay, dayOf } from './day'

const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, halfYear: 6, year: 12 }

/** First day of a month counted from January of year 0 (year × 12 + month − 1), so that months can be added as integers. */
function firstOfMonth(monthNumber: number): Day {
  const day = dayOf(Math.floor(monthNumber / 12), (((monthNumber % 12) + 12) % 12) + 1, 1)
  if (day === null) throw new RangeError(`month number ${monthNumber} lies outside 1900–2199`)
  return day
}

/** Months since January of year 0. */
export function monthNumber(day: Day): number {
  const { year, month } = calendarDay(day)
  return year * 12 + month - 1
}

/** The half-open span of the index-th (1-based) month, quarter or half-year of a year; index 1 for a year. */
export function spanOf(kind: PeriodKind, year: number, index: number): Span {
  const first = year * 12 + (index - 1) * MONTHS[kind]
  return { from: firstOfMonth(first), to: firstOfMonth(first + MONTHS[kind]) }
}

/** The span of a month by its number (see `monthNumber`). */
export function spanOfMonth(monthNumber: number): Span {
  return { from: firstOfMonth(monthNumber), to: firstOfMonth(monthNumber + 1) }
}

/** Months first…last (1-based, inclusive) of a year as one span. */
export function monthsSpan(year: number, first: number, last: number): Span {
  return { from: firstOfMonth(year * 12 + first - 1), to: firstOfMonth(year * 12 + last) }
}

/** The period of a kind that contains the day. */
export function periodContaining(kind: PeriodKind, day: Day): Span {
  const size = MONTHS[kind]
  const first = Math.floor(monthNumber(day) / size) * size
  return { from: firstOfMonth(first), to: firstOfMonth(first + size) }
}

/** 2024-03, 2024Q1, 2024H1, 2024: the stable name of the period that contains the day. */
export function periodKey(kind: PeriodKind, day: Day): string {
  const { year, month } = calendarDay(day)
  if (kind === 'year') return `${year}`
  if (kind === 'month') return `${year}-${String(month).padStart(2, '0')}`
  return kind === 'quarter' ? `${year}Q${Math.ceil(month / 3)}` : `${year}H${month <= 6 ? 1 : 2}`
}

/** Which kind of calendar period the span is exactly; null for any other range. */
export function kindOfSpan(span: Span): PeriodKind | null {
  for (const kind of ['month', 'quarter', 'halfYear', 'year'] as const) {
    const period = periodContaining(kind, span.from)
    if (period.from === span.from && period.to === span.to) return kind
  }
  return null
}

/** The span of a period key (2024-03, 2024Q1, 2024H1, 2024) or of two days «2024-01-01~2024-02-29» (both included); null for anything else. */
export function spanOfKey(key: string): Span | null {
  const period = /^(\d{4})(?:-(\d{2})|Q([1-4])|H([12]))?$/.exec(key)
  if (period) {
    const year = Number(period[1])
    if (year < 1900 || year > 2198) return null
    if (period[2])
      return Number(period[2]) >= 1 && Number(period[2]) <= 12 ? spanOf('month', year, Number(period[2])) : null
    if (period[3]) return spanOf('quarter', year, Number(period[3]))
    return period[4] ? spanOf('halfYear', year, Number(period[4])) : spanOf('year', year, 1)
  }
  const range = /^(\d{4})-(\d{2})-(\d{2})~(\d{4})-(\d{2})-(\d{2})$/.exec(key)
  if (!range) return null
  const [from, last] = [1, 4].map((i) => dayOf(Number(range[i]), Number(range[i + 1]), Number(range[i + 2])))
  return from != null && last != null && from <= last ? { from, to: last + 1 } : null
}

/** Whether the span begins and ends with a calendar month. */
export function isWholeMonths(span: Span): boolean {
  return calendarDay(span.from).dayOfMonth === 1 && calendarDay(span.to).dayOfMonth === 1
}

/** The span of equal length just before: as many months before whole months (January–February → November–December), else as many days. */
export function spanBefore(span: Span): Span {
  if (!isWholeMonths(span)) return { from: span.from - (span.to - span.from), to: span.from }
  const first = monthNumber(span.from)
  return { from: firstOfMonth(2 * first - monthNumber(span.to)), to: span.from }
}

/** The same days a year earlier: whole months by months, else by as many days back to the same date (29 February becomes the 28th). */
export function spanYearBefore(span: Span): Span {
  if (isWholeMonths(span))
    return { from: firstOfMonth(monthNumber(span.from) - 12), to: firstOfMonth(monthNumber(span.to) - 12) }
  const back = (day: Day): Day => {
    const { year, month, dayOfMonth } = calendarDay(day)
    return dayOf(year - 1, month, dayOfMonth) ?? dayOf(year - 1, month, dayOfMonth - 1)!
  }
  return { from: back(span.from), to: back(span.to - 1) + 1 }
}

/** From 1 January of the year of the last day to the end of the span. */
export function yearToDate(span: Span): Span {
  return { from: dayOf(calendarDay(span.to - 1).year, 1, 1)!, to: span.to }
}

/** All periods of a kind from the one containing `from` to the one containing the day before `to`. */
export function periodsBetween(kind: PeriodKind, from: Day, to: Day): Span[] {
  const periods: Span[] = []
  for (let period = periodContaining(kind, from); period.from < to; period = periodContaining(kind, period.to))
    periods.push(period)
  return periods
}
