import type { TableCell } from './toCsv'
import { toXlsx, type XlsxTable } from './toXlsx'

/** The rows of one sheet that could not be counted, as they were. */
export interface MarkedSheet {
  /** File and sheet; becomes the tab. */
  readonly name: string
  /** Lines above the header. */
  readonly titles: readonly string[]
  readonly header: readonly (readonly string[])[]
  readonly rows: readonly MarkedRow[]
}

export interface MarkedRow {
  /** Number of the row in the original sheet. */
  readonly row: number
  readonly cells: readonly string[]
  /** Why it could not be counted, in words. */
  readonly reasons: readonly string[]
  /** Indices of the cells that the reasons speak of. */
  readonly badColumns: readonly number[]
}

/**
 * Words of the marked workbook. The two headers must be such that reading the file again ignores their columns: `row` a word for a row
 * counter (行号), `problem` one that names no figure and no outlet (问题).
 */
export interface MarkedWords {
  readonly row: string
  readonly problem: string
  /** One line at the top that asks to correct the marked cells and send the file back. */
  readonly hint: string
}

/**
 * The rows that a unit has to correct, as an .xlsx file to send back to it: header and rows as they were, the original row number before
 * and the reasons after them, the cells in question marked. The corrected file can be imported like any ledger.
 */
export function markedWorkbook(sheets: readonly MarkedSheet[], words: MarkedWords): Promise<Uint8Array> {
  return toXlsx(sheets.map((sheet) => markedTable(sheet, words)))
}

function markedTable({ name, titles, header, rows }: MarkedSheet, words: MarkedWords): XlsxTable {
  const width = Math.max(...header.map((row) => row.length), ...rows.map(({ cells }) => cells.length), 0)
  // In every row of the header, or the last column would be read as part of a heading that stands beside it.
  const framed = header.map((row) => [words.row, ...padded(row, width), words.problem])
  return {
    name,
    titles,
    hint: words.hint,
    header: framed,
    rows: rows.map(({ row, cells, reasons }) => [row, ...padded(cells, width).map(cellOf), reasons.join('；')]),
    columns: [{ dress: 'counter' }, ...Array.from({ length: width }, () => ({})), { dress: 'problem', width: 40 }],
    isBad: (row, column) => rows[row]!.badColumns.includes(column - 1),
  }
}

function padded(row: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => row[column] ?? '')
}

/** A number that reads back as the same text is one; 007, 1-2 and 57.10% stay texts. */
function cellOf(text: string): TableCell {
  const number = Number(text)
  return /^\d/.test(text) && Math.abs(number) < 1e15 && String(number) === text ? number : text
}
