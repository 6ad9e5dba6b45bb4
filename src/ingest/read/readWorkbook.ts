import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx'
import type { Finding } from '../../model/finding'
import { type RawTable, RawTableBuilder } from './rawTable'
import { zipDirectory } from './zipDirectory'

/** Largest workbook file, in bytes. */
const MAX_WORKBOOK_BYTES = 200 * 1024 * 1024
/** Largest sum of unpacked parts: a 10 MB zip that grows to 1 GB is refused before it is unpacked. */
const MAX_UNPACKED_BYTES = 800 * 1024 * 1024
const MAX_SHEETS = 400
const MAX_ROWS = 1_048_576
const MAX_COLUMNS = 1_000

export interface WorkbookRead {
  readonly tables: RawTable[]
  readonly findings: Finding[]
}

/** Sheets of an .xlsx, .xls, .et or .ods file as text cells; merged cells filled, hidden sheets and rows told. */
export function readWorkbook(file: string, bytes: Uint8Array): WorkbookRead {
  const refuse = (code: Finding['code'], detail: string, params?: Finding['params']): WorkbookRead => ({
    tables: [],
    findings: [{ level: 'error', code, file, detail, ...(params && { params }) }],
  })
  if (bytes.length > MAX_WORKBOOK_BYTES)
    return refuse('over-limit', 'file-size', { size: bytes.length, limit: MAX_WORKBOOK_BYTES })
  if (bytes[0] === 0x50) {
    const entries = zipDirectory(bytes)
    if (!entries) return refuse('unreadable-file', 'zip-truncated')
    const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
    if (unpacked > MAX_UNPACKED_BYTES)
      return refuse('over-limit', 'unpacked-size', { size: unpacked, limit: MAX_UNPACKED_BYTES })
    const sheets = entries.filter((entry) => /worksheets\/[^/]+\.(xml|bin)$/.test(entry.name)).length
    if (sheets > MAX_SHEETS) return refuse('over-limit', 'sheets', { size: sheets, limit: MAX_SHEETS })
    if (!entries.some((entry) => /^(xl\/|content\.xml|Index\/)/.test(entry.name)))
      return refuse('unreadable-file', 'zip-no-workbook')
  }
  let workbook: WorkBook
  try {
    workbook = read(bytes, {
      type: 'array',
      dense: true,
      cellDates: true,
      UTC: true,
      cellNF: true,
      cellText: true,
      // Only so are hidden rows told.
      cellStyles: true,
      sheetRows: MAX_ROWS,
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return /password|encrypt/i.test(reason)
      ? refuse('encrypted-file', 'password')
      : refuse('unreadable-file', 'workbook', { reason: reason.slice(0, 160) })
  }
  const tables: RawTable[] = []
  const findings: Finding[] = []
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name]
    if (!sheet) continue
    const hidden = workbook.Workbook?.Sheets?.[index]?.Hidden
    if (hidden) findings.push({ level: 'info', code: 'hidden-sheet', file, sheet: name })
    const hiddenRows = (sheet['!rows'] ?? []).filter((row) => row?.hidden).length
    if (hiddenRows > 0) findings.push({ level: 'info', code: 'hidden-rows', file, sheet: name, count: hiddenRows })
    const table = tableOf(file, name, sheet)
    if (table.rows > 0) tables.push(table)
  }
  return { tables, findings }
}

function tableOf(file: string, name: string, sheet: WorkSheet): RawTable {
  // Cells that exist decide the extent, never the declared dimension, which may claim XFD1048576.
  const data: (CellObject | undefined)[][] = sheet['!data'] ?? []
  // Sparse arrays: rows and cells that the file leaves out are holes.
  const rows = Array.from(data, (row) => (row ? Array.from(row.slice(0, MAX_COLUMNS), (cell) => textOf(cell)) : []))
  while (rows.length > 0 && rows[rows.length - 1]!.every((cell) => cell === '')) rows.pop()
  for (const { s, e } of sheet['!merges'] ?? []) {
    const value = rows[s.r]?.[s.c] ?? ''
    // A number merged over several rows is one fact: filling it down would count it again.
    if (value === '' || (e.r > s.r && /^\d+(\.\d+)?$/.test(value))) continue
    for (let r = s.r; r <= Math.min(e.r, rows.length - 1); r++) {
      const row = rows[r]!
      for (let c = s.c; c <= Math.min(e.c, MAX_COLUMNS - 1); c++) {
        while (row.length <= c) row.push('')
        row[c] = value
      }
    }
  }
  const builder = new RawTableBuilder()
  for (const row of rows) builder.push(row)
  return builder.finish({ file, sheet: name, encoding: null, delimiter: null, names: null })
}

/** A cell as text: dates as YYYY-MM-DD, percentages as printed, other numbers in full, errors as their sign (#N/A). */
function textOf(cell: CellObject | undefined): string {
  if (!cell) return ''
  switch (cell.t) {
    case 'd':
      return cell.v instanceof Date ? isoDay(cell.v) : String(cell.w ?? cell.v ?? '')
    case 'n':
      return typeof cell.z === 'string' && cell.z.includes('%') && cell.w ? cell.w : String(cell.v ?? '')
    case 'b':
      return cell.v ? 'TRUE' : 'FALSE'
    case 'e':
      return String(cell.w ?? '#N/A')
    case 's':
      return String(cell.v ?? '')
    default:
      return ''
  }
}

function isoDay(date: Date): string {
  return Number.isNaN(date.valueOf()) ? '' : date.toISOString().slice(0, 10)
}
