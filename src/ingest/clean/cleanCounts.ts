import { type CountRow, NONE, type SheetFacts } from '../../model/facts'
import type { Span } from '../../model/period'
import { mentionsAdoption } from '../recognise/headerWords'
import type { ColumnMeaning } from '../recognise/columnMeaning'
import type { Recognition } from '../recognise/recogniseSheet'
import type { Role } from '../../model/column'
import { cellText } from '../read/rawColumn'
import type { RawTable } from '../read/rawTable'
import { cleanCount, cleanRate, rateAgrees } from './cleanCount'
import type { CleanedSheet } from './cleanedSheet'
import { cleanName } from './cleanText'
import { isDitto, RepeatedCells } from './ditto'
import type { FindingList } from './findingList'
import { MonthMatrix } from './monthMatrix'
import { NameTable } from './nameTable'
import { noFacts } from './noFacts'
import { PrintedTotals } from './printedTotals'
import { BLANK, HEADING, SET_ASIDE, TOTAL, USED } from './rowFates'
import { RunningTotals } from './runningTotals'
import { groupOfSection, isNumberedHeading, type RowKind, RowKinds } from './rowKind'
import { dateFinding, SheetDates } from './sheetDates'
import { splitOutlets } from './splitOutlets'
import { totalLabel } from './totalLabel'

/** Turns the rows of a counted table (T1–T7, T10) into counts; a row without any number, or with an unreadable one, is set aside. */
export function cleanCounts(table: RawTable, recognition: Recognition, findings: FindingList): CleanedSheet {
  return new CountCleaner(table, recognition, findings).run()
}

interface OutletNumbers {
  readonly outlet: string
  readonly submitted: number | null
  readonly adopted: number | null
}

interface RowNumbers {
  readonly submitted: number | null
  readonly adopted: number | null
  readonly perOutlet: readonly OutletNumbers[]
}

class CountCleaner {
  private readonly units = new NameTable()
  private readonly outlets = new NameTable()
  private readonly groups: (string | null)[] = []
  private readonly dates: SheetDates
  private readonly totals: PrintedTotals
  private readonly kinds: RowKinds
  private readonly counts: CountRow[] = []
  private readonly running: RunningTotals
  private lastName = ''
  /** Months and outlets, which «〃» repeats. */
  private readonly period: RepeatedCells | null
  private readonly outletCells: RepeatedCells | null
  private readonly fates: Uint8Array
  private readonly submitted: ColumnMeaning | undefined
  private readonly adopted: ColumnMeaning | undefined
  /** Columns of outlets: what each adopted and, in some tables, what was submitted to it. */
  private readonly perOutlet: readonly ColumnMeaning[]
  private readonly outletsSubmit: boolean
  private readonly matrix: MonthMatrix | null

  constructor(
    private readonly table: RawTable,
    private readonly recognition: Recognition,
    private readonly findings: FindingList,
  ) {
    this.fates = new Uint8Array(table.rows)
    this.dates = new SheetDates(recognition)
    this.totals = new PrintedTotals(table, findings, recognition.bandRows)
    this.kinds = new RowKinds(table, recognition)
    const { columns } = recognition
    this.running = new RunningTotals(table, columns, recognition.period.year)
    this.submitted = columns.find((c) => c.role === 'submittedCount' && c.outlet === null)
    this.adopted = columns.find((c) => c.role === 'adoptedCount' && c.outlet === null)
    this.perOutlet = columns.filter(
      (c) => (c.role === 'adoptedCount' || c.role === 'submittedCount') && c.outlet !== null,
    )
    this.outletsSubmit = this.perOutlet.some((c) => c.role === 'submittedCount')
    const pairs = columns.some((c) => c.role === 'pair')
    this.matrix = pairs ? new MonthMatrix(table, recognition, findings, this.totals) : null
    this.period = this.repeatedCells('period')
    this.outletCells = this.repeatedCells('outlets')
    for (const c of [this.submitted, this.adopted, ...this.perOutlet]) if (c) this.totals.watch(c.index)
    for (const c of columns) if (c.role === 'rowTotal') this.totals.watch(c.index)
  }

  run(): CleanedSheet {
    const { table, recognition } = this
    const { firstDataRow } = recognition.header
    let group: string | null = null
    for (let row = 0; row < table.rows; row++) {
      this.totals.reach(row)
      const kind = row < firstDataRow && recognition.header.rows.includes(row) ? 'header' : this.kinds.kindOf(row)
      if (kind === 'blank') this.fates[row] = BLANK
      else if (row < firstDataRow) {
        this.fates[row] = HEADING
        if (kind === 'section') group = this.headingAbove(row) ?? group
      } else if (kind === 'total' || kind === 'subtotal' || kind === 'unchecked') this.totalRow(row, kind)
      else if (kind === 'data') {
        this.fates[row] = this.addRow(row, group) ? USED : SET_ASIDE
      } else {
        this.fates[row] = HEADING
        if (kind === 'section') {
          group = groupOfSection(
            table.columns.map((column) => cellText(column, row)).find((text) => text.trim() !== '') ?? '',
          )
          this.totals.startBlock()
        }
      }
    }
    this.sheetFindings()
    return { facts: this.facts(), fates: this.fates, sentTo: false, unknownValues: [] }
  }

  private repeatedCells(role: Role): RepeatedCells | null {
    const { table, kinds } = this
    const meaning = this.recognition.columns.find((column) => column.role === role)
    if (!meaning) return null
    const rows = Array.from({ length: table.rows }, (_, row) => row).slice(this.recognition.header.firstDataRow)
    return new RepeatedCells(
      table.columns[meaning.index]!,
      rows.filter((row) => kinds.kindOf(row) === 'data'),
    )
  }

  private text(role: Role, row: number): string {
    const meaning = this.recognition.columns.find((column) => column.role === role)
    return meaning ? cellText(this.table.columns[meaning.index]!, row) : ''
  }

  /** The first group's heading may stand above the header; a title does not start with a numeral. */
  private headingAbove(row: number): string | null {
    const text = this.table.columns.map((column) => cellText(column, row)).find((cell) => cell.trim() !== '') ?? ''
    return isNumberedHeading(text) ? groupOfSection(text) : null
  }

  private totalRow(row: number, kind: RowKind): void {
    this.fates[row] = TOTAL
    // The rate first: checking a subtotal starts the next block.
    if (kind !== 'unchecked' && this.submitted && this.adopted) {
      const { submitted, adopted } = this
      const sums = this.totals.sums(kind)
      this.checkRate(
        row,
        sums.map((sum) => [sum.get(submitted.index) ?? 0, sum.get(adopted.index) ?? 0]),
      )
    }
    this.totals.check(row, kind)
  }

  private addRow(row: number, group: string | null): boolean {
    const unitColumn = this.recognition.columns.find((column) => column.role === 'unit')
    const written = cleanName(this.text('unit', row))
    const name = isDitto(written) ? this.lastName : written
    this.lastName = name
    if (unitColumn && name === '') {
      this.findings.row('warning', 'unit-missing', row, unitColumn.index)
      return false
    }
    const span = this.span(row)
    if (span === 'unread') return false
    const read = this.numbers(row)
    if (!read) return false
    const unit = name === '' ? NONE : this.units.code(name)
    if (unit !== NONE && this.groups[unit] === undefined)
      this.groups[unit] = cleanName(this.text('group', row)) || group
    if (this.matrix) {
      const facts = this.matrix.read(row, unit, span)
      if (facts) this.checkMatrixRate(row, facts)
      this.counts.push(...(facts ?? []))
      return facts !== null
    }
    const outletNames = this.outletNames(row)
    // What one outlet has had until now is no total of the unit.
    if (outletNames.length === 0) this.running.add(row, unit, span)
    const rowNumber = row + 1
    if (outletNames.length > 0) {
      this.counts.push({
        row: rowNumber,
        unit,
        outlet: this.outlets.code(outletNames.join('、')),
        span,
        submitted: read.submitted,
        adopted: read.adopted ?? 0,
      })
    } else {
      // Where outlets say what was submitted to them, a unit that prints nothing of its own has no row of its own.
      if (!this.outletsSubmit || this.submitted || this.adopted)
        this.counts.push({
          row: rowNumber,
          unit,
          outlet: NONE,
          span,
          submitted: read.submitted,
          adopted: this.perOutlet.length > 0 && !this.adopted ? null : read.adopted,
        })
      for (const { outlet, submitted, adopted } of read.perOutlet)
        this.counts.push({ row: rowNumber, unit, outlet: this.outlets.code(outlet), span, submitted, adopted })
    }
    if (this.submitted && read.submitted !== null) this.totals.add(this.submitted.index, read.submitted)
    if (this.adopted && read.adopted !== null) this.totals.add(this.adopted.index, read.adopted)
    if (outletNames.length === 0) this.reportBlanks(row, read)
    this.checkRow(row, read)
    return true
  }

  /** Outlets of a counted row; «合计» in their place makes it the unit's own figure. */
  private outletNames(row: number): string[] {
    const text = this.outletCells?.text(row) ?? ''
    return totalLabel(text) ? [] : splitOutlets([text])[0]!
  }

  private span(row: number): Span | null | 'unread' {
    const meaning = this.recognition.columns.find((column) => column.role === 'period')
    const yearText = this.text('year', row)
    if (!meaning) {
      const year = this.recognition.columns.find((column) => column.role === 'year')
      if (!year) return this.recognition.period.span
      const whole = this.dates.period(`${yearText.trim().slice(0, 4)}年`, yearText)
      return whole !== 'blank' && 'span' in whole ? whole.span : this.recognition.period.span
    }
    const date = this.dates.period(this.period!.text(row), yearText)
    if (date === 'blank') {
      if (this.recognition.period.span) return this.recognition.period.span
      this.findings.row('warning', 'date-missing', row, meaning.index)
      return 'unread'
    }
    if ('problem' in date) {
      this.findings.row(
        'warning',
        dateFinding(date.problem),
        row,
        meaning.index,
        date.problem === 'year-missing' ? { detail: 'year' } : {},
      )
      return 'unread'
    }
    return date.span
  }

  /** A cell of a count column: the number, null for blank, 'bad' after reporting what it is instead. */
  private count(row: number, column: number): number | null | 'bad' {
    const count = cleanCount(cellText(this.table.columns[column]!, row))
    if (count.kind === 'number') return count.value
    if (count.kind === 'blank') return null
    this.findings.row(
      'warning',
      count.kind === 'date' ? 'date-in-count-column' : count.kind === 'error' ? 'error-cell' : 'number-invalid',
      row,
      column,
    )
    return 'bad'
  }

  private numbers(row: number): RowNumbers | null {
    if (this.matrix) return { submitted: null, adopted: null, perOutlet: [] }
    const submitted = this.submitted ? this.count(row, this.submitted.index) : null
    const adopted = this.adopted ? this.count(row, this.adopted.index) : null
    if (submitted === 'bad' || adopted === 'bad') return null
    const perOutlet: OutletNumbers[] = []
    const values: [column: number, value: number][] = []
    for (const { index, outlet, role } of this.perOutlet) {
      const value = this.count(row, index)
      if (value === 'bad') return null
      // Blank in a column of adoptions is none; the totals row below counts it so too.
      values.push([index, value ?? 0])
      const said = role === 'submittedCount' ? { submitted: value } : { adopted: value ?? 0 }
      const before = this.outletsSubmit ? perOutlet.find((other) => other.outlet === outlet) : undefined
      if (before) Object.assign(before, said)
      else perOutlet.push({ outlet: outlet!, submitted: null, adopted: null, ...said })
    }
    const nothing = perOutlet.every((own) => (own.submitted ?? 0) === 0 && (own.adopted ?? 0) === 0)
    if (
      submitted === null &&
      adopted === null &&
      (perOutlet.length === 0 || (this.submitted !== undefined && nothing))
    ) {
      const column = this.submitted ?? this.adopted
      this.findings.row('warning', 'number-invalid', row, column?.index ?? null, { detail: 'count-blank' })
      return null
    }
    for (const [column, value] of values) this.totals.add(column, value)
    return { submitted, adopted, perOutlet }
  }

  /** A blank among counts makes the measure unknown for its unit and in the total: the cell that does it is named. */
  private reportBlanks(row: number, read: { submitted: number | null; adopted: number | null }): void {
    for (const [measure, column] of [
      ['submitted', this.submitted],
      ['adopted', this.adopted],
    ] as const) {
      if (column && read[measure] === null)
        this.findings.row('warning', 'measure-unknown', row, column.index, { detail: `${measure}-blank` })
    }
  }

  private checkRow(row: number, read: RowNumbers): void {
    const { submitted, adopted } = read
    if (submitted !== null && adopted !== null) {
      this.checkRate(row, [[submitted, adopted]])
      if (adopted > submitted)
        this.findings.row('warning', 'adopted-exceeds-submitted', row, this.adopted!.index, {
          params: { adopted, submitted },
        })
    }
    if (this.perOutlet.length === 0) return
    for (const c of this.recognition.columns) {
      if (c.role !== 'rowTotal') continue
      const of = this.outletsSubmit && !mentionsAdoption(c.header) ? 'submitted' : 'adopted'
      const sum = read.perOutlet.reduce((total, own) => total + (own[of] ?? 0), 0)
      this.compare(row, c.index, sum)
      this.totals.add(c.index, sum)
    }
  }

  private compare(row: number, column: number, computed: number): void {
    const printed = cleanCount(cellText(this.table.columns[column]!, row))
    if (printed.kind === 'number' && printed.value !== computed) {
      this.findings.row('warning', 'printed-total-differs', row, column, {
        params: { printed: printed.value, computed },
      })
    }
  }

  /** Whether the printed rate is that of one of the pairs of submitted and adopted; a difference is told from the first. */
  private checkRate(row: number, pairs: readonly (readonly [submitted: number, adopted: number])[]): void {
    const meaning = this.recognition.columns.find((column) => column.role === 'rate')
    if (!meaning) return
    const text = cellText(this.table.columns[meaning.index]!, row)
    const printed = cleanRate(text)
    if (printed && !pairs.some(([submitted, adopted]) => rateAgrees(printed, adopted, submitted))) {
      const [submitted, adopted] = pairs[0]!
      this.findings.row('warning', 'printed-rate-differs', row, meaning.index, {
        params: {
          printed: text.trim(),
          submitted,
          adopted,
          computed: submitted === 0 ? '—' : `${((adopted / submitted) * 100).toFixed(2)}%`,
        },
      })
    }
  }

  /** The one rate of a row of months is that of all of them; a rate for each month stands beside the month and is not told apart here. */
  private checkMatrixRate(row: number, facts: readonly CountRow[]): void {
    const rates = this.recognition.columns.filter(({ role }) => role === 'rate')
    if (rates.length !== 1 || rates[0]!.months || facts.length === 0) return
    const [submitted, adopted] = [sumOf(facts, 'submitted'), sumOf(facts, 'adopted')]
    if (submitted !== null && adopted !== null) this.checkRate(row, [[submitted, adopted]])
  }

  private sheetFindings(): void {
    const { period } = this.recognition
    if (this.dates.assumed > 0)
      this.findings.sheet('info', 'year-assumed', {
        value: String(period.year),
        detail: period.yearFrom ?? 'choice',
        count: this.dates.assumed,
      })
    if (this.counts.some((count) => count.span === null))
      this.findings.sheet('warning', 'date-missing', { detail: this.matrix ? 'year' : 'sheet' })
    const outletFacts = this.counts.some((count) => count.outlet !== NONE)
    const unitFacts = this.counts.filter((count) => count.outlet === NONE)
    if (unitFacts.length > 0 && unitFacts.every((count) => count.submitted === null))
      this.findings.sheet('info', 'measure-unknown', { value: 'submitted', detail: 'no-submitted-column' })
    if (outletFacts && unitFacts.every((count) => count.adopted === null))
      this.findings.sheet('info', 'measure-unknown', { value: 'adopted', detail: 'placements-only' })
    else if (!this.adopted && unitFacts.some((count) => count.adopted === null))
      this.findings.sheet('info', 'measure-unknown', { value: 'adopted', detail: 'no-adoption-column' })
  }

  private facts(): SheetFacts {
    return {
      ...noFacts(),
      units: this.units.names,
      groups: this.units.names.map((_, i) => this.groups[i] ?? null),
      outlets: this.outlets.names,
      counts: this.counts,
      running: this.running.found,
    }
  }
}

/** Unknown as soon as one of them is. */
function sumOf(facts: readonly CountRow[], of: 'submitted' | 'adopted'): number | null {
  return facts.reduce<number | null>((sum, fact) => {
    const own = fact[of]
    return sum === null || own === null ? null : sum + own
  }, 0)
}
