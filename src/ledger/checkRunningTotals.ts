import { NONE } from '../model/facts'
import type { ReportingCalendar } from '../model/period'
import { periodContaining } from '../time/calendar'
import type { LedgerSheet } from './joinItems'
import type { LedgerFinding, UnitCount } from './ledger'

/**
 * Compares printed running totals (累计) with the counts of the same unit since the first day of the office's year. Only where the workspace holds
 * every day from then to the end of the row's period can both be equal; with less, a running total below what is there is wrong all the same.
 */
export function checkRunningTotals(
  sheets: readonly LedgerSheet[],
  unitCodes: readonly Uint32Array[],
  unitCounts: readonly UnitCount[],
  calendar: ReportingCalendar,
): LedgerFinding[] {
  if (sheets.every(({ facts }) => facts.running.length === 0)) return []
  const ofUnit = new Map<number, UnitCount[]>()
  for (const count of unitCounts) ofUnit.set(count.unit, [...(ofUnit.get(count.unit) ?? []), count])
  return sheets.flatMap(({ file, sheet, facts }, s) =>
    facts.running.flatMap(({ row, column, unit, measure, printed, to }): LedgerFinding[] => {
      if (to === null) return []
      const { from } = periodContaining('year', to - 1, calendar)
      const counts = (ofUnit.get(unit === NONE ? NONE : unitCodes[s]![unit]!) ?? []).filter(
        (count) => count[measure] !== null && count.from >= from && count.to <= to,
      )
      const computed = counts.reduce((sum, count) => sum + count[measure]!, 0)
      // Known counts of one unit never overlap, so as many days as the period has are all of them.
      const complete = counts.reduce((sum, count) => sum + (count.to - count.from), 0) === to - from
      if (complete ? printed === computed : printed >= computed) return []
      return [
        {
          level: 'warning',
          code: 'running-total-differs',
          file,
          sheet,
          row,
          column,
          value: String(printed),
          params: { printed, computed },
          sheetIndex: s,
        },
      ]
    }),
  )
}
