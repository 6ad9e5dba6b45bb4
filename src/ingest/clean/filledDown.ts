import { cellText, isBlankCell } from '../read/rawColumn'
import type { RawTable } from '../read/rawTable'
import type { FindingList } from './findingList'

/** Share of blank unit cells from which a text file looks like an export of merged cells. */
const BLANK_SHARE = 0.3

/** The pattern of merged cells in a text export: many blank units in runs below a unit, and no unit written twice in a row. Reported where it is met. */
export function looksFilledDown(
  table: RawTable,
  unitColumn: number | null,
  rows: ArrayLike<number> & Iterable<number>,
  findings: FindingList,
): boolean {
  if (unitColumn === null || rows.length === 0) return false
  const column = table.columns[unitColumn]!
  let blank = 0
  let repeated = 0
  let before = ''
  for (const row of rows) {
    const text = isBlankCell(column, row) ? '' : cellText(column, row).trim()
    if (text === '') blank++
    else if (text === before) repeated++
    before = text
  }
  const named = rows.length - blank
  const filled = blank >= rows.length * BLANK_SHARE && repeated <= named * 0.1
  if (filled && blank > 0) findings.sheet('info', 'unit-missing', { detail: 'filled-down', count: blank })
  return filled
}
