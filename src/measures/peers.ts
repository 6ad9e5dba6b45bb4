import type { Peer } from '../model/analysis'
import type { Cell, UnitCell } from '../model/measure'
import { cellOf } from './tally'

/**
 * A unit beside the other units of its group and beside all other units, each added up (Σ ÷ Σ); a sum with an unknown number is unknown. The group is left
 * out where the unit has none, or where it holds all others; [] for a unit without facts.
 */
export function peersOf(units: readonly UnitCell[], unitId: number): Peer[] {
  const own = units.find((unit) => unit.unitId === unitId)
  if (!own) return []
  // More adopted than submitted is no rate to measure others by.
  const others = units.filter((unit) => unit !== own && (unit.rate ?? 0) <= 1)
  const group = own.group === null ? [] : others.filter((unit) => unit.group === own.group)
  // Numbers alone: the unit's own cell bears its name, which an anonymous slide must not hold.
  const peers: Peer[] = [together('own', [own])]
  if (group.length > 0 && group.length < others.length) peers.push(together('group', group))
  if (others.length > 0) peers.push(together('all', others))
  return peers
}

function together(kind: Peer['kind'], units: readonly UnitCell[]): Peer {
  const sum = (measure: 'submitted' | 'adopted' | 'placements' | 'pending'): number | null =>
    units.reduce<number | null>((total, cell) => {
      const value: Cell[typeof measure] = cell[measure]
      return total === null || value === null ? null : total + value
    }, 0)
  return {
    kind,
    cell: cellOf(sum('submitted'), sum('adopted'), sum('placements'), sum('pending')),
    settled: settledOf(units),
    unitIds: units.map(({ unitId }) => unitId),
  }
}

function settledOf(units: readonly UnitCell[]): Cell | null {
  if (units.every(({ settled }) => settled === null)) return null
  const sum = (measure: 'submitted' | 'adopted'): number | null =>
    units.reduce<number | null>((total, unit) => {
      const value = (unit.settled ?? unit)[measure]
      return total === null || value === null ? null : total + value
    }, 0)
  return cellOf(sum('submitted'), sum('adopted'), null, null)
}
