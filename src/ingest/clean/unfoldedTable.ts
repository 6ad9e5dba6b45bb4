import type { SheetFacts } from '../../model/facts'
import type { ColumnMeaning } from '../recognise/columnMeaning'
import { columnLetters } from '../recognise/columnLetters'
import type { Band } from '../recognise/foldedBands'
import type { Recognition } from '../recognise/recogniseSheet'
import { isBlankRow, rowCells, type RawTable, RawTableBuilder } from '../read/rawTable'
import type { CleanedSheet } from './cleanedSheet'
import { BLANK, HEADING, type RowFates } from './rowFates'
import { RowKinds } from './rowKind'
import { totalLabel } from './totalLabel'

/** A folded table with its bands one below the other, as an office would have printed it on longer paper. */
export interface UnfoldedTable {
  readonly table: RawTable
  /** Of the unfolded table; `bandRows` says where its bands begin. */
  readonly recognition: Recognition
  /** Row of the sheet and band, for each row here. */
  readonly rowOf: readonly number[]
  readonly bandOf: readonly number[]
}

/**
 * Unfolds a table of several bands. A section heading over all of them is repeated in each; what stands over one band opens its group.
 * A final 合计 that stands under one band alone comes last, since it may be that of all.
 */
export function unfoldedTable(table: RawTable, recognition: Recognition, bands: readonly Band[]): UnfoldedTable {
  const { header } = recognition
  const columns = bandColumns(recognition, bands[0]!)
  const own: Recognition = { ...recognition, columns, header: { ...header, texts: bands[0]!.texts }, bands: null }
  const kinds = bands.map(
    ({ columns: of }) => new RowKinds({ ...table, columns: of.map((i) => table.columns[i]!) }, own),
  )
  const builder = new RawTableBuilder()
  const rowOf: number[] = []
  const bandOf: number[] = []
  const push = (row: number, band: number, cells: readonly string[]): void => {
    builder.push(cells)
    rowOf.push(row)
    bandOf.push(band)
  }
  const bandRows: number[] = []
  const last: [row: number, band: number, cells: string[]][] = []
  for (const [b, band] of bands.entries()) {
    if (b > 0) bandRows.push(rowOf.length)
    else for (let row = 0; row < header.firstDataRow; row++) push(row, 0, bandCells(table, row, band))
    // A numeral makes a heading of it, whatever its words are.
    if (band.heading !== null) push(header.rows[0]!, b, [`一、${band.heading}`])
    for (let row = header.firstDataRow; row < table.rows; row++) {
      const cells = bandCells(table, row, band)
      const alone = rowCells(table, row).every((cell, i) => cell.trim() === '' || band.columns.includes(i))
      if (alone && cells.some((cell) => totalLabel(cell) === 'total')) last.push([row, b, cells])
      else if (b > 0 && isBlankCells(cells) && kinds[0]!.kindOf(row) === 'section' && isLone(table, row))
        push(row, b, [bandCells(table, row, bands[0]!).find((cell) => cell.trim() !== '') ?? ''])
      else push(row, b, cells)
    }
  }
  for (const [row, band, cells] of last) push(row, band, cells)
  const { file, sheet, encoding, delimiter } = table
  return {
    table: builder.finish({ file, sheet, encoding, delimiter, names: null }),
    recognition: { ...own, bandRows },
    rowOf,
    bandOf,
  }
}

/** What was made of the unfolded table, told of the sheet as it is: its row numbers and letters, each of its rows once. */
export function refolded(
  cleaned: CleanedSheet,
  { rowOf, bandOf }: UnfoldedTable,
  table: RawTable,
  { header, bands }: Recognition,
): CleanedSheet {
  const { facts } = cleaned
  const atRow = <T extends { readonly row: number }>(fact: T): T => ({ ...fact, row: rowOf[fact.row - 1]! + 1 })
  const refoldedFacts: SheetFacts = {
    ...facts,
    items: { ...facts.items, row: facts.items.row.map((row) => rowOf[row - 1]! + 1) },
    counts: facts.counts.map(atRow),
    tasks: facts.tasks.map(atRow),
    running: facts.running.map((total) => ({
      ...atRow(total),
      column: letters(total.column, bands![0]!, bands![bandOf[total.row - 1]!]!),
    })),
    bandStarts: bands!.map((_, b) => {
      const first = facts.items.row.findIndex((row) => bandOf[row - 1]! >= b)
      return first < 0 ? facts.items.length : first
    }),
  }
  const fates: RowFates = new Uint8Array(table.rows)
  for (const [i, row] of rowOf.entries()) fates[row] = Math.max(fates[row]!, cleaned.fates[i]!)
  // Titles may stand beside the first band.
  for (let row = 0; row < header.firstDataRow; row++)
    fates[row] = !header.rows.includes(row) && isBlankRow(table, row) ? BLANK : HEADING
  return { ...cleaned, facts: refoldedFacts, fates }
}

/** Where a cell of the unfolded table stands on the sheet; for findings. */
export function placeOnSheet(
  { rowOf, bandOf }: UnfoldedTable,
  bands: readonly Band[],
): (row: number, column: number | null) => { row: number; column: number | null } {
  return (row, column) => ({
    row: rowOf[row]!,
    column: column === null ? null : bands[bandOf[row]!]!.columns[column]!,
  })
}

function bandColumns(recognition: Recognition, band: Band): ColumnMeaning[] {
  return band.columns.map((physical, index) => ({
    ...recognition.columns[physical]!,
    index,
    header: band.texts[index]!,
  }))
}

function letters(inFirst: string, first: Band, band: Band): string {
  const place = first.columns.findIndex((index) => columnLetters(index) === inFirst)
  return columnLetters(band.columns[place]!)
}

function bandCells(table: RawTable, row: number, band: Band): string[] {
  const cells = rowCells(table, row)
  return band.columns.map((i) => cells[i] ?? '')
}

function isBlankCells(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** Whether the row holds one text only, however often a merged cell repeats it. */
function isLone(table: RawTable, row: number): boolean {
  return new Set(rowCells(table, row).filter((cell) => cell.trim() !== '')).size === 1
}
