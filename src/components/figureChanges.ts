import { countText, pointsText } from '../charts/numberText'
import type { Measured } from '../model/measure'
import type { FigureChange } from './figureChange'
import type { Translate } from './periodText'
import { spanText } from './spanText'

/** Nothing is said of a period whose decisions are still coming in. */
function openChange({ previous, calendar }: Measured, say: Translate): FigureChange | null {
  return (
    previous && {
      text: say('trends.immature'),
      direction: 'same',
      meaning: 'noise',
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
  if (figure !== 'submitted' && measured.open) return openChange(measured, say)
  const count = say(figure === 'placements' ? 'common.change.placements' : 'common.change.items', {
    count: countText(Math.abs(difference)),
  })
  return {
    text:
      difference === 0
        ? say('common.change.same')
        : say(`common.change.${difference > 0 ? 'more' : 'fewer'}`, { count }),
    direction: difference > 0 ? 'up' : difference < 0 ? 'down' : 'same',
    meaning: 'plain',
    against: say('common.change.against', { period: spanText(previous.span, say, calendar) }),
  }
}

/** Change of the rate; better or worse only if Newcombe's interval of the difference leaves zero out. */
export function rateChange(measured: Measured, say: Translate): FigureChange | null {
  const { previous, calendar } = measured
  const difference = previous?.change.rate
  if (!previous || difference === null || difference === undefined) return null
  if (measured.open) return openChange(measured, say)
  const interval = previous.change.rateInterval
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
