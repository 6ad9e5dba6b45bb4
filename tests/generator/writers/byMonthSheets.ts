import { monthsSpan } from '../days'
import { expectCounts, expectItems } from '../expected'
import type { CountFact, ItemFact } from '../facts'
import type { LedgerDraft } from '../ledgerCase'
import { makeItems } from '../makeItems'
import { printDay } from '../printDay'
import type { Random } from '../random'
import { sheetOf, type Sheet } from '../sheet'
import * as table from '../table'
import { COUNTIES, FLAGS, HEADERS, TOTALS, UNITS } from '../words'

/** Where a clerk who keeps a sheet a month writes the year and the month. */
interface Place {
  together: boolean
  yearIn: 'title' | 'name' | 'tab'
  monthIn: 'title' | 'name' | 'tab'
}

function randomPlace(random: Random): Place {
  const together = random.chance(0.5)
  // Sheets of one workbook share its name, so it can tell the year but not the month; text files have no sheet names.
  const yearIn = random.pick<Place['yearIn']>(together ? ['title', 'name', 'tab'] : ['title', 'name'])
  const monthIn = random.pick<Place['monthIn']>(together ? ['tab', 'tab', 'title'] : ['title', 'name'])
  return { together, yearIn, monthIn }
}

const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

function heads(random: Random, place: Place, year: number, months: readonly number[], what: string) {
  const county = random.pick(COUNTIES)
  const style = random.pick<(month: number) => string>([
    (month) => `${month}月`,
    (month) => `${month}月份`,
    (month) => `${HAN[month - 1] ?? ''}月`,
    (month) => `${HAN[month - 1] ?? ''}月份`,
  ])
  const titled = place.yearIn === 'title' || place.monthIn === 'title' || random.chance(0.4)
  return months.map((month) => {
    const tell = (where: 'title' | 'name' | 'tab') =>
      (place.yearIn === where ? `${year}年` : '') + (place.monthIn === where ? style(month) : '')
    const loose = place.together ? '' : `（${month}）`
    const name = place.monthIn === 'name' ? `${tell('name')}${what}` : `${tell('name')}${what}${loose}`
    const tab = tell('tab')
    return {
      name:
        place.monthIn === 'name' || place.together
          ? name
          : name.replace(`（${month}）`, `-${'甲乙丙丁戊己庚辛壬癸子丑'[month - 1] ?? ''}`),
      tab: place.together ? (place.monthIn === 'tab' ? tab : `${tab}表${month}`) : 'Sheet1',
      preamble: titled ? [`${county}${tell('title')}${what}`] : [],
    }
  })
}

/** Counts a month, from January on, with running totals that are right. */
export function writeCountsByMonthSheet(random: Random): LedgerDraft {
  const place = randomPlace(random)
  const year = random.int(2021, 2025)
  const months = Array.from({ length: random.int(2, 6) }, (_, at) => at + 1)
  const units = random.sample(UNITS, random.int(3, 10))
  const running = random.chance(0.5)
  const runningFirst = random.chance(0.3)
  const facts = months.flatMap((month) =>
    units.map((unit): CountFact & { submitted: number; adopted: number; month: number } => {
      const submitted = random.int(1, 40)
      return {
        unit,
        outlet: null,
        when: monthsSpan(year, month, month),
        submitted,
        adopted: random.int(0, submitted),
        month,
      }
    }),
  )
  const words = {
    unit: random.pick(HEADERS.unit),
    submitted: random.pick(HEADERS.submittedCount),
    adopted: random.pick(HEADERS.adoptedCount),
    running: random.pick<(header: string, month: number) => string>([
      (header) => `累计${header}`,
      (header) => `本年累计${header}`,
      (header) => `全年累计${header}`,
      (header) => `${header}（累计）`,
      (header) => `1月起累计${header}`,
      (header, month) => (month === 1 ? `累计${header}` : `1-${month}月累计${header}`),
    ]),
  }
  const indexed = random.chance(0.5)
  const totals = random.chance(0.5)
  const print = (month: number, parts: Pick<Sheet, 'name' | 'tab' | 'preamble'>): Sheet => {
    const own = facts.filter((fact) => fact.month === month)
    const sum = (unit: string | null, of: 'submitted' | 'adopted', from: number) =>
      facts
        .filter((fact) => (unit === null || fact.unit === unit) && fact.month >= from && fact.month <= month)
        .reduce((total, fact) => total + fact[of], 0)
    const counted = (header: string, of: 'submitted' | 'adopted', from: number): table.Column => ({
      header,
      cells: own.map(({ unit }) => String(sum(unit, of, from))),
      total: String(sum(null, of, from)),
    })
    const index: table.Column = { header: '序号', cells: own.map((_, row) => String(row + 1)) }
    const unit: table.Column = { header: words.unit, cells: own.map((fact) => table.mistype(random, fact.unit ?? '')) }
    const ofMonth = [counted(words.submitted, 'submitted', month), counted(words.adopted, 'adopted', month)] as const
    const untilNow = running
      ? ([
          counted(words.running(words.submitted, month), 'submitted', 1),
          counted(words.running(words.adopted, month), 'adopted', 1),
        ] as const)
      : null
    const paired = untilNow && runningFirst ? [untilNow[0], ofMonth[0], untilNow[1], ofMonth[1]] : null
    const columns = [...(indexed ? [index] : []), unit, ...(paired ?? [...ofMonth, ...(untilNow ?? [])])]
    const rows = table.rowsOf(columns, own.length)
    if (totals) rows.push(table.totalsRow(columns, columns[0] ?? unit, random.pick(TOTALS)))
    return sheetOf(random, {
      ...parts,
      header: columns.map((column) => column.header),
      rows,
      notes: table.randomNotes(random),
    })
  }
  const parts = heads(random, place, year, months, random.pick(['信息报送采用情况', '信息统计表', '信息采用通报']))
  return {
    description: JSON.stringify({ ...place, year, months: months.length, running }),
    sheets: months.map((month, at) => print(month, parts[at] ?? { name: '', tab: '', preamble: [] })),
    together: place.together,
    shufflable: true,
    divisible: false,
    expected: expectCounts(facts, 0),
    silent: ['running-total-differs', 'overlap', 'date-missing', 'number-invalid'],
  }
}

/** One row a submission, a sheet a month, days without a year. */
export function writeItemsByMonthSheet(random: Random): LedgerDraft {
  const place = randomPlace(random)
  const year = random.int(2021, 2025)
  const size = random.int(24, 90)
  const period = { kind: 'year' as const, year, from: 1, to: random.int(2, 6) }
  const items = makeItems(random, { period, size, targets: false, undecided: false, withinYear: true })
  const monthOf = (item: ItemFact) => Number(item.when.first.slice(5, 7))
  const months = [...new Set(items.map(monthOf))].sort((a, b) => a - b)
  const flag = random.pick(FLAGS)
  const words = {
    unit: random.pick(HEADERS.unit),
    title: random.pick(HEADERS.title),
    day: random.pick(HEADERS.day),
    flag: random.pick(HEADERS.flag),
    outlet: random.pick(HEADERS.adoptedOutlet),
  }
  const indexed = random.chance(0.6)
  const print = (month: number, parts: Pick<Sheet, 'name' | 'tab' | 'preamble'>): Sheet => {
    const own = items.filter((item) => monthOf(item) === month)
    const make = (header: string, cell: (item: ItemFact, row: number) => string): table.Column => ({
      header,
      cells: own.map(cell),
    })
    const columns = [
      ...(indexed ? [make('序号', (_, row) => String(row + 1))] : []),
      make(words.unit, (item) => table.mistype(random, item.unit)),
      make(words.title, (item) => item.title),
      make(words.day, (item) => printDay(random, item.when.first, 'monthDay')),
      make(words.flag, (item) => flag[item.adoptedBy.length > 0 ? 0 : 1]),
      make(words.outlet, (item) => item.adoptedBy.map(({ outlet }) => outlet).join('、')),
    ]
    const rows = table.rowsOf(columns, own.length)
    return sheetOf(random, {
      ...parts,
      header: columns.map((column) => column.header),
      rows,
      notes: table.randomNotes(random),
    })
  }
  const parts = heads(random, place, year, months, random.pick(['信息登记台账', '政务信息登记表', '信息报送台账']))
  return {
    description: JSON.stringify({ ...place, year, months, size }),
    sheets: months.map((month, at) => print(month, parts[at] ?? { name: '', tab: '', preamble: [] })),
    together: place.together,
    shufflable: true,
    divisible: false,
    expected: expectItems(items, { status: false, targets: false }),
    silent: ['overlap', 'date-missing', 'date-ambiguous', 'date-invalid'],
  }
}
