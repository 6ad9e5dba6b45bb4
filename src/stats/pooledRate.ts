/** Numbers of a unit; null where one is unknown. */
interface Numbers {
  readonly submitted: number | null
  readonly adopted: number | null
}

/**
 * The rate that units are judged against: p̄ = Σ adopted ÷ Σ submitted, as a fraction, of those whose rate is a proportion (submitted > 0, adopted ≤ submitted);
 * null without any.
 */
export function pooledRate(units: readonly Numbers[]): number | null {
  let [x, n] = [0, 0]
  for (const unit of units) {
    if (!isProportion(unit)) continue
    x += unit.adopted
    n += unit.submitted
  }
  return n > 0 ? x / n : null
}

/** Whether the adopted items are a part of those submitted, of which there are some. */
export function isProportion<Own extends Numbers>(
  unit: Own,
): unit is Own & { readonly submitted: number; readonly adopted: number } {
  const { submitted, adopted } = unit
  return submitted !== null && adopted !== null && submitted > 0 && adopted <= submitted
}
