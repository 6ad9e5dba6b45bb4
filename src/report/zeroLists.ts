import type { Measured } from '../model/measure'

/** Units to be named: those that reported nothing, and those that reported and had nothing adopted (null: unknown for some of them). */
export interface ZeroLists {
  readonly silent: readonly string[]
  readonly zero: readonly string[] | null
}

export function zeroLists({ units, silentUnits }: Measured): ZeroLists {
  const sent = units.filter(({ submitted }) => (submitted ?? 0) > 0)
  const known = sent.every(({ adopted }) => adopted !== null)
  return {
    silent: silentUnits,
    zero: known ? sent.filter(({ adopted }) => adopted === 0).map(({ unit }) => unit) : null,
  }
}

/**
 * Of the units that had nothing adopted those of which it says something: so many were submitted that chance alone would hardly leave them without one,
 * (1 − p̄)ⁿ < 0.025. Empty where adoptions are unknown, and while decisions of the period are open.
 */
export function judgedZero(measured: Measured): readonly string[] {
  const { units } = measured
  if (measured.open || zeroLists(measured).zero === null) return []
  return units.filter((unit) => unit.adopted === 0 && unit.standing === 'below').map(({ unit }) => unit)
}
