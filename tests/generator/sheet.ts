import { encodeText, type Encoding } from './encode'
import type { Random } from './random'

type RowKind = 'data' | 'totals' | 'section' | 'blank'

export interface SheetRow {
  kind: RowKind
  cells: string[]
}

/** How a sheet lies in the file; nothing here may change a number. */
export interface Print {
  encoding: Encoding
  separator: ',' | '\t' | ';'
  newline: '\r\n' | '\n'
  quoteAll: boolean
  /** A first line «sep=;», which spreadsheets read and hide. */
  separatorLine: boolean
  /** Title and note rows are filled up to the width of the table, as spreadsheets do, or left short, as people do. */
  padded: boolean
  finalNewline: boolean
}

/** A ledger before it becomes bytes, so that a test can shuffle rows, move columns or print it otherwise. */
export interface Sheet {
  /** File name without extension. */
  name: string
  preamble: string[]
  header: string[]
  rows: SheetRow[]
  notes: string[]
  print: Print
}

export interface FileBytes {
  name: string
  bytes: Uint8Array
}

function printCell(cell: string, print: Print): string {
  const needed = /["\r\n]/.test(cell) || cell.includes(print.separator) || cell !== cell.trim()
  return needed || print.quoteAll ? `"${cell.replaceAll('"', '""')}"` : cell
}

export function textOf(sheet: Sheet): string {
  const { print } = sheet
  const width = sheet.header.length
  const alone = (text: string) => [text, ...Array.from({ length: print.padded ? width - 1 : 0 }, () => '')]
  const lines = [
    ...sheet.preamble.map(alone),
    sheet.header,
    ...sheet.rows.map((row) => (row.kind === 'section' ? alone(row.cells[0] ?? '') : row.cells)),
    ...sheet.notes.map(alone),
  ].map((cells) => cells.map((cell) => printCell(cell, print)).join(print.separator))
  if (print.separatorLine) lines.unshift(`sep=${print.separator}`)
  return lines.join(print.newline) + (print.finalNewline ? print.newline : '')
}

function extensionOf(print: Print): string {
  if (print.separator !== '\t') return 'csv'
  return print.encoding.startsWith('utf-16') ? 'txt' : 'tsv'
}

export function fileOf(sheet: Sheet): FileBytes {
  return { name: `${sheet.name}.${extensionOf(sheet.print)}`, bytes: encodeText(textOf(sheet), sheet.print.encoding) }
}

export function randomPrint(random: Random): Print {
  const encoding = random.pick<Encoding>(['utf-8', 'utf-8-bom', 'gb18030', 'gb18030', 'utf-16le', 'utf-16be'])
  const wide = encoding.startsWith('utf-16')
  const separator = random.pick<Print['separator']>(wide ? ['\t', '\t', ','] : [',', ',', ',', '\t', ';'])
  return {
    encoding,
    separator,
    newline: random.pick(['\r\n', '\n']),
    quoteAll: random.chance(0.15),
    separatorLine: separator === ';' && random.chance(0.25),
    padded: random.chance(0.6),
    finalNewline: random.chance(0.8),
  }
}

/** The same sheet with its data rows in another order; totals, blanks and sections keep their places. */
export function shuffleRows(sheet: Sheet, random: Random): Sheet {
  const data = random.shuffle(sheet.rows.filter((row) => row.kind === 'data'))
  let next = 0
  const rows = sheet.rows.map((row) => (row.kind === 'data' ? (data[next++] ?? row) : row))
  return { ...sheet, rows }
}

/** The same sheet with its columns in another order. */
export function shuffleColumns(sheet: Sheet, random: Random): Sheet {
  const order = random.shuffle(sheet.header.map((_, index) => index))
  const move = (cells: string[]) => order.map((index) => cells[index] ?? '')
  const rows = sheet.rows.map((row) => (row.kind === 'section' ? row : { ...row, cells: move(row.cells) }))
  return { ...sheet, header: move(sheet.header), rows }
}
