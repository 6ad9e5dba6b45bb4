import type { RankBy, RankedUnit, Ranking } from '../model/analysis'
import type { Held, UnitCell } from '../model/measure'
import { isMostlyOpen } from '../time/maturity'
import { isProportion } from '../stats/pooledRate'
import { type RankRange, rankSetsOfCounts, rankSetsOfRates } from '../stats/rankSets'

/** More units than this are ranked without ranges: every pair is tested. */
const MOST_PAIRED = 300

/**
 * Units ranked within their groups (MEASURES §2): by rate with at least `fewest` submitted items, or by adopted items or placements. Equal values share a
 * rank. Each has the ranks that the data cannot rule out. Groups in the order of the ledger, the one without a name last.
 * @param held why nobody is judged: it is said of all, and no unit is left out for its immature months alone
 */
export function rankUnits(
  units: readonly UnitCell[],
  by: RankBy,
  fewest: number,
  withinGroups = true,
  held: Held | null = null,
): Ranking[] {
  const groups = new Map<string | null, UnitCell[]>()
  for (const unit of units) {
    const group = withinGroups ? unit.group : null
    groups.set(group, [...(groups.get(group) ?? []), unit])
  }
  return [...groups]
    .sort(([a], [b]) => Number(a === null) - Number(b === null))
    .map(([group, own]) => ranking(group, own, by, fewest, held))
}

function ranking(
  group: string | null,
  units: readonly UnitCell[],
  by: RankBy,
  fewest: number,
  held: Held | null,
): Ranking {
  const valueOf = (unit: UnitCell): number | null => unit[by]
  const canRank = (unit: UnitCell): boolean =>
    valueOf(unit) !== null &&
    (by !== 'rate' || ((unit.submitted ?? 0) >= fewest && isProportion(unit) && (held !== null || !isMostlyOpen(unit))))
  const bySize = (a: UnitCell, b: UnitCell): number => (b.submitted ?? -1) - (a.submitted ?? -1)
  const ranked = units.filter(canRank).sort((a, b) => valueOf(b)! - valueOf(a)! || bySize(a, b))
  const rest = units.filter((unit) => !canRank(unit)).sort(bySize)
  // Counts of adoptions are told apart by whichever clock.
  const unjudged = held === 'clock' && by !== 'rate' ? null : held
  const ranges = unjudged ? [] : rangesOf(ranked, by)
  let rank = 0
  const rows = ranked.map((unit, i): RankedUnit => {
    if (i === 0 || valueOf(unit) !== valueOf(ranked[i - 1]!)) rank = i + 1
    return rankedUnit(unit, valueOf(unit), rank, ranges[i] ?? null, held)
  })
  return {
    group,
    by,
    fewest,
    approximate: by === 'placements',
    undecided: undecided(rows),
    held: unjudged,
    units: [...rows, ...rest.map((unit) => rankedUnit(unit, valueOf(unit), null, null, held))],
  }
}

/** How many units could be the first: those whose range begins with rank 1, wherever they stand. */
function undecided(rows: readonly RankedUnit[]): number {
  return rows.filter(({ range }) => range?.[0] === 1).length
}

function rangesOf(units: readonly UnitCell[], by: RankBy): readonly RankRange[] {
  if (units.length > MOST_PAIRED) return []
  return by === 'rate'
    ? rankSetsOfRates(units.map(({ adopted, submitted }) => ({ x: adopted!, n: submitted! })))
    : rankSetsOfCounts(units.map((unit) => unit[by]!))
}

function rankedUnit(
  { unitId, unit, group, submitted, adopted, placements, rate, interval }: UnitCell,
  value: number | null,
  rank: number | null,
  range: RankRange | null,
  held: Held | null,
): RankedUnit {
  return {
    ...{ unitId, unit, group, submitted, adopted, placements, rate, value, rank, range },
    // By the clock of adoption a rate has no interval.
    interval: held === 'clock' ? null : interval,
  }
}
