import { monthsSpan } from '../days'
import { expectCounts } from '../expected'
import type { CountFact } from '../facts'
import type { LedgerDraft } from '../ledgerCase'
import { printMonth } from '../printPeriod'
import type { Random } from '../random'
import { sheetOf } from '../sheet'
import * as table from '../table'
import { COUNTIES, HEADERS, OUTLETS, UNITS } from '../words'

type Denominators = 'every' | 'main' | 'single'

/**
 * One row a unit, outlet and month. Either every outlet has a number of submissions, which cannot be added over outlets,
 * or only the main outlet has one, which then is the number of the unit, or there is but one outlet.
 */
export function writeCountsByOutlet(random: Random): LedgerDraft {
  const denominators = random.pick<Denominators>(['every', 'main', 'single'])
  const yearInTitle = random.chance(0.4)
  const year = random.int(2021, 2025)
  const units = random.sample(UNITS, random.int(2, 7))
  const outlets = random.sample(OUTLETS, denominators === 'single' ? 1 : random.int(2, 5))
  const months = random.sample([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], random.int(1, 6)).sort((a, b) => a - b)
  const facts: (CountFact & { unit: string; outlet: string; adopted: number })[] = []
  for (const month of months) {
    for (const unit of units) {
      for (const outlet of outlets) {
        const carries = denominators !== 'main' || outlet === outlets[0]
        if (outlet !== outlets[0] && random.chance(0.2)) continue
        const submitted = random.int(1, 40)
        facts.push({
          unit,
          outlet,
          when: monthsSpan(year, month, month),
          submitted: carries ? submitted : null,
          adopted: random.int(0, submitted),
        })
      }
    }
  }
  const order = random.chance(0.5) ? random.shuffle(facts) : facts
  const make = (header: string, print: (fact: (typeof facts)[number], row: number) => string): table.Column => ({
    header: table.decorate(random, header),
    cells: order.map(print),
  })
  const suffix = random.pick(['', '（条）'])
  const index = random.chance(0.3) ? make(random.pick(HEADERS.index), (_, row) => String(row + 1)) : null
  const columns = [
    make(random.pick(HEADERS.unit), (fact) => table.mistype(random, fact.unit)),
    make(random.pick(HEADERS.plainOutlet), (fact) => fact.outlet),
    make(random.pick(HEADERS.month), (fact) => printMonth(random, fact.when, !yearInTitle)),
    make(random.pick(HEADERS.submittedCount) + suffix, (fact) => String(fact.submitted ?? '')),
    make(random.pick(HEADERS.adoptedCount) + suffix, (fact) => String(fact.adopted)),
  ]
  const all = table.arrange(random, columns, index)
  const titled = yearInTitle || random.chance(0.2)
  return {
    description: JSON.stringify({ denominators, yearInTitle, year, months }),
    sheets: [
      sheetOf(random, {
        name: '各载体采用统计',
        preamble: titled ? [`${random.pick(COUNTIES)}${year}年信息采用分载体统计表`] : [],
        header: all.map((column) => column.header),
        rows: table.rowsOf(all, order.length),
        notes: table.randomNotes(random),
      }),
    ],
    shufflable: true,
    divisible: false,
    expected: expectCounts(facts),
  }
}
