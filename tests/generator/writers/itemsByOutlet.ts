import { expectItems } from '../expected'
import type { ItemFact } from '../facts'
import type { LedgerDraft } from '../ledgerCase'
import { makeItems } from '../makeItems'
import { dayStylesOf, printDay } from '../printDay'
import { printPeriod, randomPeriod } from '../printPeriod'
import type { Random } from '../random'
import { sheetOf } from '../sheet'
import * as table from '../table'
import { COUNTIES, HEADERS, TICKS, TOTALS } from '../words'

/** One row an item, one column an outlet, ticked where it adopted the item. */
export function writeItemsByOutlet(random: Random): LedgerDraft {
  const yearIn = random.pick(['cells', 'cells', 'title', 'name'])
  const withinYear = yearIn !== 'cells'
  const period = randomPeriod(random, ['month', 'half', 'year'])
  const size = random.int(6, 60)
  const items = makeItems(random, { period, size, targets: false, undecided: false, withinYear })
  const dayStyles = dayStylesOf(random, withinYear)
  const ticks = random.chance(0.8) ? [random.pick(TICKS)] : random.sample(TICKS, 3)
  const none = ticks.length === 1 && ticks[0] === '1' && random.chance(0.4) ? '0' : ''
  const outlets = [...new Set(items.flatMap((item) => item.adoptedBy.map((adoption) => adoption.outlet)))]
  const adopts = (item: ItemFact, outlet: string) => item.adoptedBy.some((adoption) => adoption.outlet === outlet)
  const make = (header: string, print: (item: ItemFact, row: number) => string, total?: string): table.Column => ({
    header: table.decorate(random, header),
    cells: items.map(print),
    ...(total === undefined ? {} : { total }),
  })
  const index = random.chance(0.7) ? make(random.pick(HEADERS.index), (_, row) => String(row + 1)) : null
  const unit = make(random.pick(HEADERS.unit), (item) => table.mistype(random, item.unit))
  const columns = [
    unit,
    make(random.pick(HEADERS.day), (item) => printDay(random, item.when.first, random.pick(dayStyles))),
    make(random.pick(HEADERS.title), (item) => item.title),
  ]
  if (random.chance(0.3)) columns.push(make('是否上报', () => ticks[0] ?? '√', String(size)))
  if (random.chance(0.3)) columns.push(make(random.pick(HEADERS.author), (item) => item.author))
  for (const outlet of outlets) {
    const count = items.filter((item) => adopts(item, outlet)).length
    columns.push({
      header: outlet,
      cells: items.map((item) => (adopts(item, outlet) ? random.pick(ticks) : none)),
      total: String(count),
    })
  }
  // An item that the office ordered is ticked among the outlets, and is no outlet.
  if (random.chance(0.25)) columns.push(make('约稿', () => (random.chance(0.2) ? (ticks[0] ?? '√') : none)))
  if (random.chance(0.5)) {
    const placements = items.reduce((count, item) => count + item.adoptedBy.length, 0)
    const print = (item: ItemFact) => (item.adoptedBy.length === 0 ? none : String(item.adoptedBy.length))
    columns.push(make(random.pick([...HEADERS.sum, '采用合计', '采用总计']), print, String(placements)))
  }
  columns.push(...table.extraColumns(random, size))
  const all = random.chance(0.25) ? table.arrange(random, columns, index) : index ? [index, ...columns] : columns
  const rows = table.withBlankRows(random, table.rowsOf(all, size), all.length)
  if (random.chance(0.6)) rows.push(table.totalsRow(all, index ?? unit, random.pick(TOTALS)))
  const words = printPeriod(random, period)
  const titled = yearIn === 'title' || random.chance(0.3)
  return {
    description: JSON.stringify({ yearIn, ticks, none, dayStyles, size, period }),
    sheets: [
      sheetOf(random, {
        name: yearIn === 'name' ? `${words}信息统计` : '信息统计',
        preamble: titled ? [`${random.pick(COUNTIES)}${words}信息上报采用统计表`] : [],
        header: all.map((column) => column.header),
        rows,
        notes: table.randomNotes(random),
      }),
    ],
    shufflable: true,
    divisible: true,
    expected: expectItems(items, { status: false, targets: false }),
  }
}
