import { countText, percentText } from '../../charts/numberText'
import type { PanelChoice, PanelStep, Step } from '../../model/deck'
import type { Measured } from '../../model/measure'
import type { SlideAnswer } from '../../model/slide'
import { slidesFor } from '../../report/deckRows'
import { slideVerdict } from '../../report/slideVerdict'
import { isSpoken } from '../../report/unitChanges'
import { pooledRate } from '../../stats/pooledRate'
import { judgedZero, zeroLists } from '../../report/zeroLists'
import { formatDay } from '../../time/day'
import { joined, openText } from '../basisText'
import { comparisonTitle } from '../comparisonText'
import {
  comparisonBasis,
  controlBasis,
  flowBasis,
  funnelBasis,
  halfYearBasis,
  heatBasis,
  lagBasis,
  levelsBasis,
  outletsBasis,
  rankingBasis,
  rankRangeBasis,
  trendBasis,
  unitChangesBasis,
} from '../panelBasis'
import { peersBasis } from '../peersText'
import type { Translate } from '../periodText'
import { spanText } from '../spanText'
import { verdictText } from '../verdictText'

/** The title sentence of a slide: the caption, else the sentence made of its numbers; empty while they are on their way. */
export function slideTitle(step: Step, answer: SlideAnswer | null | undefined, fewest: number, say: Translate): string {
  if (step.caption !== null) return step.caption
  if (!answer) return ''
  switch (step.kind) {
    case 'figures':
      return figuresTitle(answer.measured, say)
    case 'zeroList':
      return zeroTitle(answer.measured, say)
    case 'panel': {
      if (step.panel.id === 'comparison')
        return comparisonTitle(answer.compared ?? [], answer.measured.calendar, fewest, say)
      const verdict = slideVerdict(step, answer, fewest)
      return verdict ? verdictText(verdict, say) : say(`present.panel.${step.panel.id}`)
    }
    default:
      return ''
  }
}

/** What the slide is, over its title: the group or the units it is cut to, the panel, and which part of its rows. */
export function slideKicker(step: Step, answer: SlideAnswer | null | undefined, say: Translate): string {
  if (step.kind === 'title' || step.kind === 'text') return ''
  const { units, groups } = step.filters
  const group = step.kind === 'panel' && step.panel.id === 'rankRange' ? step.panel.group : null
  const unit = step.kind === 'panel' && step.panel.id === 'peers' ? step.panel.unit : null
  const cut = [
    ...new Set([
      ...(groups ?? []),
      ...[group, unit].filter((own) => own !== null),
      ...(units && units.length <= 2 ? units : []),
    ]),
  ].join('、')
  const name = say(step.kind === 'panel' ? `present.panel.${step.panel.id}` : `present.step.${step.kind}`)
  return joined([cut, name, step.kind === 'panel' ? partText(step, answer, say) : null])
}

/** Panels that take as many slides as their rows need. */
type Paged = Extract<PanelChoice, { readonly page: number }>['id']

function partText({ panel }: PanelStep, answer: SlideAnswer | null | undefined, say: Translate): string | null {
  if (!answer || !('page' in panel)) return null
  const pages = slidesFor(rowsOf(panel.id, answer), panel.rows)
  return pages > 1 ? say('present.slide.part', { page: panel.page + 1, pages }) : null
}

function rowsOf(panel: Paged, { measured, ranking, changes }: SlideAnswer): number {
  switch (panel) {
    case 'ranking':
      return measured.units.length
    case 'rankRange':
      return ranking?.units.length ?? 0
    case 'unitChanges':
      return changes?.units.filter(isSpoken).length ?? 0
  }
}

/** The line under the picture: what the numbers are of. */
export function slideBasis(step: Step, answer: SlideAnswer, left: RowsLeft, fewest: number, say: Translate): string {
  const { measured, ranking, funnel, control, lags, changes } = answer
  if (step.kind !== 'panel')
    return joined([
      say(`overview.basis.clock.${measured.query.clock}`),
      spanText(measured.query.span, say, measured.calendar),
      openText(measured, say),
      step.kind === 'zeroList' ? zeroTooFewText(measured, say) : null,
    ])
  switch (step.panel.id) {
    case 'trend':
      return trendBasis(measured, say)
    case 'halfYear':
      return halfYearBasis(measured, say)
    case 'ranking':
      return rankingBasis(measured, fewest, say)
    case 'outlets':
      return joined([
        outletsBasis(measured, say),
        left.outletsLeft > 0 ? say('present.slide.cut', { count: left.outletsLeft }) : null,
      ])
    case 'heat':
      return heatBasis(measured, left, say)
    case 'flow':
      return flowBasis(measured, say)
    case 'levels':
      return levelsBasis(measured, say)
    case 'lag':
      return lagBasis(measured, lags, say)
    case 'funnel':
      return funnel ? funnelBasis(measured, funnel, say) : ''
    case 'peers':
      return peersBasis(measured, say)
    case 'rankRange':
      return ranking ? rankRangeBasis(measured, ranking, say) : ''
    case 'control':
      return control ? controlBasis(measured, control, say) : ''
    case 'unitChanges':
      return unitChangesBasis(changes, measured, say)
    case 'comparison':
      return comparisonBasis(measured, say)
  }
}

/** Rows of a picture that did not fit. */
export interface RowsLeft {
  readonly unitsLeft: number
  readonly outletsLeft: number
}

/** The last day that the numbers know of. */
export function asOfText(answer: SlideAnswer | null | undefined, say: Translate): string {
  const day = answer?.measured.referenceDay ?? null
  return day === null ? '' : say('present.slide.asOf', { day: formatDay(day) })
}

function figuresTitle({ query, calendar, total }: Measured, say: Translate): string {
  const period = spanText(query.span, say, calendar)
  if (total.rate === null) return say('present.slide.figuresUnknown', { period })
  return say('present.slide.figures', {
    period,
    submitted: countText(total.submitted),
    adopted: countText(total.adopted),
    rate: percentText(total.rate),
  })
}

/** How many of the units without adoptions are too few to be called low; null when none is, or where the rate of all tells nobody apart. */
function zeroTooFewText(measured: Measured, say: Translate): string | null {
  const { zero } = zeroLists(measured)
  if (!pooledRate(measured.units) || measured.held) return null
  const count = (zero?.length ?? 0) - judgedZero(measured).length
  return zero && count > 0 ? say('present.slide.zeroTooFew', { count }) : null
}

function zeroTitle(measured: Measured, say: Translate): string {
  const period = spanText(measured.query.span, say, measured.calendar)
  const { silent, zero } = zeroLists(measured)
  return zero === null
    ? say('present.slide.zeroUnknown', { period, silent: silent.length })
    : say('present.slide.zero', { period, silent: silent.length, zero: zero.length })
}
