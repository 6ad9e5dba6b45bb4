import type { ImportedSheet, SheetLeftOut } from '../ingest/importedFile'
import { cellText } from '../ingest/read/rawColumn'
import { rowCells, type RawTable } from '../ingest/read/rawTable'
import { columnLetters } from '../ingest/recognise/columnLetters'
import type { LocatedFinding, RowDetail, SetAsideSheet, SheetRef } from '../model/workspace'

/** Rows shown above and below the one that is looked at. */
const AROUND = 3

/**
 * One row of a sheet to be looked at and corrected; `original` is the table as it was read.
 * @throws RangeError a row that the sheet does not have.
 */
export function rowDetail(
  ref: SheetRef,
  sheet: ImportedSheet | SheetLeftOut,
  original: RawTable,
  row: number,
  findings: readonly LocatedFinding[],
): RowDetail {
  const { table } = sheet
  if (row < 1 || row > table.rows) throw new RangeError(`row ${row} of ${table.rows}`)
  const meanings = 'recognition' in sheet ? sheet.recognition.columns : []
  return {
    ref,
    row,
    file: table.file,
    sheet: table.sheet,
    cells: table.columns.map((column, index) => {
      const text = cellText(column, row - 1)
      const before = cellText(original.columns[index]!, row - 1)
      return {
        column: index,
        letters: columnLetters(index),
        header: meanings[index]?.header ?? table.names?.[index] ?? '',
        role: meanings[index]?.role ?? 'ignore',
        text,
        original: before === text ? null : before,
        alike: alikeRows(table, index, text).length - 1,
      }
    }),
    around: Array.from({ length: 2 * AROUND + 1 }, (_, i) => row - AROUND + i)
      .filter((number) => number >= 1 && number <= table.rows)
      .map((number) => ({ row: number, cells: rowCells(table, number - 1) })),
    findings: findings.filter((finding) => finding.row === row),
  }
}

/** Numbers of the rows that have exactly this text in a column. */
export function alikeRows(table: RawTable, column: number, text: string): number[] {
  const source = table.columns[column]
  const rows: number[] = []
  if (!source) return rows
  if (source.kind === 'dictionary') {
    const code = source.values.indexOf(text)
    if (code >= 0) for (let row = 0; row < table.rows; row++) if (source.codes[row] === code) rows.push(row + 1)
  } else for (let row = 0; row < table.rows; row++) if (cellText(source, row) === text) rows.push(row + 1)
  return rows
}

/** Rows of a sheet that were set aside, with their findings, as they go back to the unit; null when there are none. */
export function setAsideRows(
  { table, recognition, setAside }: ImportedSheet,
  overlapping: ReadonlySet<number>,
  findings: readonly LocatedFinding[],
): SetAsideSheet | null {
  const rows = [...new Set([...setAside, ...overlapping])].sort((a, b) => a - b)
  if (rows.length === 0) return null
  const byRow = new Map<number, LocatedFinding[]>()
  for (const finding of findings)
    if (finding.row != null) byRow.set(finding.row, [...(byRow.get(finding.row) ?? []), finding])
  return {
    file: table.file,
    sheet: table.sheet,
    titles: recognition.titles,
    header: table.names ? [table.names] : recognition.header.rows.map((row) => rowCells(table, row)),
    rows: rows.map((row) => ({ row, cells: rowCells(table, row - 1), findings: byRow.get(row) ?? [] })),
  }
}
