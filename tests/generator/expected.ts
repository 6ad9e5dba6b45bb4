import { bucketsOf } from './days'
import type { CountFact, ItemFact } from './facts'

type Cell = {
  submitted: number | null
  adopted: number | null
  placements: number | null
  pending: number | null
  rate: number | null
}

type OutletCell = {
  submitted: number | null
  adopted: number
  rate: number | null
}

/** The form of samples/expected.json. The records have no prototype, so «__proto__» is a name like any other. */
export interface Expected {
  total: Cell
  units: Record<string, Cell>
  outlets: Record<string, OutletCell>
  months: Record<string, Cell>
  quarters: Record<string, Cell>
  halfYears: Record<string, Cell>
  differences?: number
  balance: { setAside: number; duplicates: number; used?: number }
}

/** What a ledger of items tells besides the items themselves. */
export interface ItemKnowledge {
  /** A status column that knows «undecided»: only then is `pending` a number. */
  status: boolean
  /** Outlets are named on rows that were not adopted too: only then have outlets a denominator. */
  targets: boolean
}

function record<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>
}

function rateOf(adopted: number | null, submitted: number | null): number | null {
  return adopted === null || submitted === null || submitted === 0 ? null : adopted / submitted
}

function groupBy<T>(facts: readonly T[], nameOf: (fact: T) => string | null): Record<string, T[]> {
  const groups = record<T[]>()
  for (const fact of facts) {
    const name = nameOf(fact)
    if (name === null) continue
    groups[name] ??= []
    groups[name].push(fact)
  }
  return groups
}

function mapValues<T, R>(source: Record<string, T>, map: (value: T) => R): Record<string, R> {
  const result = record<R>()
  for (const [name, value] of Object.entries(source)) result[name] = map(value)
  return result
}

function outletsOfItem(item: ItemFact): string[] {
  return [...new Set(item.adoptedBy.map((adoption) => adoption.outlet))]
}

function cellOfItems(items: readonly ItemFact[], knowledge: ItemKnowledge): Cell {
  let adopted = 0
  let placements = 0
  let undecided = 0
  for (const item of items) {
    if (item.adoptedBy.length > 0) adopted++
    placements += outletsOfItem(item).length
    if (item.undecided && item.adoptedBy.length === 0) undecided++
  }
  const pending = knowledge.status ? undecided : null
  return { submitted: items.length, adopted, placements, pending, rate: rateOf(adopted, items.length) }
}

export function expectItems(
  items: readonly ItemFact[],
  knowledge: ItemKnowledge,
  setAside = 0,
  duplicates = 0,
): Expected {
  const cell = (some: readonly ItemFact[]) => cellOfItems(some, knowledge)
  const adopted = new Map<string, number>()
  const sent = new Map<string, number>()
  for (const item of items) {
    for (const outlet of outletsOfItem(item)) adopted.set(outlet, (adopted.get(outlet) ?? 0) + 1)
    for (const outlet of new Set(item.sentTo)) sent.set(outlet, (sent.get(outlet) ?? 0) + 1)
  }
  const outlets = record<OutletCell>()
  for (const outlet of new Set([...adopted.keys(), ...sent.keys()])) {
    const submitted = knowledge.targets ? (sent.get(outlet) ?? 0) : null
    const count = adopted.get(outlet) ?? 0
    outlets[outlet] = { submitted, adopted: count, rate: rateOf(count, submitted) }
  }
  return {
    total: cell(items),
    units: mapValues(
      groupBy(items, (item) => item.unit),
      cell,
    ),
    outlets,
    months: mapValues(
      groupBy(items, (item) => bucketsOf(item.when).month),
      cell,
    ),
    quarters: mapValues(
      groupBy(items, (item) => bucketsOf(item.when).quarter),
      cell,
    ),
    halfYears: mapValues(
      groupBy(items, (item) => bucketsOf(item.when).half),
      cell,
    ),
    balance: { setAside, duplicates },
  }
}

/**
 * A list of adopted items does not tell what was submitted. Days of submission are not told either, so nothing is said about
 * the periods of the clock that counts by them.
 */
export function expectAdoptedOnly(items: readonly ItemFact[]): Expected {
  const { total, units, outlets, balance } = expectItems(items, { status: false, targets: false })
  const unknown = (cell: Cell): Cell => ({ ...cell, submitted: null, rate: null })
  const periods = { months: {}, quarters: {}, halfYears: {} }
  return { total: unknown(total), units: mapValues(units, unknown), outlets, ...periods, balance }
}

/** A ledger that was read, and of which no row is measured: `used` rows say something else. */
export function expectNothing(used: number): Expected {
  return {
    total: { submitted: 0, adopted: 0, placements: 0, pending: 0, rate: null },
    units: {},
    outlets: {},
    months: {},
    quarters: {},
    halfYears: {},
    balance: { setAside: 0, duplicates: 0, used },
  }
}

/** A sum that is unknown as soon as one of its terms is. */
function sum(values: readonly (number | null)[]): number | null {
  let result = 0
  for (const value of values) {
    if (value === null) return null
    result += value
  }
  return result
}

/**
 * Rows that count a unit as a whole know items; rows of one outlet know placements, and their submissions belong to the
 * unit only where exactly one outlet of the unit and period carries a number.
 */
function cellOfCounts(facts: readonly CountFact[]): Cell {
  const byUnitAndPeriod = groupBy(facts, (fact) => JSON.stringify([fact.unit, fact.when.first, fact.when.last]))
  const submitted: (number | null)[] = []
  const adopted: (number | null)[] = []
  const placements: (number | null)[] = []
  for (const rows of Object.values(byUnitAndPeriod)) {
    const whole = rows.filter((row) => row.outlet === null)
    const single = rows.filter((row) => row.outlet !== null)
    const carrying = single.filter((row) => row.submitted !== null)
    if (whole.length > 0) submitted.push(...whole.map((row) => row.submitted))
    else submitted.push(carrying.length === 1 && carrying[0] ? carrying[0].submitted : null)
    if (single.length > 0) {
      adopted.push(null)
      placements.push(...single.map((row) => row.adopted))
    } else {
      adopted.push(...whole.map((row) => row.adopted))
      placements.push(null)
    }
  }
  const items = sum(adopted)
  const all = sum(submitted)
  return { submitted: all, adopted: items, placements: sum(placements), pending: null, rate: rateOf(items, all) }
}

export function expectCounts(facts: readonly CountFact[], differences?: number): Expected {
  const outlets = mapValues(
    groupBy(facts, (fact) => fact.outlet),
    (rows): OutletCell => {
      const submitted = sum(rows.map((row) => row.submitted))
      const adopted = rows.reduce((count, row) => count + (row.adopted ?? 0), 0)
      return { submitted, adopted, rate: rateOf(adopted, submitted) }
    },
  )
  return {
    total: cellOfCounts(facts),
    units: mapValues(
      groupBy(facts, (fact) => fact.unit),
      cellOfCounts,
    ),
    outlets,
    months: mapValues(
      groupBy(facts, (fact) => bucketsOf(fact.when).month),
      cellOfCounts,
    ),
    quarters: mapValues(
      groupBy(facts, (fact) => bucketsOf(fact.when).quarter),
      cellOfCounts,
    ),
    halfYears: mapValues(
      groupBy(facts, (fact) => bucketsOf(fact.when).half),
      cellOfCounts,
    ),
    ...(differences === undefined ? {} : { differences }),
    balance: { setAside: 0, duplicates: 0 },
  }
}
