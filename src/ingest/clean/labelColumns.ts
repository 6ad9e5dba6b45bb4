import { type LabelColumn, type LabelRole, NONE } from '../../model/facts'
import type { ColumnMeaning } from '../recognise/columnMeaning'
import { LIST_MARK } from '../read/listMark'
import { cellText, type RawColumn } from '../read/rawColumn'
import type { RawTable } from '../read/rawTable'
import { isDitto } from './ditto'
import { cleanName } from './cleanText'
import { IntColumn } from './intColumn'
import { NameTable } from './nameTable'

const ROLES: ReadonlySet<string> = new Set<LabelRole>([
  'author',
  'category',
  'form',
  'level',
  'secret',
  'instruction',
  'commissioned',
])

/** The columns of an item log that say more of its items, kept as names and codes. */
export class LabelColumns {
  private readonly readers: readonly LabelReader[]

  constructor(table: RawTable, columns: readonly ColumnMeaning[]) {
    this.readers = columns
      .filter(({ role }) => ROLES.has(role))
      .map(({ role, index }) => new LabelReader(role as LabelRole, table.columns[index]!))
  }

  /** Keeps what a row that is used says. */
  add(row: number): void {
    for (const reader of this.readers) reader.add(row)
  }

  finish(): LabelColumn[] {
    return this.readers.map((reader) => reader.finish())
  }
}

const UNREAD = -3
const REPEATED = -2

/** Distinct cells are cleaned once; «同上» repeats the cell above. */
class LabelReader {
  private readonly names = new NameTable()
  private readonly codes = new IntColumn()
  private readonly ofValue: Int32Array | null
  private last = NONE | 0

  constructor(
    private readonly role: LabelRole,
    private readonly column: RawColumn,
  ) {
    this.ofValue = column.kind === 'dictionary' ? new Int32Array(column.values.length).fill(UNREAD) : null
  }

  add(row: number): void {
    const { column, ofValue } = this
    let code: number
    if (column.kind === 'dictionary' && ofValue) {
      const value = column.codes[row]!
      code = ofValue[value]!
      if (code === UNREAD) code = ofValue[value] = this.code(column.values[value]!)
    } else code = this.code(cellText(column, row))
    if (code !== REPEATED) this.last = code
    this.codes.push(this.last)
  }

  finish(): LabelColumn {
    return { role: this.role, names: this.names.names, codes: this.codes.unsigned() }
  }

  private code(text: string): number {
    const name = text.includes(LIST_MARK)
      ? text.split(LIST_MARK).map(cleanName).filter(Boolean).join('、')
      : cleanName(text)
    if (name === '') return NONE | 0
    return isDitto(name) ? REPEATED : this.names.code(name)
  }
}
