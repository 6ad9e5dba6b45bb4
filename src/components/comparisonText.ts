import type { ComparedPeriod } from '../model/comparison'
import type { ReportingCalendar } from '../model/period'
import { comparisonVerdict } from '../report/analysisVerdict'
import type { Translate } from './periodText'
import { spanText } from './spanText'
import { itemsChange } from './itemsChange'
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

/** Items more or fewer, and the rate. Nothing is said of a later period that is not over, of its rate while decisions are open, nor against a part of a period. */
function changeText(now: ComparedPeriod, before: ComparedPeriod, fewest: number, say: Translate): string {
  if (!now.cell || !before.cell) return say('trends.noEarlier')
  if (!now.over) return say('trends.notOver')
  if (!before.whole) return say(now.clock === 'adopted' ? 'trends.partialAdoptions' : 'trends.partial')
  const open = now.mature === false
  const items = [
    itemsText('submitted', now.cell.submitted, before.cell.submitted, say),
    open ? null : itemsText('adopted', now.cell.adopted, before.cell.adopted, say),
  ].filter((text) => text !== null)
  const hasRates = now.cell.rate !== null && before.cell.rate !== null
  const rate = !hasRates
    ? items.length === 0
      ? say('trends.noEarlier')
      : null
    : open
      ? say('trends.immature')
      : now.clock === 'adopted'
        ? say('trends.clock')
        : say('trends.changedRate', { change: verdictText(comparisonVerdict(now.cell, before.cell, fewest), say) })
  return [...items, rate].filter((text) => text !== null).join(say('verdict.funnelClause.separator'))
}

/** «报送多4件（+3.8%）»; null where either number is unknown. */
function itemsText(
  figure: 'submitted' | 'adopted',
  now: number | null,
  before: number | null,
  say: Translate,
): string | null {
  if (now === null || before === null) return null
  return say('trends.changedItems', { figure: say(`charts.${figure}`), change: itemsChange(now - before, before, say) })
}
