import type { Finding, FindingCode, FindingLevel } from '../../model/finding'
import { columnLetters } from '../recognise/columnLetters'
import { rowCells, type RawTable } from '../read/rawTable'

/** Most findings of one code that are listed row by row; the rest are counted. */
const LISTED = 2000

type Place = (row: number, column: number | null) => { readonly row: number; readonly column: number | null }

/** Collects the findings of one sheet; lists at most 2,000 a code one by one and counts the rest. */
export class FindingList {
  readonly findings: Finding[] = []
  private readonly counts = new Map<FindingCode, number>()

  /** @param placeOf where a row and column of the cleaners stand in the table; the same place but for folded tables. */
  constructor(
    private readonly table: RawTable,
    private readonly placeOf: Place = (row, column) => ({ row, column }),
  ) {}

  /** About one row (index of the raw table) and perhaps one of its columns; the row's cells are kept for the page. */
  row(level: FindingLevel, code: FindingCode, row: number, column: number | null, more: Partial<Finding> = {}): void {
    const seen = (this.counts.get(code) ?? 0) + 1
    this.counts.set(code, seen)
    if (seen > LISTED) return
    const at = this.placeOf(row, column)
    const cells = rowCells(this.table, at.row)
    this.findings.push({
      level,
      code,
      file: this.table.file,
      sheet: this.table.sheet,
      row: at.row + 1,
      column: at.column === null ? null : columnLetters(at.column),
      value: at.column === null ? null : (cells[at.column] ?? '').slice(0, 200),
      cells,
      ...(this.table.names && at.column !== null && { field: this.table.names[at.column] ?? '' }),
      ...more,
    })
  }

  /** About the whole sheet. */
  sheet(level: FindingLevel, code: FindingCode, more: Partial<Finding> = {}): void {
    this.findings.push({
      level,
      code,
      file: this.table.file,
      sheet: this.table.sheet,
      row: null,
      column: null,
      ...more,
    })
  }

  finish(): Finding[] {
    for (const [code, count] of this.counts) {
      const example = this.findings.find((finding) => finding.code === code)
      if (count > LISTED && example) this.sheet(example.level, code, { detail: 'more', count: count - LISTED })
    }
    return this.findings
  }
}
