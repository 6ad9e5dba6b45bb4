import type { Shape } from '../../model/balance'
import type { RowsAre } from '../../model/choices'
import type { Role } from '../../model/column'
import type { ColumnMeaning } from './columnMeaning'

/**
 * The table shape that follows from the roles of the columns, and from what a person says the rows are; null when nothing can be counted
 * (of rows that are said to be items: where neither unit nor title nor outlet stands in them).
 */
export function shapeOf(columns: readonly ColumnMeaning[], rowsAre: RowsAre | null = null): Shape | null {
  const has = (role: Role): boolean => columns.some((column) => column.role === role)
  const counted = has('submittedCount') || has('pair') || columns.some((c) => c.role === 'adoptedCount')
  const itemRows = has('title') || has('status') || has('tick') || has('adoptedOn') || (has('submittedOn') && !counted)
  switch (rowsAre ?? (counted ? 'counts' : itemRows ? 'items' : 'targets')) {
    case 'items':
      if (!has('unit') && !has('title') && !has('outlets')) return null
      if (has('tick')) return 'itemsByOutlet'
      return columns.some((c) => c.role === 'outlets' && c.target) ? 'itemsSent' : 'items'
    case 'counts':
      if (!has('unit') && !has('outlets') && !has('period')) return null
      if (has('pair')) return 'countsByMonth'
      if (has('outlets') || columns.some((c) => c.role === 'adoptedCount' && c.outlet !== null)) return 'countsByOutlet'
      return has('score') ? 'scores' : 'counts'
    case 'targets':
      return (has('unit') || has('author')) && has('target') ? 'targets' : null
  }
}
