import type { Cell, NullReason } from '../model/measure'

/** Why a figure of a cell is null; null when the figure is known. */
export function nullReason(
  cell: Cell,
  figure: 'submitted' | 'adopted' | 'placements' | 'pending' | 'rate',
): NullReason | null {
  if (cell[figure] !== null) return null
  switch (figure) {
    case 'submitted':
      return 'submitted-unknown'
    case 'adopted':
      return adoptedReason(cell)
    case 'placements':
      return 'placements-unknown'
    case 'pending':
      return 'no-status'
    case 'rate':
      if (cell.submitted === 0) return 'no-submissions'
      return cell.adopted === null ? adoptedReason(cell) : 'submitted-unknown'
  }
}

/** Placements alone do not tell items; without them some ledger simply does not say what was adopted, e.g. by a blank cell. */
function adoptedReason(cell: Cell): NullReason {
  return cell.placements === null ? 'adopted-untold' : 'adopted-unknown'
}
