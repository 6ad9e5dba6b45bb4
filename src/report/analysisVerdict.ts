import type { ControlChart, ControlPoint, FunnelPlace, FunnelPlot, FunnelPoint, Peer, Ranking } from '../model/analysis'
import type { Move, UnitChanges } from '../model/comparison'
import type { Cell, Held, LagDistribution, OutletCell } from '../model/measure'
import { isProportion } from '../stats/pooledRate'
import { NEAR_LIMIT, RUN_POINTS, TREND_POINTS } from '../stats/runRules'
import { CALENDAR_YEAR } from '../model/period'
import { keyOfSpan } from '../time/calendar'
import { FEWEST_TO_RANK } from '../model/office'
import { type Grade, gradedChange } from './gradedChange'
import type { Verdict } from './verdict'

export type FunnelVerdictCode = 'none' | 'too-few' | Held | 'all-within' | 'within-or-too-few' | 'open' | 'outside'
export type RankVerdictCode =
  'none' | 'one' | Held | 'untested' | 'undecided' | 'all-undecided' | 'decided' | 'decided-approximate'
export type ControlVerdictCode =
  | 'none'
  | 'too-few'
  | 'no-scatter'
  | 'over-one'
  | 'few-items'
  | 'within-high'
  | 'within-low'
  | 'outside-high'
  | 'outside-low'
  | 'trend-up'
  | 'trend-down'
  | 'nearLimit-high'
  | 'nearLimit-low'
  | 'run-high'
  | 'run-low'
export type LagVerdictCode = 'none' | 'said'
/** Why nobody is judged is said of units against each other only: of periods it is said where they are compared. */
export type ComparisonVerdictCode = 'none' | 'too-few' | 'too-few-before' | Held | 'over-one' | Grade
export type UnitChangesVerdictCode = 'none' | NonNullable<UnitChanges['held']> | 'steady' | 'moved'
export type LevelVerdictCode = 'none' | 'untold' | 'unknown' | 'leading' | 'leading-of-levelled' | 'tie'

/** Which units lie outside the 95 % limits (偏高, 偏低) and the 99.8 % limits (显著), by name, how many are too few to be judged, and how many stand out by immature months alone. */
export function funnelVerdict({ target, points, held }: FunnelPlot): Verdict {
  const verdict = (code: FunnelVerdictCode, params: Verdict['params'] = {}): Verdict => ({
    topic: 'funnel',
    code,
    params,
  })
  if (target === null || points.length === 0) return verdict('none')
  if (points.length < 2) return verdict('too-few')
  if (held) return verdict(held)
  if (points.every(({ place }) => place === 'open')) return verdict('immature')
  // The farthest from the overall rate, in standard errors, are named first.
  const distance = ({ rate, submitted }: FunnelPoint): number => Math.abs(rate - target) * Math.sqrt(submitted)
  const named = (wanted: FunnelPlace): string[] =>
    points
      .filter(({ place }) => place === wanted)
      .sort((a, b) => distance(b) - distance(a))
      .map(({ unit }) => unit)
  const lists = {
    farAbove: named('veryHigh'),
    above: named('high'),
    farBelow: named('veryLow'),
    below: named('low'),
  }
  const tooFew = named('tooFew').length
  const open = named('open').length
  const outside = Object.values(lists).reduce((sum, names) => sum + names.length, 0)
  const params = {
    overall: target,
    units: points.length,
    ...lists,
    tooFew,
    open,
    rest: points.length - outside - tooFew - open,
  }
  if (outside > 0) return verdict('outside', params)
  if (open > 0) return verdict('open', params)
  return verdict(tooFew > 0 ? 'within-or-too-few' : 'all-within', params)
}

/** How many units cannot be told apart from the first. */
export function rankVerdict({ by, units, undecided, approximate, held }: Ranking): Verdict {
  const verdict = (code: RankVerdictCode, params: Verdict['params'] = {}): Verdict => ({ topic: 'rank', code, params })
  const ranked = units.filter(({ rank }) => rank !== null)
  if (ranked.length === 0) return verdict('none')
  if (held) return verdict(held, { measure: by })
  const first = ranked[0]!
  if (ranked.length === 1) return verdict('one', { unit: first.unit })
  const params = { unit: first.unit, units: ranked.length, count: undecided, measure: by }
  if (first.range === null) return verdict('untested', params)
  if (undecided === ranked.length) return verdict('all-undecided', params)
  if (undecided > 1) return verdict('undecided', params)
  return verdict(approximate ? 'decided-approximate' : 'decided', params)
}

/** The latest settled month against its limits, by the first rule that it breaks; the numbers of the rule are said with it. */
export function controlVerdict({ measure, rules, points, lacking }: ControlChart, fewest = FEWEST_TO_RANK): Verdict {
  const verdict = (code: ControlVerdictCode, params: Verdict['params'] = {}): Verdict => ({
    topic: 'control',
    code,
    params,
  })
  const settled = points.filter(({ value, immature }) => value !== null && !immature)
  const last = settled[settled.length - 1]
  if (!last) return verdict('none', { measure })
  const params = { measure, ...saidOf(last) }
  if (last.mean === null || last.low === null || last.high === null) {
    if (measure === 'rate' && !isProportion(last)) return verdict('over-one', params)
    return verdict(lacking === 'scatter' ? 'no-scatter' : 'too-few', params)
  }
  // A rate of a few items leaves its limits easily, and says as little as elsewhere.
  if (measure === 'rate' && last.submitted! < fewest) return verdict('few-items', { ...params, fewest })
  const full = { ...params, mean: last.mean, limitLow: last.low, limitHigh: last.high }
  const place = last.value! >= last.mean ? 'high' : 'low'
  const [signal] = last.signals
  if (!signal) return verdict(`within-${place}`, full)
  switch (signal) {
    case 'outside':
      return verdict(`outside-${place}`, full)
    case 'trend': {
      const rising = last.value! > settled[settled.length - 2]!.value!
      return verdict(rising ? 'trend-up' : 'trend-down', { ...full, count: TREND_POINTS })
    }
    case 'nearLimit':
      return verdict(`nearLimit-${place}`, { ...full, ...NEAR_LIMIT[rules] })
    case 'run':
      return verdict(`run-${place}`, { ...full, count: RUN_POINTS[rules] })
  }
}

function saidOf({ period, value, adopted, submitted }: ControlPoint): Record<string, string | number> {
  return {
    period,
    value: value!,
    ...(adopted !== null && { adopted }),
    ...(submitted !== null && { submitted }),
  }
}

/** Half and nine in ten of the adopted items, in days after submission. */
export function lagVerdict(lags: LagDistribution | null): Verdict {
  const code: LagVerdictCode = lags ? 'said' : 'none'
  return {
    topic: 'lag',
    code,
    params: lags ? { count: lags.n, median: Math.round(lags.median * 10) / 10, days: Math.ceil(lags.p90) } : {},
  }
}

/** A period against another one (the same last year, the year up to now) by Newcombe's intervals: a change whose 95 % interval holds 0 is noise, one outside the 99.8 % interval hardly chance. */
export function comparisonVerdict(now: Cell | null, before: Cell | null, fewest = FEWEST_TO_RANK): Verdict {
  const verdict = (code: ComparisonVerdictCode, params: Verdict['params'] = {}): Verdict => ({
    topic: 'comparison',
    code,
    params,
  })
  if (!now || !before || now.rate === null || before.rate === null) return verdict('none')
  const params = {
    rate: now.rate,
    adopted: now.adopted!,
    submitted: now.submitted!,
    rateBefore: before.rate,
  }
  if (!isProportion(now) || !isProportion(before)) return verdict('over-one', params)
  if (now.submitted < fewest) return verdict('too-few', { ...params, fewest })
  if (before.submitted < fewest) return verdict('too-few-before', { ...params, fewest })
  const { grade, ...change } = gradedChange(
    { x: now.adopted, n: now.submitted },
    { x: before.adopted, n: before.submitted },
  )
  return verdict(grade, { ...params, ...change })
}

/** A unit against the other units of its group, or against all others where it has none. `held`: why nobody is judged. */
export function peersVerdict(peers: readonly Peer[], fewest = FEWEST_TO_RANK, held: Held | null = null): Verdict {
  const [own, others] = peers
  const silent = (code: Held): Verdict => ({ topic: 'peers', code, params: {} })
  const whom = others?.kind ?? 'all'
  if (!own || !others) return { topic: 'peers', code: 'none', params: {} }
  if (held) return silent(held)
  const verdict = comparisonVerdict(own.cell, others.cell, fewest)
  const side = SIDES.get(verdict.code)
  if (side === undefined || !(own.settled ?? others.settled))
    return { ...verdict, topic: 'peers', params: { ...verdict.params, whom } }
  // A difference that immature months alone make is none, and one that they alone make sure is possible.
  const { code } = comparisonVerdict(own.settled ?? own.cell, others.settled ?? others.cell, fewest)
  if (SIDES.get(code) !== side) return silent('immature')
  const weaker = code === side ? code : verdict.code
  return { topic: 'peers', code: weaker, params: { ...verdict.params, whom } }
}

/** The side of zero on which a difference lies, whichever its grade. */
const SIDES: ReadonlyMap<string, 'up' | 'down'> = new Map([
  ['farUp', 'up'],
  ['up', 'up'],
  ['down', 'down'],
  ['farDown', 'down'],
])

/** Which units rose or fell since an earlier period, surely (99.8 %) and possibly (95 %), the largest change first, and how many others there are. */
export function unitChangesVerdict(changes: UnitChanges | null, calendar = CALENDAR_YEAR): Verdict {
  const verdict = (code: UnitChangesVerdictCode, params: Verdict['params'] = {}): Verdict => ({
    topic: 'unitChanges',
    code,
    params,
  })
  if (!changes) return verdict('none')
  const named = (wanted: Move): string[] => changes.units.filter(({ move }) => move === wanted).map(({ unit }) => unit)
  if (changes.held && named('open').length > 0) return verdict(changes.held, { earlier: changes.earlier })
  const moved = { farUp: named('farUp'), farDown: named('farDown'), up: named('up'), down: named('down') }
  const rest = named('unclear').length
  const units = Object.values(moved).reduce((sum, names) => sum + names.length, rest)
  if (units === 0) return verdict('none')
  const params = { period: keyOfSpan(changes.period, calendar), earlier: changes.earlier, units, ...moved, rest }
  return verdict(units === rest ? 'steady' : 'moved', params)
}

/** The level that adopted most, or several equal ones; unknown where no outlet has one, untold where no ledger tells the placements of all. Shares are of the outlets whose level is known. */
export function levelVerdict(outlets: readonly OutletCell[], placements: number | null = 0): Verdict {
  const verdict = (code: LevelVerdictCode, params: Verdict['params'] = {}): Verdict => ({
    topic: 'level',
    code,
    params,
  })
  const totals = new Map<string, number>()
  for (const { level, adopted } of outlets) if (level !== null) totals.set(level, (totals.get(level) ?? 0) + adopted)
  const all = outlets.reduce((sum, { adopted }) => sum + adopted, 0)
  if (all === 0) return verdict(placements === null ? 'untold' : 'none')
  const levelled = [...totals.values()].reduce((sum, count) => sum + count, 0)
  if (levelled === 0) return verdict('unknown')
  const most = Math.max(...totals.values())
  const leaders = [...totals].filter(([, count]) => count === most).map(([level]) => level)
  if (leaders.length > 1) return verdict('tie', { levels: leaders, count: most })
  const params = { level: leaders[0]!, count: most, share: most / levelled }
  return verdict(levelled < all ? 'leading-of-levelled' : 'leading', params)
}
