import type { Cell } from '../model/measure'

/** Fewest submitted items for which a unit is ranked by its rate and a change is spoken of, unless a person says otherwise. */
export const FEWEST_TO_RANK = 5

/** Where a unit's 95 % interval lies against the rate of all: wholly above, wholly below, around it; unknown without an interval. */
export type Standing = 'above' | 'below' | 'around' | 'unknown'

/**
 * Compares one unit with the rate of all units. «below» also asks that a unit of this size could have shown it:
 * even no adoption at all must be rarer than 2.5 %, (1 − p̄)ⁿ < 0.025.
 */
export function standing(cell: Cell, overall: number | null): Standing {
  if (overall === null || cell.interval === null || cell.submitted === null) return 'unknown'
  if (cell.interval[0] > overall) return 'above'
  return cell.interval[1] < overall && (1 - overall) ** cell.submitted < 0.025 ? 'below' : 'around'
}
