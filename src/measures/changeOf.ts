import type { Cell, Change } from '../model/measure'
import { newcombe } from '../stats/newcombe'

/** Change of a cell against an earlier one; null where either side is unknown, the interval also where a rate passes 1. */
export function changeOf(now: Cell, before: Cell): Change {
  const minus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b)
  const comparable = now.interval !== null && before.interval !== null
  const difference = comparable ? newcombe(now.adopted!, now.submitted!, before.adopted!, before.submitted!) : null
  return {
    submitted: minus(now.submitted, before.submitted),
    adopted: minus(now.adopted, before.adopted),
    placements: minus(now.placements, before.placements),
    rate: minus(now.rate, before.rate),
    rateInterval: difference ? [difference.low, difference.high] : null,
  }
}
