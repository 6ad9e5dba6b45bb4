import { NONE, type SheetFacts, type TaskRow } from '../../model/facts'
import type { Role } from '../../model/column'
import type { Span } from '../../model/period'
import { monthsSpan } from '../../time/calendar'
import { calendarDay } from '../../time/day'
import type { ColumnMeaning } from '../recognise/columnMeaning'
import type { Recognition } from '../recognise/recogniseSheet'
import { type TaskHeader, taskHeader } from '../recognise/taskHeader'
import { cellText } from '../read/rawColumn'
import type { RawTable } from '../read/rawTable'
import type { CleanedSheet } from './cleanedSheet'
import { cleanTaskCell } from './cleanTaskCell'
import { cleanName } from './cleanText'
import { isDitto } from './ditto'
import { looksFilledDown } from './filledDown'
import type { FindingList } from './findingList'
import { NameTable } from './nameTable'
import { noFacts } from './noFacts'
import { PrintedTotals } from './printedTotals'
import { BLANK, HEADING, SET_ASIDE, TOTAL, USED } from './rowFates'
import { groupOfSection, isNumberedHeading, RowKinds } from './rowKind'
import { dateFinding, SheetDates } from './sheetDates'

/** Turns the rows of a table of targets (T11) into tasks of units and persons; a row without any target, or with an unreadable one, is set aside. */
export function cleanTasks(table: RawTable, recognition: Recognition, findings: FindingList): CleanedSheet {
  return new TaskCleaner(table, recognition, findings).run()
}

type TaskColumn = ColumnMeaning & { readonly says: TaskHeader }

class TaskCleaner {
  private readonly units = new NameTable()
  private readonly groups: (string | null)[] = []
  private readonly tasks: TaskRow[] = []
  private readonly dates: SheetDates
  private readonly totals: PrintedTotals
  private readonly kinds: RowKinds
  private readonly fates: Uint8Array
  private readonly columns: readonly TaskColumn[]
  private readonly year: number | null
  private lastUnit = ''

  constructor(
    private readonly table: RawTable,
    private readonly recognition: Recognition,
    private readonly findings: FindingList,
  ) {
    this.fates = new Uint8Array(table.rows)
    this.dates = new SheetDates(recognition)
    this.totals = new PrintedTotals(table, findings, recognition.bandRows)
    this.kinds = new RowKinds(table, recognition)
    this.columns = recognition.columns
      .filter(({ role }) => role === 'target')
      .map((column) => ({ ...column, says: taskHeader(column.header) }))
    for (const { index } of this.columns) this.totals.watch(index)
    const { year, span } = recognition.period
    this.year = year ?? (span ? calendarDay(span.from).year : null)
  }

  run(): CleanedSheet {
    const { table, recognition, kinds } = this
    const { header } = recognition
    const dataRows: number[] = []
    for (let row = header.firstDataRow; row < table.rows; row++) if (kinds.kindOf(row) === 'data') dataRows.push(row)
    const filledDown = looksFilledDown(table, this.meaning('unit')?.index ?? null, dataRows, this.findings)
    let group: string | null = null
    for (let row = 0; row < table.rows; row++) {
      this.totals.reach(row)
      const kind = header.rows.includes(row) ? 'header' : kinds.kindOf(row)
      if (kind === 'blank') this.fates[row] = BLANK
      else if (row < header.firstDataRow) {
        this.fates[row] = HEADING
        // The first group's heading may stand above the header; a title does not start with a numeral.
        if (kind === 'section' && isNumberedHeading(this.firstText(row))) group = groupOfSection(this.firstText(row))
      } else if (kind === 'total' || kind === 'subtotal' || kind === 'unchecked') {
        this.fates[row] = TOTAL
        this.totals.check(row, kind)
      } else if (kind === 'data') this.fates[row] = this.addRow(row, group, filledDown) ? USED : SET_ASIDE
      else {
        this.fates[row] = HEADING
        if (kind === 'section') {
          group = groupOfSection(this.firstText(row))
          this.totals.startBlock()
        }
      }
    }
    if (this.tasks.some(({ span }) => span === null))
      this.findings.sheet('warning', 'date-missing', { detail: 'sheet' })
    return { facts: this.facts(), fates: this.fates, sentTo: false, unknownValues: [] }
  }

  private meaning(role: Role): ColumnMeaning | undefined {
    return this.recognition.columns.find((column) => column.role === role)
  }

  private text(role: Role, row: number): string {
    const meaning = this.meaning(role)
    return meaning ? cellText(this.table.columns[meaning.index]!, row) : ''
  }

  private firstText(row: number): string {
    return this.table.columns.map((column) => cellText(column, row)).find((text) => text.trim() !== '') ?? ''
  }

  private addRow(row: number, group: string | null, filledDown: boolean): boolean {
    const written = cleanName(this.text('unit', row))
    const name = isDitto(written) || (written === '' && filledDown) ? this.lastUnit : written
    this.lastUnit = name
    const person = cleanName(this.text('author', row)) || null
    if (name === '' && person === null) {
      this.findings.row('warning', 'unit-missing', row, (this.meaning('unit') ?? this.meaning('author'))?.index ?? null)
      return false
    }
    const own = this.ownSpan(row)
    if (own === 'unread') return false
    const read = this.targets(row)
    if (!read) return false
    const unit = name === '' ? NONE : this.units.code(name)
    if (unit !== NONE) this.groups[unit] ??= cleanName(this.text('group', row)) || group
    for (const { column, low, high } of read) {
      const { every, months, measure } = column.says
      const span = months ? this.monthsOf(months) : (own ?? this.recognition.period.span)
      this.tasks.push({ row: row + 1, unit, person, every: own ? 'once' : every, span, low, high, measure })
      if (low === high) this.totals.add(column.index, low)
      // A total of ranges is none that could be compared.
      else this.totals.forget(column.index)
    }
    return true
  }

  private monthsOf({ first, last }: { first: number; last: number }): Span | null {
    return this.year === null ? null : monthsSpan(this.year, first, last)
  }

  /** The targets of a row; null after reporting why it has none. */
  private targets(row: number): { column: TaskColumn; low: number; high: number }[] | null {
    const read: { column: TaskColumn; low: number; high: number }[] = []
    for (const column of this.columns) {
      const target = cleanTaskCell(cellText(this.table.columns[column.index]!, row))
      if (target.kind === 'target') read.push({ column, low: target.low, high: target.high })
      else if (target.kind !== 'blank') {
        const code =
          target.kind === 'date' ? 'date-in-count-column' : target.kind === 'error' ? 'error-cell' : 'number-invalid'
        this.findings.row('warning', code, row, column.index)
        return null
      }
    }
    if (read.length > 0) return read
    this.findings.row('warning', 'number-invalid', row, this.columns[0]?.index ?? null, { detail: 'count-blank' })
    return null
  }

  /** The period that the row itself names; null where the sheet has no such column or leaves the cell blank. */
  private ownSpan(row: number): Span | null | 'unread' {
    const meaning = this.meaning('period')
    if (!meaning) return null
    const date = this.dates.period(cellText(this.table.columns[meaning.index]!, row), this.text('year', row))
    if (date === 'blank') return null
    if ('span' in date) return date.span
    const detail = date.problem === 'year-missing' ? { detail: 'year' } : {}
    this.findings.row('warning', dateFinding(date.problem), row, meaning.index, detail)
    return 'unread'
  }

  private facts(): SheetFacts {
    return {
      ...noFacts(),
      units: this.units.names,
      groups: this.units.names.map((_, i) => this.groups[i] ?? null),
      tasks: this.tasks,
    }
  }
}
