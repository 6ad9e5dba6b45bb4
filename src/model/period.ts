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
