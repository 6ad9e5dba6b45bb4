import type { Clock, Day, Span } from '../model/period'

/** Days before a period's end from which on its last entry may well be the last there is: a weekend and a few quiet days, of a short period a quarter of it. */
const CLOSES_EARLY = 7

/** What is known of a log's end: its clock, the days in which nine in ten adoptions come (null: no adoption has a day), and its reference day (null: no facts). */
export interface LogEnd {
  readonly clock: Clock
  readonly p90: number | null
  readonly referenceDay: Day | null
}

/** Whether a log reaches the end of a span, give or take a few quiet days: what is not over is not to be compared with anything. */
export function isOver(span: Span, { referenceDay }: Pick<LogEnd, 'referenceDay'>): boolean {
  return referenceDay === null || span.to - 1 - referenceDay <= Math.min(CLOSES_EARLY, (span.to - span.from) / 4)
}

/**
 * Whether the decisions of a span are in (MEASURES §2): the reference day minus its end is at least the 90th-percentile lag. By the clock of adoption there is
 * no cohort to wait for: what was adopted in a span stands there as soon as the span is over. A span that is not over is never settled. null: unknown.
 */
export function isSettled(span: Span, end: LogEnd): boolean | null {
  const { clock, p90, referenceDay } = end
  if (!isOver(span, end)) return false
  if (p90 === null || referenceDay === null) return null
  return clock === 'adopted' || referenceDay - (span.to - 1) >= p90
}

/** Whether more of a unit's items lie in immature months than in mature ones: its rate is no rate to rank. */
export function isMostlyOpen(unit: {
  readonly submitted: number | null
  readonly settled: { readonly submitted: number | null } | null
}): boolean {
  const { submitted, settled } = unit
  return submitted !== null && settled?.submitted != null && settled.submitted * 2 < submitted
}
