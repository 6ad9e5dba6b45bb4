import type { Ledger } from '../ledger/ledger'
import type { Measured, MeasureQuery } from '../model/measure'
import type { Clock } from '../model/period'
import { Buckets } from './buckets'
import { condense, type Condensed } from './condense'
import { dayRange, lagOf } from './lag'
import { type LedgerTraits, measuredOf } from './measuredOf'
import { QueryTotals } from './queryTotals'
import { DaySpans, MonthSpans } from './spanCodes'

/** What does not depend on the query: computed once a ledger revision, the condensed tables when first asked for. */
export interface LedgerIndex extends LedgerTraits {
  /** All facts, by months where they lie inside one, else by their own spans. */
  months(clock: Clock): Condensed
  /** The facts inside one month bucket, by days. */
  daysOfMonth(clock: Clock, month: number): Condensed
}

export function indexLedger(ledger: Ledger): LedgerIndex {
  const range = dayRange(ledger)
  const buckets = range ? new Buckets(range.first, range.last + 1, ledger.calendar) : new Buckets(0, 0)
  const tables = new Map<string, Condensed>()
  const kept = (key: string, make: () => Condensed): Condensed => {
    let table = tables.get(key)
    if (!table) tables.set(key, (table = make()))
    return table
  }
  return {
    ledger,
    range,
    lag: lagOf(ledger),
    buckets,
    months: (clock) => kept(clock, () => condense(ledger, clock, new MonthSpans(buckets))),
    daysOfMonth: (clock, month) =>
      kept(`${clock} ${month}`, () => condense(ledger, clock, new DaySpans(buckets.spanOfBucket(month, 1)))),
  }
}

/**
 * All measures of a query. Clock `submitted`: adoptions follow their item's submission; clock `adopted`: items by their first adoption, placements by their
 * own day. One pass over the months answers any period but for the months that it cuts; of those alone the days are read.
 */
export function measureLedger(index: LedgerIndex, query: MeasureQuery): Measured {
  const totals = new QueryTotals(index.ledger, index.buckets, query)
  totals.addMonths(index.months(query.clock))
  for (const month of totals.cutMonths()) totals.addCutMonth(index.daysOfMonth(query.clock, month))
  return measuredOf(totals, query, index)
}
