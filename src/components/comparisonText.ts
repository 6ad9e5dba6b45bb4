import type { ComparedPeriod } from '../model/comparison'
import type { ReportingCalendar } from '../model/period'
import { comparisonVerdict } from '../report/analysisVerdict'
import type { Translate } from './periodText'
import { spanText } from './spanText'
import { verdictText } from './verdictText'

/** «same period last year, first half of 2023». */
export function comparedName({ id, span }: ComparedPeriod, calendar: ReportingCalendar, say: Translate): string {
  return `${say(`trends.compared.${id}`)} ${spanText(span, say, calendar)}`
}

/** How the later period, that this one is compared with, stands against it; empty for a period that is compared with none. */
export function comparedChange(
  own: ComparedPeriod,
  periods: readonly ComparedPeriod[],
  fewest: number,
  say: Translate,
): string {
  const later = periods.find(({ id }) => id === own.against)
  return later ? changeText(later, own, fewest, say) : ''
}

/** The first period against the same last year. */
export function comparisonTitle(
  periods: readonly ComparedPeriod[],
  calendar: ReportingCalendar,
  fewest: number,
  say: Translate,
): string {
  const [first] = periods
  const lastYear = periods.find(({ id }) => id === 'lastYear')
  if (!first || !lastYear) return say('trends.caption.comparison')
  return say('trends.againstLastYear', {
    period: spanText(first.span, say, calendar),
    change: changeText(first, lastYear, fewest, say),
  })
}

/** Nothing is said while decisions of the later period are open, nor against a period that the log holds a part of. */
function changeText(now: ComparedPeriod, before: ComparedPeriod, fewest: number, say: Translate): string {
  if (now.mature === false && now.cell?.rate != null) return say('trends.immature')
  if (before.cell && !before.whole) return say('trends.partial')
  return verdictText(comparisonVerdict(now.cell, before.cell, fewest), say)
}
