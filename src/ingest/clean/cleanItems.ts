import { ADOPTED, NONE, NOT_ADOPTED, PENDING, type SheetFacts, UNDATED } from '../../model/facts'
import type { SaidDecision } from '../../model/choices'
import type { Span } from '../../model/period'
import { headerConcept } from '../recognise/headerConcept'
import type { ColumnMeaning } from '../recognise/columnMeaning'
import type { Recognition } from '../recognise/recogniseSheet'
import type { Role } from '../../model/column'
import { cellText, isBlankCell } from '../read/rawColumn'
import type { RawTable } from '../read/rawTable'
import { AdoptionDays } from './adoptionDays'
import type { CleanedSheet } from './cleanedSheet'
import { cleanTick } from './cleanStatus'
import { cleanName } from './cleanText'
import { isDitto, RepeatedCells } from './ditto'
import { looksFilledDown } from './filledDown'
import type { FindingList } from './findingList'
import { IntColumn } from './intColumn'
import { LabelColumns } from './labelColumns'
import { NameTable } from './nameTable'
import { OutletList } from './outletList'
import { OutletRowsBuilder } from './outletRowsBuilder'
import { RowFingerprints } from './rowFingerprints'
import { PrintedTotals } from './printedTotals'
import { BLANK, HEADING, SET_ASIDE, TOTAL, USED } from './rowFates'
import { groupOfSection, isNumberedHeading, RowKinds } from './rowKind'
import { dateFinding, SheetDates } from './sheetDates'
import { StatusColumn } from './statusColumn'

/** Outlet of an adoption that names none. */
const UNNAMED_OUTLET = '未注明'

/** A log without a flag column whose rows are all adopted lists adopted items only; below this many rows that may be chance. */
const ADOPTED_ONLY_ROWS = 10

/**
 * Turns the rows of an item log (T8, T9, T9b) into facts; a row that cannot be counted is set aside with its reason.
 * `vocabulary`: what a person said the values of the status column mean.
 */
export function cleanItems(
  table: RawTable,
  recognition: Recognition,
  findings: FindingList,
  vocabulary: ReadonlyMap<string, SaidDecision> = new Map(),
): CleanedSheet {
  return new ItemCleaner(table, recognition, findings, vocabulary).run()
}

class ItemCleaner {
  private readonly units = new NameTable()
  private readonly outlets = new NameTable()
  private readonly groups: (string | null)[] = []
  private readonly dates: SheetDates
  private readonly totals: PrintedTotals
  private readonly kinds: RowKinds
  private readonly column = new Map<Role, ColumnMeaning>()
  private readonly days: AdoptionDays
  /** Rows of data below the header. */
  private readonly dataRows: Uint32Array
  /** The column of the day of submission, or of the period; null without either. */
  private readonly when: { readonly meaning: ColumnMeaning; readonly cells: RepeatedCells } | null
  private readonly ticks: readonly (ColumnMeaning & { code: number })[]
  private readonly adoptingLists: readonly OutletList[]
  private readonly targetLists: readonly OutletList[]
  private readonly rows = {
    row: new IntColumn(),
    unit: new IntColumn(),
    from: new IntColumn(),
    to: new IntColumn(),
    state: new IntColumn(),
  }
  private readonly fingerprints: RowFingerprints
  private readonly adoptions = new OutletRowsBuilder()
  private readonly targets = new OutletRowsBuilder()
  private readonly fates: Uint8Array
  private readonly status: StatusColumn | null
  private readonly labels: LabelColumns
  private length = 0

  constructor(
    private readonly table: RawTable,
    private readonly recognition: Recognition,
    private readonly findings: FindingList,
    vocabulary: ReadonlyMap<string, SaidDecision>,
  ) {
    this.fates = new Uint8Array(table.rows)
    this.labels = new LabelColumns(table, recognition.columns)
    this.dates = new SheetDates(recognition)
    this.totals = new PrintedTotals(table, findings, recognition.bandRows)
    this.kinds = new RowKinds(table, recognition)
    for (const meaning of recognition.columns)
      if (!this.column.has(meaning.role)) this.column.set(meaning.role, meaning)
    this.fingerprints = new RowFingerprints(table, this.column)
    this.ticks = recognition.columns
      .filter((c) => c.role === 'tick')
      .map((c) => ({ ...c, code: this.outlets.code(c.outlet || c.header) }))
    const rows = (this.dataRows = this.findDataRows())
    const when = this.column.get('submittedOn') ?? this.column.get('period')
    this.when = when ? { meaning: when, cells: new RepeatedCells(table.columns[when.index]!, rows) } : null
    const lists = recognition.columns.filter((c) => c.role === 'outlets')
    const listOf = ({ index }: ColumnMeaning): OutletList => new OutletList(table.columns[index]!, this.outlets, rows)
    this.adoptingLists = lists.filter((c) => !c.target).map(listOf)
    this.targetLists = lists.filter((c) => c.target).map(listOf)
    this.days = new AdoptionDays(table, recognition.columns, this.ticks, this.adoptingLists, this.dates, rows)
    for (const { index } of this.ticks) this.totals.watch(index)
    for (const role of ['status', 'title', 'rowTotal'] as const) {
      const meaning = this.column.get(role)
      if (meaning) this.totals.watch(meaning.index)
    }
    const status = this.column.get('status')
    this.status = status ? new StatusColumn(table.columns[status.index]!, vocabulary) : null
  }

  run(): CleanedSheet {
    const { table, recognition } = this
    let group: string | null = null
    for (let row = 0; row < recognition.header.firstDataRow; row++) {
      const blank = this.kinds.kindOf(row) === 'blank' && !recognition.header.rows.includes(row)
      this.fates[row] = blank ? BLANK : HEADING
      // The first group's heading may stand above the header; a title does not start with a numeral.
      const text = this.loneText(row)
      if (isNumberedHeading(text)) group = groupOfSection(text)
    }
    const { dataRows } = this
    const filledDown = looksFilledDown(table, this.column.get('unit')?.index ?? null, dataRows, this.findings)
    const sent = this.sentTo(dataRows)
    const unitOf = this.unitReader()
    let lastUnit = NONE
    let next = 0
    for (let row = recognition.header.firstDataRow; row < table.rows; row++) {
      this.totals.reach(row)
      if (dataRows[next] !== row) {
        const kind = this.kinds.kindOf(row)
        if (kind === 'blank') this.fates[row] = BLANK
        else if (kind === 'total' || kind === 'subtotal' || kind === 'unchecked') {
          this.fates[row] = TOTAL
          this.totals.check(row, kind)
        } else {
          this.fates[row] = HEADING
          if (kind === 'section') {
            group = groupOfSection(this.loneText(row)) ?? group
            this.totals.startBlock()
          }
        }
        continue
      }
      next++
      const named = this.repeatsUnit(row) ? lastUnit : unitOf(row)
      if (named !== NONE) lastUnit = named
      const unit = named === NONE && filledDown ? lastUnit : named
      if (this.addRow(row, unit, sent)) {
        this.fates[row] = USED
        if (unit !== NONE && this.groups[unit] === undefined) this.groups[unit] = this.groupOf(row) ?? group
      } else this.fates[row] = SET_ASIDE
    }
    this.sheetFindings()
    return {
      facts: this.facts(dataRows, sent),
      fates: this.fates,
      sentTo: sent,
      unknownValues: this.status?.unknownValues() ?? [],
    }
  }

  private text(role: Role, row: number): string {
    const meaning = this.column.get(role)
    return meaning ? cellText(this.table.columns[meaning.index]!, row) : ''
  }

  private loneText(row: number): string {
    for (const column of this.table.columns) if (!isBlankCell(column, row)) return cellText(column, row)
    return ''
  }

  private findDataRows(): Uint32Array {
    const rows = new IntColumn()
    for (let row = this.recognition.header.firstDataRow; row < this.table.rows; row++)
      if (this.kinds.kindOf(row) === 'data') rows.push(row)
    return rows.unsigned()
  }

  /** Distinct unit cells are cleaned once. */
  private unitReader(): (row: number) => number {
    const meaning = this.column.get('unit')
    if (!meaning) return () => NONE
    const column = this.table.columns[meaning.index]!
    const codeOf = (text: string): number => {
      const name = cleanName(text)
      return name === '' ? NONE : this.units.code(name)
    }
    if (column.kind !== 'dictionary') return (row) => codeOf(cellText(column, row))
    const codes = new Int32Array(column.values.length).fill(-2)
    return (row) => {
      const value = column.codes[row]!
      // Codes are given in the order of the rows that use them, so a value met only in a heading never becomes a unit.
      if (codes[value] === -2) codes[value] = codeOf(column.values[value]!) | 0
      return codes[value]! >>> 0
    }
  }

  /** «〃» and «同上» repeat the unit above, whatever the rest of the sheet does. */
  private repeatsUnit(row: number): boolean {
    return this.column.has('unit') && isDitto(this.text('unit', row))
  }

  private groupOf(row: number): string | null {
    return cleanName(this.text('group', row)) || null
  }

  /** Outlets on rows that were not adopted are targets where most of those rows name one (or where the header says so). */
  private sentTo(rows: Uint32Array): boolean {
    if (this.targetLists.length > 0) return this.adoptingLists.length === 0
    if (this.adoptingLists.length === 0 || this.ticks.length > 0) return false
    let open = 0
    let named = 0
    const { status } = this
    const adoptedOn = this.column.get('adoptedOn')
    if (!status && !adoptedOn) return false
    for (const row of rows) {
      const undecided = status ? status.at(row) !== 'adopted' : isBlankCell(this.table.columns[adoptedOn!.index]!, row)
      if (!undecided) continue
      open++
      if (this.adoptingLists.some((list) => list.at(row).length > 0)) named++
    }
    return open > 0 && named > open / 2
  }

  private addRow(row: number, unit: number, sent: boolean): boolean {
    const unitColumn = this.column.get('unit')
    if (unitColumn && unit === NONE) {
      this.findings.row('warning', 'unit-missing', row, unitColumn.index)
      return false
    }
    const span = this.submittedSpan(row)
    if (span === 'unread') return false
    const decided = this.decide(row, sent)
    if (!decided) return false
    const index = this.length++
    this.rows.row.push(row + 1)
    this.rows.unit.push(unit | 0)
    this.rows.from.push(span?.from ?? UNDATED)
    this.rows.to.push(span?.to ?? UNDATED)
    this.rows.state.push(decided.state)
    this.labels.add(row)
    for (const target of decided.targets) this.targets.push(index, target, null)
    this.addAdoptions(row, index, span, decided.adopting)
    const outlets = (codes: readonly number[]): number =>
      // A sum, since the order in which outlets are named says nothing.
      codes.reduce((sum, code) => (sum + this.outlets.hashes[code]!) | 0, 0)
    this.fingerprints.add(row, index, [
      unit === NONE ? 0 : this.units.hashes[unit]!,
      span?.from ?? UNDATED,
      span?.to ?? UNDATED,
      decided.state,
      outlets(decided.adopting),
      outlets(decided.targets),
    ])
    for (const { index: column, code } of this.ticks) if (decided.adopting.includes(code)) this.totals.add(column, 1)
    const status = this.column.get('status')
    if (status && decided.state === ADOPTED) this.totals.add(status.index, 1)
    const title = this.column.get('title')
    if (title) this.totals.add(title.index, 1)
    this.checkRowTotal(row, decided.adopting.length)
    return true
  }

  /** A 合计 column beside ticks repeats their number. */
  private checkRowTotal(row: number, computed: number): void {
    const meaning = this.column.get('rowTotal')
    if (!meaning || this.ticks.length === 0) return
    this.totals.add(meaning.index, computed)
    const text = cellText(this.table.columns[meaning.index]!, row).trim()
    if (/^\d+$/.test(text) && Number(text) !== computed) {
      this.findings.row('warning', 'printed-total-differs', row, meaning.index, {
        params: { printed: Number(text), computed },
      })
    }
  }

  /** The submission span: the row's day or period, else the sheet's period; null when nothing says it, 'unread' when the row is set aside. */
  private submittedSpan(row: number): Span | null | 'unread' {
    if (!this.when)
      return this.column.has('adoptedOn') && !this.recognition.period.span ? null : this.recognition.period.span
    const { meaning, cells } = this.when
    const text = cells.text(row)
    const date = meaning.role === 'submittedOn' ? this.dates.day(text) : this.dates.period(text, this.text('year', row))
    if (date === 'blank') {
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

  private decide(row: number, sent: boolean): { state: number; adopting: number[]; targets: number[] } | null {
    const status = this.column.get('status')
    const decision = this.status?.at(row) ?? 'blank'
    if (decision === 'unknown') {
      this.status!.countUnknown(row)
      this.findings.row('warning', 'value-unknown', row, status!.index)
      return null
    }
    const ticked: number[] = []
    for (const { index, code } of this.ticks) {
      const column = this.table.columns[index]!
      if (isBlankCell(column, row)) continue
      const text = cellText(column, row)
      const tick = cleanTick(text)
      if (tick === 'yes' || (tick === 'unknown' && this.days.isDay(index, text))) ticked.push(code)
      else if (tick === 'unknown') this.findings.row('warning', 'value-unknown', row, index)
    }
    const listed = this.adoptingLists.flatMap((list) => list.at(row))
    const named = [...new Set([...ticked, ...listed])].filter((code) => code !== NONE)
    const targets = [...new Set(this.targetLists.flatMap((list) => list.at(row)))]
    const adoptedOn = this.column.get('adoptedOn')
    if (sent) {
      const sentTo = [...new Set([...targets, ...named])]
      const adopted = status
        ? decision === 'adopted'
        : adoptedOn !== undefined && !isBlankCell(this.table.columns[adoptedOn.index]!, row)
      const state = adopted ? ADOPTED : decision === 'pending' ? PENDING : NOT_ADOPTED
      return { state, adopting: adopted ? this.orUnnamed(sentTo) : [], targets: sentTo }
    }
    if (!status) return { state: named.length > 0 ? ADOPTED : NOT_ADOPTED, adopting: named, targets }
    if (decision === 'adopted')
      return { state: ADOPTED, adopting: this.orUnnamed(named.length > 0 ? named : targets), targets }
    if (named.length > 0)
      this.findings.row('warning', 'flag-conflict', row, status.index, {
        names: named.map((code) => this.outlets.names[code]!),
      })
    return { state: decision === 'pending' ? PENDING : NOT_ADOPTED, adopting: [], targets }
  }

  private orUnnamed(codes: readonly number[]): number[] {
    return codes.length > 0 ? [...codes] : [this.outlets.code(UNNAMED_OUTLET)]
  }

  private addAdoptions(row: number, item: number, submitted: Span | null, adopting: readonly number[]): void {
    for (const outlet of adopting) {
      const { date, column } = this.days.of(row, outlet)
      if (date !== 'blank' && 'problem' in date) {
        this.findings.row('warning', dateFinding(date.problem), row, column, { detail: 'adopted-on' })
        this.adoptions.push(item, outlet, null)
        continue
      }
      const span = date === 'blank' ? null : date.span
      if (span && submitted && span.to <= submitted.from)
        this.findings.row('warning', 'adopted-before-submitted', row, column)
      this.adoptions.push(item, outlet, span)
    }
  }

  private sheetFindings(): void {
    const { period } = this.recognition
    if (this.dates.assumed > 0)
      this.findings.sheet('info', 'year-assumed', {
        value: String(period.year),
        detail: period.yearFrom ?? 'choice',
        count: this.dates.assumed,
      })
    if (!this.column.has('submittedOn') && !this.column.has('period') && !period.span)
      this.findings.sheet('warning', 'date-missing', { detail: 'sheet' })
    if (!this.column.has('unit')) this.findings.sheet('warning', 'unit-missing', { detail: 'no-unit-column' })
    const undated = this.adoptions.undated()
    if (undated > 0 && undated < this.adoptions.length)
      this.findings.sheet('info', 'date-missing', { detail: 'adoptions', count: undated })
  }

  private facts(dataRows: Uint32Array, sent: boolean): SheetFacts {
    const hasStatus = this.column.has('status')
    const adoptionTold =
      hasStatus || this.ticks.length > 0 || this.adoptingLists.length > 0 || (sent && this.column.has('adoptedOn'))
    const allAdopted = this.length > 0 && this.rows.state.signed().every((state) => state === ADOPTED)
    const onlyAdoptionDates =
      !this.column.has('submittedOn') && !this.column.has('period') && this.column.has('adoptedOn')
    const adoptedOnly = !hasStatus && !sent && allAdopted && (onlyAdoptionDates || this.length >= ADOPTED_ONLY_ROWS)
    if (adoptedOnly) this.findings.sheet('warning', 'measure-unknown', { detail: 'adopted-only', value: 'submitted' })
    if (!adoptionTold)
      this.findings.sheet('warning', 'measure-unknown', { detail: 'no-adoption-column', value: 'adopted' })
    const groups = this.units.names.map((_, i) => this.groups[i] ?? null)
    const n = this.length
    return {
      units: this.units.names,
      groups,
      outlets: this.outlets.names,
      items: {
        length: n,
        row: this.rows.row.unsigned(),
        unit: this.rows.unit.unsigned(),
        from: this.rows.from.signed(),
        to: this.rows.to.signed(),
        state: Uint8Array.from(this.rows.state.signed()),
        ...this.fingerprints.finish(n),
        labels: this.labels.finish(),
      },
      adoptions: this.adoptions.finish(),
      targets: this.targets.finish(),
      counts: [],
      tasks: [],
      running: [],
      bandStarts: [0],
      knows: { submitted: !adoptedOnly, adopted: adoptionTold, pending: this.tellsPending(dataRows) },
    }
  }

  private tellsPending(rows: Uint32Array): boolean {
    const meaning = this.column.get('status')
    return meaning !== undefined && this.status!.tellsPending(rows, headerConcept(meaning.header)?.concept === 'status')
  }
}
