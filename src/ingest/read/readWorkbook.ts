import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx'
import type { Finding } from '../../model/finding'
import { odsCells, odsContent, odsHidden } from './odsContent'
import { type RawTable, RawTableBuilder } from './rawTable'
import { zipContents } from './zipContents'
import { zipDirectory } from './zipDirectory'

/** Largest workbook file, in bytes. */
const MAX_WORKBOOK_BYTES = 200 * 1024 * 1024
/** Largest sum of unpacked parts: a 10 MB zip that grows to 1 GB is refused before it is unpacked. */
const MAX_UNPACKED_BYTES = 800 * 1024 * 1024
const MAX_SHEETS = 400
const MAX_ROWS = 1_048_576
const MAX_COLUMNS = 1_000
/** Most cells with something in them that an .ods may stand for; a row or a cell there says how often it is repeated. */
const MAX_CELLS = 10_000_000
/** Most cells that merged ranges of one sheet are filled into: a range over the whole sheet would be a billion. */
const MAX_FILLED = 2_000_000

const OPTIONS = {
  dense: true,
  cellDates: true,
  UTC: true,
  cellNF: true,
  cellText: true,
  // Only so are hidden rows told.
  cellStyles: true,
  sheetRows: MAX_ROWS,
} as const

export interface WorkbookRead {
  readonly tables: RawTable[]
  readonly findings: Finding[]
}

/** Sheets of an .xlsx, .xlsm, .xlsb, .xls, .et or .ods file as text cells; merged cells filled, hidden sheets and rows told. */
export async function readWorkbook(file: string, bytes: Uint8Array): Promise<WorkbookRead> {
  if (bytes.length > MAX_WORKBOOK_BYTES)
    return refused(file, 'over-limit', 'file-size', { size: bytes.length, limit: MAX_WORKBOOK_BYTES })
  const refusal = bytes[0] === 0x50 ? await checkZip(file, bytes) : null
  if (refusal) return refusal
  const parts = new Set((bytes[0] === 0x50 ? zipDirectory(bytes) : null)?.map(({ name }) => name))
  // Without a part for styles the library looks for each cell's fill in vain, at fifty times the cost.
  const cellStyles = !parts.has('xl/workbook.xml') || parts.has('xl/styles.xml')
  const xml = parts.has('content.xml') ? odsContent(bytes) : ''
  const cells = odsCells(xml)
  if (cells > MAX_CELLS) return refused(file, 'over-limit', 'cells', { size: cells, limit: MAX_CELLS })
  return sheetsOf(file, () => read(bytes, { ...OPTIONS, type: 'array', cellStyles }), odsHidden(xml))
}

/** Sheets of a web page or an XML spreadsheet that a system exported under the name of a workbook; every cell as it is printed there. */
export function readMarkup(file: string, text: string): WorkbookRead {
  return sheetsOf(file, () => read(text, { ...OPTIONS, type: 'string', raw: true }))
}

function refused(file: string, code: Finding['code'], detail: string, params?: Finding['params']): WorkbookRead {
  return { tables: [], findings: [{ level: 'error', code, file, detail, ...(params && { params }) }] }
}

/** What forbids unpacking a zip for good; null when nothing does. First what it claims, then what it holds. */
async function checkZip(file: string, bytes: Uint8Array): Promise<WorkbookRead | null> {
  const overSize = (size: number) => refused(file, 'over-limit', 'unpacked-size', { size, limit: MAX_UNPACKED_BYTES })
  const overSheets = (size: number) => refused(file, 'over-limit', 'sheets', { size, limit: MAX_SHEETS })
  const entries = zipDirectory(bytes)
  if (!entries) return refused(file, 'unreadable-file', 'zip-truncated')
  const claimed = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (claimed > MAX_UNPACKED_BYTES) return overSize(claimed)
  const parts = entries.filter((entry) => /worksheets\/[^/]+\.(xml|bin)$/.test(entry.name)).length
  if (parts > MAX_SHEETS) return overSheets(parts)
  if (!entries.some((entry) => /^(xl\/|content\.xml|Index\/)/.test(entry.name)))
    return refused(file, 'unreadable-file', 'zip-no-workbook')
  const contents = await zipContents(bytes, entries, MAX_UNPACKED_BYTES)
  if (!contents) return null
  if (contents.unpacked > MAX_UNPACKED_BYTES) return overSize(contents.unpacked)
  if (contents.sheets > MAX_SHEETS) return overSheets(contents.sheets)
  return contents.wrong ? refused(file, 'unreadable-file', 'workbook', { reason: contents.wrong.slice(0, 160) }) : null
}

function sheetsOf(
  file: string,
  parse: () => WorkBook,
  told: readonly { hidden: boolean; rows: number }[] = [],
): WorkbookRead {
  let workbook: WorkBook
  try {
    workbook = parse()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return /password|encrypt/i.test(reason)
      ? refused(file, 'encrypted-file', 'password')
      : refused(file, 'unreadable-file', 'workbook', { reason: reason.slice(0, 160) })
  }
  const names = workbook.SheetNames
  if (names.length > MAX_SHEETS) return refused(file, 'over-limit', 'sheets', { size: names.length, limit: MAX_SHEETS })
  if (names.length === 0) return refused(file, 'unreadable-file', 'workbook', { reason: 'no sheet' })
  const tables: RawTable[] = []
  const findings: Finding[] = []
  for (const [index, name] of names.entries()) {
    const sheet = workbook.Sheets[name]
    if (!sheet) {
      // The library passes over a sheet that it cannot read; its rows must not vanish in silence.
      findings.push({
        level: 'error',
        code: 'unreadable-file',
        file,
        sheet: name,
        detail: 'workbook',
        params: { reason: name },
      })
      continue
    }
    const hidden = told[index]?.hidden || workbook.Workbook?.Sheets?.[index]?.Hidden
    if (hidden) findings.push({ level: 'info', code: 'hidden-sheet', file, sheet: name })
    const hiddenRows = told[index]?.rows || (sheet['!rows'] ?? []).filter((row) => row?.hidden).length
    if (hiddenRows > 0) findings.push({ level: 'info', code: 'hidden-rows', file, sheet: name, count: hiddenRows })
    const { table, unfilled } = tableOf(file, name, sheet)
    if (table.rows > 0) tables.push(table)
    if (unfilled > 0)
      findings.push({
        level: 'warning',
        code: 'over-limit',
        file,
        sheet: name,
        detail: 'merged',
        count: unfilled,
        params: { limit: MAX_FILLED },
      })
  }
  if (tables.length === 0 && !findings.some(({ level }) => level === 'error'))
    findings.push({ level: 'error', code: 'empty-file', file, detail: 'blank' })
  return { tables, findings }
}

/** The cells of a sheet; `unfilled` merged ranges keep their value in their first cell only, for they would cover too many. */
function tableOf(file: string, name: string, sheet: WorkSheet): { table: RawTable; unfilled: number } {
  // Cells that exist decide the extent, never the declared dimension, which may claim XFD1048576.
  const data: (CellObject | undefined)[][] = sheet['!data'] ?? []
  // Sparse arrays: rows and cells that the file leaves out are holes.
  const rows = Array.from(data, (row) => (row ? Array.from(row.slice(0, MAX_COLUMNS), (cell) => textOf(cell)) : []))
  while (rows.length > 0 && rows[rows.length - 1]!.every((cell) => cell === '')) rows.pop()
  // Beyond the last cell of any row there is nothing that a merged value could stand for.
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  let filled = 0
  let unfilled = 0
  for (const { s, e } of sheet['!merges'] ?? []) {
    const value = rows[s.r]?.[s.c] ?? ''
    // A number merged over several rows is one fact: filling it down would count it again.
    if (value === '' || (e.r > s.r && /^\d+(\.\d+)?$/.test(value))) continue
    const lastRow = Math.min(e.r, rows.length - 1)
    const lastColumn = Math.min(e.c, width - 1)
    const covered = (lastRow - s.r + 1) * (lastColumn - s.c + 1)
    if (filled + covered > MAX_FILLED) {
      unfilled++
      continue
    }
    filled += covered
    for (let r = s.r; r <= lastRow; r++) {
      const row = rows[r]!
      for (let c = s.c; c <= lastColumn; c++) {
        while (row.length <= c) row.push('')
        row[c] = value
      }
    }
  }
  const builder = new RawTableBuilder()
  for (const row of rows) builder.push(row)
  return { table: builder.finish({ file, sheet: name, encoding: null, delimiter: null, names: null }), unfilled }
}

/** A cell as text: dates as YYYY-MM-DD, percentages as printed, other numbers in full, errors as their sign (#N/A). */
function textOf(cell: CellObject | undefined): string {
  if (!cell) return ''
  switch (cell.t) {
    case 'd':
      return cell.v instanceof Date ? isoDay(cell.v) : String(cell.w ?? cell.v ?? '')
    case 'n':
      // An .ods gives the printed text without its format.
      return cell.w?.endsWith('%') || (typeof cell.z === 'string' && cell.z.includes('%') && cell.w)
        ? cell.w
        : String(cell.v ?? '')
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
