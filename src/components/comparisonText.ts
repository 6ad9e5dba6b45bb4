import type { ComparedPeriod } from '../model/comparison'
import { comparisonVerdict } from '../report/analysisVerdict'
import type { Translate } from './periodText'
import { spanText } from './spanText'
import { verdictText } from './verdictText'

/** «same period last year, first half of 2023». */
export function comparedName({ id, span }: ComparedPeriod, say: Translate): string {
  return `${say(`trends.compared.${id}`)} ${spanText(span, say)}`
}

/** How the later period, that this one is compared with, stands against it; empty for a period that is compared with none. */
export function comparedChange(own: ComparedPeriod, periods: readonly ComparedPeriod[], say: Translate): string {
  const later = periods.find(({ id }) => id === own.against)
  return later ? changeText(later, own, say) : ''
}

/** The first period against the same last year. */
export function comparisonTitle(periods: readonly ComparedPeriod[], say: Translate): string {
  const [first] = periods
  const lastYear = periods.find(({ id }) => id === 'lastYear')
  if (!first || !lastYear) return say('trends.caption.comparison')
  return say('trends.againstLastYear', {
    period: spanText(first.span, say),
    change: changeText(first, lastYear, say),
  })
}

/** Nothing is said while decisions of the later period are open. */
function changeText(now: ComparedPeriod, before: ComparedPeriod, say: Translate): string {
  return now.mature === false && now.cell?.rate != null
    ? say('trends.immature')
    : verdictText(comparisonVerdict(now.cell, before.cell), say)
}
