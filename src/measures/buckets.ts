import { UNDATED } from '../model/facts'
import { CALENDAR_YEAR, type ReportingCalendar, type Span } from '../model/period'
import { firstMonthOf, monthNumber, spanOfMonth } from '../time/calendar'

/** Month, quarter and half-year buckets over the days of a ledger, as small integers from 0. */
export class Buckets {
  readonly months: number
  readonly quarters: number
  readonly halfYears: number
  private readonly firstMonth: number
  private readonly firstDay: number
  private readonly monthOfDay: Int32Array

  /** @param first first day, @param end day after the last; an empty range gives no bucket. @param calendar what months and years are. */
  constructor(
    first: number,
    end: number,
    private readonly calendar: ReportingCalendar = CALENDAR_YEAR,
  ) {
    const empty = end <= first
    // Buckets start with a year, so that quarters and half-years are whole.
    this.firstMonth = empty ? 0 : firstMonthOf('year', monthNumber(first, calendar), calendar)
    this.months = empty ? 0 : Math.ceil((monthNumber(end - 1, calendar) + 1 - this.firstMonth) / 12) * 12
    this.quarters = this.months / 3
    this.halfYears = this.months / 6
    this.firstDay = empty ? 0 : this.monthSpan(0).from
    const days = empty ? 0 : this.monthSpan(this.months - 1).to - this.firstDay
    this.monthOfDay = new Int32Array(days)
    for (let month = 0; month < this.months; month++) {
      const { from, to } = this.monthSpan(month)
      this.monthOfDay.fill(month, from - this.firstDay, to - this.firstDay)
    }
  }

  /** The month bucket that wholly contains [from, to), or -1. */
  month(from: number, to: number): number {
    return this.inside(from, to, 1)
  }

  quarter(from: number, to: number): number {
    return this.inside(from, to, 3)
  }

  halfYear(from: number, to: number): number {
    return this.inside(from, to, 6)
  }

  private inside(from: number, to: number, size: number): number {
    if (from === UNDATED) return -1
    const first = this.monthOfDay[from - this.firstDay]
    if (first === undefined) return -1
    const last = to - from === 1 ? first : this.monthOfDay[to - 1 - this.firstDay]
    if (last === undefined) return -1
    const bucket = Math.floor(first / size)
    return Math.floor(last / size) === bucket ? bucket : -1
  }

  /** Month buckets that hold days inside and days outside the span: at most two. */
  cutBy({ from, to }: Span): number[] {
    const cut = new Set<number>()
    for (const day of [from, to]) {
      const month = this.month(day, day + 1)
      if (month >= 0 && this.spanOfBucket(month, 1).from !== day) cut.add(month)
    }
    return [...cut]
  }

  spanOfBucket(bucket: number, size: 1 | 3 | 6): Span {
    return { from: this.monthSpan(bucket * size).from, to: this.monthSpan(bucket * size + size - 1).to }
  }

  private monthSpan(month: number): Span {
    return spanOfMonth(this.firstMonth + month, this.calendar)
  }
}
