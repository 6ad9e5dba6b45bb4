import { countText } from '../charts/numberText'
import type { ControlChart, FunnelPlot, Ranking } from '../model/analysis'
import type { UnitChanges } from '../model/comparison'
import type { LagDistribution, Measured } from '../model/measure'
import { rankedUnits } from '../report/rankedUnits'
import { comparedPeriod } from '../report/comparedPeriods'
import { openMonths } from '../report/maturity'
import { isSpoken } from '../report/unitChanges'
import { formatDay } from '../time/day'
import { isMostlyOpen } from '../time/maturity'
import { basisStart, calendarText, immatureText, joined, leftOutText, openText } from './basisText'
import type { Translate } from './periodText'
import { spanText } from './spanText'

// The basis line of each panel: the same words under the panel, on a slide and in print.

/** How differences of rates are told from chance; null by the clock of adoption, where they are not. */
function comparedBy({ query }: Measured, say: Translate): string | null {
  return query.clock === 'adopted' ? null : say('trends.basis.newcombe')
}

export function trendBasis(measured: Measured, say: Translate): string {
  return joined([
    basisStart(measured, say),
    calendarText(measured.calendar, say),
    immatureText(measured.months, measured, say),
    comparedBy(measured, say),
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
    comparedBy(measured, say),
    leftOutText(measured.leftOut.halfYear, say),
  ])
}

export function rankingBasis(measured: Measured, fewest: number, say: Translate): string {
  const { held } = measured
  const units = rankedUnits(measured.units, fewest, held)
  const ranked = units.filter(({ rank }) => rank !== null).length
  const open = held ? 0 : measured.units.filter(isMostlyOpen).length
  return joined([
    basisStart(measured, say),
    openText(measured, say),
    held === 'clock' ? null : say('overview.basis.interval'),
    held ? null : say('overview.basis.colours'),
    units.length - ranked > open
      ? say('overview.basis.notRanked', { fewest, count: units.length - ranked - open })
      : null,
    open > 0 ? say('overview.basis.mostlyOpen', { count: open }) : null,
    !held && ranked > 1 ? say('overview.basis.chance') : null,
  ])
}

export function outletsBasis(measured: Measured, say: Translate): string {
  const { outlets, published } = measured
  return joined([
    placementsOf(measured, sumOf(measured), say),
    outlets.every(({ rate }) => rate === null)
      ? say('overview.basis.noOutletRates')
      : outlets.some(({ rate }) => rate === null)
        ? say('overview.basis.noOutletRate')
        : null,
    published.length > 0
      ? say('overview.basis.own', { count: countText(published.reduce((sum, { count }) => sum + count, 0)) })
      : null,
  ])
}

/** Clock, period and a number of placements. */
function placementsOf(measured: Measured, count: number | null, say: Translate): string {
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
  const { heat, total } = measured
  return placementsOf(
    measured,
    heat.length === 0 ? total.placements : heat.reduce((sum, { placements }) => sum + placements, 0),
    say,
  )
}

/** Σ placements; null where the ledgers do not tell them. */
function sumOf({ outlets, total }: Measured): number | null {
  if (outlets.length === 0) return total.placements
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

/** From this φ on units differ by more than chance, and adjusting is worth the question. */
const WIDE = 1.5

export function funnelBasis(measured: Measured, plot: FunnelPlot, say: Translate): string {
  return joined([
    basisStart(measured, say),
    openText(measured, say),
    plot.held === 'clock' ? null : say(plot.widened ? 'units.basis.adjusted' : 'units.basis.limits'),
    plot.held !== 'clock' && plot.adjusted && !plot.widened ? say('units.basis.nothingToAdjust') : null,
    plot.held !== 'clock' && plot.phi >= WIDE ? say('units.basis.phi', { phi: plot.phi.toFixed(1) }) : null,
    measured.held ? null : say('overview.basis.chance'),
    plot.leftOut > 0 ? say('units.basis.leftOut', { count: plot.leftOut }) : null,
  ])
}

export function rankRangeBasis(measured: Measured, ranking: Ranking, say: Translate): string {
  const own = new Set(ranking.units.map(({ unitId }) => unitId))
  const held =
    ranking.by === 'rate' && !measured.held
      ? measured.units.filter((unit) => own.has(unit.unitId) && isMostlyOpen(unit)).length
      : 0
  const rest = ranking.units.filter(({ rank }) => rank === null).length - held
  return joined([
    basisStart(measured, say),
    openText(measured, say),
    ranking.units.some(({ range }) => range !== null)
      ? say(ranking.approximate ? 'units.basis.approximate' : 'units.basis.ranges')
      : null,
    held > 0 ? say('overview.basis.mostlyOpen', { count: held }) : null,
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
    // Limits need all months, whatever period is chosen.
    say('common.period.all'),
    calendarText(calendar, say),
    say(chart.measure === 'rate' ? 'trends.basis.pPrime' : 'trends.basis.xmr'),
    say(`trends.basis.rules.${chart.rules}`),
    chart.phases.some(({ trial }) => trial) ? say('trends.basis.trial') : null,
    // Months that are open for another reason than maturity: the log's first ones.
    query.clock === 'adopted' &&
    measured.months.some(
      ({ period, mature }) => mature !== false && chart.points.some((own) => own.immature && own.period === period),
    )
      ? say('trends.basis.begins')
      : null,
    immatureText(
      measured.months.filter(({ period }) => chart.points.some((point) => point.immature && point.period === period)),
      measured,
      say,
    ),
  ])
}

export function comparisonBasis(measured: Measured, say: Translate): string {
  const { query, calendar } = measured
  return joined([
    say(`overview.basis.clock.${query.clock}`),
    calendarText(calendar, say),
    comparedBy(measured, say),
    immatureText(openMonths({ ...measured, query: { ...query, span: comparedPeriod(measured) } }), measured, say),
  ])
}

export function unitChangesBasis(changes: UnitChanges | null, measured: Measured, say: Translate): string {
  if (!changes) return ''
  const { query, calendar } = measured
  const { units, fewest } = changes
  const left = units.filter((own) => !isSpoken(own)).length
  return joined([
    say(`overview.basis.clock.${query.clock}`),
    say('trends.basis.changes', {
      period: spanText(changes.period, say, calendar),
      before: spanText(changes.before, say, calendar),
    }),
    calendarText(calendar, say),
    comparedBy(measured, say),
    left > 0 ? say('trends.basis.notSpoken', { count: left, fewest }) : null,
    changes.held ? null : say('trends.basis.chance'),
    immatureText(openMonths({ ...measured, query: { ...query, span: changes.period } }), measured, say),
  ])
}
