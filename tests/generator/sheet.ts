import { encodeText, ENCODINGS, type Encoding } from './encode'
import type { Random } from './random'

type RowKind = 'data' | 'totals' | 'section' | 'header' | 'blank'

export interface SheetRow {
  kind: RowKind
  cells: string[]
}

/** A rectangle of cells that a workbook draws as one; row 0 is the first row of the header. */
export interface Merge {
  row: number
  column: number
  rows: number
  columns: number
}

/** How a sheet lies in a text file; nothing here may change a number. */
export interface Print {
  encoding: Encoding
  /** `wide`: runs of blanks part the cells; `aligned`: blanks up to the next column, as a terminal prints. */
  separator: ',' | '\t' | ';' | '|' | ', ' | 'wide' | 'aligned'
  quote: '"' | "'"
  newline: '\r\n' | '\n' | '\r'
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
  /** The name of the sheet where it stands in a workbook. */
  tab: string
  preamble: string[]
  /** Header rows above the last one: blank right of a heading that spans columns. */
  above: string[][]
  header: string[]
  rows: SheetRow[]
  notes: string[]
  merges: Merge[]
  print: Print
}

export interface FileBytes {
  name: string
  bytes: Uint8Array
}

/** What a writer has to say of a sheet; the rest is the usual. */
export function sheetOf(
  random: Random,
  parts: Pick<Sheet, 'name' | 'preamble' | 'header' | 'rows'> &
    Partial<Pick<Sheet, 'tab' | 'above' | 'notes' | 'merges'>>,
): Sheet {
  const sheet = { tab: 'Sheet1', above: [], notes: [], merges: [], ...parts }
  return { ...sheet, print: randomPrint(random, sheet) }
}

/** All lines of a sheet as cells; titles, sections and notes stand in the first one. */
export function linesOf(sheet: Pick<Sheet, 'preamble' | 'above' | 'header' | 'rows' | 'notes'>): string[][] {
  return [
    ...sheet.preamble.map((text) => [text]),
    ...sheet.above,
    sheet.header,
    ...sheet.rows.map((row) => (row.kind === 'section' ? [row.cells[0] ?? ''] : row.cells)),
    ...sheet.notes.map((text) => [text]),
  ]
}

function printCell(cell: string, { separator, quote, quoteAll }: Print): string {
  const needed = cell.includes(quote) || /[\r\n]/.test(cell) || cell.includes(separator) || cell !== cell.trim()
  // Who quotes with ' does it everywhere: else a cell that begins with " could not be told from a quoted one.
  const always = quoteAll || (quote === "'" && cell !== '')
  return needed || always ? quote + cell.replaceAll(quote, quote + quote) + quote : cell
}

/** Columns that a fixed font draws: Han characters and full-width signs take two. */
function drawnWidth(text: string): number {
  let width = 0
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u.test(
        character,
      )
        ? 2
        : 1
  return width
}

function alignedLines(lines: readonly string[][]): string[] {
  const widths: number[] = []
  for (const cells of lines) {
    if (cells.length === 1) continue
    cells.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, drawnWidth(cell))))
  }
  return lines.map((cells) =>
    cells
      .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) + 2 - drawnWidth(cell))))
      .join('')
      .trimEnd(),
  )
}

export function textOf(sheet: Sheet): string {
  const { print } = sheet
  const width = sheet.header.length
  const lines = linesOf(sheet)
  const alone = Array.from({ length: print.padded ? width - 1 : 0 }, () => '')
  const printed = () => {
    if (print.separator === 'aligned') return alignedLines(lines)
    if (print.separator === 'wide') return lines.map((cells) => cells.join('   '))
    return lines
      .map((cells) => (cells.length === 1 && width > 1 ? [...cells, ...alone] : cells))
      .map((cells) => cells.map((cell) => printCell(cell, print)).join(print.separator))
  }
  const text = printed()
  if (print.separatorLine) text.unshift(`sep=${print.separator}`)
  return text.join(print.newline) + (print.finalNewline ? print.newline : '')
}

function extensionOf({ separator, encoding }: Print): string {
  if (separator === 'wide' || separator === 'aligned' || separator === '|') return 'txt'
  if (separator !== '\t') return 'csv'
  return encoding.startsWith('utf-16') ? 'txt' : 'tsv'
}

export function fileOf(sheet: Sheet): FileBytes {
  return { name: `${sheet.name}.${extensionOf(sheet.print)}`, bytes: encodeText(textOf(sheet), sheet.print.encoding) }
}

/** Which ways of parting cells by blanks lose nothing of this table. */
function blankSeparators(sheet: Omit<Sheet, 'print' | 'name' | 'tab'>): ('wide' | 'aligned')[] {
  const rows = sheet.rows.filter((row) => row.kind !== 'section')
  const cells = [...sheet.above, sheet.header, ...rows.map((row) => row.cells)].flat()
  const plain = rows.every((row) => row.kind !== 'blank') && sheet.above.length === 0 && sheet.header.length > 2
  if (!plain || cells.some((cell) => /[\s"']/.test(cell))) return []
  // With hardly a full row not even a clerk could say where the columns begin.
  if (rows.filter((row) => row.cells.every((cell) => cell !== '')).length < 3) return []
  return cells.every((cell) => cell !== '') ? ['wide', 'wide', 'aligned'] : ['aligned']
}

export function randomPrint(random: Random, sheet?: Omit<Sheet, 'print' | 'name' | 'tab'>): Print {
  const encoding = random.pick<Encoding>([...ENCODINGS, 'gb18030'])
  const wide = encoding.startsWith('utf-16')
  const blanks = sheet && random.chance(0.4) ? blankSeparators(sheet) : []
  const usual = random.pick<Print['separator']>(wide ? ['\t', '\t', ','] : [',', ',', ',', '\t', ';', ', ', '|'])
  const separator = blanks.length > 0 ? random.pick(blanks) : usual
  return {
    encoding,
    separator,
    quote: separator === ',' && random.chance(0.12) ? "'" : '"',
    newline: random.pick(['\r\n', '\r\n', '\n', '\n', '\r']),
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

/** The same sheet with its columns in another order; only where no heading spans several of them. */
export function shuffleColumns(sheet: Sheet, random: Random): Sheet {
  const order = random.shuffle(sheet.header.map((_, index) => index))
  const move = (cells: string[]) => order.map((index) => cells[index] ?? '')
  const rows = sheet.rows.map((row) => (row.kind === 'section' ? row : { ...row, cells: move(row.cells) }))
  return { ...sheet, header: move(sheet.header), rows }
}
