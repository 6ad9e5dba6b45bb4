import { monthsSpan } from '../days'
import { expectCounts } from '../expected'
import type { CountFact } from '../facts'
import type { LedgerDraft } from '../ledgerCase'
import type { Random } from '../random'
import { sheetOf } from '../sheet'
import * as table from '../table'
import { COUNTIES, HEADERS, TOTALS, UNITS } from '../words'

interface Counted extends CountFact {
  unit: string
  submitted: number
  adopted: number
  /** The first month of its column. */
  from: number
}

/** A column of the matrix: a month or a quarter that is counted, or a wider time that repeats the columns before it. */
interface Stretch {
  header: string
  from: number
  to: number
  counted: boolean
}

const QUARTERS = ['一', '二', '三', '四']

/** Months with the quarters and half-years that sum them up, or quarters with half-years and the year. */
function stretchesOf(random: Random, byQuarter: boolean): Stretch[] {
  const last = byQuarter ? random.pick([6, 12]) : random.pick([3, 6, 9, 12])
  const quarterly = byQuarter || random.chance(0.35)
  const halves = random.chance(quarterly ? 0.5 : 0.2)
  const ordinal = random.pick(['', '第'])
  const stretches: Stretch[] = []
  for (let month = 1; month <= last; month++) {
    if (!byQuarter) stretches.push({ header: `${month}月`, from: month, to: month, counted: true })
    if (quarterly && month % 3 === 0) {
      const header = `${ordinal}${QUARTERS[month / 3 - 1] ?? ''}季度`
      stretches.push({ header, from: month - 2, to: month, counted: byQuarter })
    }
    if (halves && month % 6 === 0) {
      stretches.push({ header: month === 6 ? '上半年' : '下半年', from: month - 5, to: month, counted: false })
    }
  }
  if (byQuarter && last === 12 && random.chance(0.5))
    stretches.push({ header: '全年', from: 1, to: 12, counted: false })
  return stretches
}

/**
 * A matrix of units and months, or quarters, whose cells say «12/3»: submitted, adopted; blank = none. Quarters, half-years and
 * the year beside months repeat them.
 */
export function writeCountsByMonth(random: Random): LedgerDraft {
  const year = random.int(2021, 2025)
  const units = random.sample(UNITS, random.int(2, 9))
  const stretches = stretchesOf(random, random.chance(0.2))
  const facts: Counted[] = []
  for (const unit of units) {
    for (const { from, to, counted } of stretches) {
      if (!counted || (from !== 1 && random.chance(0.2))) continue
      const submitted = random.int(1, 30)
      const when = monthsSpan(year, from, to)
      facts.push({ unit, outlet: null, when, submitted, adopted: random.int(0, submitted), from })
    }
  }
  const sum = (unit: string | null, of: 'submitted' | 'adopted', from = 1, to = 12) =>
    facts
      .filter((fact) => (unit === null || fact.unit === unit) && fact.from >= from && fact.from <= to)
      .reduce((total, fact) => total + fact[of], 0)
  const cell = (unit: string, { from, to }: Stretch) => {
    const submitted = sum(unit, 'submitted', from, to)
    return submitted === 0 ? '' : `${submitted}/${sum(unit, 'adopted', from, to)}`
  }
  const unit: table.Column = {
    header: table.decorate(random, random.pick(HEADERS.unit)),
    cells: units.map((name) => table.mistype(random, name)),
  }
  const columns: table.Column[] = [
    unit,
    ...stretches.map((one) => ({ header: one.header, cells: units.map((name) => cell(name, one)) })),
  ]
  if (random.chance(0.5)) {
    const [submitted, adopted] = random.pick([
      ['上报总数', '采用总数'],
      ['报送合计', '采用合计'],
      ['报送总数', '录用总数'],
    ] as const)
    const printed = (of: 'submitted' | 'adopted') => units.map((name) => String(sum(name, of)))
    columns.push({ header: submitted, cells: printed('submitted'), total: String(sum(null, 'submitted')) })
    columns.push({ header: adopted, cells: printed('adopted'), total: String(sum(null, 'adopted')) })
  }
  const indexed = random.chance(0.4)
  const index = { header: random.pick(HEADERS.index), cells: units.map((_, at) => String(at + 1)) }
  const all = indexed ? [index, ...columns] : columns
  const rows = table.rowsOf(all, units.length)
  if (random.chance(0.4)) rows.push(table.totalsRow(all, indexed ? index : unit, random.pick(TOTALS)))
  const what = random.pick([
    '信息上报采用情况（上报/采用）',
    '信息报送采用统计（报送数/采用数）',
    '信息报送/采用情况统计表',
  ])
  return {
    description: JSON.stringify({ year, columns: stretches.map(({ header }) => header) }),
    sheets: [
      sheetOf(random, {
        name: '月度统计',
        preamble: [`${random.pick(COUNTIES)}${year}年${what}`],
        header: all.map((column) => column.header),
        rows,
        notes: table.randomNotes(random),
      }),
    ],
    shufflable: true,
    divisible: false,
    expected: expectCounts(facts, 0),
    silent: ['overlap', 'date-in-count-column'],
  }
}
