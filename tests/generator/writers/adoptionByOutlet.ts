import { expectCounts } from '../expected'
import type { CountFact } from '../facts'
import type { LedgerDraft } from '../ledgerCase'
import { printPeriod, randomPeriod, spanOf } from '../printPeriod'
import type { Random } from '../random'
import { sheetOf } from '../sheet'
import * as table from '../table'
import { COUNTIES, HEADERS, OUTLETS, TOTALS, UNITS } from '../words'

/** One row a unit, one column an outlet with the number it adopted; blank = none. Submissions may be counted or not. */
export function writeAdoptionByOutlet(random: Random): LedgerDraft {
  const period = randomPeriod(random, ['month', 'quarter', 'half', 'year'])
  const when = spanOf(period)
  const withSubmitted = random.chance(0.5)
  const units = random.sample(UNITS, random.int(3, 10))
  const outlets = random.sample(OUTLETS, random.int(2, 6))
  const counts = units.map((unit, row) => ({
    unit,
    submitted: random.int(20, 60),
    // Every outlet adopts something: nobody could tell what an empty column stands for.
    adopted: outlets.map((_, at) => (row !== at % units.length && random.chance(0.4) ? 0 : random.int(1, 5))),
  }))
  const seen = outlets.map((_, at) => counts.reduce((total, row) => total + (row.adopted[at] ?? 0), 0))
  const facts: CountFact[] = counts.flatMap(({ unit, submitted, adopted }) => [
    ...(withSubmitted ? [{ unit, outlet: null, when, submitted, adopted: null }] : []),
    ...outlets.map((outlet, at) => ({ unit, outlet, when, submitted: null, adopted: adopted[at] ?? 0 })),
  ])
  const total = (numbers: readonly number[]) => numbers.reduce((result, number) => result + number, 0)
  const unit: table.Column = {
    header: table.decorate(random, random.pick(HEADERS.unit)),
    cells: units.map((name) => table.mistype(random, name)),
  }
  const columns: table.Column[] = [unit]
  if (withSubmitted) {
    const cells = counts.map((row) => String(row.submitted))
    columns.push({ header: '报送条数', cells, total: String(total(counts.map((row) => row.submitted))) })
  }
  // «…采用» after the name of an outlet is how most offices print these columns.
  const suffix = random.pick(['', '', '采用'])
  outlets.forEach((outlet, at) => {
    const cells = counts.map((row) => ((row.adopted[at] ?? 0) > 0 ? String(row.adopted[at]) : ''))
    columns.push({ header: outlet + suffix, cells, total: String(seen[at] ?? 0) })
  })
  if (random.chance(0.5)) {
    const cells = counts.map((row) => String(total(row.adopted)))
    columns.push({ header: '采用合计', cells, total: String(total(seen)) })
  }
  const rows = table.rowsOf(columns, units.length)
  if (random.chance(0.5)) rows.push(table.totalsRow(columns, unit, random.pick(TOTALS)))
  return {
    description: JSON.stringify({ period, withSubmitted, suffix }),
    sheets: [
      sheetOf(random, {
        name: '采用情况一览表',
        preamble: [`${random.pick(COUNTIES)}${printPeriod(random, period)}信息采用情况一览表`],
        header: columns.map((column) => column.header),
        rows,
        notes: table.randomNotes(random),
      }),
    ],
    shufflable: true,
    divisible: false,
    expected: expectCounts(facts),
  }
}
