import type { Shape } from '../../model/balance'
import type { Role } from '../../model/column'
import type { ColumnMeaning } from './columnMeaning'

/** The table shape that follows from the roles of the columns; null when nothing can be counted. */
export function shapeOf(columns: readonly ColumnMeaning[]): Shape | null {
  const has = (role: Role): boolean => columns.some((column) => column.role === role)
  const counted = has('submittedCount') || has('pair') || columns.some((c) => c.role === 'adoptedCount')
  const itemRows = has('title') || has('status') || has('tick') || has('adoptedOn') || (has('submittedOn') && !counted)
  if (itemRows && !counted) {
    if (!has('unit') && !has('title') && !has('outlets')) return null
    if (has('tick')) return 'itemsByOutlet'
    return columns.some((c) => c.role === 'outlets' && c.target) ? 'itemsSent' : 'items'
  }
  if (counted) {
    if (!has('unit') && !has('outlets') && !has('period')) return null
    if (has('pair')) return 'countsByMonth'
    if (has('outlets') || columns.some((c) => c.role === 'adoptedCount' && c.outlet !== null)) return 'countsByOutlet'
    return has('score') ? 'scores' : 'counts'
  }
  return has('unit') && has('target') ? 'targets' : null
}
