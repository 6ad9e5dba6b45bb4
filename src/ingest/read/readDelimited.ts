import type { Finding } from '../../model/finding'
import { cellTypeOf } from './cellType'
import { parseRecords } from './delimitedGrammar'
import type { DelimitedDialect } from './dialect'
import type { ParsedRecords } from './parsedRecords'
import type { OnRecord, RecordReader } from './recordReader'

/** A record may hold quoted line breaks, but no real cell runs over this many lines: beyond it a stray quote has swallowed the file. */
const MAX_RECORD_LINES = 50
/** Characters that are parsed behind a bad record before more are. */
const LITTLE = 4096
/** From this width on it is hardly chance that every line of a quoted text splits into as many cells as the table has. */
const TELLING_WIDTH = 3

/**
 * Splits text into records chunk by chunk: a parser does the grammar and says where the last whole record ends; the rest is kept for the next
 * chunk. A quote that swallows lines is undone: its line is read without quoting and reported, so that physical lines are conserved
 * (`lines` = hint line + sum of the lines of all records).
 */
export class DelimitedReader implements RecordReader {
  private rest = ''
  private record = 0
  lines: number
  readonly findings: Finding[] = []

  constructor(
    private readonly file: string,
    private readonly dialect: DelimitedDialect,
    private readonly onRecord: OnRecord,
  ) {
    this.lines = dialect.hintLine ? 1 : 0
  }

  push(text: string): void {
    this.rest = this.consume(this.rest + text, false)
  }

  finish(): void {
    if (this.rest) this.consume(this.rest, true)
    this.rest = ''
  }

  /** Emits all whole records of the text and returns what remains. */
  private consume(text: string, last: boolean): string {
    let from = 0
    // Behind a bad record little is parsed at a time, ever more while it is good: else many bad ones would each cost the whole text.
    let window = text.length
    while (from < text.length) {
      const whole = from + window >= text.length
      const part = text.slice(from, from + window)
      const result = parseRecords(part, this.dialect, last && whole)
      // Without a quote every record is a line.
      const quoted = part.includes(this.dialect.quote)
      const swallowed = quoted ? this.firstSwallowed(result, part) : null
      if (swallowed === null) {
        this.emit(result.data, quoted)
        if (whole) return last ? '' : text.slice(from + result.cursor)
        from += result.cursor
        window *= 2
        continue
      }
      // Everything before the bad record is good; its first line is read literally, then parsing starts again behind it.
      this.emit(result.data.slice(0, swallowed), true)
      const start = from + (swallowed === 0 ? 0 : parseRecords(part, this.dialect, true, swallowed).cursor)
      const end = text.indexOf('\n', start)
      if (end === -1 && !last) return text.slice(start)
      const line = end === -1 ? text.slice(start) : text.slice(start, end)
      this.literal(line)
      from = end === -1 ? text.length : end + 1
      window = LITTLE
    }
    return ''
  }

  /** Index of the first record that a stray quote has run over its line or its cell; null when all are sound. */
  private firstSwallowed({ data, faulty, open }: ParsedRecords, text: string): number | null {
    if (data.length === 0 && countLines(text) > MAX_RECORD_LINES) return 0
    const index = data.findIndex((cells, i) => {
      const lines = linesOf(cells)
      return lines > 1
        ? lines > MAX_RECORD_LINES || faulty.has(i) || this.holdsRecords(cells)
        : faulty.has(i) && this.holdsCells(cells)
    })
    if (index >= 0) return index
    return open ? data.length - 1 : null
  }

  /** Whether a record of one line with a faulty quote has the usual number of cells only without quoting: `"甲","乙,"丙"`. */
  private holdsCells(cells: readonly string[]): boolean {
    const { width } = this.dialect
    return width > 1 && cells.length !== width && this.split(cells.join(this.between)).length === width
  }

  /**
   * Whether every line of a record, read without quoting, is a whole record with a date or number in the same place: two stray quotes have made
   * one cell of the end of one row and the start of another.
   */
  private holdsRecords(cells: readonly string[]): boolean {
    const { width } = this.dialect
    if (width < TELLING_WIDTH) return false
    const rows = cells
      .join(this.between)
      .split('\n')
      .map((line) => this.split(line))
    if (rows.some((row) => row.length !== width)) return false
    return rows[0]!.some((cell, i) => {
      const type = cellTypeOf(cell)
      return type !== null && rows.every((row) => cellTypeOf(row[i]!) === type)
    })
  }

  private get between(): string {
    return this.dialect.blanks === 'part' ? `${this.dialect.separator} ` : this.dialect.separator
  }

  /** Cells of a line read without quoting; a lone quote at the start of a cell goes, or the two that wrap it. «"甲"乙» is text. */
  private split(line: string): string[] {
    const { quote, blanks } = this.dialect
    return line.split(this.between).map((cell) => {
      const text = blanks === 'text' ? cell : cell.trim()
      const partner = text.startsWith(quote) ? text.indexOf(quote, 1) : 0
      if (partner === -1) return text.slice(1)
      return partner > 0 && text.endsWith(quote)
        ? text
            .slice(1, -1)
            .split(quote + quote)
            .join(quote)
        : text
    })
  }

  private emit(records: readonly string[][], quoted: boolean): void {
    for (const cells of records) {
      this.record++
      this.lines += quoted ? linesOf(cells) : 1
      this.onRecord(cells)
    }
  }

  private literal(line: string): void {
    this.findings.push({
      level: 'warning',
      code: 'line-swallowed',
      file: this.file,
      row: this.record + 1,
      value: line.slice(0, 120),
      params: { line: this.lines + 1 },
    })
    this.emit([this.split(line)], false)
  }
}

/** Physical lines of one record: one more than the line breaks inside its cells. */
function linesOf(cells: readonly string[]): number {
  let lines = 1
  for (const cell of cells) if (cell.includes('\n')) lines += countLines(cell) - 1
  return lines
}

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
