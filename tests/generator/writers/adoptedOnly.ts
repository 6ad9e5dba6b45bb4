import { expectAdoptedOnly } from '../expected'
import type { ItemFact } from '../facts'
import type { LedgerDraft } from '../ledgerCase'
import { makeItems } from '../makeItems'
import { dayStylesOf, printDay } from '../printDay'
import { printPeriod, randomPeriod } from '../printPeriod'
import type { Random } from '../random'
import { sheetOf } from '../sheet'
import * as table from '../table'
import { COUNTIES, HEADERS } from '../words'

/** A list of what was adopted: what was submitted is unknown, and so is every rate. */
export function writeAdoptedOnly(random: Random): LedgerDraft {
  const period = randomPeriod(random, ['month', 'quarter', 'half', 'year'])
  const drawn = makeItems(random, {
    period,
    size: random.int(60, 120),
    targets: false,
    undecided: false,
    withinYear: false,
  })
  const items = drawn.filter((item) => item.adoptedBy.length > 0)
  // A handful of rows that are all adopted may be chance: a clerk would ask.
  if (items.length < 12) return writeAdoptedOnly(random)
  const dayStyles = dayStylesOf(random, false)
  const make = (header: string, print: (item: ItemFact, row: number) => string): table.Column => ({
    header: table.decorate(random, header),
    cells: items.map(print),
  })
  const index = random.chance(0.6) ? make(random.pick(HEADERS.index), (_, row) => String(row + 1)) : null
  const on = (item: ItemFact) => item.adoptedBy[0]?.on ?? item.when.first
  const columns = [
    make(random.pick(HEADERS.unit), (item) => table.mistype(random, item.unit)),
    make(random.pick(HEADERS.title), (item) => item.title),
    make(random.pick(HEADERS.adoptedOutlet), (item) => item.adoptedBy.map(({ outlet }) => outlet).join('、')),
    make(random.pick(HEADERS.adoptedDay), (item) => printDay(random, on(item), random.pick(dayStyles))),
  ]
  if (random.chance(0.4)) columns.push(make(random.pick(HEADERS.author), (item) => item.author))
  const all = table.arrange(random, columns, index)
  return {
    description: JSON.stringify({ period, size: items.length, dayStyles }),
    sheets: [
      sheetOf(random, {
        name: random.pick(['采用信息目录', '用稿登记', '刊发目录']),
        preamble: random.chance(0.6) ? [`${random.pick(COUNTIES)}${printPeriod(random, period)}信息采用目录`] : [],
        header: all.map((column) => column.header),
        rows: table.rowsOf(all, items.length),
        notes: table.randomNotes(random),
      }),
    ],
    shufflable: true,
    divisible: false,
    expected: expectAdoptedOnly(items),
  }
}
