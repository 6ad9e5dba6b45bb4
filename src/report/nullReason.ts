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
      return 'adopted-unknown'
    case 'placements':
      return 'placements-unknown'
    case 'pending':
      return 'no-status'
    case 'rate':
      if (cell.submitted === 0) return 'no-submissions'
      return cell.adopted === null ? 'adopted-unknown' : 'submitted-unknown'
  }
}
