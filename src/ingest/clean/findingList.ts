import type { Finding, FindingCode, FindingLevel } from '../../model/finding'
import { columnLetters } from '../recognise/columnLetters'
import { rowCells, type RawTable } from '../read/rawTable'

/** Most findings of one code that are listed row by row; the rest are counted. */
const LISTED = 2000

/** Collects the findings of one sheet; lists at most 2,000 a code one by one and counts the rest. */
export class FindingList {
  readonly findings: Finding[] = []
  private readonly counts = new Map<FindingCode, number>()

  constructor(private readonly table: RawTable) {}

  /** About one row (index of the raw table) and perhaps one of its columns; the row's cells are kept for the page. */
  row(level: FindingLevel, code: FindingCode, row: number, column: number | null, more: Partial<Finding> = {}): void {
    const seen = (this.counts.get(code) ?? 0) + 1
    this.counts.set(code, seen)
    if (seen > LISTED) return
    const cells = rowCells(this.table, row)
    this.findings.push({
      level,
      code,
      file: this.table.file,
      sheet: this.table.sheet,
      row: row + 1,
      column: column === null ? null : columnLetters(column),
      value: column === null ? null : (cells[column] ?? '').slice(0, 200),
      cells,
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
