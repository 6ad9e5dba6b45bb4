import type { FunnelLine, FunnelPlot, FunnelPoint } from '../model/analysis'
import type { Held, UnitCell } from '../model/measure'
import { type FunnelLimits, funnelLimits, overdispersedLimits } from '../stats/funnelLimits'
import { funnelPlace, type LimitPlace } from '../stats/funnelPlace'
import { overdispersion } from '../stats/overdispersion'
import { isProportion, pooledRate } from '../stats/pooledRate'
import { settledRate } from './settledRate'

/** Sizes at which the limits are drawn beyond the first ones, which are drawn one by one. */
const DENSE = 40
const LINES = 120

/**
 * Rates of units against their size with 95 % and 99.8 % limits around the rate of all (MEASURES §2). `adjust`: where units differ by more than chance
 * (τ² > 0) exactly the limits sin²(asin√p̄ ± z√(s² + τ²)); where they do not, there is nothing to adjust for, and the limits are those without it.
 * Units without a rate, and those with more adopted than submitted, are left out and counted. A unit is placed as `open` that lies outside by its immature months
 * alone; where nobody is judged (`held`) every unit is.
 */
export function funnelPlot(units: readonly UnitCell[], adjust: boolean, held: Held | null = null): FunnelPlot {
  const drawn = units.filter(isProportion)
  const leftOut = units.length - drawn.length
  const target = pooledRate(drawn)
  if (target === null) return { target, points: [], lines: [], adjusted: false, widened: false, phi: 0, leftOut, held }
  const proportions = drawn.map(({ submitted, adopted }) => ({ x: adopted, n: submitted }))
  const { phi, tau2 } = overdispersion(proportions)
  const widened = adjust && tau2 > 0
  const limitsAt = (n: number): FunnelLimits =>
    widened ? overdispersedLimits(n, target, tau2) : funnelLimits(n, target)
  const mature = settledRate(drawn)
  const tau2OfLimits = widened ? tau2 : 0
  const points = drawn.map((own): FunnelPoint => {
    const { unitId, unit, group, submitted, adopted, rate } = own
    const place = funnelPlace(adopted, submitted, target, limitsAt(submitted))
    const waits = held !== null || (mature !== null && !holdsWithout(own, place, mature, tau2OfLimits))
    return {
      ...{ unitId, unit, group, submitted, adopted, rate: rate! },
      place: waits ? 'open' : place,
    }
  })
  return {
    target,
    points,
    // By the clock of adoption there are no limits to draw.
    lines: held === 'clock' ? [] : linesTo(Math.max(...proportions.map(({ n }) => n)), limitsAt),
    adjusted: adjust,
    widened,
    phi,
    leftOut,
    held,
  }
}

/** Whether a unit outside the limits lies outside those of its mature months, on the same side; one inside them has nothing to hold. */
function holdsWithout(
  { submitted, adopted, settled }: UnitCell,
  place: LimitPlace,
  mature: number,
  tau2: number,
): boolean {
  const side = sideOf(place)
  if (side === null) return true
  const [x, n] = settled ? [settled.adopted, settled.submitted] : [adopted, submitted]
  if (x === null || n === null || n === 0 || x > n) return false
  const limits = tau2 > 0 ? overdispersedLimits(n, mature, tau2) : funnelLimits(n, mature)
  return sideOf(funnelPlace(x, n, mature, limits)) === side
}

function sideOf(place: LimitPlace): 'above' | 'below' | null {
  if (place === 'high' || place === 'veryHigh') return 'above'
  return place === 'low' || place === 'veryLow' ? 'below' : null
}

function linesTo(largest: number, limitsAt: (n: number) => FunnelLimits): FunnelLine[] {
  const most = Math.max(2, Math.ceil(largest * 1.05))
  const sizes = new Set<number>()
  for (let n = 1; n <= Math.min(DENSE, most); n++) sizes.add(n)
  for (let i = 0; i <= LINES; i++) sizes.add(Math.round(1 + ((most - 1) * i) / LINES))
  return [...sizes].sort((a, b) => a - b).map((n) => ({ n, ...limitsAt(n) }))
}
