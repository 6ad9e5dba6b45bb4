import { countText } from '../charts/numberText'
import type { ControlChart, FunnelPlot, Ranking } from '../model/analysis'
import type { UnitChanges } from '../model/comparison'
import type { LagDistribution, Measured } from '../model/measure'
import type { Clock, ReportingCalendar } from '../model/period'
import { rankedUnits } from '../report/rankedUnits'
import { isSpoken } from '../report/unitChanges'
import { rankingVerdict } from '../report/verdict'
import { formatDay } from '../time/day'
import { basisStart, calendarText, immatureText, joined, leftOutText, openText } from './basisText'
import type { Translate } from './periodText'
import { spanText } from './spanText'

// The basis line of each panel: the same words under the panel, on a slide and in print.

export function trendBasis(measured: Measured, say: Translate): string {
  return joined([
    basisStart(measured, say),
    calendarText(measured.calendar, say),
    immatureText(measured.months, measured, say),
    say('trends.basis.newcombe'),
    leftOutText(measured.leftOut.month, say),
  ])
}

export function halfYearBasis(measured: Measured, say: Translate): string {
  return joined([
    say(`overview.basis.clock.${measured.query.clock}`),
    // Half-years stand side by side whatever period is chosen; n/d is printed over each.
    say('common.period.all'),
    calendarText(measured.calendar, say),
    immatureText(measured.halfYears, measured, say),
    say('trends.basis.newcombe'),
    leftOutText(measured.leftOut.halfYear, say),
  ])
}

export function rankingBasis(measured: Measured, fewest: number, say: Translate): string {
  const open = measured.open
  const units = rankedUnits(measured.units, fewest)
  const ranked = units.filter(({ rank }) => rank !== null).length
  const { expected } = rankingVerdict(measured.units, measured.total, fewest, open).params
  return joined([
    basisStart(measured, say),
    openText(measured, say),
    say('overview.basis.interval'),
    open ? null : say('overview.basis.colours'),
    units.length > ranked ? say('overview.basis.notRanked', { fewest, count: units.length - ranked }) : null,
    typeof expected === 'number' && expected > 0 ? say('overview.basis.chance', { units: ranked, expected }) : null,
  ])
}

export function outletsBasis(measured: Measured, say: Translate): string {
  const { outlets, published } = measured
  return joined([
    placementsOf(measured, sumOf(measured), say),
    outlets.some(({ rate }) => rate === null) ? say('overview.basis.noOutletRate') : null,
    published.length > 0
      ? say('overview.basis.own', { count: countText(published.reduce((sum, { count }) => sum + count, 0)) })
      : null,
  ])
}

/** Clock, period and a number of placements. */
function placementsOf(measured: Measured, count: number, say: Translate): string {
  return joined([
    say(`overview.basis.clock.${measured.query.clock}`),
    spanText(measured.query.span, say, measured.calendar),
    say('overview.basis.placements', { count: countText(count) }),
    openText(measured, say),
  ])
}

export function levelsBasis(measured: Measured, say: Translate): string {
  return placementsOf(measured, sumOf(measured), say)
}

export function flowBasis(measured: Measured, say: Translate): string {
  return placementsOf(
    measured,
    measured.heat.reduce((sum, { placements }) => sum + placements, 0),
    say,
  )
}

function sumOf({ outlets }: Measured): number {
  return outlets.reduce((sum, { adopted }) => sum + adopted, 0)
}

/** `left`: units and outlets that are not drawn. */
export function heatBasis(
  measured: Measured,
  left: { readonly unitsLeft: number; readonly outletsLeft: number },
  say: Translate,
): string {
  return joined([
    say(`overview.basis.clock.${measured.query.clock}`),
    spanText(measured.query.span, say, measured.calendar),
    openText(measured, say),
    say('overview.basis.heat'),
    left.unitsLeft + left.outletsLeft > 0
      ? say('overview.basis.heatLeft', { units: left.unitsLeft, outlets: left.outletsLeft })
      : null,
  ])
}

export function lagBasis(measured: Measured, lags: LagDistribution | null, say: Translate): string {
  return joined([
    spanText(measured.query.span, say, measured.calendar),
    lags ? say('outlets.basis.lag', { count: countText(lags.n) }) : null,
    lags && measured.referenceDay !== null
      ? say('outlets.basis.recordedTo', { day: formatDay(measured.referenceDay) })
      : null,
    openText(measured, say),
  ])
}

/** Share of units without a true change whose 95 % interval misses it. */
const CHANCE = 0.05

/** From this φ on units differ by more than chance, and adjusting is worth the question. */
const WIDE = 1.5

export function funnelBasis(measured: Measured, plot: FunnelPlot, say: Translate): string {
  return joined([
    basisStart(measured, say),
    openText(measured, say),
    say(plot.widened ? 'units.basis.adjusted' : 'units.basis.limits'),
    plot.adjusted && !plot.widened ? say('units.basis.nothingToAdjust') : null,
    plot.phi >= WIDE ? say('units.basis.phi', { phi: plot.phi.toFixed(1) }) : null,
    plot.leftOut > 0 ? say('units.basis.leftOut', { count: plot.leftOut }) : null,
  ])
}

export function rankRangeBasis(measured: Measured, ranking: Ranking, say: Translate): string {
  const rest = ranking.units.filter(({ rank }) => rank === null).length
  return joined([
    basisStart(measured, say),
    openText(measured, say),
    say(ranking.approximate ? 'units.basis.approximate' : 'units.basis.ranges'),
    rest > 0
      ? say(ranking.by === 'rate' ? 'overview.basis.notRanked' : 'units.basis.notKnown', {
          fewest: ranking.fewest,
          count: rest,
        })
      : null,
  ])
}

export function controlBasis(measured: Measured, chart: ControlChart, say: Translate): string {
  const { query, calendar } = measured
  return joined([
    say(`overview.basis.clock.${query.clock}`),
    calendarText(calendar, say),
    say(chart.measure === 'rate' ? 'trends.basis.pPrime' : 'trends.basis.xmr'),
    say(`trends.basis.rules.${chart.rules}`),
    chart.phases.some(({ trial }) => trial) ? say('trends.basis.trial') : null,
    immatureText(
      measured.months.filter(({ period }) => chart.points.some((point) => point.immature && point.period === period)),
      measured,
      say,
    ),
  ])
}

export function comparisonBasis(clock: Clock, calendar: ReportingCalendar, say: Translate): string {
  return joined([say(`overview.basis.clock.${clock}`), calendarText(calendar, say), say('trends.basis.newcombe')])
}

export function unitChangesBasis(changes: UnitChanges | null, measured: Measured, say: Translate): string {
  if (!changes) return ''
  const { query, calendar } = measured
  const { units, fewest } = changes
  const judged = units.filter(({ move }) => move === 'up' || move === 'down' || move === 'unclear').length
  const expected = Math.round(judged * CHANCE)
  const left = units.filter((own) => !isSpoken(own)).length
  return joined([
    say(`overview.basis.clock.${query.clock}`),
    say('trends.basis.changes', {
      period: spanText(changes.period, say, calendar),
      before: spanText(changes.before, say, calendar),
    }),
    calendarText(calendar, say),
    say('trends.basis.newcombe'),
    left > 0 ? say('trends.basis.notSpoken', { count: left, fewest }) : null,
    expected > 0 ? say('trends.basis.chance', { units: judged, expected }) : null,
  ])
}
