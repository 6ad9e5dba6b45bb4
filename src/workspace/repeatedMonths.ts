import type { ImportedFile } from '../ingest/importedFile'
import { NONE, type SheetFacts, UNDATED } from '../model/facts'
import type { ReportingCalendar } from '../model/period'
import { monthNumber, reportingSpan } from '../time/calendar'

/** Share of a file's units and months that an import must have too, to be an earlier state of the same table. */
const MOSTLY = 0.5

/** Months of a file by unit name: of its items by submission, of its counts where they lie inside one month. */
export type MonthsOfUnits = ReadonlyMap<string, ReadonlySet<number>>

export function monthsOfUnits(
  file: ImportedFile,
  nameOf: (written: string) => string,
  calendar: ReportingCalendar,
): MonthsOfUnits {
  const months = new Map<string, Set<number>>()
  for (const { facts } of file.sheets) {
    const own = facts.units.map(nameOf)
    eachMonth(facts, calendar, (unit, month) => {
      const name = unit === NONE ? '' : own[unit]!
      const set = months.get(name) ?? new Set<number>()
      months.set(name, set.add(month))
    })
  }
  return months
}

function eachMonth(
  { items, counts }: SheetFacts,
  calendar: ReportingCalendar,
  put: (unit: number, month: number) => void,
): void {
  const monthOf = (from: number, to: number): number =>
    monthNumber(reportingSpan({ from, to }, calendar).from, calendar)
  let lastUnit = -1
  let lastMonth = -1
  for (let i = 0; i < items.length; i++) {
    if (items.from[i] === UNDATED) continue
    const month = monthOf(items.from[i]!, items.to[i]!)
    // Rows of one unit and month follow one another in most logs.
    if (items.unit[i] === lastUnit && month === lastMonth) continue
    lastUnit = items.unit[i]!
    lastMonth = month
    put(lastUnit, month)
  }
  for (const { unit, span } of counts)
    if (span && monthNumber(span.from) === monthNumber(span.to - 1)) put(unit, monthOf(span.from, span.to))
}

/** Months, ascending, that both have for the same units, if these are most of what `file` has; [] else. */
export function repeatedMonths(file: MonthsOfUnits, earlier: MonthsOfUnits): number[] {
  let all = 0
  let shared = 0
  const months = new Set<number>()
  for (const [unit, own] of file) {
    const other = earlier.get(unit)
    for (const month of own) {
      all++
      if (!other?.has(month)) continue
      shared++
      months.add(month)
    }
  }
  return shared > all * MOSTLY ? [...months].sort((a, b) => a - b) : []
}
