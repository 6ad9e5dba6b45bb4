import { pointsText } from '../charts/numberText'
import type { Measured } from '../model/measure'
import { isOver, isSettled, isWhole } from '../report/maturity'
import type { FigureChange } from './figureChange'
import type { Translate } from './periodText'
import { itemsChange } from './itemsChange'
import { spanText } from './spanText'

/** Why nothing is said of a change: the period is not over, decisions of the period are still coming in, or the log holds a part of the one before; null where something is. */
function silence(measured: Measured, ofDecisions: boolean): string | null {
  const { previous, query } = measured
  if (query.span && !isOver(measured, query.span)) return 'trends.notOver'
  if (ofDecisions && query.span && isSettled(measured, query.span) === false) return 'trends.immature'
  if (!previous || isWhole(measured, previous.span)) return null
  return query.clock === 'adopted' ? 'trends.partialAdoptions' : 'trends.partial'
}

function silentChange({ previous, calendar }: Measured, reason: string, say: Translate): FigureChange | null {
  return (
    previous && {
      text: say(reason),
      direction: 'same',
      meaning: 'plain',
      against: say('common.change.against', { period: spanText(previous.span, say, calendar) }),
    }
  )
}

/** Change of a count against the period before; null where there is none. Counts go up and down without being better or worse: how many to send is the units' own choice. */
export function countChange(
  measured: Measured,
  figure: 'submitted' | 'adopted' | 'placements',
  say: Translate,
): FigureChange | null {
  const { previous, calendar } = measured
  const difference = previous?.change[figure]
  if (!previous || difference === null || difference === undefined) return null
  const reason = silence(measured, figure !== 'submitted')
  if (reason !== null) return silentChange(measured, reason, say)
  return {
    text: itemsChange(
      difference,
      measured.total[figure]! - difference,
      say,
      figure === 'placements' ? 'placements' : 'items',
    ),
    direction: difference > 0 ? 'up' : difference < 0 ? 'down' : 'same',
    meaning: 'plain',
    against: say('common.change.against', { period: spanText(previous.span, say, calendar) }),
  }
}

/**
 * Change of the rate; better or worse only if Newcombe's interval of the difference leaves zero out, of no fewer than `fewest` items in both periods, and by
 * the clock of submission.
 */
export function rateChange(measured: Measured, fewest: number, say: Translate): FigureChange | null {
  const { previous, calendar, total, query } = measured
  const difference = previous?.change.rate
  if (!previous || difference === null || difference === undefined) return null
  const reason = silence(measured, true)
  if (reason !== null) return silentChange(measured, reason, say)
  const few = Math.min(total.submitted ?? 0, previous.total.submitted ?? 0) < fewest
  const interval = few || query.clock === 'adopted' ? null : previous.change.rateInterval
  const meaning = !interval ? 'plain' : interval[0] > 0 ? 'better' : interval[1] < 0 ? 'worse' : 'noise'
  return {
    text:
      difference === 0
        ? say('common.change.same')
        : say(`verdict.difference.${difference > 0 ? 'up' : 'down'}`, { points: pointsText(difference) }),
    direction: difference > 0 ? 'up' : difference < 0 ? 'down' : 'same',
    meaning,
    against: say('common.change.against', { period: spanText(previous.span, say, calendar) }),
  }
}
