import type { ImportedFile, ImportedSheet, SheetLeftOut } from '../ingest/importedFile'
import { cellText } from '../ingest/read/rawColumn'
import type { RawTable } from '../ingest/read/rawTable'
import { columnLetters } from '../ingest/recognise/columnLetters'
import type { Balance, Shape } from '../model/balance'
import type { RowsAre, SheetChoices } from '../model/choices'
import type { FileSummary, LeftOutSummary, SheetHead, SheetRef, SheetSummary } from '../model/workspace'

/** Rows, columns and characters of a sheet that the page shows to point at its header. */
const HEAD_ROWS = 30
const HEAD_COLUMNS = 40
const HEAD_CHARACTERS = 40

/** What pages need to know of a file; `balances` one a sheet, as they stand now. `id` as in `SheetRef`. */
export function summarise(
  file: ImportedFile,
  balances: readonly Balance[],
  stage: SheetRef['stage'],
  id: number,
  choices: readonly SheetChoices[],
): FileSummary {
  return {
    file: file.file,
    size: file.size,
    sheets: file.sheets.map((sheet, i) =>
      summariseSheet(sheet, balances[i]!, { stage, id, place: sheet.place }, choices[sheet.place] ?? {}),
    ),
    leftOut: file.leftOut.map((sheet) => summariseLeftOut(sheet, { stage, id, place: sheet.place })),
  }
}

function summariseSheet(
  { recognition, facts, table, findings, unknownValues, remembered }: ImportedSheet,
  balance: Balance,
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
    remembered,
    units: facts.units.length,
    outlets: facts.outlets.length,
  }
}

function summariseLeftOut({ table, why }: SheetLeftOut, ref: SheetRef): LeftOutSummary {
  return { ref, sheet: table.sheet, why, head: headOf(table) }
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
