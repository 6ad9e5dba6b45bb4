import type { CellEdit } from '../../model/choices'
import { withCells } from './rawColumn'
import { MAX_CELL, type RawTable } from './rawTable'

/**
 * The table with the cells that a person corrected; of two corrections of a cell the later one counts, and one beyond the table's rows or
 * columns is ignored. The same table where nothing is corrected. The given table stays as it was read.
 */
export function editedTable(table: RawTable, edits: readonly CellEdit[]): RawTable {
  const byColumn = new Map<number, Map<number, string>>()
  const widths = table.widths.slice()
  for (const { row, column, text } of edits) {
    if (!isPlace(row - 1, table.rows) || !isPlace(column, table.columns.length)) continue
    const texts = byColumn.get(column) ?? new Map<number, string>()
    byColumn.set(column, texts.set(row - 1, text.slice(0, MAX_CELL)))
    if (text !== '') widths[row - 1] = Math.max(widths[row - 1]!, column + 1)
  }
  if (byColumn.size === 0) return table
  const columns = table.columns.map((column, i) => {
    const texts = byColumn.get(i)
    return texts ? withCells(column, texts) : column
  })
  return { ...table, columns, widths }
}

function isPlace(index: number, length: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < length
}
