import type { Cell } from '../model/measure'
import { funnelLimits } from '../stats/funnelLimits'
import { funnelPlace } from '../stats/funnelPlace'

/** Fewest submitted items for which a unit is ranked by its rate and a change is spoken of, unless a person says otherwise. */
export const FEWEST_TO_RANK = 5

/** Where a unit's rate lies against the 95 % funnel limits of its size: above, below, around the rate of all; unknown without a rate in [0, 1]. */
export type Standing = 'above' | 'below' | 'around' | 'unknown'

/**
 * Compares one unit with the rate of all units, by the limits of the funnel plot (not adjusted): colours of a ranking, page of problems and funnel plot
 * say the same of a unit. «below» is said only of a unit that is large enough to be judged.
 */
export function standing({ submitted, adopted, rate }: Cell, overall: number | null): Standing {
  if (overall === null || overall > 1 || rate === null || submitted === null || adopted === null) return 'unknown'
  if (submitted === 0 || adopted > submitted) return 'unknown'
  switch (funnelPlace(adopted, submitted, overall, funnelLimits(submitted, overall))) {
    case 'veryHigh':
    case 'high':
      return 'above'
    case 'veryLow':
    case 'low':
      return 'below'
    default:
      return 'around'
  }
}
