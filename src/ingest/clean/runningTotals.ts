import type { RunningTotal } from '../../model/facts'
import type { Span } from '../../model/period'
import { monthsSpan } from '../../time/calendar'
import { calendarDay } from '../../time/day'
import type { ColumnMeaning } from '../recognise/columnMeaning'
import { headerMonths } from '../recognise/headerMonths'
import { headerKey, mentionsAdoption, mentionsSubmission } from '../recognise/headerWords'
import { cellText } from '../read/rawColumn'
import type { RawTable } from '../read/rawTable'
import { cleanCount } from './cleanCount'

type Measure = RunningTotal['measure']
/** A running rate, score or rank is no total of items. */
const NO_COUNT = /率|分|占比|比例|百分比|名次|排名/

/** «1月起», «元月份以来»: the month names the beginning. */
const SINCE = /月\s*(?:份)?\s*(?:起|以来|开始|至今)/

/** The running totals (累计) that the rows of a counted table print, of the columns whose measure is certain. */
export class RunningTotals {
  readonly found: RunningTotal[] = []
  private readonly columns: readonly { readonly meaning: ColumnMeaning; readonly measure: Measure }[]

  /** @param year of the table, for «1-3月累计» */
  constructor(
    private readonly table: RawTable,
    columns: readonly ColumnMeaning[],
    private readonly year: number | null,
  ) {
    this.columns = columns
      .filter(({ role, header }) => role === 'running' && startsInJanuary(header))
      .flatMap((meaning) => {
        const measure = measureOf(meaning, columns)
        return measure ? [{ meaning, measure }] : []
      })
  }

  add(row: number, unit: number, span: Span | null): void {
    for (const { meaning, measure } of this.columns) {
      const printed = cleanCount(cellText(this.table.columns[meaning.index]!, row))
      if (printed.kind !== 'number') continue
      const column = meaning.letters
      this.found.push({ row: row + 1, column, unit, measure, printed: printed.value, to: this.end(meaning, span) })
    }
  }

  /** Of «1-3月累计» the end of March; else, also of «1月起累计», that of the row's period. */
  private end({ header }: ColumnMeaning, span: Span | null): number | null {
    const months = SINCE.test(header) ? null : headerMonths(header)
    const year = span ? calendarDay(span.from).year : this.year
    if (months) return year === null ? null : monthsSpan(year, months.first, months.last).to
    return span?.to ?? null
  }
}

/** «2-3月累计» runs from no beginning that the facts could be compared with. */
function startsInJanuary(header: string): boolean {
  return (headerMonths(header)?.first ?? 1) === 1
}

/**
 * What a running column counts: by the words of its header (累计报送), else the only measure of the table, else that of the column on its
 * left where each measure has such a neighbour (报送数, 累计, 采用数, 累计). null where it stays open.
 */
function measureOf(column: ColumnMeaning, columns: readonly ColumnMeaning[]): Measure | null {
  const key = headerKey(column.header)
  const submitted = mentionsSubmission(key)
  const adopted = mentionsAdoption(key)
  if (NO_COUNT.test(key) || (submitted && adopted)) return null
  if (submitted || adopted) return submitted ? 'submitted' : 'adopted'
  const counted = new Set(columns.flatMap((other) => countedBy(other) ?? []))
  const [only] = counted
  if (counted.size === 1 && !columns.some((other) => other.role === 'adoptedCount' && other.outlet !== null))
    return only!
  const open = columns.filter(
    ({ role, header }) => role === 'running' && !mentionsSubmission(header) && !mentionsAdoption(header),
  )
  const left = open.map((other) => leftOf(other, columns))
  return left.length === counted.size && new Set(left).size === counted.size && !left.includes(null)
    ? leftOf(column, columns)
    : null
}

function countedBy({ role, outlet }: ColumnMeaning): Measure | null {
  if (role === 'submittedCount') return 'submitted'
  return role === 'adoptedCount' && outlet === null ? 'adopted' : null
}

function leftOf(column: ColumnMeaning, columns: readonly ColumnMeaning[]): Measure | null {
  const left = columns.find(({ index }) => index === column.index - 1)
  return left ? countedBy(left) : null
}
