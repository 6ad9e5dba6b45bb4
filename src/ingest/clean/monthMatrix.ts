import { type CountRow, NONE } from '../../model/facts'
import type { Span } from '../../model/period'
import { monthsSpan } from '../../time/calendar'
import type { ColumnMeaning } from '../recognise/columnMeaning'
import type { HeaderMonths } from '../recognise/headerMonths'
import { mentionsAdoption } from '../recognise/headerWords'
import type { Recognition } from '../recognise/recogniseSheet'
import { cellText } from '../read/rawColumn'
import type { RawTable } from '../read/rawTable'
import { cleanCount, cleanPair } from './cleanCount'
import type { FindingList } from './findingList'
import type { PrintedTotals } from './printedTotals'

type Figures = { submitted: number | null; adopted: number | null }
type Period = { readonly months: HeaderMonths | null; readonly own: Figures }

const NOTHING = /^[-—–/]*$/

/** A matrix over months, quarters or half-years (T7): «12/3» is 报送/采用, a plain number what its header or the title says, blank is none. */
export class MonthMatrix {
  private readonly columns: readonly ColumnMeaning[]
  private readonly hasPairs: boolean
  /** What a plain number counts below a header that does not say it. */
  private readonly plain: 'submitted' | 'adopted'
  private readonly named: boolean

  constructor(
    private readonly table: RawTable,
    private readonly recognition: Recognition,
    private readonly findings: FindingList,
    private readonly totals: PrintedTotals,
  ) {
    const { columns, speaks } = recognition
    this.columns = columns.filter((c) => c.role === 'pair')
    this.hasPairs = this.columns.some((c) => c.samples.some((sample) => cleanPair(sample)?.adopted != null))
    const says = (measure: ColumnMeaning['measure']): boolean => this.columns.some((c) => c.measure === measure)
    this.named = says('adopted') || says('submitted')
    const adopted = this.named ? says('adopted') && !says('submitted') : speaks === 'adopted'
    this.plain = adopted ? 'adopted' : 'submitted'
  }

  /** The counts of a row, one a period; null after reporting the cell that cannot be read. `span`: for columns that name no months. */
  read(row: number, unit: number, span: Span | null): CountRow[] | null {
    const periods = new Map<string, Period>()
    for (const { index, months, measure } of this.columns) {
      const text = cellText(this.table.columns[index]!, row).trim()
      const read = this.cell(text, measure)
      if (!read) {
        this.report(row, index, text)
        return null
      }
      const key = months ? `${months.year} ${months.first} ${months.last}` : ''
      const period = periods.get(key) ?? { months, own: { submitted: null, adopted: null } }
      periods.set(key, period)
      Object.assign(period.own, read)
    }
    const found = [...periods.values()]
    this.checkSums(row, found)
    return found.map(({ months, own }) => ({
      row: row + 1,
      unit,
      outlet: NONE,
      span: months ? this.spanOf(months) : span,
      ...own,
    }))
  }

  private cell(text: string, measure: ColumnMeaning['measure']): Partial<Figures> | null {
    if (NOTHING.test(text) && this.hasPairs && !this.named) return { submitted: 0, adopted: 0 }
    const pair = NOTHING.test(text) ? { submitted: 0, adopted: null } : (cleanPair(text) ?? plainNumber(text))
    if (!pair) return null
    return pair.adopted === null ? { [measure ?? this.plain]: pair.submitted } : pair
  }

  private spanOf({ year, first, last }: HeaderMonths): Span | null {
    const own = year ?? this.recognition.period.year
    return own === null ? null : monthsSpan(own, first, last)
  }

  private report(row: number, column: number, text: string): void {
    const { kind } = cleanCount(text)
    const code = kind === 'date' ? 'date-in-count-column' : kind === 'error' ? 'error-cell' : 'number-invalid'
    this.findings.row('warning', code, row, column)
  }

  /** 合计 of the row, and sums of some of its months. */
  private checkSums(row: number, periods: readonly Period[]): void {
    for (const { role, index, header, months, measure } of this.recognition.columns) {
      if (role !== 'rowTotal') continue
      const of = measure ?? (mentionsAdoption(header) ? 'adopted' : this.plain)
      const parts = months
        ? periods.filter((period) => period.months !== null && isWithin(period.months, months))
        : periods
      const computed = parts.reduce((sum, { own }) => sum + (own[of] ?? 0), 0)
      const printed = cleanCount(cellText(this.table.columns[index]!, row))
      if (printed.kind === 'number' && printed.value !== computed)
        this.findings.row('warning', 'printed-total-differs', row, index, {
          params: { printed: printed.value, computed },
        })
      this.totals.add(index, computed)
    }
  }
}

/** «12条», «1,234». */
function plainNumber(text: string): { submitted: number; adopted: null } | null {
  const count = cleanCount(text)
  return count.kind === 'number' ? { submitted: count.value, adopted: null } : null
}

function isWithin(part: HeaderMonths, whole: HeaderMonths): boolean {
  return part.year === whole.year && part.first >= whole.first && part.last <= whole.last
}
