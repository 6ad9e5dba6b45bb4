import { utils, write, type BookType, type CellObject, type WorkSheet } from '@e965/xlsx'
import { writeXlsx, type CellValue } from 'hucre/xlsx'
import { encodeText } from './encode'
import { gridOf, TYPINGS, type Grid, type TypedCell } from './grid'
import type { Random } from './random'
import { fileOf, linesOf, type FileBytes, type Sheet } from './sheet'
import { workbookBytes } from './workbook'

/** Workbooks of the library of the house, which also reads the old binary files and those of other offices. */
const BOOK_TYPES = { xlsx: 'xlsx', xls: 'biff8', ods: 'ods', xlsb: 'xlsb', xlsm: 'xlsm' } as const satisfies Record<
  string,
  BookType
>
type LibraryBook = keyof typeof BOOK_TYPES

export const CONTAINERS = [
  'text',
  'text named .xls',
  'page named .xls',
  'own .xlsx',
  'xlsx',
  'xls',
  'ods',
  'xlsb',
  'xlsm',
] as const
export type Container = (typeof CONTAINERS)[number]

function libraryCell({ text, value, format }: TypedCell): CellObject | null {
  if (text === '') return null
  if (value === null) return { t: 's', v: text }
  return format === 'General' ? { t: 'n', v: value } : { t: 'n', v: value, z: format }
}

function librarySheet(grid: Grid, type: LibraryBook): WorkSheet {
  // The library complains aloud about a dash in a format of .ods; a slash shows the same day.
  const spell = (cell: TypedCell) => (type === 'ods' ? { ...cell, format: cell.format.replaceAll('-', '/') } : cell)
  const sheet = utils.aoa_to_sheet(grid.rows.map((cells) => cells.map((cell) => libraryCell(spell(cell)))))
  sheet['!merges'] = grid.merges.map(({ row, column, rows, columns }) => ({
    s: { r: row, c: column },
    e: { r: row + rows - 1, c: column + columns - 1 },
  }))
  return sheet
}

export function libraryBytes(grids: readonly Grid[], type: LibraryBook): Uint8Array {
  const book = utils.book_new()
  for (const grid of grids) utils.book_append_sheet(book, librarySheet(grid, type), grid.tab)
  return new Uint8Array(write(book, { type: 'array', bookType: BOOK_TYPES[type] }) as ArrayBuffer)
}

/** A second writer of .xlsx: what one library writes and reads back itself proves little. */
export async function otherBytes(grids: readonly Grid[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: grids.map(({ tab, rows, merges }) => ({
      name: tab,
      rows: rows.map((cells) => cells.map(({ text, value }): CellValue => (text === '' ? null : (value ?? text)))),
      cells: new Map(
        rows.flatMap((cells, row) =>
          cells.flatMap(({ value, format }, column) =>
            value === null || format === 'General'
              ? []
              : [[`${row},${column}`, { value, style: { numFmt: format } }] as const],
          ),
        ),
      ),
      merges: merges.map(({ row, column, rows: height, columns }) => ({
        startRow: row,
        startCol: column,
        endRow: row + height - 1,
        endCol: column + columns - 1,
      })),
    })),
  })
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')
}

/** A table of a web page that a server sends as «.xls», which spreadsheets open without a word. */
function pageOf(sheet: Sheet): FileBytes {
  const width = sheet.header.length
  const rows = linesOf(sheet).map((cells) => {
    const alone = cells.length === 1 && width > 1
    const inner = cells.map((cell) => `<td${alone ? ` colspan="${width}"` : ''}>${escapeHtml(cell)}</td>`).join('')
    return `<tr>${inner}</tr>`
  })
  const chinese = sheet.print.encoding === 'gb18030'
  const charset = `<meta http-equiv="Content-Type" content="text/html; charset=${chinese ? 'gb2312' : 'utf-8'}">`
  const text = `<html><head>${charset}</head><body><table border="1">${rows.join('\n')}</table></body></html>`
  return { name: `${sheet.name}.xls`, bytes: encodeText(text, chinese ? 'gb18030' : 'utf-8') }
}

function oneByOne(random: Random, sheet: Sheet, container: Container): FileBytes {
  switch (container) {
    case 'text':
      return fileOf(sheet)
    case 'text named .xls':
      return { ...fileOf(sheet), name: `${sheet.name}.xls` }
    case 'page named .xls':
      return pageOf(sheet)
    default:
      return bookOf(random, [sheet], container)
  }
}

type Book = 'own .xlsx' | LibraryBook

function bookOf(random: Random, sheets: readonly Sheet[], book: Book): FileBytes {
  const typing = random.pick(TYPINGS)
  const grids = sheets.map((sheet) => gridOf(sheet, typing, random))
  const name = sheets[0]?.name ?? ''
  if (book === 'own .xlsx') return { name: `${name}.xlsx`, bytes: workbookBytes(grids) }
  return { name: `${name}.${book}`, bytes: libraryBytes(grids, book) }
}

/** All sheets in one file, which has the name of the first. */
export function inOneBook(random: Random, sheets: readonly Sheet[]): { container: Container; files: FileBytes[] } {
  const container = random.pick<Book>(['own .xlsx', 'xlsx', 'xls', 'ods', 'xlsb', 'xlsm'])
  return { container, files: [bookOf(random, sheets, container)] }
}

/** Every sheet in a file of its own. */
export function inFiles(random: Random, sheets: readonly Sheet[]): { container: Container; files: FileBytes[] } {
  const container = random.chance(0.6) ? 'text' : random.pick(CONTAINERS)
  return { container, files: sheets.map((sheet) => oneByOne(random, sheet, container)) }
}
