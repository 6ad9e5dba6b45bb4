import { rowCells, type RawTable } from '../../src/ingest/read/rawTable'

/** All cells of a table, row by row. */
export function tableCells(table: RawTable | undefined): string[][] {
  if (!table) throw new Error('no table was read')
  return Array.from({ length: table.rows }, (_, row) => rowCells(table, row))
}
