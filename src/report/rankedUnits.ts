import type { Held, Standing, UnitCell } from '../model/measure'
import { isProportion } from '../stats/pooledRate'
import { isMostlyOpen } from '../time/maturity'
import { FEWEST_TO_RANK } from '../model/office'

/** A unit in the order of the ranking; rank null when it has too few items or no rate. */
export interface RankedUnit {
  readonly unitId: number
  readonly unit: string
  readonly group: string | null
  readonly rank: number | null
  readonly submitted: number | null
  readonly adopted: number | null
  readonly rate: number | null
  readonly interval: readonly [number, number] | null
  readonly standing: Standing
}

/**
 * Units by rate, best first; equal rates share a rank (1, 2, 2, 4) and stand in order of size, then of the ledger.
 * Units with fewer than `fewest` items, without a rate in [0, 1], or with most of their items in immature months follow unranked, larger ones first, so that the table
 * adds up to the total. `held`: nobody is judged, which is said of all; no unit is left out for its immature months alone. By the clock of adoption a rate
 * has no interval.
 */
export function rankedUnits(
  units: readonly UnitCell[],
  fewest = FEWEST_TO_RANK,
  held: Held | null = null,
): RankedUnit[] {
  const bySize = (a: UnitCell, b: UnitCell) => (b.submitted ?? -1) - (a.submitted ?? -1)
  const canRank = (unit: UnitCell) =>
    (unit.submitted ?? 0) >= fewest && isProportion(unit) && (held !== null || !isMostlyOpen(unit))
  const ranked = units.filter(canRank).sort((a, b) => (b.rate ?? 0) - (a.rate ?? 0) || bySize(a, b))
  const rest = units.filter((unit) => !canRank(unit)).sort(bySize)
  const rankedUnit = (
    { unitId, unit, group, submitted, adopted, rate, interval, standing }: UnitCell,
    rank: number | null,
  ) => ({
    ...{ unitId, unit, group, rank, submitted, adopted, rate, standing },
    interval: held === 'clock' ? null : interval,
  })
  let rank = 0
  return [
    ...ranked.map((unit, index) => {
      if (index === 0 || unit.rate !== ranked[index - 1]?.rate) rank = index + 1
      return rankedUnit(unit, rank)
    }),
    ...rest.map((unit) => ({ ...rankedUnit(unit, null), standing: 'unknown' as const })),
  ]
}
