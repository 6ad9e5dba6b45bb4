import type { Cell, HeatCell, Held, OutletCell, PeriodCell, UnitCell } from '../model/measure'
import type { Span } from '../model/period'
import type { Proportion } from '../stats/overdispersion'
import { isProportion, pooledRate } from '../stats/pooledRate'
import { gradedChange } from './gradedChange'
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
  | 'not-over'
  | 'clock'
  | 'too-few'
  | 'too-few-before'
  | 'partial'
  | 'over-one'
  | 'over-one-before'
  | 'rate-change-within-noise'
  | 'rate-same'
  | 'rate-up'
  | 'rate-down'
  | 'rate-far-up'
  | 'rate-far-down'

export type RankingVerdictCode =
  'none' | 'no-rate' | 'too-few' | Held | 'all-within' | 'above' | 'below' | 'above-and-below'
export type LargestVerdictCode =
  'none' | 'unknown' | 'one' | 'one-known' | 'leading' | 'leading-known' | 'leading-rate' | 'tie'

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
 * The last mature period with a rate (inside the chosen span if there is one) against the one before, by Newcombe's intervals:
 * a change whose 95 % interval holds 0 is noise, one outside the 99.8 % interval is hardly chance. Says nothing about change when either has fewer than `fewest`
 * items or more adopted than submitted, when the log begins in the midst of the one before, and by the clock of adoption.
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
    const latest = young[young.length - 1]!
    return verdict(latest.over ? 'only-immature' : 'not-over', said(latest))
  }
  if (log?.query.clock === 'adopted') return verdict('clock', said(last))
  const before = mature[mature.length - 2]
  if (!before) return verdict('one', said(last))
  const params = { ...said(last), before: before.period, rateBefore: before.rate! }
  if (!isProportion(last)) return verdict('over-one', params)
  if (!isProportion(before)) return verdict('over-one-before', params)
  if (log && !isWhole(log, before.span)) return verdict('partial', params)
  if (last.submitted < fewest) return verdict('too-few', { ...params, fewest })
  if (before.submitted < fewest) return verdict('too-few-before', { ...params, fewest })
  const { grade, ...change } = gradedChange(counts(last), counts(before))
  return verdict(GRADED[grade], { ...params, ...change })
}

const GRADED = {
  farUp: 'rate-far-up',
  up: 'rate-up',
  same: 'rate-same',
  within: 'rate-change-within-noise',
  down: 'rate-down',
  farDown: 'rate-far-down',
} as const

function counts({ adopted, submitted }: { readonly adopted: number; readonly submitted: number }): Proportion {
  return { x: adopted, n: submitted }
}

/**
 * Which units lie outside the 95 % funnel limits around the rate of all. `held`: why nobody is judged.
 */
export function rankingVerdict(
  units: readonly UnitCell[],
  total: Cell,
  fewest = FEWEST_TO_RANK,
  held: Held | null = null,
): Verdict {
  const verdict = (code: RankingVerdictCode, params: Verdict['params'] = {}): Verdict => ({
    topic: 'ranking',
    code,
    params,
  })
  if (units.length === 0) return verdict('none')
  if (!units.some(({ rate }) => rate !== null))
    return verdict('no-rate', { reason: nullReason(total, 'rate') ?? 'adopted-unknown' })
  const ranked = rankedUnits(units, fewest, held).filter(({ rank }) => rank !== null)
  if (ranked.length < 2) return verdict('too-few', { fewest })
  const overall = pooledRate(units)
  if (overall === null) return verdict('no-rate', { reason: nullReason(total, 'rate') ?? 'adopted-unknown' })
  if (held) return verdict(held)
  const above = ranked.filter((unit) => unit.standing === 'above').map(({ unit }) => unit)
  const below = ranked
    .filter((unit) => unit.standing === 'below')
    .map(({ unit }) => unit)
    .reverse()
  // Outside the limits by immature months alone: neither high nor low, nor within.
  const open = ranked.filter(({ standing }) => standing === 'unknown').length
  if (open === ranked.length) return verdict('immature')
  const params = { overall, units: ranked.length - open, above, below, open }
  if (above.length > 0 && below.length > 0) return verdict('above-and-below', params)
  if (above.length > 0) return verdict('above', params)
  return verdict(below.length > 0 ? 'below' : 'all-within', params)
}

/** The outlet that adopted most and its share of all placements; several equal ones are all named. `placements` of all; null: some ledger does not tell them, and only those that are known are spoken of. */
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
  const alone = outlets.filter(({ adopted }) => adopted > 0).length === 1
  if (placements === null) return verdict(alone ? 'one-known' : 'leading-known', params)
  return verdict(alone ? 'one' : 'leading', params)
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

function said(cell: PeriodCell): { period: string; rate: number; adopted: number; submitted: number } {
  return { period: cell.period, rate: cell.rate!, adopted: cell.adopted!, submitted: cell.submitted! }
}
