import { monthsSpan } from '../days'
import { expectCounts } from '../expected'
import type { CountFact } from '../facts'
import type { LedgerDraft } from '../ledgerCase'
import type { Random } from '../random'
import { sheetOf } from '../sheet'
import * as table from '../table'
import { COUNTIES, HEADERS, TOTALS, UNITS } from '../words'

/** A matrix of units and months whose cells say «12/3»: submitted, adopted; blank = none. */
export function writeCountsByMonth(random: Random): LedgerDraft {
  const year = random.int(2021, 2025)
  const units = random.sample(UNITS, random.int(2, 9))
  const last = random.pick([3, 6, 9, 12])
  const months = Array.from({ length: last }, (_, at) => at + 1)
  const facts: (CountFact & { submitted: number; adopted: number })[] = []
  for (const unit of units) {
    for (const month of months) {
      if (month !== 1 && random.chance(0.2)) continue
      const submitted = random.int(1, 30)
      facts.push({
        unit,
        outlet: null,
        when: monthsSpan(year, month, month),
        submitted,
        adopted: random.int(0, submitted),
      })
    }
  }
  const sum = (unit: string | null, of: 'submitted' | 'adopted') =>
    facts.reduce((total, fact) => total + (unit === null || fact.unit === unit ? fact[of] : 0), 0)
  const cell = (unit: string, month: number) => {
    const { first } = monthsSpan(year, month, month)
    const fact = facts.find((some) => some.unit === unit && some.when.first === first)
    return fact ? `${fact.submitted}/${fact.adopted}` : ''
  }
  const unit: table.Column = {
    header: table.decorate(random, random.pick(HEADERS.unit)),
    cells: units.map((name) => table.mistype(random, name)),
  }
  const columns: table.Column[] = [
    unit,
    ...months.map((month) => ({ header: `${month}月`, cells: units.map((name) => cell(name, month)) })),
  ]
  if (random.chance(0.6)) {
    const submitted = units.map((name) => String(sum(name, 'submitted')))
    const adopted = units.map((name) => String(sum(name, 'adopted')))
    columns.push({ header: '上报总数', cells: submitted, total: String(sum(null, 'submitted')) })
    columns.push({ header: '采用总数', cells: adopted, total: String(sum(null, 'adopted')) })
  }
  const indexed = random.chance(0.4)
  const index = { header: random.pick(HEADERS.index), cells: units.map((_, at) => String(at + 1)) }
  const all = indexed ? [index, ...columns] : columns
  const rows = table.rowsOf(all, units.length)
  if (random.chance(0.4)) rows.push(table.totalsRow(all, indexed ? index : unit, random.pick(TOTALS)))
  return {
    description: JSON.stringify({ year, last }),
    sheets: [
      sheetOf(random, {
        name: '月度统计',
        preamble: [`${random.pick(COUNTIES)}${year}年信息上报采用情况（上报/采用）`],
        header: all.map((column) => column.header),
        rows,
        notes: table.randomNotes(random),
      }),
    ],
    shufflable: true,
    divisible: false,
    expected: expectCounts(facts),
  }
}
