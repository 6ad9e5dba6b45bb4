import type { ComparedPeriod } from '../model/comparison'
import type { Measured } from '../model/measure'
import type { Day, ReportingCalendar, Span } from '../model/period'
import { spanBefore, spanYearBefore, yearToDate } from '../time/calendar'
import { isOver, isSettled, isWhole } from './maturity'

/** The chosen period; without one the latest half-year whose decisions are in, else the latest that has facts; null without any. */
export function comparedPeriod({ query, halfYears }: Measured): Span | null {
  const settled = halfYears.filter(({ mature }) => mature !== false)
  return query.span ?? settled[settled.length - 1]?.span ?? halfYears[halfYears.length - 1]?.span ?? null
}

/** The periods that stand beside one: the one before, the same last year, and the year up to its end, or to the log's, with the same of last year. */
export function comparedSpans(
  period: Span,
  calendar: ReportingCalendar,
  referenceDay: Day | null,
): readonly {
  readonly id: ComparedPeriod['id']
  readonly span: Span
  readonly against: ComparedPeriod['id'] | null
}[] {
  // To date: of a period that the log does not reach the end of, to its last day, and no further in the year before.
  const to = referenceDay === null ? period.to : Math.min(period.to, Math.max(period.from, referenceDay) + 1)
  const toDate = yearToDate({ from: period.from, to }, calendar)
  return [
    { id: 'period', span: period, against: null },
    { id: 'before', span: spanBefore(period, calendar), against: 'period' },
    { id: 'lastYear', span: spanYearBefore(period, calendar), against: 'period' },
    { id: 'toDate', span: toDate, against: null },
    { id: 'toDateLastYear', span: spanYearBefore(toDate, calendar), against: 'toDate' },
  ]
}

/** The periods with their figures. `ask` gives the figures of a span under the same filters. */
export function askCompared(
  measured: Measured,
  spans: ReturnType<typeof comparedSpans>,
  ask: (span: Span) => Promise<Measured>,
): Promise<ComparedPeriod[]> {
  return Promise.all(
    spans.map(async ({ id, span, against }) => {
      const { total, units } = await ask({ ...span })
      // No unit has a fact there: nothing to show, which is not 0.
      return {
        id,
        span,
        clock: measured.query.clock,
        against,
        cell: units.length === 0 ? null : total,
        mature: isSettled(measured, span),
        whole: isWhole(measured, span),
        over: isOver(measured, span),
      }
    }),
  )
}
