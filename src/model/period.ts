/**
 * A plain local date as whole days since 1970-01-01 (proleptic Gregorian, no time of day, no zone).
 * Comparing and subtracting days is integer arithmetic, so no time zone or clock can shift a fact.
 */
export type Day = number

/** Half-open range of days [from, to). A fact of one day d has the span [d, d+1). */
export interface Span {
  readonly from: Day
  readonly to: Day
}

export type PeriodKind = 'month' | 'quarter' | 'halfYear' | 'year'

/** A part of some year: the 3rd month, the 2nd quarter, the 1st half-year. `index` counts from 1. */
export interface YearPart {
  readonly kind: Exclude<PeriodKind, 'year'>
  readonly index: number
}

/**
 * Which day places a fact in time.
 * `submitted`: cohort, by the day of submission (rate ≤ 1).
 * `adopted`: current, submissions by their day and adoptions by theirs (rate may pass 1).
 */
export type Clock = 'submitted' | 'adopted'

/**
 * How an office counts its months and years. A month is named after the calendar month that holds most of its days, a year after the calendar
 * year that holds most of its months (July to June: after the one in which it ends).
 */
export interface ReportingCalendar {
  /** First month of the year, 1–12. */
  readonly firstMonth: number
  /** Last day of a month, 1–28; null: the calendar's last. 25 makes March 26 February – 25 March, 9 makes it 10 March – 9 April. */
  readonly lastDay: number | null
}

/** January to December, months of the calendar. */
export const CALENDAR_YEAR: ReportingCalendar = { firstMonth: 1, lastDay: null }
