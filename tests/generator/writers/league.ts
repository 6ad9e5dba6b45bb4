import { expectCounts } from '../expected'
import type { CountFact } from '../facts'
import { partInto, randomBlocks } from '../groups'
import type { LedgerDraft } from '../ledgerCase'
import { printPeriod, randomPeriod, spanOf } from '../printPeriod'
import { printNoRate, printRate } from '../printRate'
import type { Random } from '../random'
import { sheetOf, type SheetRow } from '../sheet'
import * as table from '../table'
import { COUNTIES, HEADERS, OUTLETS, TOTALS, UNITS } from '../words'

interface Entry {
  unit: string
  submitted: number
  adopted: number
  /** Adopted by each outlet. */
  placed: number[]
}

function pointsOf(random: Random, adopted: number): string {
  return random.chance(0.15) ? String(adopted * 5 + 0.5) : String(adopted * random.pick([1, 2, 5, 10]))
}

function printSome(random: Random, count: number): string {
  return count === 0 ? random.pick(['', '', '0', '—']) : String(count)
}

/**
 * A league by points. Each unit has what it submitted and what was adopted, or for each outlet the number it adopted and the
 * points it gives; units may stand in blocks by their kind, numbered anew, under a repeated header.
 */
export function writeLeague(random: Random): LedgerDraft {
  const period = randomPeriod(random, ['month', 'twoMonths', 'quarter', 'half', 'year'])
  const when = spanOf(period)
  const byOutlet = random.chance(0.5)
  const withSubmitted = !byOutlet || random.chance(0.4)
  const blocks = random.chance(0.6) ? randomBlocks(random) : []
  const restart = random.chance(0.7)
  const repeated = blocks.length > 0 && random.chance(0.35)
  const outlets = byOutlet ? random.sample(OUTLETS, random.int(2, 5)) : []
  const units = random.sample(UNITS, random.int(5, 14))
  const entries = units.map((unit, row): Entry => {
    const submitted = random.int(8, 80)
    // Every outlet adopts something: nobody could tell what an empty column stands for.
    const placed = outlets.map((_, at) => (row !== at % units.length && random.chance(0.3) ? 0 : random.int(1, 6)))
    return { unit, submitted, adopted: random.chance(0.1) ? 0 : random.int(1, submitted), placed }
  })
  const facts = entries.flatMap((entry): CountFact[] => {
    const { unit, submitted, adopted } = entry
    if (!byOutlet) return [{ unit, outlet: null, when, submitted, adopted }]
    return [
      ...(withSubmitted ? [{ unit, outlet: null, when, submitted, adopted: null }] : []),
      ...outlets.map((outlet, at) => ({ unit, outlet, when, submitted: null, adopted: entry.placed[at] ?? 0 })),
    ]
  })
  const parts = blocks.length > 0 ? partInto(entries, blocks.length) : [entries]
  const place = new Map(parts.flatMap((part) => part.map((entry, at) => [entry, at + 1] as const)))
  const make = (header: string, print: (entry: Entry, row: number) => string): table.Column => ({
    header: table.decorate(random, header),
    cells: entries.map(print),
  })
  const total = (of: (entry: Entry) => number) => String(entries.reduce((sum, entry) => sum + of(entry), 0))
  const rank = make(random.pick([...HEADERS.rank, ...HEADERS.index]), (entry, row) =>
    String(restart ? (place.get(entry) ?? 0) : row + 1),
  )
  const unit = make(random.pick(HEADERS.unit), (entry) => table.mistype(random, entry.unit))
  const columns = [rank, unit]
  const suffix = random.pick(['', '', '（条）', '(条)', '（篇）'])
  if (withSubmitted) {
    const header = random.pick(HEADERS.submittedCount) + suffix
    columns.push({ ...make(header, (entry) => String(entry.submitted)), total: total((entry) => entry.submitted) })
  }
  if (byOutlet) {
    const words = { count: random.pick(HEADERS.outletCount), score: random.pick(HEADERS.outletScore) }
    outlets.forEach((outlet, at) => {
      const print = (entry: Entry) => printSome(random, entry.placed[at] ?? 0)
      columns.push({ ...make(outlet + words.count, print), total: total((entry) => entry.placed[at] ?? 0) })
      columns.push(make(outlet + words.score, (entry) => pointsOf(random, entry.placed[at] ?? 0)))
    })
  } else {
    const header = random.pick(HEADERS.adoptedCount) + suffix
    columns.push({ ...make(header, (entry) => String(entry.adopted)), total: total((entry) => entry.adopted) })
    const digits = random.int(1, 2)
    const rate = ({ adopted, submitted }: Entry) =>
      adopted === 0 ? printNoRate(random) : printRate(adopted, submitted, digits, false)
    if (random.chance(0.6)) columns.push(make(random.pick(HEADERS.rate), rate))
  }
  columns.push(make(random.pick(HEADERS.score), (entry) => pointsOf(random, entry.adopted)))
  const body = table.rowsOf(columns, entries.length)
  const header: SheetRow = { kind: 'header', cells: columns.map((column) => column.header) }
  let next = 0
  const rows = parts.flatMap((part, at): SheetRow[] => {
    const own = body.slice(next, (next += part.length))
    const block = blocks[at]
    if (!block) return own
    return [{ kind: 'section', cells: [block.heading] }, ...(repeated && at > 0 ? [header] : []), ...own]
  })
  if (random.chance(0.5)) rows.push(table.totalsRow(columns, random.pick([rank, unit]), random.pick(TOTALS)))
  const groups = parts.flatMap((part, at) => part.map((entry) => [entry.unit, blocks[at]?.group ?? null] as const))
  const words = printPeriod(random, period)
  return {
    description: JSON.stringify({ period, byOutlet, withSubmitted, blocks, restart, repeated }),
    sheets: [
      sheetOf(random, {
        name: random.pick(['信息得分排名', `${words}信息积分表`, '得分情况']),
        preamble: [`${random.pick(COUNTIES)}${words}信息采用得分排名`, ...table.randomSubtitle(random)],
        header: header.cells,
        rows,
        notes: table.randomNotes(random),
      }),
    ],
    shufflable: blocks.length === 0,
    divisible: false,
    expected: expectCounts(facts, 0),
    ...(blocks.length > 0 ? { groups: Object.assign(Object.create(null) as object, Object.fromEntries(groups)) } : {}),
    silent: ['date-missing', 'overlap', 'number-invalid', 'adopted-exceeds-submitted'],
  }
}
