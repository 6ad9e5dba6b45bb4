import type { ImportedFile, ImportedSheet } from '../ingest/importedFile'
import type { Balance } from '../model/balance'
import type { FileSummary, SheetSummary } from '../model/workspace'

/** What pages need to know of a file; `balances` one a sheet, as they stand now. */
export function summarise(file: ImportedFile, balances: readonly Balance[]): FileSummary {
  return {
    file: file.file,
    size: file.size,
    sheets: file.sheets.map((sheet, i) => summariseSheet(sheet, balances[i]!)),
  }
}

function summariseSheet(
  { recognition, facts, table, findings, remembered }: ImportedSheet,
  balance: Balance,
): SheetSummary {
  const { period, columns, header, titles } = recognition
  const missing = findings.find(
    (finding) => finding.code === 'date-missing' && (finding.detail === 'year' || finding.detail === 'sheet'),
  )
  return {
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
    period: period.span,
    year: period.year,
    yearFrom: period.yearFrom,
    asks: missing ? (missing.detail === 'year' ? 'year' : 'period') : null,
    remembered,
    units: facts.units.length,
    outlets: facts.outlets.length,
  }
}
