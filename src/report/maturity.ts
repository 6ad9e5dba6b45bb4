import type { Measured, PeriodCell } from '../model/measure'
import type { Span } from '../model/period'

/** Whether the decisions of a span are in, by the log's own 90th percentile of days; null where that is unknown. */
export function isSettled({ lag, referenceDay }: Pick<Measured, 'lag' | 'referenceDay'>, span: Span): boolean | null {
  return lag && referenceDay !== null ? referenceDay - (span.to - 1) >= lag.p90 : null
}

/** A month at most: a log that begins within the first month of a span is taken to hold it. */
const MONTH = 31

/** Whether the log reaches back to the first month of a span: part of a half-year is no half-year to compare with. */
export function isWhole({ firstDay }: Pick<Measured, 'firstDay'>, span: Span): boolean {
  return firstDay === null || firstDay - span.from < MONTH
}

/** Immature months inside the chosen period, or of all. */
export function openMonths({ months, query: { span } }: Pick<Measured, 'months' | 'query'>): readonly PeriodCell[] {
  return months.filter(
    (month) => month.mature === false && (!span || (month.span.from >= span.from && month.span.to <= span.to)),
  )
}
