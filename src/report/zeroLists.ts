import type { Measured } from '../model/measure'

/** Units to be named: those that reported nothing, and those that reported and had nothing adopted (null: unknown for some of them). */
export interface ZeroLists {
  readonly silent: readonly string[]
  readonly zero: readonly string[] | null
}

export function zeroLists({ units, silentUnits, query, leftOut }: Measured): ZeroLists {
  const sent = units.filter(({ submitted }) => (submitted ?? 0) > 0)
  // An adoption without a day lies in no period of its clock: whoever has none there may have had that one.
  const undated = query.clock === 'adopted' && query.span !== null && leftOut.month.undated > 0
  const known = !undated && sent.every(({ adopted }) => adopted !== null)
  return {
    silent: silentUnits,
    zero: known ? sent.filter(({ adopted }) => adopted === 0).map(({ unit }) => unit) : null,
  }
}

/**
 * Of the units that had nothing adopted those of which it says something: so many were submitted that chance alone would hardly leave them without one,
 * (1 − p̄)ⁿ < 0.025. Empty where adoptions are unknown, and where nobody is judged.
 */
export function judgedZero(measured: Measured): readonly string[] {
  const { units } = measured
  if (measured.held !== null || zeroLists(measured).zero === null) return []
  return units.filter((unit) => unit.adopted === 0 && unit.standing === 'below').map(({ unit }) => unit)
}
