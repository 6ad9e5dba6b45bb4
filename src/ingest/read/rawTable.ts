import { cellText, isBlankCell, type RawColumn, RawColumnBuilder } from './rawColumn'

/** Longest text that one cell may hold; longer cells are cut with a finding. A spreadsheet cell holds 32,767 characters. */
export const MAX_CELL = 100_000
/** Most columns a sheet may have. */
const MAX_COLUMNS = 2_000

/** One sheet as it was read: text cells by column, nothing interpreted. Row 0 is the first row of the file. */
export interface RawTable {
  readonly file: string
  readonly sheet: string | null
  /** utf-8, gb18030, utf-16le, utf-16be; null for workbooks. */
  readonly encoding: string | null
  /** , TAB ; | «, » for text, or `blanks`, `blank`, `fixed` (`dialectName`); null otherwise. */
  readonly delimiter: string | null
  /** Given where another quote than " wraps cells. */
  readonly quote?: "'"
  readonly rows: number
  readonly columns: readonly RawColumn[]
  /** Field names where the format gives them (JSON): then no row of the table is a header. */
  readonly names: readonly string[] | null
  /** Cells each row really had; a row that differs from its header gets a finding. */
  readonly widths: Uint16Array
}

export function rowCells(table: RawTable, row: number): string[] {
  return table.columns.map((column) => cellText(column, row))
}

export function isBlankRow(table: RawTable, row: number): boolean {
  return table.columns.every((column) => isBlankCell(column, row) || cellText(column, row).trim() === '')
}

/** Collects rows into columns. */
export class RawTableBuilder {
  private builders: RawColumnBuilder[] = []
  private widths: Uint16Array = new Uint16Array(1024)
  rows = 0
  /** Cells that were longer than MAX_CELL and were cut. */
  clipped = 0

  /** Adds a row; `had` is the number of cells it really had where that differs. */
  push(cells: readonly string[], had = cells.length): void {
    const row = this.rows++
    if (row >= this.widths.length) {
      const next = new Uint16Array(this.widths.length * 2)
      next.set(this.widths)
      this.widths = next
    }
    const width = Math.min(cells.length, MAX_COLUMNS)
    this.widths[row] = Math.min(had, MAX_COLUMNS)
    for (let i = 0; i < width; i++) {
      let cell = cells[i]!
      if (cell === '') continue
      if (cell.length > MAX_CELL) {
        cell = cell.slice(0, MAX_CELL)
        this.clipped++
      }
      while (this.builders.length <= i) this.builders.push(new RawColumnBuilder())
      this.builders[i]!.set(row, cell)
    }
  }

  finish(meta: Omit<RawTable, 'rows' | 'columns' | 'widths'>): RawTable {
    const rows = this.rows
    return {
      ...meta,
      rows,
      columns: this.builders.map((builder) => builder.finish(rows)),
      widths: this.widths.slice(0, rows),
    }
  }
}
