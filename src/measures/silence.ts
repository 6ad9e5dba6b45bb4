import type { Ledger } from '../ledger/ledger'
import type { Measured, MeasureQuery } from '../model/measure'
import type { Day, Span } from '../model/period'
import type { QueryTotals } from './queryTotals'

/**
 * Units that owed reports and sent none, by the roster; without one those with facts in any other period. A counted 0 is nothing sent. Of a unit with a number of
 * a longer time that reaches into the period nobody knows.
 */
export function silence(
  totals: QueryTotals,
  query: MeasureQuery,
  ledger: Ledger,
): Pick<Measured, 'silentUnits' | 'due'> {
  const { span } = query
  let reaching: ReadonlySet<number> | null = null
  const reachesInto = (unit: number): boolean =>
    span !== null && (reaching ??= unitsReachingInto(span, ledger)).has(unit)
  const isSilent = (unit: number): boolean =>
    (totals.units.touched[unit] !== 1 || totals.units.cell(unit).submitted === 0) && !reachesInto(unit)
  if (ledger.due.length === 0) {
    const silentUnits = ledger.units.filter((_, id) => totals.unitSeen[id] && isSilent(id))
    return { silentUnits: silentUnits.map(({ name }) => name), due: null }
  }
  const groups = query.groups && new Set(query.groups)
  const due = ledger.due.filter(
    ({ unit, group, from, last }) =>
      (span === null || ((from === null || from < span.to) && (last === null || last >= span.from))) &&
      (unit === null ? !query.unitIds && (!groups || groups.has(group ?? '')) : totals.passes(unit)),
  )
  const silent = due.filter(({ unit }) => unit === null || isSilent(unit))
  return { silentUnits: silent.map(({ name }) => name), due: due.length }
}

function unitsReachingInto({ from, to }: Span, ledger: Ledger): Set<number> {
  const reaches = (its: { readonly from: Day; readonly to: Day }): boolean =>
    its.from < to && its.to > from && (its.from < from || its.to > to)
  return new Set(
    wideFacts(ledger)
      .filter(reaches)
      .map(({ unit }) => unit),
  )
}

interface WideFact {
  readonly unit: number
  readonly from: Day
  readonly to: Day
}

const known = new WeakMap<Ledger, readonly WideFact[]>()

/** Facts of more than a day, each kind once: of a million items most have a day, and every filter asks. */
function wideFacts(ledger: Ledger): readonly WideFact[] {
  const before = known.get(ledger)
  if (before) return before
  const facts = new Map<string, WideFact>()
  const add = (unit: number, from: Day, to: Day): void => void facts.set(`${unit} ${from} ${to}`, { unit, from, to })
  for (const { unit, from, to, submitted } of ledger.unitCounts) if (submitted !== 0) add(unit, from, to)
  const { items } = ledger
  for (let i = 0; i < items.length; i++)
    if (items.to[i]! - items.from[i]! > 1) add(items.unit[i]!, items.from[i]!, items.to[i]!)
  const wide = [...facts.values()]
  known.set(ledger, wide)
  return wide
}
