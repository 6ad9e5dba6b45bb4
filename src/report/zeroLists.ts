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
