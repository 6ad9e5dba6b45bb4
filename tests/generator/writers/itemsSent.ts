import { expectItems } from '../expected'
import type { ItemFact } from '../facts'
import type { LedgerDraft } from '../ledgerCase'
import { makeItems } from '../makeItems'
import { dayStylesOf, printDay } from '../printDay'
import { printPeriod, randomPeriod } from '../printPeriod'
import type { Random } from '../random'
import { sheetOf } from '../sheet'
import * as table from '../table'
import { COUNTIES, FLAGS, HEADERS, STATUS, TOTALS } from '../words'

/** One submission to one outlet: a row of the ledger. */
interface Sending {
  item: ItemFact
  outlet: string
  adopted: boolean
}

/** One row an item and outlet sent to; the rows of an item share a number, or title, unit and day. */
export function writeItemsSent(random: Random): LedgerDraft {
  const withStatus = random.chance(0.6)
  const joinedBy = random.pick(['number', 'number', 'title', 'titleAndIndex'])
  const yearIn = random.pick(['cells', 'cells', 'title'])
  const period = randomPeriod(random, ['quarter', 'half', 'year'])
  const size = random.int(8, 50)
  const withinYear = yearIn !== 'cells'
  const items = makeItems(random, { period, size, targets: true, undecided: withStatus, withinYear })
  const dayStyles = dayStylesOf(random, withinYear)
  const flag = random.pick(FLAGS)
  const words = {
    adopted: random.sample(STATUS.adopted, 2),
    rejected: random.sample(STATUS.rejected, 2),
    undecided: random.sample(STATUS.undecided, 2),
  }
  const sendings = items.flatMap((item) =>
    item.sentTo.map((outlet): Sending => ({ item, outlet, adopted: item.adoptedBy.some((a) => a.outlet === outlet) })),
  )
  const order = random.chance(0.5) ? random.shuffle(sendings) : sendings
  // One of an item's rows may be refused while another is still open.
  const open = new Map(order.filter((sending) => sending.item.undecided).map((sending) => [sending.item, sending]))
  const decisionOf = (sending: Sending) => {
    if (!withStatus) return flag[sending.adopted ? 0 : 1]
    if (sending.adopted) return random.pick(words.adopted)
    return random.pick(open.get(sending.item) === sending ? words.undecided : words.rejected)
  }
  // Every row of an item repeats the same text of its day: the join must not depend on reading two styles alike.
  const days = new Map(items.map((item) => [item, printDay(random, item.when.first, random.pick(dayStyles))]))
  const make = (header: string, print: (sending: Sending, row: number) => string): table.Column => ({
    header: table.decorate(random, header),
    cells: order.map(print),
  })
  const index = joinedBy === 'titleAndIndex' ? make(random.pick(HEADERS.index), (_, row) => String(row + 1)) : null
  const unit = make(random.pick(HEADERS.unit), ({ item }) => table.mistype(random, item.unit))
  const columns = [
    make(random.pick(HEADERS.title), ({ item }) => item.title),
    unit,
    make(random.pick(HEADERS.sentOutlet), ({ outlet }) => outlet),
    make(random.pick(HEADERS.day), ({ item }) => days.get(item) ?? ''),
    make(random.pick(withStatus ? HEADERS.status : HEADERS.flag), decisionOf),
  ]
  if (joinedBy === 'number') columns.unshift(make(random.pick(HEADERS.number), ({ item }) => item.number))
  if (random.chance(0.6)) {
    const print = ({ item, adopted }: Sending) => {
      const on = adopted ? (item.adoptedBy[0]?.on ?? null) : null
      return on === null ? '' : printDay(random, on, random.pick(dayStyles))
    }
    columns.push(make(random.pick(HEADERS.adoptedDay), print))
  }
  if (random.chance(0.4)) columns.push(make(random.pick(HEADERS.author), ({ item }) => item.author))
  const all = table.arrange(random, columns, index)
  const rows = table.withBlankRows(random, table.rowsOf(all, order.length), all.length)
  if (random.chance(0.2)) rows.push(table.totalsRow(all, index ?? unit, random.pick(TOTALS)))
  const titled = withinYear || random.chance(0.3)
  return {
    description: JSON.stringify({ withStatus, joinedBy, yearIn, dayStyles, size, period }),
    sheets: [
      sheetOf(random, {
        name: random.pick(['投送登记', '信息投稿台账', '报送登记表']),
        preamble: titled ? [`${random.pick(COUNTIES)}${printPeriod(random, period)}信息投送登记表`] : [],
        header: all.map((column) => column.header),
        rows,
        notes: table.randomNotes(random),
      }),
    ],
    shufflable: true,
    divisible: true,
    expected: expectItems(items, { status: withStatus, targets: true }),
  }
}
