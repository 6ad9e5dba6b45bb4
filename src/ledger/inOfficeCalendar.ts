import { type ItemRows, type OutletRows, type SheetFacts, UNDATED } from '../model/facts'
import type { ReportingCalendar } from '../model/period'
import { isCalendarYear, periodContaining, reportingSpan } from '../time/calendar'
import type { LedgerSheet } from './joinItems'

/** No whole month is shorter; whatever is spans days and stays as it is. */
const SHORTEST_MONTH = 28

/**
 * The facts of sheets with their named periods as the office counts them: what a table prints for «2024年3月» belongs to the office's March and
 * is not torn by a cut-off day (see `reportingSpan`). Days stay days. With months and years of the calendar the sheets themselves.
 */
export function inOfficeCalendar(sheets: readonly LedgerSheet[], calendar: ReportingCalendar): readonly LedgerSheet[] {
  if (isCalendarYear(calendar)) return sheets
  return sheets.map((sheet) => ({ ...sheet, facts: converted(sheet.facts, calendar) }))
}

function converted(facts: SheetFacts, calendar: ReportingCalendar): SheetFacts {
  return {
    ...facts,
    items: withSpans(facts.items, calendar),
    adoptions: withSpans(facts.adoptions, calendar),
    counts: facts.counts.map((count) => ({ ...count, span: count.span && reportingSpan(count.span, calendar) })),
    running: facts.running.map((total) => ({ ...total, to: total.to === null ? null : endOf(total.to, calendar) })),
  }
}

function withSpans<Rows extends ItemRows | OutletRows>(rows: Rows, calendar: ReportingCalendar): Rows {
  const from = rows.from.slice()
  const to = rows.to.slice()
  for (let i = 0; i < rows.length; i++) {
    if (from[i] === UNDATED || to[i]! - from[i]! < SHORTEST_MONTH) continue
    const span = reportingSpan({ from: from[i]!, to: to[i]! }, calendar)
    from[i] = span.from
    to[i] = span.to
  }
  return { ...rows, from, to }
}

/** The day after the last one of a running total: the end of its last month, where it ends with one. */
function endOf(to: number, calendar: ReportingCalendar): number {
  return reportingSpan({ from: periodContaining('month', to - 1).from, to }, calendar).to
}
