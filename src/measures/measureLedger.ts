import type { Ledger } from '../ledger/ledger'
import type { Measured, MeasureQuery } from '../model/measure'
import type { Clock } from '../model/period'
import { Buckets } from './buckets'
import { condense, type Condensed } from './condense'
import { dayRange, lagOf } from './lag'
import { type LedgerTraits, measuredOf } from './measuredOf'
import { QueryTotals } from './queryTotals'
import { DaySpans, MonthSpans } from './spanCodes'

/** Months held by days: a period and the one before it cut four at most, and there are two clocks. */
const CUT_MONTHS = 8

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
  const months = new Map<string, Condensed>()
  const days = new Map<string, Condensed>()
  return {
    ledger,
    range,
    referenceDay: range && Math.max(range.last, ledger.recordedTo ?? range.last),
    lag: lagOf(ledger),
    buckets,
    months: (clock) => kept(months, clock, Infinity, () => condense(ledger, clock, new MonthSpans(buckets))),
    daysOfMonth: (clock, month) =>
      kept(days, `${clock} ${month}`, CUT_MONTHS, () =>
        condense(ledger, clock, new DaySpans(buckets.spanOfBucket(month, 1))),
      ),
  }
}

/** What is in the map, or else is made for it; of more than `most` the one that was asked for longest ago is let go. */
function kept(tables: Map<string, Condensed>, key: string, most: number, make: () => Condensed): Condensed {
  const table = tables.get(key) ?? make()
  tables.delete(key)
  tables.set(key, table)
  for (const oldest of tables.keys()) {
    if (tables.size <= most) break
    tables.delete(oldest)
  }
  return table
}

/**
 * All measures of a query. Clock `submitted`: adoptions follow their item's submission; clock `adopted`: items by their first adoption, placements by their
 * own day. One pass over the months answers any period but for the months that it cuts; of those alone the days are read.
 */
export function measureLedger(index: LedgerIndex, query: MeasureQuery): Measured {
  const { lag, referenceDay } = index
  const totals = new QueryTotals(index.ledger, index.buckets, query, {
    clock: query.clock,
    p90: lag?.p90 ?? null,
    referenceDay,
  })
  totals.addMonths(index.months(query.clock))
  for (const month of totals.cutMonths()) totals.addCutMonth(index.daysOfMonth(query.clock, month))
  return measuredOf(totals, query, index)
}
