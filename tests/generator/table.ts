import type { Random } from './random'
import type { SheetRow } from './sheet'

/** One column on its way into a sheet. */
export interface Column {
  header: string
  cells: string[]
  /** What a row of totals prints below it. */
  total?: string
}

/** Header cells as they are really printed: blanks inside short words, a line break in a long one. */
export function decorate(random: Random, header: string): string {
  const characters = [...header]
  if (characters.length === 2 && random.chance(0.15)) return characters.join(random.pick(['　', ' ', '　　']))
  if (characters.length === 4 && random.chance(0.05)) return `${header.slice(0, 2)}\n${header.slice(2)}`
  return random.chance(0.04) ? ` ${header} ` : header
}

/** Names as they are really typed: blanks around and, in a name of Han characters only, between. */
export function mistype(random: Random, name: string): string {
  if (!/^\p{Script=Han}+$/u.test(name) || !random.chance(0.06)) return name
  const characters = [...name]
  return random.pick([`${name} `, ` ${name}`, `${name}　`, characters.join('　'), characters.join(' ')])
}

/** Columns that every office keeps and that say nothing about submission or adoption. */
export function extraColumns(random: Random, rows: number): Column[] {
  const fill = (make: () => string) => Array.from({ length: rows }, make)
  const makers: (() => Column)[] = [
    () => ({
      header: '备注',
      cells: fill(() => (random.chance(0.1) ? random.pick(['已电话告知', '修改后重报', '无']) : '')),
    }),
    () => ({ header: random.pick(['联系电话', '电话']), cells: fill(() => `139${random.int(10000000, 99999999)}`) }),
    () => ({ header: random.pick(['审核人', '签发人']), cells: fill(() => random.pick(['陈局', '赵科长', '孙主任'])) }),
    () => ({ header: '字数', cells: fill(() => String(random.int(200, 1800))) }),
    () => ({ header: random.pick(['信息类别', '类别']), cells: fill(() => random.pick(['经济', '民生', '党建'])) }),
  ]
  return random.sample(makers, random.pick([0, 0, 1, 2])).map((make) => make())
}

/** Lays columns side by side: an index first, the rest in some order. */
export function arrange(random: Random, columns: readonly Column[], index: Column | null): Column[] {
  const rest = random.chance(0.5) ? random.shuffle(columns) : [...columns]
  return index ? [index, ...rest] : rest
}

export function rowsOf(columns: readonly Column[], count: number): SheetRow[] {
  return Array.from({ length: count }, (_, row): SheetRow => {
    return { kind: 'data', cells: columns.map((column) => column.cells[row] ?? '') }
  })
}

/** The row of totals below a table; its label stands in the column with the given header. */
export function totalsRow(columns: readonly Column[], labelled: Column, label: string): SheetRow {
  return { kind: 'totals', cells: columns.map((column) => (column === labelled ? label : (column.total ?? ''))) }
}

export function withBlankRows(random: Random, rows: readonly SheetRow[], width: number): SheetRow[] {
  if (!random.chance(0.15)) return [...rows]
  return rows.flatMap((row): SheetRow[] => {
    const blank: SheetRow = { kind: 'blank', cells: Array.from({ length: width }, () => '') }
    return random.chance(0.1) ? [blank, row] : [row]
  })
}

/** What stands between a title and its table. */
export function randomSubtitle(random: Random): string[] {
  if (!random.chance(0.3)) return []
  return [
    random.pick([
      '填报单位：县委办公室信息科',
      '填报单位：县政府办公室          填报日期：2026年1月8日',
      '（单位：条、分）',
      '单位：条',
      '统计单位：信息科',
      '制表单位（盖章）：',
      '填表日期：2026-01-08    联系人：王建国',
    ]),
  ]
}

export function randomNotes(random: Random): string[] {
  if (!random.chance(0.3)) return []
  return random.sample(
    [
      '注：采用率=采用数÷报送数。',
      '注：本表数据截至月底，由各单位自行核对',
      '填表人：张三    审核人：李四    联系电话：0000-1234567',
      '制表：信息科',
      '说明：同一信息被多家采用的，分别登记。',
      '填报日期：2026年1月8日',
      '填报人（签字）：李四        负责人（签字）：王五',
      '备注：得分由信息科按计分办法核定。',
      '2026年1月8日',
    ],
    random.int(1, 2),
  )
}
