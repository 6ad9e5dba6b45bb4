import type { Finding } from '../../model/finding'
import { blankCells, trimBlanks } from './blankCells'
import type { BlanksDialect, FixedDialect } from './dialect'
import { fixedCells } from './fixedColumns'
import type { OnRecord, RecordReader } from './recordReader'
import { isRemarkLine } from './remarkLine'

/** Most rows with a wrong number of cells that are listed one by one; the rest are counted. */
const LISTED = 2000

/**
 * Reads a text whose cells blanks separate; every line is a record. A line that cannot be assigned to the columns of the header is not: titles,
 * notes and headings are handed over in their first cell; any other is reported as `field-count`, and its text goes, with the number of its line, into cells beyond
 * the header, so that the row stays, holds nothing a column could count, and is set aside.
 */
export class BlanksReader implements RecordReader {
  private rest = ''
  lines = 0
  private readonly listed: Finding[] = []
  private unlisted = 0

  constructor(
    private readonly file: string,
    private readonly dialect: BlanksDialect | FixedDialect,
    private readonly onRecord: OnRecord,
  ) {}

  get findings(): readonly Finding[] {
    const { listed, unlisted } = this
    if (unlisted === 0) return listed
    return [...listed, { level: 'warning', code: 'field-count', file: this.file, detail: 'more', count: unlisted }]
  }

  push(text: string): void {
    const lines = (this.rest + text).split('\n')
    this.rest = lines.pop()!
    for (const line of lines) this.line(line)
  }

  finish(): void {
    if (this.rest) this.line(this.rest)
    this.rest = ''
  }

  private line(line: string): void {
    this.lines++
    const text = trimBlanks(line)
    if (text === '') return this.onRecord([''])
    const { dialect } = this
    const fixed =
      dialect.kind === 'fixed' ? fixedCells(line, dialect.columns, this.lines !== dialect.headerLine + 1) : null
    if (fixed) return this.onRecord(fixed)
    const cells =
      dialect.kind === 'fixed' ? blankCells(line, 'several', false) : blankCells(line, dialect.runs, dialect.quoted)
    const width = dialect.kind === 'fixed' ? dialect.columns.edges.length : dialect.width
    if (cells.length === width) return this.onRecord(cells)
    if (this.lines <= dialect.headerLine || isRemarkLine(text)) return this.onRecord([text])
    this.setAside(text, cells.length, width)
  }

  private setAside(text: string, fields: number, width: number): void {
    // Two cells: one text alone could pass for a heading. No more than the header has, or it would be reported again.
    this.onRecord([...new Array<string>(width).fill(''), String(this.lines), text], Math.min(fields, width))
    if (this.listed.length === LISTED) {
      this.unlisted++
      return
    }
    this.listed.push({
      level: 'warning',
      code: 'field-count',
      file: this.file,
      row: this.lines,
      value: text.slice(0, 120),
      detail: 'blanks',
      params: { fields, width },
      cells: [text],
    })
  }
}
