import { expectCounts } from '../expected'
import type { CountFact } from '../facts'
import type { LedgerDraft } from '../ledgerCase'
import { printNoRate, printRate } from '../printRate'
import { printPeriod, randomPeriod, spanOf, type Period } from '../printPeriod'
import type { Random } from '../random'
import { sheetOf, type Sheet, type SheetRow } from '../sheet'
import * as table from '../table'
import { COUNTIES, HEADERS, TOTALS, UNITS } from '../words'

interface Counted extends CountFact {
  unit: string
  submitted: number
  adopted: number
}

interface CountStyle {
  submitted: string
  adopted: string
  unit: string
  rate: string | null
  digits: number
  cut: boolean
  periodIn: 'title' | 'name'
  sections: boolean
  subtotals: boolean
  totals: boolean
  wrongRate: boolean
  /** The printed total of submissions is off by three; its rate is still that of the right total. */
  wrongTotal: boolean
}

const SECTIONS = [
  ['一、县直部门', '二、乡镇'],
  ['（一）县直各单位', '（二）各乡镇'],
  ['一、县直各部门', '二、各乡镇、街道'],
] as const

function randomStyle(random: Random): CountStyle {
  const suffix = random.pick(['', '', '（条）', '(条)', '（篇）'])
  const rate = random.chance(0.7)
  return {
    submitted: random.pick(HEADERS.submittedCount) + suffix,
    adopted: random.pick(HEADERS.adoptedCount) + suffix,
    unit: random.pick(HEADERS.unit),
    rate: rate ? random.pick(HEADERS.rate) : null,
    digits: random.int(0, 2),
    cut: random.chance(0.2),
    periodIn: random.pick(['title', 'title', 'name']),
    sections: random.chance(0.35),
    subtotals: random.chance(0.4),
    totals: random.chance(0.6),
    wrongRate: rate && random.chance(0.2),
    wrongTotal: random.chance(0.15),
  }
}

function countRow(random: Random, unit: string, period: Period): Counted {
  const submitted = random.chance(0.1) ? 0 : random.int(1, random.chance(0.1) ? 1500 : 60)
  const adopted = random.chance(0.15) ? 0 : random.int(0, submitted)
  return { unit, outlet: null, when: spanOf(period), submitted, adopted }
}

function printCount(random: Random, count: number): string {
  if (count >= 1000 && random.chance(0.5)) return `${Math.floor(count / 1000)},${String(count % 1000).padStart(3, '0')}`
  const plain = String(count)
  return random.chance(0.03) ? plain.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)) : plain
}

function rateText(random: Random, row: { submitted: number; adopted: number }, style: CountStyle): string {
  return row.submitted === 0 ? printNoRate(random) : printRate(row.adopted, row.submitted, style.digits, style.cut)
}

/** A rate that is off by far more than rounding can explain. */
function wrongRateText(row: Counted, style: CountStyle): string {
  const wrong = row.adopted * 2 > row.submitted ? row.adopted / row.submitted - 0.2 : row.adopted / row.submitted + 0.2
  return `${(wrong * 100).toFixed(style.digits)}%`
}

interface Sums {
  submitted: number
  adopted: number
}

function sumOf(rows: readonly Counted[]): Sums {
  const sum = { submitted: 0, adopted: 0 }
  for (const row of rows) {
    sum.submitted += row.submitted
    sum.adopted += row.adopted
  }
  return sum
}

function writeSheet(random: Random, rows: readonly Counted[], period: Period, style: CountStyle): Sheet {
  const misprinted = style.wrongRate ? rows.find((row) => row.submitted >= 5) : undefined
  const make = (header: string, print: (row: Counted, at: number) => string): table.Column => ({
    header: table.decorate(random, header),
    cells: rows.map(print),
  })
  const index = random.chance(0.7) ? make(random.pick(HEADERS.index), (_, at) => String(at + 1)) : null
  const unit = make(style.unit, (row) => table.mistype(random, row.unit))
  const submitted = make(style.submitted, (row) => printCount(random, row.submitted))
  const adopted = make(style.adopted, (row) => printCount(random, row.adopted))
  const rateCell = (row: Counted) => (row === misprinted ? wrongRateText(row, style) : rateText(random, row, style))
  const rate = style.rate === null ? null : make(style.rate, rateCell)
  const columns = [unit, submitted, adopted, ...(rate ? [rate] : [])]
  if (random.chance(0.3)) columns.push(make('备注', () => ''))
  const plain = index ? [index, ...columns] : columns
  const laid = style.sections || random.chance(0.7) ? plain : table.arrange(random, columns, index)
  const sumRow = (some: readonly Counted[], label: string, error = 0): SheetRow => {
    const sums = sumOf(some)
    const printed = new Map([
      [index ?? unit, label],
      [submitted, String(sums.submitted + error)],
      [adopted, String(sums.adopted)],
    ])
    if (rate) printed.set(rate, rateText(random, sums, style))
    return { kind: 'totals', cells: laid.map((column) => printed.get(column) ?? '') }
  }
  const body = table.rowsOf(laid, rows.length)
  const half = Math.ceil(rows.length / 2)
  const names = random.pick(SECTIONS)
  const section = (name: string, from: number, to: number): SheetRow[] => [
    { kind: 'section', cells: [name] },
    ...body.slice(from, to),
    ...(style.subtotals ? [sumRow(rows.slice(from, to), random.pick(['小计', '小　计']))] : []),
  ]
  const parts = style.sections ? [...section(names[0], 0, half), ...section(names[1], half, rows.length)] : body
  if (style.totals) parts.push(sumRow(rows, random.pick(TOTALS), style.wrongTotal ? 3 : 0))
  const words = printPeriod(random, period)
  const what = random.pick(['信息报送采用情况统计表', '信息采用情况通报', '政务信息工作统计'])
  const titled = style.periodIn === 'title' || random.chance(0.3)
  return sheetOf(random, {
    name: style.periodIn === 'name' || random.chance(0.3) ? `${words}${what}` : what,
    preamble: titled ? [`${random.pick(COUNTIES)}${style.periodIn === 'title' ? words : ''}${what}`] : [],
    header: laid.map((column) => column.header),
    rows: parts,
    notes: table.randomNotes(random),
  })
}

/** One row a unit with counted numbers; the period stands above the table or in the name of the file. */
export function writeCounts(random: Random): LedgerDraft {
  const style = randomStyle(random)
  const units = random.sample(UNITS, random.int(3, 14))
  const first = randomPeriod(random, ['month', 'twoMonths', 'quarter', 'half', 'year'])
  const second: Period = { ...first, year: first.year + 1 }
  const periods = random.chance(0.25) ? [first, second] : [first]
  const ledgers = periods.map((period) => ({ period, rows: units.map((unit) => countRow(random, unit, period)) }))
  const sheets = ledgers.map(({ period, rows }) => writeSheet(random, rows, period, style))
  // Files of one drop need names that differ, whatever their periods are printed as.
  const named = sheets.map((sheet, at) =>
    sheets.length > 1 ? { ...sheet, name: `${sheet.name}（${at + 1}）` } : sheet,
  )
  const wrongRates = style.wrongRate ? ledgers.filter(({ rows }) => rows.some((row) => row.submitted >= 5)).length : 0
  const wrongTotals = style.totals && style.wrongTotal ? ledgers.length : 0
  return {
    description: JSON.stringify({ ...style, periods }),
    sheets: named,
    shufflable: !style.sections,
    divisible: false,
    expected: expectCounts(
      ledgers.flatMap(({ rows }) => rows),
      wrongRates + wrongTotals,
    ),
  }
}
