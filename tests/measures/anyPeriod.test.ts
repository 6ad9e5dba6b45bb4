import { describe, expect, test } from 'vitest'
import * as L from '../../src/ledger/ledger'
import { indexLedger, measureLedger } from '../../src/measures/measureLedger'
import { NONE, UNDATED } from '../../src/model/facts'
import { NO_OFFICE } from '../../src/model/office'
import type { Cell, MeasureQuery } from '../../src/model/measure'
import { CALENDAR_YEAR, type ReportingCalendar, type Span } from '../../src/model/period'
import { monthNumber, spanBefore, spanOfMonth } from '../../src/time/calendar'
import { Random } from '../generator/random'
import { day } from '../helpers/importText'

const SEED = Number(process.env['CAIYONG_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const LEDGERS = 25
const QUERIES = 20
const FIRST = day(2023, 11, 20)
const DAYS = 200

const CALENDARS: readonly ReportingCalendar[] = [
  CALENDAR_YEAR,
  { firstMonth: 12, lastDay: 25 },
  { firstMonth: 1, lastDay: 10 },
]

/** Days, a few days, months and quarters as a ledger dates its facts, now and then not at all. */
function anySpan(random: Random, calendar: ReportingCalendar): Span {
  const from = FIRST + random.int(0, DAYS)
  const shape = random.next()
  if (shape < 0.7) return { from, to: from + 1 }
  if (shape < 0.8) return { from, to: from + random.int(2, 40) }
  if (shape < 0.9) return spanOfMonth(monthNumber(from, calendar), calendar)
  return { from: UNDATED, to: UNDATED }
}

function itemOutlets(
  random: Random,
  items: number,
  outlets: readonly number[],
  calendar: ReportingCalendar,
): L.ItemOutlets {
  const length = random.int(0, items)
  const spans = Array.from({ length }, () => anySpan(random, calendar))
  return {
    length,
    item: Uint32Array.from({ length }, () => random.int(0, items - 1)),
    outlet: Uint32Array.from({ length }, () => random.pick(outlets)),
    from: Int32Array.from(spans, ({ from }) => from),
    to: Int32Array.from(spans, ({ to }) => to),
  }
}

function anyLedger(random: Random): L.Ledger {
  const calendar = random.pick(CALENDARS)
  const units = random.int(1, 6)
  const outlets = Array.from({ length: random.int(1, 4) }, (_, id) => id)
  const own = outlets.length
  const length = random.int(1, 150)
  const unit = (): number => (random.chance(0.1) ? NONE : random.int(0, units - 1))
  const spans = Array.from({ length }, () => anySpan(random, calendar))
  const adoptions = Array.from({ length }, () => anySpan(random, calendar))
  const count = (): number | null => (random.chance(0.2) ? null : random.int(0, 9))
  const all = L.KNOWS_SUBMITTED | L.KNOWS_ADOPTED | L.KNOWS_PENDING | L.KNOWS_TARGETS
  const zeros = { sheet: new Uint16Array(length), row: new Uint32Array(length), index: new Uint32Array(length) }
  const counted = Array.from({ length: random.chance(0.3) ? random.int(1, 40) : 0 }, () => ({
    unit: unit(),
    ...anySpan(random, calendar),
  }))
  return {
    units: Array.from({ length: units }, (_, id) => ({ name: `单位${id}`, group: id % 2 ? '乡镇' : null })),
    outlets: [...outlets, own].map((id) => ({ name: `载体${id}`, level: null, own: id === own })),
    submittedMeans: NO_OFFICE.submittedMeans,
    calendar,
    recordedTo: null,
    due: [],
    items: {
      length,
      unit: Uint32Array.from({ length }, unit),
      from: Int32Array.from(spans, ({ from }) => from),
      to: Int32Array.from(spans, ({ to }) => to),
      adoptedFrom: Int32Array.from(adoptions, ({ from }) => from),
      adoptedTo: Int32Array.from(adoptions, ({ to }) => to),
      // Mostly items that know everything, so that sums are seen as well as «unknown».
      flags: Uint8Array.from(
        { length },
        () =>
          (random.chance(0.98) ? all : random.int(0, 63)) | (random.chance(0.4) ? L.IS_ADOPTED | L.KNOWS_ADOPTED : 0),
      ),
      ...zeros,
    },
    placements: itemOutlets(random, length, outlets, calendar),
    targets: itemOutlets(random, length, outlets, calendar),
    publications: itemOutlets(random, length, [own], calendar),
    unitCounts: counted.map((at) => ({
      ...at,
      submitted: count(),
      adopted: count(),
      placements: count(),
      origins: [],
    })),
    // A table that counts an outlet counts the unit over the same days.
    outletCounts: counted.map((at) => ({
      ...at,
      outlet: random.pick([...outlets, own]),
      submitted: count(),
      adopted: random.int(0, 9),
      origin: { sheet: 0, row: 1 },
    })),
  }
}

type Sum = Record<'submitted' | 'adopted' | 'placements' | 'pending', number | null>

/** One fact as a query sees it: where and when it is, what it adds; null is unknown. `outlet` null: a fact of the unit itself. */
interface PlainFact extends Span, Partial<Sum> {
  readonly unit: number
  readonly outlet: number | null
}

/** Every fact by itself, by the rules of MEASURES §1. */
function plainFacts(
  { items, placements, publications, targets, ...ledger }: L.Ledger,
  byAdoption: boolean,
): PlainFact[] {
  const facts: PlainFact[] = []
  const spanOfItem = (i: number): Span => ({ from: items.from[i]!, to: items.to[i]! })
  for (let i = 0; i < items.length; i++) {
    const knows = (bit: number): boolean => (items.flags[i]! & bit) !== 0
    const at = { unit: items.unit[i]!, outlet: null }
    const adopted = knows(L.IS_ADOPTED)
    facts.push({
      ...at,
      ...spanOfItem(i),
      submitted: knows(L.KNOWS_SUBMITTED) ? 1 : null,
      pending: knows(L.KNOWS_PENDING) ? Number(knows(L.IS_PENDING)) : null,
      adopted: knows(L.KNOWS_ADOPTED) ? Number(adopted && !byAdoption) : null,
      placements: knows(L.KNOWS_ADOPTED) ? 0 : null,
    })
    if (adopted && byAdoption)
      facts.push({
        ...at,
        from: items.adoptedFrom[i]!,
        to: items.adoptedTo[i]!,
        adopted: 1,
        submitted: knows(L.KNOWS_SUBMITTED) ? 0 : null,
      })
  }
  const pairs = (list: L.ItemOutlets, add: (fact: PlainFact, item: number) => void): void => {
    for (let p = 0; p < list.length; p++) {
      const item = list.item[p]!
      const span = byAdoption && list !== targets ? { from: list.from[p]!, to: list.to[p]! } : spanOfItem(item)
      add({ unit: items.unit[item]!, outlet: list.outlet[p]!, ...span }, item)
    }
  }
  pairs(placements, (fact, item) => {
    facts.push({ ...fact, outlet: null, placements: 1 })
    facts.push({ ...fact, adopted: 1, submitted: items.flags[item]! & L.KNOWS_TARGETS ? 0 : null })
  })
  pairs(publications, (fact) => facts.push({ ...fact, adopted: 1 }))
  pairs(targets, (fact) => facts.push({ ...fact, submitted: 1 }))
  for (const count of ledger.unitCounts) facts.push({ ...count, outlet: null, pending: null })
  facts.push(...ledger.outletCounts)
  return facts
}

function sumOf(facts: readonly PlainFact[]): Sum {
  const sum = (key: keyof Sum): number | null =>
    facts.reduce<number | null>((all, fact) => {
      const value = fact[key]
      return all === null || value === null ? null : all + (value ?? 0)
    }, 0)
  return {
    submitted: sum('submitted'),
    adopted: sum('adopted'),
    placements: sum('placements'),
    pending: sum('pending'),
  }
}

const figures = ({ submitted, adopted, placements, pending }: Cell): Sum => ({
  submitted,
  adopted,
  placements,
  pending,
})

/** What a plain sum over the facts says of a query. */
function plainly(ledger: L.Ledger, all: readonly PlainFact[], { span, unitIds }: MeasureQuery) {
  const passing = all.filter(({ unit }) => unitIds === null || (unit !== NONE && unitIds.includes(unit)))
  const within = (period: Span | null): PlainFact[] =>
    passing.filter(({ from, to }) => period === null || (from !== UNDATED && from >= period.from && to <= period.to))
  const facts = within(span)
  const ofUnits = facts.filter(({ outlet }) => outlet === null)
  const ofOutlets = facts.filter(({ outlet }) => outlet !== null)
  const before = span && within(spanBefore(span, ledger.calendar)).filter(({ outlet }) => outlet === null)
  const by = (list: readonly PlainFact[], id: number, key: 'unit' | 'outlet'): PlainFact[] =>
    list.filter((fact) => fact[key] === id)
  return {
    total: sumOf(ofUnits),
    previous: before && before.length > 0 ? sumOf(before) : null,
    units: ledger.units.flatMap(({ name }, id) => {
      const own = by(ofUnits, id, 'unit')
      return own.length > 0 ? [[name, sumOf(own)]] : []
    }),
    outlets: ledger.outlets.flatMap(({ name, own }, id) => {
      const there = by(ofOutlets, id, 'outlet')
      const { submitted, adopted } = sumOf(there)
      return there.length > 0 && !own ? [[name, submitted, adopted]] : []
    }),
    published: ledger.outlets.flatMap(({ name, own }, id) => {
      const there = by(ofOutlets, id, 'outlet')
      return there.length > 0 && own ? [[name, sumOf(there).adopted]] : []
    }),
    heat: ledger.units.flatMap(({ name }, unit) =>
      ledger.outlets.flatMap(({ name: outlet, own }, id) => {
        const { adopted } = sumOf(by(by(ofOutlets, unit, 'unit'), id, 'outlet'))
        return adopted! > 0 && !own ? [`${name} ${outlet} ${adopted}`] : []
      }),
    ),
  }
}

describe('any period by days', () => {
  test(`is the plain sum over the facts in it (seed ${SEED})`, () => {
    let cut = 0
    for (let seed = SEED; seed < SEED + LEDGERS; seed++) {
      const random = new Random(seed)
      const ledger = anyLedger(random)
      const index = indexLedger(ledger)
      const clocks = ['submitted', 'adopted'] as const
      const whole = clocks.map((clock) => measureLedger(index, { clock, span: null, unitIds: null, groups: null }))
      const plain = clocks.map((clock) => plainFacts(ledger, clock === 'adopted'))
      for (let i = 0; i < QUERIES; i++) {
        const from = FIRST + random.int(-40, DAYS)
        const span = random.chance(0.05) ? null : { from, to: from + random.int(1, random.pick([20, 60, 250])) }
        const unitIds = random.chance(0.2) ? ledger.units.flatMap((_, id) => (random.chance(0.5) ? [id] : [])) : null
        const query: MeasureQuery = { clock: clocks[i % 2]!, span, unitIds, groups: null }
        const measured = measureLedger(index, query)
        const { units, outlets, heat, published, previous } = measured
        expect(
          {
            total: figures(measured.total),
            previous: previous && figures(previous.total),
            units: units.map((cell) => [cell.unit, figures(cell)]),
            outlets: outlets.map(({ outlet, submitted, adopted }) => [outlet, submitted, adopted]),
            published: published.map(({ outlet, count }) => [outlet, count]),
            heat: heat
              .map(({ unit, outlet, placements }) => [units[unit]!.unit, outlets[outlet]!.outlet, placements].join(' '))
              .sort(),
          },
          `seed ${seed}, query ${i}: ${JSON.stringify(query)}`,
        ).toEqual(plainly(ledger, plain[i % 2]!, query))
        if (unitIds === null) {
          // What a month holds does not depend on the period that cuts it.
          const { months, leftOut } = whole[i % 2]!
          expect([measured.months, measured.leftOut], `seed ${seed}, query ${i}`).toEqual([months, leftOut])
        }
        if (span && index.buckets.cutBy(span).length > 0) cut++
      }
    }
    expect(cut).toBeGreaterThan((LEDGERS * QUERIES) / 2)
  }, 60_000)
})
