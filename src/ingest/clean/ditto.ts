import { cellText, type RawColumn } from '../read/rawColumn'
import { cleanName } from './cleanText'

const DITTO = /^(?:〃|″|"|同上|同前)$/
/** Longest cell that is looked at: «同　　上» with blanks around. */
const LONGEST = 10
/** The same in UTF-8 bytes. */
const LONGEST_BYTES = 3 * LONGEST

/** Whether a cell repeats the one above: 〃, 同上, «同 上». */
export function isDitto(text: string): boolean {
  return text.length <= LONGEST && DITTO.test(cleanName(text))
}

/** The same of an outlet's cell, where a lone quote may be what somebody typed. */
export function isDittoOfOutlet(text: string): boolean {
  return isDitto(text) && text.trim() !== '"'
}

/** The cells of a column in which marks of repetition (〃, 同上) stand for the cell of the row of data above, whatever became of that row. */
export class RepeatedCells {
  private readonly source = new Map<number, number>()

  /** @param rows rows of data, from above */
  constructor(
    private readonly column: RawColumn,
    rows: Iterable<number>,
    private readonly repeats: (text: string) => boolean = isDitto,
  ) {
    const marks = column.kind === 'dictionary' ? column.values.map(repeats) : null
    if (marks && !marks.includes(true)) return
    let above: number | null = null
    for (const row of rows) {
      if (!this.isMark(row, marks)) above = row
      else if (above !== null) this.source.set(row, above)
    }
  }

  /** The row whose cell stands in this one: itself without a mark, and where nothing stands above. */
  rowOf(row: number): number {
    return this.source.get(row) ?? row
  }

  text(row: number): string {
    return cellText(this.column, this.rowOf(row))
  }

  private isMark(row: number, marks: readonly boolean[] | null): boolean {
    const { column } = this
    if (column.kind === 'dictionary') return marks![column.codes[row]!]!
    return column.lengths[row]! <= LONGEST_BYTES && this.repeats(cellText(column, row))
  }
}
