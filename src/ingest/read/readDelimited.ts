import Papa from 'papaparse'
import type { Finding } from '../../model/finding'

/** A record may hold quoted line breaks, but no real cell runs over this many lines: beyond it a stray quote has swallowed the file. */
const MAX_RECORD_LINES = 50

interface ParserResult {
  data: string[][]
  errors: { code?: string; row?: number; index?: number }[]
  meta: { cursor: number }
}

/**
 * Splits text into records chunk by chunk. PapaParse's own parser does the grammar and says where the last whole record ends;
 * the rest is kept for the next chunk. A quote that swallows lines is undone: its line is read without quoting and reported,
 * so that physical lines are conserved (`lines` = sum of the lines of all records).
 */
export class DelimitedReader {
  private rest = ''
  private record = 0
  /** Physical lines handed out so far. */
  lines = 0
  readonly findings: Finding[] = []

  constructor(
    private readonly file: string,
    private readonly delimiter: string,
    private readonly onRecord: (cells: string[]) => void,
  ) {}

  /** Takes the next text (line ends are LF already). */
  push(text: string): void {
    this.rest = this.consume(this.rest + text, false)
  }

  /** Takes the end of the text: what is left is the last record. */
  finish(): void {
    if (this.rest) this.consume(this.rest, true)
    this.rest = ''
  }

  /** Emits all whole records of the text and returns what remains. */
  private consume(text: string, last: boolean): string {
    let from = 0
    while (from < text.length) {
      const part = from === 0 ? text : text.slice(from)
      const result = this.parse(part, !last)
      const swallowed =
        result.data.length === 0 && countLines(part) > MAX_RECORD_LINES ? 0 : this.firstSwallowed(result)
      if (swallowed === null) {
        this.emit(result.data)
        return last ? '' : text.slice(from + result.meta.cursor)
      }
      // Everything before the bad record is good; its first line is read literally, then parsing starts again behind it.
      const good = result.data.slice(0, swallowed)
      this.emit(good)
      const start = from + this.lengthOf(part, swallowed)
      const end = text.indexOf('\n', start)
      if (end === -1 && !last) return text.slice(start)
      const line = end === -1 ? text.slice(start) : text.slice(start, end)
      this.literal(line)
      from = end === -1 ? text.length : end + 1
    }
    return ''
  }

  private parse(text: string, ignoreLast: boolean): ParserResult {
    const parser = new Papa.Parser({ delimiter: this.delimiter, newline: '\n', quoteChar: '"' })
    const result = parser.parse(text, 0, ignoreLast) as ParserResult
    // A text that ends in a line break has no further record behind it.
    const tail = result.data[result.data.length - 1]
    if (!ignoreLast && text.endsWith('\n') && tail?.length === 1 && tail[0] === '') result.data.pop()
    return result
  }

  /** Index of the first record that a stray quote has run over its line; null when all are sound. */
  private firstSwallowed(result: ParserResult): number | null {
    if (result.errors.length === 0 && !result.data.some((cells) => linesOf(cells) > MAX_RECORD_LINES)) return null
    const bad = new Set(result.errors.map((error) => error.row ?? -1))
    const index = result.data.findIndex((cells, i) => {
      const lines = linesOf(cells)
      return lines > MAX_RECORD_LINES || (bad.has(i) && lines > 1)
    })
    if (index >= 0) return index
    const unterminated = result.errors.find((error) => error.code === 'MissingQuotes')
    return unterminated ? result.data.length - 1 : null
  }

  /** Length in characters of the first `records` records of the text. */
  private lengthOf(text: string, records: number): number {
    if (records === 0) return 0
    const parser = new Papa.Parser({ delimiter: this.delimiter, newline: '\n', quoteChar: '"', preview: records })
    return (parser.parse(text, 0, false) as ParserResult).meta.cursor
  }

  private emit(records: string[][]): void {
    for (const cells of records) {
      this.record++
      this.lines += linesOf(cells)
      this.onRecord(cells)
    }
  }

  private literal(line: string): void {
    const cells = line.split(this.delimiter).map((cell) => cell.replace(/^"(?!.*"$)/s, ''))
    this.findings.push({
      level: 'warning',
      code: 'line-swallowed',
      file: this.file,
      row: this.record + 1,
      value: line.slice(0, 120),
      params: { line: this.lines + 1 },
    })
    this.emit([cells])
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
