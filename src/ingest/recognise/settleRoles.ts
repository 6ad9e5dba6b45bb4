import type { Role } from '../../model/column'
import { cleanName } from '../clean/cleanText'
import type { RawTable } from '../read/rawTable'
import { inferByArithmetic, isCovered, sumsAgree } from './columnArithmetic'
import type { ColumnDraft, ColumnMeaning } from './columnMeaning'
import type { ColumnProfile } from './columnProfile'
import { headerConcept } from './headerConcept'
import { isPartOf } from './headerMonths'
import { headerKey, isForm, mentionsAdoption, wordsOf } from './headerWords'
import type { TitleSpeaksOf } from './titleSpeaksOf'

/** Looks at all columns together: one unit, one title, one submission date; columns found by arithmetic; roles that exclude each other. */
export function settleRoles(
  table: RawTable,
  draft: readonly ColumnDraft[],
  profiles: readonly ColumnProfile[],
  rows: readonly number[],
  itemLike: boolean,
  speaks: TitleSpeaksOf,
): ColumnMeaning[] {
  const columns = draft.map((column) => ({ ...column }))
  const first = (role: Role): ColumnDraft | undefined => columns.find((column) => column.role === role)
  const keepFirst = (role: Role, rank: (c: ColumnDraft) => number = (c) => -c.confidence): void => {
    const all = columns.filter((column) => column.role === role)
    const kept = [...all].sort((a, b) => rank(a) - rank(b) || a.index - b.index)[0]
    for (const column of all) if (column !== kept) column.role = 'ignore'
  }
  const dates = columns.filter((column) => column.role === 'submittedOn')
  if (dates.length > 1)
    keepFirst('submittedOn', (c) =>
      headerConcept(c.header)?.concept === 'submittedOn' || headerConcept(c.header)?.concept === 'submit' ? 0 : 1,
    )
  // A lone generic date beside counted columns is the period of the row.
  if (!itemLike) for (const column of columns) if (column.role === 'submittedOn') column.role = 'period'
  if (!isDatePerOutlet(columns)) keepFirst('adoptedOn')
  keepFirst('title')
  keepFirst('number')
  // «采用合计» beside ticks adds them up.
  if (itemLike && first('tick'))
    for (const column of columns)
      if (column.role === 'status' && isSumOfAdoptions(column.header) && profiles[column.index]!.numbers >= 0.8)
        column.role = 'rowTotal'
  // A column that is blank throughout decides nothing beside one that speaks.
  keepFirst(
    'status',
    (c) =>
      (profiles[c.index]!.filled === 0 ? 2 : 0) +
      (headerConcept(c.header)?.concept === 'status' ? 0 : 1) -
      c.confidence / 10,
  )
  if (first('unit')) keepFirst('unit')
  else guessUnit(columns, profiles, itemLike)
  if (itemLike) {
    for (const column of columns) if (column.role === 'pair' || column.role === 'submittedCount') column.role = 'ignore'
    return columns
  }
  dropUnitsAsOutlets(columns)
  settleCounts(table, columns, profiles, rows, speaks)
  const submitted = columns.filter((c) => c.role === 'submittedCount' && c.outlet === null)
  for (const extra of submitted.slice(1)) extra.role = 'ignore'
  const totals = columns.filter((c) => c.role === 'adoptedCount' && c.outlet === null)
  for (const extra of totals.slice(1)) extra.role = 'ignore'
  return columns
}

/** «采用载体, 采用日期, 采用载体, 采用日期»: each column of outlets has its own days on its right. */
function isDatePerOutlet(columns: readonly ColumnDraft[]): boolean {
  const lists = columns.filter((c) => c.role === 'outlets' && !c.target)
  const days = columns.filter((c) => c.role === 'adoptedOn')
  return (
    lists.length > 1 && days.length === lists.length && lists.every((c) => columns[c.index + 1]?.role === 'adoptedOn')
  )
}

/** The title of a unit table may be called 名称; a log without a known unit column takes the likeliest text column. */
function guessUnit(columns: readonly ColumnDraft[], profiles: readonly ColumnProfile[], itemLike: boolean): void {
  const named = !itemLike ? columns.find((c) => c.role === 'title' && profiles[c.index]!.distinct > 0.5) : undefined
  const text =
    named ??
    columns.find(
      (c) =>
        c.role === 'ignore' &&
        headerConcept(c.header) === null &&
        c.header !== '' &&
        isUnitLike(profiles[c.index]!, itemLike),
    )
  if (text) Object.assign(text, { role: 'unit', confidence: 0.5 })
}

/** Endings of units' names that no outlet has. */
const UNIT_NAME = /(?:局|镇|乡|街道|村|社区|学校|中学|小学|学院|支队|大队|管委会|园区)$/

/** «月份, 县财政局, 城关镇»: a table that lies on its side has units in its columns. They are no outlets. */
function dropUnitsAsOutlets(columns: readonly ColumnDraft[]): void {
  if (columns.some(({ role }) => role === 'unit' || role === 'outlets')) return
  const unknown = columns.filter(
    (c) => c.role === 'adoptedCount' && c.outlet !== null && headerConcept(c.header) === null,
  )
  if (unknown.length < 2 || unknown.filter((c) => UNIT_NAME.test(c.outlet!)).length <= unknown.length / 2) return
  for (const c of unknown) Object.assign(c, { role: 'ignore', outlet: null })
}

/** Counted columns: found by arithmetic where words fail; sums beside their parts are checks, not facts. */
function settleCounts(
  table: RawTable,
  columns: ColumnDraft[],
  profiles: readonly ColumnProfile[],
  rows: readonly number[],
  speaks: TitleSpeaksOf,
): void {
  inferByArithmetic(table, columns, profiles, rows)
  // 采用合计 beside the outlets it adds up is a check, not a further outlet.
  settleBareCount(table, columns, profiles, rows, speaks)
  // Beside the number of all adoptions, those of single forms are parts of it and no outlets.
  const forms = columns.filter((c) => c.role === 'adoptedCount' && c.outlet !== null && isForm(c.outlet))
  const outlets = columns.filter((c) => c.role === 'adoptedCount' && c.outlet !== null && !isForm(c.outlet))
  if (outlets.length === 0 && columns.some((c) => c.role === 'adoptedCount' && c.outlet === null))
    for (const c of forms) Object.assign(c, { role: 'form', outlet: null })
  const perOutlet = columns.filter((c) => c.role === 'adoptedCount' && c.outlet !== null)
  const plain = columns.filter((c) => c.role === 'adoptedCount' && c.outlet === null)
  if (plain.length > 0) {
    const unknown = columns.filter(
      (c) =>
        c.role === 'ignore' && headerConcept(c.header) === null && c.header !== '' && profiles[c.index]!.numbers >= 0.8,
    )
    const all = [...perOutlet, ...unknown]
    if (unknown.length > 0 && all.length > 1 && sumsAgree(table, all, plain[0]!, rows)) {
      for (const c of unknown)
        Object.assign(c, {
          role: 'adoptedCount',
          outlet: cleanName(c.header.split('/').slice(-1)[0] ?? ''),
          confidence: 0.7,
        })
      plain[0]!.role = 'rowTotal'
    } else if (perOutlet.length > 0 && sumsAgree(table, perOutlet, plain[0]!, rows)) plain[0]!.role = 'rowTotal'
  }
  // 采用情况 with nothing but its 合计 below it prints the adopted items there.
  const sums = columns.filter((c) => c.role === 'rowTotal' && c.header.includes('/') && mentionsAdoption(c.header))
  if (sums.length === 1 && !columns.some((c) => c.role === 'adoptedCount')) sums[0]!.role = 'adoptedCount'
  if (columns.some((c) => c.role === 'pair')) {
    // In a matrix over months the running total is that of the row.
    for (const c of columns) if (c.role === 'running') c.role = 'rowTotal'
    for (const c of columns)
      if ((c.role === 'submittedCount' || c.role === 'adoptedCount') && c.outlet === null) c.role = 'rowTotal'
    settlePartialSums(columns)
  }
}

/** «采用合计», «采用次数总计». */
function isSumOfAdoptions(header: string): boolean {
  return headerConcept(header)?.concept === 'adoptedCount' && /(?:合计|总计|小计|共计)$/.test(headerKey(header))
}

const SUMS = /^(?:合计|总计|小计|共计|计|total|sum)$/

/**
 * A column headed by a bare word for numbers (条数, 信息总数). Beside adoptions it is what was submitted where it is nowhere smaller (and no
 * sum of the outlets); alone it is what the title speaks of.
 */
function settleBareCount(
  table: RawTable,
  columns: readonly ColumnDraft[],
  profiles: readonly ColumnProfile[],
  rows: readonly number[],
  speaks: TitleSpeaksOf,
): void {
  const bare = columns.filter(({ header, role, index }) => {
    const key = headerKey(header)
    const open = role === 'ignore' || role === 'rowTotal'
    return open && profiles[index]!.numbers >= 0.8 && wordsOf('count').has(key) && !SUMS.test(key)
  })
  const [only] = bare
  if (!only || bare.length > 1 || columns.some((c) => c.role === 'submittedCount' || c.role === 'pair')) return
  const adopted = columns.filter((c) => c.role === 'adoptedCount')
  if (adopted.length === 0) {
    if (speaks === 'submitted' || speaks === 'adopted')
      Object.assign(only, { role: `${speaks}Count`, outlet: null, confidence: 0.7 })
  } else if (adopted.some((c) => c.outlet !== null) && sumsAgree(table, adopted, only, rows)) only.role = 'rowTotal'
  else if (adopted.every((c) => isCovered(table, c, only, rows)))
    Object.assign(only, { role: 'submittedCount', outlet: null, confidence: 0.55 })
}

/** In a matrix a quarter beside its months repeats them: a sum to be checked. */
function settlePartialSums(columns: readonly ColumnDraft[]): void {
  const pairs = columns.filter((c) => c.role === 'pair' && c.months !== null)
  for (const whole of pairs)
    if (pairs.some((part) => part.measure === whole.measure && isPartOf(part.months!, whole.months!)))
      whole.role = 'rowTotal'
}

function isUnitLike(p: ColumnProfile, itemLike: boolean): boolean {
  if (p.filled < p.rows * 0.5 || p.numbers > 0.2 || p.dates > 0.2 || p.yesNo > 0.5 || p.averageLength > 16) return false
  return itemLike ? p.distinct < 0.6 : p.distinct > 0.5
}
