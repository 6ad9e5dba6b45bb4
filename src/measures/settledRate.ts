import type { UnitCell } from '../model/measure'

/** Σ adopted ÷ Σ submitted of the mature months of units whose numbers are known; null where no unit has an immature month, or nothing is left. */
export function settledRate(units: readonly Pick<UnitCell, 'submitted' | 'adopted' | 'settled'>[]): number | null {
  if (units.every(({ settled }) => settled === null)) return null
  let [x, n] = [0, 0]
  for (const unit of units) {
    const { submitted, adopted } = unit.settled ?? unit
    if (submitted === null || adopted === null) continue
    x += adopted
    n += submitted
  }
  return n > 0 ? x / n : null
}
