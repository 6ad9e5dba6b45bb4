import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import type { Day } from '../model/period'

dayjs.extend(utc)

const MS_A_DAY = 86_400_000

export interface CalendarDay {
  readonly year: number
  /** 1–12 */
  readonly month: number
  /** 1–31 */
  readonly dayOfMonth: number
}

/**
 * The day number of a calendar date; null when the date does not exist (30 February) or lies outside 1900–2199.
 * Calendar arithmetic runs in UTC, where every day has 24 hours, so no zone can shift a date.
 */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  if (!Number.isInteger(year) || year < 1900 || year > 2199) return null
  if (!Number.isInteger(month) || month < 1 || month > 12) return null
  if (!Number.isInteger(dayOfMonth) || dayOfMonth < 1) return null
  const date = dayjs.utc(Date.UTC(year, month - 1, 1))
  if (dayOfMonth > date.daysInMonth()) return null
  return date.valueOf() / MS_A_DAY + dayOfMonth - 1
}

/** First day of a month counted from January of year 0 (year × 12 + month − 1), so that months can be added as integers. */
export function firstOfMonth(monthNumber: number): Day {
  return Date.UTC(Math.floor(monthNumber / 12), ((monthNumber % 12) + 12) % 12, 1) / MS_A_DAY
}

/** The calendar date of a day number. */
export function calendarDay(day: Day): CalendarDay {
  const date = dayjs.utc(day * MS_A_DAY)
  return { year: date.year(), month: date.month() + 1, dayOfMonth: date.date() }
}

/** YYYY-MM-DD */
export function formatDay(day: Day): string {
  return dayjs.utc(day * MS_A_DAY).format('YYYY-MM-DD')
}

/** Today on the wall calendar of this PC (its own zone), as a plain day. */
export function today(now: Date = new Date()): Day {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MS_A_DAY
}
