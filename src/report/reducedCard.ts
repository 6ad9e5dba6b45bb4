import type { Measured } from '../model/measure'
import type { UnitAnswer } from '../model/slide'

/** A unit's card made of a slide's numbers alone, where no ledger is at hand; null when they do not hold the unit. */
export function reducedCard(measured: Measured, name: string): UnitAnswer | null {
  const unit = measured.units.find((own) => own.unit === name)
  if (!unit) return null
  const { submitted, adopted, placements, pending, rate, interval } = unit
  return {
    unit: name,
    group: unit.group,
    ranking: null,
    measured: {
      ...measured,
      total: { submitted, adopted, placements, pending, rate, interval },
      previous: null,
      units: [unit],
      outlets: [],
      heat: [],
      months: [],
      quarters: [],
      halfYears: [],
      silentUnits: [],
      due: null,
    },
  }
}
