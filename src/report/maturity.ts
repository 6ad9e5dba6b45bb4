import type { Measured, PeriodCell } from '../model/measure'
import type { Span } from '../model/period'
import * as maturity from '../time/maturity'

export type Log = Pick<Measured, 'lag' | 'referenceDay' | 'firstDay' | 'query'>

/** Whether the decisions of a span are in, by the log's own 90th percentile of days; null where that is unknown. */
export function isSettled({ lag, referenceDay, query }: Log, span: Span): boolean | null {
  return maturity.isSettled(span, { clock: query.clock, p90: lag?.p90 ?? null, referenceDay })
}

/** Whether the log reaches the end of a span. */
export function isOver(log: Pick<Log, 'referenceDay'>, span: Span): boolean {
  return maturity.isOver(span, log)
}

/** A log that begins within the first month of a span is taken to hold it, of a shorter span within its first half. */
const MONTH = 31

/**
 * Whether the log reaches back to the beginning of a span: part of a half-year is no half-year to compare with. By the clock of adoption the first days of a
 * log lack the adoptions of what was submitted before it, as long as nine in ten take.
 */
export function isWhole({ firstDay, lag, query }: Omit<Log, 'referenceDay'>, span: Span): boolean {
  if (firstDay === null) return true
  return query.clock === 'adopted' && lag
    ? span.from - firstDay >= lag.p90
    : firstDay - span.from < Math.min(MONTH, (span.to - span.from) / 2)
}

/** Immature months inside the chosen period, or of all. */
export function openMonths({ months, query: { span } }: Pick<Measured, 'months' | 'query'>): readonly PeriodCell[] {
  return months.filter(
    (month) => month.mature === false && (!span || (month.span.from >= span.from && month.span.to <= span.to)),
  )
}
