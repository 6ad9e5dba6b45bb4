import type { Cell, HeatCell, OutletCell, PeriodCell, UnitCell } from '../model/measure'
import type { Span } from '../model/period'
import { newcombe } from '../stats/newcombe'
import { isWhole, type Log } from './maturity'
import { nullReason } from './nullReason'
import { rankedUnits } from './rankedUnits'
import { FEWEST_TO_RANK } from '../model/office'

/** What the verdict is about; words lie in the locale under `verdict.<topic>.<code>`. */
export type VerdictTopic =
  | 'trend'
  | 'halfYear'
  | 'ranking'
  | 'outlets'
  | 'heat'
  | 'funnel'
  | 'rank'
  | 'control'
  | 'lag'
  | 'comparison'
  | 'peers'
  | 'unitChanges'
  | 'level'

export type PeriodVerdictCode =
  | 'none'
  | 'no-rate'
  | 'only-immature'
  | 'one'
  | 'too-few'
  | 'partial'
  | 'over-one'
  | 'rate-change-within-noise'
  | 'rate-same'
  | 'rate-up'
  | 'rate-down'

export type RankingVerdictCode =
  'none' | 'no-rate' | 'too-few' | 'immature' | 'all-within' | 'above' | 'below' | 'above-and-below'
export type LargestVerdictCode = 'none' | 'unknown' | 'one' | 'leading' | 'leading-rate' | 'tie'

/**
 * A title sentence as data. Params by name: period keys (period, before), fractions (rate, rateBefore, overall, share, low, high,
 * difference), whole numbers, names (unit, outlet) and lists of names (above, below, names).
 */
export interface Verdict {
  readonly topic: VerdictTopic
  /** One of the codes of the topic; a key of its sentences in the locale. */
  readonly code: string
  readonly params: Readonly<Record<string, string | number | readonly string[]>>
}

/**
 * The last mature period with a rate (inside the chosen span if there is one) against the one before, by Newcombe's interval:
 * a change whose interval holds 0 is noise. Says nothing about change when either has fewer than `fewest` items or more adopted than submitted, or when
 * the log begins in the midst of the one before.
 */
export function periodVerdict(
  topic: 'trend' | 'halfYear',
  cells: readonly PeriodCell[],
  chosen: Span | null,
  fewest = FEWEST_TO_RANK,
  log: Omit<Log, 'referenceDay'> | null = null,
): Verdict {
  const verdict = (code: PeriodVerdictCode, params: Verdict['params'] = {}): Verdict => ({ topic, code, params })
  const upTo = chosen ? cells.filter(({ span }) => span.to <= chosen.to) : cells
  const inside = chosen ? upTo.filter(({ span }) => span.from >= chosen.from) : upTo
  const final = inside[inside.length - 1]
  if (!final) return verdict('none')
  if (!inside.some(hasRate)) return verdict('no-rate', { reason: nullReason(final, 'rate') ?? 'no-facts' })
  const mature = upTo.filter((cell) => hasRate(cell) && cell.mature !== false)
  const last = mature[mature.length - 1]
  if (!last || !inside.includes(last)) {
    const young = inside.filter(hasRate)
    return verdict('only-immature', said(young[young.length - 1]!))
  }
  const before = mature[mature.length - 2]
  if (!before) return verdict('one', said(last))
  const params = { ...said(last), before: before.period, rateBefore: before.rate! }
  if (isOverOne(last) || isOverOne(before)) return verdict('over-one', params)
  if (log && !isWhole(log, before.span)) return verdict('partial', params)
  if (last.submitted! < fewest || before.submitted! < fewest) return verdict('too-few', { ...params, fewest })
  const { difference, low, high } = newcombe(last.adopted!, last.submitted!, before.adopted!, before.submitted!)
  const change = { ...params, difference, low, high }
  if (low > 0) return verdict('rate-up', change)
  if (high < 0) return verdict('rate-down', change)
  return verdict(difference === 0 ? 'rate-same' : 'rate-change-within-noise', change)
}

/**
 * Which units lie outside the 95 % funnel limits around the rate of all. `open`: decisions are still coming in.
 */
export function rankingVerdict(
  units: readonly UnitCell[],
  total: Cell,
  fewest = FEWEST_TO_RANK,
  open = false,
): Verdict {
  const verdict = (code: RankingVerdictCode, params: Verdict['params'] = {}): Verdict => ({
    topic: 'ranking',
    code,
    params,
  })
  if (units.length === 0) return verdict('none')
  if (!units.some(({ rate }) => rate !== null))
    return verdict('no-rate', { reason: nullReason(total, 'rate') ?? 'adopted-unknown' })
  const ranked = rankedUnits(units, fewest, open).filter(({ rank }) => rank !== null)
  if (ranked.length < 2) return verdict('too-few', { fewest })
  if (total.rate === null) return verdict('no-rate', { reason: nullReason(total, 'rate') ?? 'adopted-unknown' })
  if (open) return verdict('immature')
  const above = ranked.filter((unit) => unit.standing === 'above').map(({ unit }) => unit)
  const below = ranked
    .filter((unit) => unit.standing === 'below')
    .map(({ unit }) => unit)
    .reverse()
  // Outside the limits by immature months alone: neither high nor low, nor within.
  const held = ranked.filter(({ standing, rate }) => standing === 'unknown' && rate! <= 1).length
  const params = { overall: total.rate, units: ranked.length, above, below, held }
  if (above.length > 0 && below.length > 0) return verdict('above-and-below', params)
  if (above.length > 0) return verdict('above', params)
  return verdict(below.length > 0 ? 'below' : 'all-within', params)
}

/** The outlet that adopted most and its share of all placements; several equal ones are all named. `placements` of all, null where no ledger tells them. */
export function outletsVerdict(outlets: readonly OutletCell[], placements: number | null = 0): Verdict {
  const verdict = (code: LargestVerdictCode, params: Verdict['params'] = {}): Verdict => ({
    topic: 'outlets',
    code,
    params,
  })
  const all = outlets.reduce((sum, { adopted }) => sum + adopted, 0)
  if (all === 0) return verdict(placements === null ? 'unknown' : 'none')
  const most = Math.max(...outlets.map(({ adopted }) => adopted))
  const leaders = outlets.filter(({ adopted }) => adopted === most)
  if (leaders.length > 1)
    return verdict('tie', { names: leaders.map(({ outlet }) => outlet), adopted: most, share: most / all })
  const leader = leaders[0]!
  const params = { outlet: leader.outlet, adopted: most, share: most / all, all }
  // Its rate is the stronger word where its submissions are known.
  if (leader.rate !== null && leader.submitted !== null)
    return verdict('leading-rate', { ...params, submitted: leader.submitted, rate: leader.rate })
  return verdict(outlets.filter(({ adopted }) => adopted > 0).length === 1 ? 'one' : 'leading', params)
}

/** The pair of unit and outlet with most placements; when several pairs are equal only their number is said. */
export function heatVerdict(
  heat: readonly HeatCell[],
  units: readonly UnitCell[],
  outlets: readonly OutletCell[],
): Verdict {
  const verdict = (code: LargestVerdictCode, params: Verdict['params'] = {}): Verdict => ({
    topic: 'heat',
    code,
    params,
  })
  const filled = heat.filter(({ placements }) => placements > 0)
  const largest = filled.reduce<HeatCell | null>(
    (most, cell) => (most && most.placements >= cell.placements ? most : cell),
    null,
  )
  if (!largest) return verdict('none')
  const pairs = filled.filter(({ placements }) => placements === largest.placements).length
  const params = {
    unit: units[largest.unit]!.unit,
    outlet: outlets[largest.outlet]!.outlet,
    placements: largest.placements,
    all: filled.reduce((sum, { placements }) => sum + placements, 0),
    pairs,
  }
  if (filled.length === 1) return verdict('one', params)
  return verdict(pairs > 1 ? 'tie' : 'leading', params)
}

function hasRate(cell: Cell): boolean {
  return cell.rate !== null
}

function isOverOne(cell: Cell): boolean {
  return (cell.adopted ?? 0) > (cell.submitted ?? 0)
}

function said(cell: PeriodCell): { period: string; rate: number; adopted: number; submitted: number } {
  return { period: cell.period, rate: cell.rate!, adopted: cell.adopted!, submitted: cell.submitted! }
}
