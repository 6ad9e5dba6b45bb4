import type { ImportedFile, ImportedSheet, SheetLeftOut } from '../ingest/importedFile'
import { cellText } from '../ingest/read/rawColumn'
import type { RawTable } from '../ingest/read/rawTable'
import { columnLetters } from '../ingest/recognise/columnLetters'
import { headerTextsAt, recogniseHeader } from '../ingest/recognise/recogniseHeader'
import type { Balance, Shape } from '../model/balance'
import type { RowsAre, SheetChoices } from '../model/choices'
import type { ColumnSummary, FileSummary, LeftOutSummary, SheetHead, SheetRef, SheetSummary } from '../model/workspace'

/** Rows, columns and characters of a sheet that the page shows to point at its header. */
const HEAD_ROWS = 30
const HEAD_COLUMNS = 40
const HEAD_CHARACTERS = 40
/** Values of a column that are shown as examples. */
const SAMPLES = 3

/** How a sheet stands among the others: its balance as it is now, and its rows that tell more of earlier items. */
export interface SheetStanding {
  readonly balance: Balance
  readonly updates: number
}

/** What pages need to know of a file; `standings` one a sheet. `id` as in `SheetRef`. */
export function summarise(
  file: ImportedFile,
  standings: readonly SheetStanding[],
  stage: SheetRef['stage'],
  id: number,
  choices: readonly SheetChoices[],
): FileSummary {
  return {
    file: file.file,
    size: file.size,
    sheets: file.sheets.map((sheet, i) =>
      summariseSheet(sheet, standings[i]!, { stage, id, place: sheet.place }, choices[sheet.place] ?? {}),
    ),
    leftOut: file.leftOut.map((sheet) =>
      summariseLeftOut(sheet, { stage, id, place: sheet.place }, choices[sheet.place] ?? {}),
    ),
  }
}

function summariseSheet(
  { recognition, facts, table, findings, unknownValues, remembered }: ImportedSheet,
  { balance, updates }: SheetStanding,
  ref: SheetRef,
  choices: SheetChoices,
): SheetSummary {
  const { period, columns, header, titles } = recognition
  const missing = findings.find(
    (finding) => finding.code === 'date-missing' && (finding.detail === 'year' || finding.detail === 'sheet'),
  )
  return {
    ref,
    balance,
    delimiter: table.delimiter,
    quote: table.quote ?? null,
    headerRows: header.rows.map((row) => row + 1),
    titles,
    columns: columns.map(({ index, letters, header: text, role, outlet, target, confidence, samples }) => ({
      index,
      target,
      letters,
      header: text,
      role,
      outlet,
      confidence,
      samples,
    })),
    head: headOf(table),
    rowsAre: rowsAre(recognition.shape),
    period: period.span,
    year: period.year,
    yearFrom: period.yearFrom,
    asks: missing ? (missing.detail === 'year' ? 'year' : 'period') : null,
    unknownValues,
    vocabulary: [...(choices.vocabulary ?? [])].map(([value, means]) => ({ value, means })),
    edits: choices.edits?.length ?? 0,
    updates,
    remembered,
    units: facts.units.length,
    outlets: facts.outlets.length,
  }
}

function summariseLeftOut({ table, why }: SheetLeftOut, ref: SheetRef, choices: SheetChoices): LeftOutSummary {
  const headerRows = choices.headerRows ?? recogniseHeader(table)?.rows.map((row) => row + 1) ?? []
  return {
    ref,
    sheet: table.sheet,
    why,
    head: headOf(table),
    headerRows,
    columns: why === 'skipped' || headerRows.length === 0 ? [] : unknownColumns(table, headerRows, choices),
  }
}

/** Columns of a sheet in which nothing to count was found, with what a person said of them so far. */
function unknownColumns(table: RawTable, headerRows: readonly number[], choices: SheetChoices): ColumnSummary[] {
  const texts = headerTextsAt(table, headerRows)
  const first = Math.max(...headerRows)
  const last = Math.min(table.rows, first + HEAD_ROWS)
  return table.columns.map((column, index) => {
    const cells = Array.from({ length: last - first }, (_, i) => cellText(column, first + i).trim())
    const { role = 'ignore', outlet = null, target = false } = choices.columns?.[index] ?? {}
    return {
      index,
      letters: columnLetters(index),
      header: texts[index] ?? '',
      role,
      outlet,
      target,
      confidence: 1,
      samples: [...new Set(cells.filter((cell) => cell !== ''))].slice(0, SAMPLES),
    }
  })
}

function headOf(table: RawTable): SheetHead {
  const columns = table.columns.slice(0, HEAD_COLUMNS)
  const rows = Array.from({ length: Math.min(HEAD_ROWS, table.rows) }, (_, row) =>
    columns.map((column) => cellText(column, row).slice(0, HEAD_CHARACTERS)),
  )
  return { rows, letters: columns.map((_, i) => columnLetters(i)), of: table.rows }
}

function rowsAre(shape: Shape): RowsAre {
  if (shape === 'targets') return 'targets'
  return shape === 'items' || shape === 'itemsByOutlet' || shape === 'itemsSent' ? 'items' : 'counts'
}
