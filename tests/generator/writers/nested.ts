import { monthsSpan } from '../days'
import { expectCounts } from '../expected'
import type { CountFact } from '../facts'
import { headerRowsOf, type NestedColumn } from '../headerRows'
import type { LedgerDraft } from '../ledgerCase'
import { printPeriod, randomPeriod, spanOf } from '../printPeriod'
import type { Random } from '../random'
import { sheetOf } from '../sheet'
import * as table from '../table'
import { COUNTIES, HEADERS, OUTLETS, TOTALS, UNITS } from '../words'

interface Draft {
  columns: NestedColumn[]
  facts: CountFact[]
}

interface Plan {
  units: string[]
  when: CountFact['when']
  year: number
}

const FORMS = ['单条', '综合', '独立', '简讯', '专报', '一句话'] as const
const CORNERS = ['单位\\项目', '项目\\单位', '单位＼项目', '单位/项目'] as const

function numbered(cells: readonly number[], path: string[], blankZero: boolean): NestedColumn {
  const printed = cells.map((count) => (count === 0 && blankZero ? '' : String(count)))
  return { header: '', path, cells: printed, total: String(cells.reduce((sum, count) => sum + count, 0)) }
}

function counted(random: Random, { units }: Plan, low: number, high: number): number[] {
  return units.map((_, row) => (row > 0 && random.chance(0.25) ? 0 : random.int(Math.max(1, low), high)))
}

/** 报送数 beside 采用情况 [ outlet … 合计 ]. */
function underOneHeading(random: Random, plan: Plan): Draft {
  const outlets = random.sample(OUTLETS, random.int(2, 8))
  const submitted = plan.units.map(() => random.int(20, 90))
  const adopted = outlets.map(() => counted(random, plan, 1, 6))
  const heading = random.pick(['采用情况', '采用情况（条）', '采用数', '被采用情况', '录用情况'])
  const columns = [
    numbered(submitted, [random.pick(HEADERS.submittedCount)], false),
    ...outlets.map((outlet, at) => numbered(adopted[at] ?? [], [heading, outlet], true)),
  ]
  if (random.chance(0.6)) {
    const sums = plan.units.map((_, row) => adopted.reduce((sum, counts) => sum + (counts[row] ?? 0), 0))
    columns.push(numbered(sums, [heading, random.pick(['合计', '小计', '采用合计'])], false))
  }
  return { columns, facts: factsOf(plan, outlets, adopted, submitted) }
}

/** Each outlet over its number and its points. */
function withPoints(random: Random, plan: Plan): Draft {
  const outlets = random.sample(OUTLETS, random.int(2, 12))
  const adopted = outlets.map(() => counted(random, plan, 1, 6))
  const words = [
    random.pick(['采用条数', '条数', '采用数', '采用']),
    random.pick(['得分', '积分', '分值', '采用得分']),
  ] as const
  const columns = outlets.flatMap((outlet, at) => [
    numbered(adopted[at] ?? [], [outlet, words[0]], true),
    numbered(
      (adopted[at] ?? []).map((count) => count * 5),
      [outlet, words[1]],
      true,
    ),
  ])
  columns.push(
    numbered(
      plan.units.map(() => random.int(0, 300)),
      [random.pick(HEADERS.score)],
      false,
    ),
  )
  return { columns, facts: factsOf(plan, outlets, adopted, null) }
}

/** 采用情况 [ outlet [ form … ] … ]: the forms of an outlet add up. */
function byForm(random: Random, plan: Plan): Draft {
  const outlets = random.sample(OUTLETS, random.int(2, 6))
  const forms = random.sample(FORMS, random.int(2, 4))
  const submitted = plan.units.map(() => random.int(20, 90))
  const heading = random.pick(['采用情况', '采用情况（条）', '录用情况'])
  const numbers = outlets.map(() => forms.map(() => counted(random, plan, 1, 4)))
  const adopted = numbers.map((ofForms) =>
    plan.units.map((_, row) => ofForms.reduce((sum, one) => sum + (one[row] ?? 0), 0)),
  )
  const columns = [
    numbered(submitted, [random.pick(HEADERS.submittedCount)], false),
    ...outlets.flatMap((outlet, at) =>
      forms.map((form, which) => numbered(numbers[at]?.[which] ?? [], [heading, outlet, form], true)),
    ),
  ]
  return { columns, facts: factsOf(plan, outlets, adopted, submitted) }
}

/** 报送数 beside 采用情况 [ outlet [ number, points ] … ]. */
function pointsUnderOneHeading(random: Random, plan: Plan): Draft {
  const submitted = plan.units.map(() => random.int(20, 90))
  const heading = random.pick(['采用情况', '采用情况（条、分）', '录用情况'])
  const { columns, facts } = withPoints(random, plan)
  const below = columns.map((column) =>
    column.path.length > 1 ? { ...column, path: [heading, ...column.path] } : column,
  )
  const whole = plan.units.map((unit, row): CountFact => {
    return { unit, outlet: null, when: plan.when, submitted: submitted[row] ?? 0, adopted: null }
  })
  return {
    columns: [numbered(submitted, [random.pick(HEADERS.submittedCount)], false), ...below],
    facts: [...whole, ...facts],
  }
}

/** Each month over what was submitted and adopted in it. */
function byMonth(random: Random, plan: Plan): Draft {
  const last = random.pick([3, 6, 12])
  const months = Array.from({ length: last }, (_, at) => at + 1)
  const words = [
    random.pick(['报送', '上报', '报送数', '投稿']),
    random.pick(['采用', '采纳', '采用数', '录用']),
  ] as const
  const numbers = months.map(() =>
    plan.units.map(() => {
      const submitted = random.int(1, 30)
      return { submitted, adopted: random.int(0, submitted) }
    }),
  )
  const columns = months.flatMap((month, at) => [
    numbered(
      (numbers[at] ?? []).map(({ submitted }) => submitted),
      [`${month}月`, words[0]],
      false,
    ),
    numbered(
      (numbers[at] ?? []).map(({ adopted }) => adopted),
      [`${month}月`, words[1]],
      false,
    ),
  ])
  if (random.chance(0.6)) {
    const sums = (of: 'submitted' | 'adopted') =>
      plan.units.map((_, row) => numbers.reduce((sum, counts) => sum + (counts[row]?.[of] ?? 0), 0))
    const heading = random.pick(['合计', '总计', '小计'])
    columns.push(
      numbered(sums('submitted'), [heading, words[0]], false),
      numbered(sums('adopted'), [heading, words[1]], false),
    )
  }
  const facts = months.flatMap((month, at) =>
    plan.units.map((unit, row): CountFact => ({
      unit,
      outlet: null,
      when: monthsSpan(plan.year, month, month),
      submitted: numbers[at]?.[row]?.submitted ?? 0,
      adopted: numbers[at]?.[row]?.adopted ?? 0,
    })),
  )
  return { columns, facts }
}

function factsOf(
  { units, when }: Plan,
  outlets: readonly string[],
  adopted: readonly number[][],
  submitted: readonly number[] | null,
): CountFact[] {
  return units.flatMap((unit, row): CountFact[] => [
    ...(submitted ? [{ unit, outlet: null, when, submitted: submitted[row] ?? 0, adopted: null }] : []),
    ...outlets.map((outlet, at) => ({ unit, outlet, when, submitted: null, adopted: adopted[at]?.[row] ?? 0 })),
  ])
}

const DRAFTS = { underOneHeading, withPoints, pointsUnderOneHeading, byForm, byMonth }

/** Headers of two and three rows, up to 28 columns, merged in workbooks and blank to the right of a heading in texts. */
function writeKind(random: Random, kind: keyof typeof DRAFTS): LedgerDraft {
  const period = randomPeriod(random, kind === 'byMonth' ? ['year'] : ['month', 'quarter', 'half', 'year'])
  const units = random.sample(UNITS, random.int(3, 10))
  const plan: Plan = { units, when: spanOf(period), year: period.year }
  const { columns, facts } = DRAFTS[kind](random, plan)
  const corner = random.chance(0.25) ? random.pick(CORNERS) : random.pick(HEADERS.unit)
  const unit: NestedColumn = { header: '', path: [corner], cells: units.map((name) => table.mistype(random, name)) }
  const index: NestedColumn = {
    header: '',
    path: [random.pick(HEADERS.index)],
    cells: units.map((_, row) => String(row + 1)),
  }
  const all = [...(random.chance(0.5) && !corner.includes('项目') ? [index] : []), unit, ...columns]
  const rows = table.rowsOf(all, units.length)
  if (random.chance(0.5)) rows.push(table.totalsRow(all, all[0] ?? unit, random.pick(TOTALS)))
  return {
    description: JSON.stringify({ kind, period, columns: all.length }),
    sheets: [
      sheetOf(random, {
        name: random.pick(['信息采用情况汇总表', '采用汇总', '统计表']),
        preamble: [
          `${random.pick(COUNTIES)}${printPeriod(random, period)}信息报送采用情况汇总表`,
          ...table.randomSubtitle(random),
        ],
        ...headerRowsOf(all),
        rows,
        notes: table.randomNotes(random),
      }),
    ],
    shufflable: true,
    movable: false,
    divisible: false,
    expected: expectCounts(facts, 0),
    silent: ['date-missing', 'overlap', 'number-invalid'],
  }
}

export function writeNested(random: Random): LedgerDraft {
  return writeKind(random, random.pick(['underOneHeading', 'withPoints', 'byMonth']))
}

/** Three rows: an outlet stands over the forms in which it adopts, 综合 beside 单条; its forms are one outlet. */
export function writeNestedForms(random: Random): LedgerDraft {
  return writeKind(random, 'byForm')
}

/** Three rows: 采用情况 stands over outlets, and each outlet over its number and its points. */
export function writeNestedPoints(random: Random): LedgerDraft {
  return writeKind(random, 'pointsUnderOneHeading')
}
