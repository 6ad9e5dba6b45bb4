import { CALENDAR_YEAR, type Day, type PeriodKind, type ReportingCalendar, type Span } from '../model/period'
import { calendarDay, dayOf, firstOfMonth, formatDay } from './day'

const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, halfYear: 6, year: 12 }
const KINDS = ['month', 'quarter', 'halfYear', 'year'] as const

/** From this last day on a month lies mostly in the calendar month in which it ends. */
const MOSTLY_ENDS = 16
/** From this first month on a year lies mostly (July: half) in the calendar year in which it ends. */
const YEAR_ENDS = 7

// Every function here counts in the office's months and years where it is given them, else in those of the calendar. Months are numbered
// from January of year 0 (year × 12 + month − 1), so that they can be added as integers.

/** Months from January of the year that names a reporting year to its first month: 0, or −1 for a year from December. */
function yearShift({ firstMonth }: ReportingCalendar): number {
  return firstMonth < YEAR_ENDS ? firstMonth - 1 : firstMonth - 13
}

function firstDay(month: number, { lastDay }: ReportingCalendar): Day {
  if (lastDay === null) return firstOfMonth(month)
  return firstOfMonth(lastDay < MOSTLY_ENDS ? month : month - 1) + lastDay
}

/** Months since January of year 0. */
export function monthNumber(day: Day, { lastDay }: ReportingCalendar = CALENDAR_YEAR): number {
  const { year, month, dayOfMonth } = calendarDay(day)
  const number = year * 12 + month - 1
  if (lastDay === null) return number
  return number + (dayOfMonth > lastDay ? 1 : 0) - (lastDay < MOSTLY_ENDS ? 1 : 0)
}

/** The number of the first month of the period of a kind that holds the month. */
export function firstMonthOf(kind: PeriodKind, month: number, calendar: ReportingCalendar = CALENDAR_YEAR): number {
  const size = MONTHS[kind]
  const shift = kind === 'month' ? 0 : yearShift(calendar)
  return Math.floor((month - shift) / size) * size + shift
}

/** The half-open span of the index-th (1-based) month, quarter or half-year of a year; index 1 for a year. Months count from January in any calendar. */
export function spanOf(kind: PeriodKind, year: number, index: number, calendar = CALENDAR_YEAR): Span {
  const shift = kind === 'month' ? 0 : yearShift(calendar)
  const first = year * 12 + shift + (index - 1) * MONTHS[kind]
  return { from: firstDay(first, calendar), to: firstDay(first + MONTHS[kind], calendar) }
}

/** The span of a month by its number (see `monthNumber`). */
export function spanOfMonth(month: number, calendar = CALENDAR_YEAR): Span {
  return { from: firstDay(month, calendar), to: firstDay(month + 1, calendar) }
}

/** Months first…last (1-based, inclusive) of a calendar year as one span. */
export function monthsSpan(year: number, first: number, last: number): Span {
  return { from: firstOfMonth(year * 12 + first - 1), to: firstOfMonth(year * 12 + last) }
}

/** The period of a kind that contains the day. */
export function periodContaining(kind: PeriodKind, day: Day, calendar = CALENDAR_YEAR): Span {
  const first = firstMonthOf(kind, monthNumber(day, calendar), calendar)
  return { from: firstDay(first, calendar), to: firstDay(first + MONTHS[kind], calendar) }
}

/** 2024-03: the name of a month by its number. */
export function monthKey(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** 2024-03, 2024Q1, 2024H1, 2024: the stable name of the period that contains the day. */
export function periodKey(kind: PeriodKind, day: Day, calendar = CALENDAR_YEAR): string {
  const number = monthNumber(day, calendar)
  if (kind === 'month') return monthKey(number)
  const inYears = number - yearShift(calendar)
  const year = Math.floor(inYears / 12)
  if (kind === 'year') return `${year}`
  const month = inYears % 12
  return kind === 'quarter' ? `${year}Q${Math.floor(month / 3) + 1}` : `${year}H${month < 6 ? 1 : 2}`
}

/** Which kind of period the span is exactly; null for any other range. */
export function kindOfSpan(span: Span, calendar = CALENDAR_YEAR): PeriodKind | null {
  for (const kind of KINDS) {
    const period = periodContaining(kind, span.from, calendar)
    if (period.from === span.from && period.to === span.to) return kind
  }
  return null
}

/** The span of a period key (2024-03, 2024Q1, 2024H1, 2024) or of two days «2024-01-01~2024-02-29» (both included); null for anything else. */
export function spanOfKey(key: string, calendar = CALENDAR_YEAR): Span | null {
  const period = /^(\d{4})(?:-(\d{2})|Q([1-4])|H([12]))?$/.exec(key)
  if (period) {
    const year = Number(period[1])
    if (year < 1900 || year > 2198) return null
    if (period[2])
      return Number(period[2]) >= 1 && Number(period[2]) <= 12
        ? spanOf('month', year, Number(period[2]), calendar)
        : null
    if (period[3]) return spanOf('quarter', year, Number(period[3]), calendar)
    return period[4] ? spanOf('halfYear', year, Number(period[4]), calendar) : spanOf('year', year, 1, calendar)
  }
  const range = /^(\d{4})-(\d{2})-(\d{2})~(\d{4})-(\d{2})-(\d{2})$/.exec(key)
  if (!range) return null
  const [from, last] = [1, 4].map((i) => dayOf(Number(range[i]), Number(range[i + 1]), Number(range[i + 2])))
  return from != null && last != null && from <= last ? { from, to: last + 1 } : null
}

/** The key by which `spanOfKey` finds the span again: the name of a period, or its two days. */
export function keyOfSpan(span: Span, calendar = CALENDAR_YEAR): string {
  const kind = kindOfSpan(span, calendar)
  return kind ? periodKey(kind, span.from, calendar) : `${formatDay(span.from)}~${formatDay(span.to - 1)}`
}

/** Whether the span begins and ends with a month. */
export function isWholeMonths(span: Span, calendar = CALENDAR_YEAR): boolean {
  const begins = (day: Day): boolean => firstDay(monthNumber(day, calendar), calendar) === day
  return begins(span.from) && begins(span.to)
}

/** The span of equal length just before: as many months before whole months (January–February → November–December), else as many days. */
export function spanBefore(span: Span, calendar = CALENDAR_YEAR): Span {
  if (!isWholeMonths(span, calendar)) return { from: span.from - (span.to - span.from), to: span.from }
  const first = monthNumber(span.from, calendar)
  return { from: firstDay(2 * first - monthNumber(span.to, calendar), calendar), to: span.from }
}

/** The same days a year earlier: whole months by months, else by as many days back to the same date (29 February becomes the 28th). */
export function spanYearBefore(span: Span, calendar = CALENDAR_YEAR): Span {
  if (isWholeMonths(span, calendar)) {
    const yearBefore = (day: Day): Day => firstDay(monthNumber(day, calendar) - 12, calendar)
    return { from: yearBefore(span.from), to: yearBefore(span.to) }
  }
  const back = (day: Day): Day => {
    const { year, month, dayOfMonth } = calendarDay(day)
    return dayOf(year - 1, month, dayOfMonth) ?? dayOf(year - 1, month, dayOfMonth - 1)!
  }
  return { from: back(span.from), to: back(span.to - 1) + 1 }
}

/** From the first day of the year of the last day to the end of the span. */
export function yearToDate(span: Span, calendar = CALENDAR_YEAR): Span {
  return { from: periodContaining('year', span.to - 1, calendar).from, to: span.to }
}

/** All periods of a kind from the one containing `from` to the one containing the day before `to`. */
export function periodsBetween(kind: PeriodKind, from: Day, to: Day, calendar = CALENDAR_YEAR): Span[] {
  const periods: Span[] = []
  for (
    let period = periodContaining(kind, from, calendar);
    period.from < to;
    period = periodContaining(kind, period.to, calendar)
  )
    periods.push(period)
  return periods
}

/**
 * What a period of the calendar is called by is what it means in an office's own: March is the office's March, the first half-year its first
 * half-year, January–February the two months of those names. Any other span (a day, a week) stays as it is.
 */
export function reportingSpan(span: Span, calendar: ReportingCalendar): Span {
  if (!isWholeMonths(span)) return span
  const kind = kindOfSpan(span)
  if (kind) return spanOfKey(periodKey(kind, span.from), calendar) ?? span
  return { from: firstDay(monthNumber(span.from), calendar), to: firstDay(monthNumber(span.to), calendar) }
}

/** Whether the office counts as the calendar does. */
export function isCalendarYear({ firstMonth, lastDay }: ReportingCalendar): boolean {
  return firstMonth === CALENDAR_YEAR.firstMonth && lastDay === CALENDAR_YEAR.lastDay
}
