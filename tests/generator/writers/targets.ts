import { expectNothing } from '../expected'
import type { LedgerDraft } from '../ledgerCase'
import type { Random } from '../random'
import { sheetOf } from '../sheet'
import * as table from '../table'
import { COUNTIES, HEADERS, TOTALS, UNITS } from '../words'
import { fold } from './folded'

const SPANS = [
  ['月任务', '季度任务', '全年任务'],
  ['每月任务（条）', '全年任务（条）'],
  ['月报送任务', '年报送任务'],
  ['季度任务数', '年度任务数'],
  ['上半年任务', '下半年任务', '全年任务'],
  ['一季度任务', '二季度任务', '三季度任务', '四季度任务'],
  ['报送任务', '采用任务'],
] as const

function sizeOf(random: Random): string {
  const low = random.int(1, 40)
  return random.pick([String(low), String(low), String(low), `${low}条`])
}

/** What units owe, not what they did: none of it may reach a measure, and no row may be lost. */
export function writeTargets(random: Random): LedgerDraft {
  const year = random.int(2021, 2025)
  const folded = random.chance(0.4)
  const units = random.sample(UNITS, random.int(4, 16))
  const cell = () => sizeOf(random)
  const make = (header: string, print: (unit: string, row: number) => string): table.Column => ({
    header,
    cells: units.map(print),
  })
  const index = random.chance(0.4) ? [make(random.pick(HEADERS.index), (_, row) => String(row + 1))] : []
  const unit = make(random.pick(HEADERS.unit), (name) => table.mistype(random, name))
  const headers = folded ? [random.pick(HEADERS.target)] : random.pick(SPANS)
  const columns = [...index, unit, ...headers.map((header) => make(header, cell))]
  const plain = () => {
    const rows = table.rowsOf(columns, units.length)
    if (random.chance(0.3)) rows.push(table.totalsRow(columns, columns[0] ?? unit, random.pick(TOTALS)))
    return { header: columns.map((column) => column.header), rows }
  }
  const laid = folded ? fold(random, columns) : plain()
  return {
    description: JSON.stringify({ year, folded, headers }),
    sheets: [
      sheetOf(random, {
        name: random.pick(['任务分解表', `${year}年信息报送任务`, '目标任务']),
        preamble: [`${random.pick(COUNTIES)}${year}年信息目标任务分解表`, ...table.randomSubtitle(random)],
        ...laid,
        notes: table.randomNotes(random),
      }),
    ],
    shufflable: true,
    movable: false,
    divisible: false,
    expected: expectNothing(laid.rows.filter(({ kind }) => kind === 'data').length),
    silent: ['number-invalid', 'unit-missing', 'printed-total-differs'],
  }
}
