import { monthsSpan, partsOf } from '../days'
import { expectItems } from '../expected'
import type { ItemFact } from '../facts'
import type { LedgerDraft } from '../ledgerCase'
import { makeItems } from '../makeItems'
import { printDay } from '../printDay'
import { printPeriod, randomPeriod, spanOf, type Period } from '../printPeriod'
import type { Random } from '../random'
import { respellOne } from '../respell'
import { sheetOf, type Merge, type SheetRow } from '../sheet'
import * as table from '../table'
import { COUNTIES, DITTOS, HEADERS, TOTALS } from '../words'
import { randomItemStyle, type ItemStyle } from './itemStyle'

/** The outlet of an adoption that names none. */
const UNNAMED = '未注明'

/** Some adopted rows forget to name the outlet, which only a flag or a status can tell. */
function forgetOutlets(random: Random, items: readonly ItemFact[], style: ItemStyle): ItemFact[] {
  const told = style.flag !== null || style.status !== null
  return items.map((item) => {
    const forgotten = told && (!style.outlets || random.chance(0.05))
    if (item.adoptedBy.length === 0 || !forgotten) return item
    return { ...item, adoptedBy: [{ outlet: UNNAMED, on: item.adoptedBy[0]?.on ?? null }] }
  })
}

/** What is left of the days when the ledger prints months only, or nothing but a period in its title. */
function widen(items: readonly ItemFact[], style: ItemStyle, period: Period): ItemFact[] {
  return items.map((item) => {
    if (style.dates === 'day') return item
    const { year, month } = partsOf(item.when.first)
    return { ...item, when: style.dates === 'month' ? monthsSpan(year, month, month) : spanOf(period) }
  })
}

function byUnit(items: readonly ItemFact[]): ItemFact[] {
  const units = [...new Set(items.map((item) => item.unit))]
  return units.flatMap((unit) => items.filter((item) => item.unit === unit))
}

/** Blanks may part outlets only where each of them also stands alone in some cell. */
function separatorsOf(random: Random, items: readonly ItemFact[], style: ItemStyle): string[] {
  const names = items.map((item) => item.adoptedBy.map((adoption) => adoption.outlet))
  const alone = new Set(names.filter((some) => some.length === 1).flat())
  return names.flat().every((name) => alone.has(name)) && random.chance(0.1) ? [' '] : style.outletSeparators
}

function printDecision(random: Random, item: ItemFact, style: ItemStyle): string {
  const adopted = item.adoptedBy.length > 0
  if (style.flag) {
    if (item.undecided && style.flagUndecided) return style.flagUndecided
    return style.flag[adopted ? 0 : 1]
  }
  const words = style.status
  if (!words) return ''
  return random.pick(adopted ? words.adopted : item.undecided ? words.undecided : words.rejected)
}

function printWhen(random: Random, item: ItemFact, style: ItemStyle): string {
  if (style.dates === 'day') return printDay(random, item.when.first, random.pick(style.dayStyles))
  const { year, month } = partsOf(item.when.first)
  return random.pick([`${year}年${month}月`, `${year}-${String(month).padStart(2, '0')}`])
}

interface ItemColumns {
  all: table.Column[]
  index: table.Column | null
  number: table.Column | null
  day: table.Column | null
  unit: table.Column
  title: table.Column | null
}

function columnsOf(random: Random, items: readonly ItemFact[], style: ItemStyle): ItemColumns {
  const make = (header: string, print: (item: ItemFact, row: number) => string): table.Column => ({
    header: table.decorate(random, header),
    cells: items.map(print),
  })
  const prefix = random.pick(['', 'XX-', '〔2024〕'])
  const separators = style.outletSeparators
  // Cells parted by blanks are read by comparing whole values, which a second spelling would break for a clerk too.
  const spell = respellOne(random, separators.includes(' ') ? [] : items)
  const grouped = style.special === 'mergedUnits' || style.special === 'dittos'
  const index = style.index ? make(random.pick(HEADERS.index), (_, row) => String(row + 1)) : null
  const number = style.number
    ? make(random.pick(HEADERS.number), (item) => `${prefix}${item.number.padStart(3, '0')}`)
    : null
  const day = style.dates === 'title' ? null : make(random.pick(HEADERS.day), (item) => printWhen(random, item, style))
  const again = style.special === 'dittos' ? random.pick(DITTOS) : ''
  const unit = make(random.pick(HEADERS.unit), (item, row) =>
    grouped && row > 0 && items[row - 1]?.unit === item.unit ? again : table.mistype(random, item.unit),
  )
  const title = style.title ? make(random.pick(HEADERS.title), (item) => item.title) : null
  if (title) title.total = random.pick(['', `${items.length}条`])
  const columns = [number, day, unit, title].filter((column) => column !== null)
  if (style.author) columns.push(make(random.pick(HEADERS.author), (item) => item.author))
  if (style.flag || style.status) {
    const header = random.pick(style.flag ? HEADERS.flag : HEADERS.status)
    const total = String(items.filter((item) => item.adoptedBy.length > 0).length)
    columns.push({ ...make(header, (item) => printDecision(random, item, style)), total })
  }
  if (style.outlets) {
    const print = (item: ItemFact) =>
      item.adoptedBy
        .map((adoption) => (adoption.outlet === UNNAMED ? '' : spell(item, adoption.outlet)))
        .reduce((text, name) => (text === '' ? name : text + random.pick(separators) + name), '')
    columns.push(make(random.pick(HEADERS.adoptedOutlet), print))
  }
  if (style.adoptedDay) {
    const print = (item: ItemFact) => {
      const on = item.adoptedBy[0]?.on ?? null
      return on === null || random.chance(0.1) ? '' : printDay(random, on, random.pick(style.dayStyles))
    }
    columns.push(make(random.pick(HEADERS.adoptedDay), print))
  }
  columns.push(...table.extraColumns(random, items.length))
  return { all: table.arrange(random, columns, index), index, number, day, unit, title }
}

/** Rows that no clerk could count: without a unit, or with a day that is missing, masked or does not exist. */
function badRows(random: Random, columns: ItemColumns): SheetRow[] {
  return Array.from({ length: random.int(1, 4) }, (_, stray): SheetRow => {
    const row = random.int(0, columns.unit.cells.length - 1)
    const spoilt = random.chance(0.3) ? columns.unit : columns.day
    const day = random.pick(['', '2024-02-30', '201*年7月1日', '2023年13月1日'])
    const cells = columns.all.map((column) => {
      if (column === spoilt) return spoilt === columns.day ? day : ''
      if (column === columns.title) return `无法统计的一行${stray + 1}`
      if (column === columns.number || column === columns.index) return String(9001 + stray)
      return column.cells[row] ?? ''
    })
    return { kind: 'data', cells }
  })
}

/** In a workbook the cells of a unit that stands in several rows are one. */
function unitMerges(items: readonly ItemFact[], { all, unit }: ItemColumns): Merge[] {
  const merges: Merge[] = []
  items.forEach((item, row) => {
    const last = merges.at(-1)
    if (last && items[row - 1]?.unit === item.unit) last.rows++
    else merges.push({ row: row + 1, column: all.indexOf(unit), rows: 1, columns: 1 })
  })
  return merges.filter(({ rows }) => rows > 1)
}

function insertAnywhere(random: Random, rows: readonly SheetRow[], inserted: readonly SheetRow[]): SheetRow[] {
  const result = [...rows]
  for (const row of inserted) result.splice(random.int(0, result.length), 0, row)
  return result
}

function headingOf(random: Random, period: Period, style: ItemStyle): { preamble: string[]; name: string } {
  const county = random.pick(COUNTIES)
  const what = random.pick(['信息报送采用台账', '信息采用情况统计表', '政务信息登记表', '信息报送情况'])
  const words = printPeriod(random, period)
  const telling = style.dates === 'title' || style.yearIn === 'title'
  const title = telling || random.chance(0.5) ? `${county}${words}${what}` : `${county}${what}`
  const second = random.chance(0.25) ? [random.pick(['填报单位：县委办公室', '（单位：条）', ''])] : []
  const named = style.yearIn === 'name' || random.chance(0.3)
  return {
    preamble: telling || random.chance(0.35) ? [title, ...second] : [],
    name: named ? `${words}${what}` : random.pick(['台账', what, '新建文件']),
  }
}

/** One row a submission, the outlets that adopted it in one cell. */
export function writeItems(random: Random): LedgerDraft {
  const style = randomItemStyle(random)
  const kinds = style.dates === 'title' ? (['month', 'quarter', 'half'] as const) : (['month', 'half', 'year'] as const)
  const period = randomPeriod(random, kinds)
  const undecided = style.status !== null || style.flagUndecided !== null
  const size = random.int(style.special === 'none' ? 4 : 24, 70)
  const withinYear = style.yearIn !== 'cells'
  const drawn = makeItems(random, { period, size, targets: false, undecided, withinYear })
  const facts = widen(forgetOutlets(random, drawn, style), style, period)
  const tooShort = size < 4 * new Set(facts.map((item) => item.unit)).size
  if (style.special === 'mergedUnits' && tooShort) style.special = 'none'
  const merged = style.special === 'mergedUnits'
  const grouped = merged || style.special === 'dittos'
  const items = grouped ? byUnit(facts) : random.shuffle(facts)
  style.outletSeparators = separatorsOf(random, items, style)
  const columns = columnsOf(random, items, style)
  const data = table.rowsOf(columns.all, items.length)
  const copies = style.special === 'duplicates' ? random.sample(data, random.int(1, 3)) : []
  const strays = style.special === 'badRows' ? badRows(random, columns) : []
  const rows = insertAnywhere(random, data, [...copies, ...strays])
  const body = grouped ? rows : table.withBlankRows(random, rows, columns.all.length)
  if (style.totals) body.push(table.totalsRow(columns.all, columns.index ?? columns.unit, random.pick(TOTALS)))
  const sheet = sheetOf(random, {
    ...headingOf(random, period, style),
    header: columns.all.map((column) => column.header),
    rows: body,
    notes: table.randomNotes(random),
    merges: merged ? unitMerges(items, columns) : [],
  })
  return {
    description: JSON.stringify({ ...style, size, period, copies: copies.length, bad: strays.length }),
    sheets: [sheet],
    shufflable: !grouped,
    divisible: !grouped && !style.outletSeparators.includes(' '),
    expected: expectItems(items, { status: undecided, targets: false }, strays.length, copies.length),
  }
}
