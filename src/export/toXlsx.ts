import type { CellValue, WriteSheet } from 'hucre/xlsx'
import { columnWidths, rowHeight } from './cellSizes'
import { headerMerges } from './headerMerges'
import { sheetNames } from './sheetNames'
import type { TableCell } from './toCsv'
import { XLSX_FONT, XLSX_STYLES, type XlsxDress } from './xlsxStyle'
import { stringText } from './xmlText'

export interface XlsxColumn {
  /** How the cells below the header look where a row does not say otherwise: by their values unless given. */
  readonly dress?: XlsxDress
  /** In characters; fitted to the texts unless given. */
  readonly width?: number
  /** The only values that may be entered, as a list to choose from. */
  readonly choices?: readonly string[]
}

/** A table on its way into a workbook: lines above, a header of any number of rows, cells. */
export interface XlsxTable {
  /** Made legal and unique by the writer. */
  readonly name: string
  /** The first is the title, the others stand below it. */
  readonly titles: readonly string[]
  /** What the reader is asked to do; above everything else. */
  readonly hint?: string
  readonly header: readonly (readonly string[])[]
  readonly rows: readonly (readonly TableCell[])[]
  readonly columns?: readonly XlsxColumn[]
  /** Printed upright: for narrow tables. */
  readonly portrait?: boolean
  /** Cells that are marked, by row and column of `rows`. */
  readonly isBad?: (row: number, column: number) => boolean
}

/**
 * Tables as a styled .xlsx file, a sheet each: header frozen, filtered and repeated on every printed page, A4 fitted to one page's
 * width. Texts are string cells, never formulas, and keep the format of text, so that what is typed over them stays as typed.
 */
export async function toXlsx(tables: readonly XlsxTable[]): Promise<Uint8Array> {
  if (tables.length === 0) throw new Error('A workbook has at least one sheet')
  const { writeXlsx } = await import('hucre/xlsx')
  const names = sheetNames(tables.map(({ name }) => name))
  return writeXlsx({
    sheets: tables.map((table, i) => sheetOf(table, names[i]!)),
    defaultFont: XLSX_FONT,
  })
}

type StyledCells = NonNullable<WriteSheet['cells']>

function sheetOf(table: XlsxTable, name: string): WriteSheet {
  const { header, rows, columns = [] } = table
  const lines = [
    ...(table.hint ? [{ text: table.hint, dress: 'hint' as const }] : []),
    ...table.titles.map((text, i) => ({ text, dress: i === 0 ? ('title' as const) : ('note' as const) })),
  ]
  const width = [...header, ...rows].reduce((widest, row) => Math.max(widest, row.length), 1)
  const top = lines.length + header.length
  const values: CellValue[][] = []
  const cells: StyledCells = new Map()
  const put = (row: number, column: number, cell: TableCell, dress: XlsxDress): void => {
    const value = valueOf(cell)
    ;(values[row] ??= Array<CellValue>(width).fill(null))[column] = value
    cells.set(`${row},${column}`, { value, style: XLSX_STYLES[dress] })
  }
  for (const [i, { text, dress }] of lines.entries()) put(i, 0, text, dress)
  for (const [i, row] of header.entries())
    for (let column = 0; column < width; column++) put(lines.length + i, column, row[column] || null, 'header')
  for (const [i, row] of rows.entries())
    for (let column = 0; column < width; column++) {
      const cell = row[column] ?? null
      const dress = table.isBad?.(i, column) ? 'bad' : (columns[column]?.dress ?? dressOf(cell))
      put(top + i, column, cell === '' ? null : cell, dress)
    }
  const texts = rows.map((row) => row.map(textOf))
  const widths = columnWidths([...header.slice(-1), ...texts], width).map(
    (fit, column) => columns[column]?.width ?? fit,
  )
  const heights = [
    ...lines.map(({ dress }) => (dress === 'title' ? 30 : 21)),
    ...[...header, ...texts].map((row) => rowHeight(row, widths)),
  ]
  return {
    name,
    rows: values,
    cells,
    columns: widths.map((fit) => ({ width: fit })),
    merges: [
      ...(width > 1 ? lines.map((_, row) => ({ startRow: row, endRow: row, startCol: 0, endCol: width - 1 })) : []),
      ...headerMerges(header, lines.length, width),
    ],
    rowDefs: new Map(heights.map((height, row) => [row, { height }])),
    ...(header.length > 0 && {
      freezePane: { rows: top },
      autoFilter: { range: `A${top}:${letters(width - 1)}${top + rows.length}` },
    }),
    dataValidations: columns.flatMap(({ choices }, column) =>
      choices && rows.length > 0
        ? [
            {
              type: 'list' as const,
              values: [...choices],
              allowBlank: true,
              showErrorMessage: true,
              range: `${letters(column)}${top + 1}:${letters(column)}${top + rows.length}`,
            },
          ]
        : [],
    ),
    pageSetup: {
      paperSize: 'a4',
      orientation: table.portrait ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
      ...(header.length > 0 && { printTitlesRow: `$${lines.length + 1}:$${top}` }),
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  }
}

function valueOf(cell: TableCell): CellValue {
  if (typeof cell === 'string') return stringText(cell)
  return cell === null || typeof cell === 'number' ? cell : cell.percent
}

function dressOf(cell: TableCell): XlsxDress {
  if (typeof cell === 'number') return 'count'
  return cell === null || typeof cell === 'string' ? 'text' : 'percent'
}

function textOf(cell: TableCell): string {
  if (cell === null) return ''
  return typeof cell === 'object' ? '100.00%' : String(cell)
}

/** A for 0, AA for 26. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}
