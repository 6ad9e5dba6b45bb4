import type { Ledger } from '../ledger/ledger'
import type { Balance } from '../model/balance'
import { NONE } from '../model/facts'
import type { Measured } from '../model/measure'

/**
 * Nothing lost, nothing counted twice: every row of a sheet is accounted for, and units and outlets add up to the total.
 * Asserted at the end of every change of the workspace.
 * @param all the measures of everything, without filters.
 * @throws Error a violation is a defect of the program, not of a file, and stops it at once with the figures.
 */
export function assertLaws(balances: readonly Balance[], ledger: Ledger, all: Measured): void {
  for (const b of balances) {
    const sum = b.used + b.setAside + b.blank + b.headings + b.totals + b.duplicates
    if (sum !== b.read || b.used < 0)
      throw new Error(`rows not conserved in ${b.file}: read ${b.read}, accounted for ${sum}`)
  }
  for (const measure of ['submitted', 'adopted', 'placements'] as const) {
    const total = all.total[measure]
    const sum = all.units.reduce((s, unit) => s + (unit[measure] ?? 0), 0)
    if (total !== null && sum !== total && !hasUnitless(ledger))
      throw new Error(`${measure}: units sum to ${sum}, total is ${total}`)
  }
  const placements = all.outlets.reduce((s, outlet) => s + outlet.adopted, 0)
  if (all.total.placements !== null && placements !== all.total.placements) {
    throw new Error(`placements: outlets sum to ${placements}, total is ${all.total.placements}`)
  }
}

/** Facts of no unit stand in the total only. */
function hasUnitless({ items, unitCounts }: Ledger): boolean {
  return items.unit.includes(NONE) || unitCounts.some(({ unit }) => unit === NONE)
}
