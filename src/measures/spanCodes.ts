import { UNDATED } from '../model/facts'
import type { Span } from '../model/period'
import type { Buckets } from './buckets'

/** The code of facts that are left out. */
export const LEFT_OUT = -1

/** Codes for spans of days, from 0: the same code, the same span. */
export abstract class SpanCodes {
  readonly from: number[] = []
  readonly to: number[] = []
  private readonly codes = new Map<number, number>()

  abstract code(from: number, to: number): number

  protected intern(from: number, to: number): number {
    const key = from * 200_000 + (to - from)
    let code = this.codes.get(key)
    if (code === undefined) {
      code = this.from.push(from) - 1
      this.to.push(to)
      this.codes.set(key, code)
    }
    return code
  }
}

/** All facts; spans inside one month are widened to it, which changes nothing for periods that hold the month whole or not at all. */
export class MonthSpans extends SpanCodes {
  private readonly monthCodes: Int32Array
  private lastFrom = NaN
  private lastTo = NaN
  private lastCode = LEFT_OUT

  constructor(private readonly buckets: Buckets) {
    super()
    this.monthCodes = new Int32Array(buckets.months).fill(LEFT_OUT)
  }

  code(from: number, to: number): number {
    if (from === this.lastFrom && to === this.lastTo) return this.lastCode
    this.lastFrom = from
    this.lastTo = to
    return (this.lastCode = this.find(from, to))
  }

  private find(from: number, to: number): number {
    const month = this.buckets.month(from, to)
    if (month < 0) return from === UNDATED ? this.intern(UNDATED, UNDATED) : this.intern(from, to)
    if (this.monthCodes[month]! < 0) {
      const span = this.buckets.spanOfBucket(month, 1)
      this.monthCodes[month] = this.intern(span.from, span.to)
    }
    return this.monthCodes[month]!
  }
}

/** The facts inside one period, by their own days; all others are left out. */
export class DaySpans extends SpanCodes {
  constructor(private readonly within: Span) {
    super()
  }

  code(from: number, to: number): number {
    // Undated lies before every day.
    return from < this.within.from || to > this.within.to ? LEFT_OUT : this.intern(from, to)
  }
}
