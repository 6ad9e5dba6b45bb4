import type { Role } from '../../model/column'
import { cleanName } from '../clean/cleanText'
import type { RawTable } from '../read/rawTable'
import { inferByArithmetic, sumsAgree } from './columnArithmetic'
import type { ColumnDraft, ColumnMeaning } from './columnMeaning'
import type { ColumnProfile } from './columnProfile'
import { headerConcept } from './headerConcept'
import { mentionsAdoption } from './headerWords'

/** Looks at all columns together: one unit, one title, one submission date; columns found by arithmetic; roles that exclude each other. */
export function settleRoles(
  table: RawTable,
  draft: readonly ColumnDraft[],
  profiles: readonly ColumnProfile[],
  rows: readonly number[],
  itemLike: boolean,
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
  keepFirst('adoptedOn')
  keepFirst('title')
  keepFirst('number')
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
  settleCounts(table, columns, profiles, rows)
  keepFirst('submittedCount')
  const totals = columns.filter((c) => c.role === 'adoptedCount' && c.outlet === null)
  for (const extra of totals.slice(1)) extra.role = 'ignore'
  return columns
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

/** Counted columns: found by arithmetic where words fail; sums beside their parts are checks, not facts. */
function settleCounts(
  table: RawTable,
  columns: ColumnDraft[],
  profiles: readonly ColumnProfile[],
  rows: readonly number[],
): void {
  inferByArithmetic(table, columns, profiles, rows)
  // 采用合计 beside the outlets it adds up is a check, not a further outlet.
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
      if ((c.role === 'submittedCount' || c.role === 'adoptedCount') && c.part === null && c.outlet === null)
        c.role = 'rowTotal'
  }
}

function isUnitLike(p: ColumnProfile, itemLike: boolean): boolean {
  if (p.filled < p.rows * 0.5 || p.numbers > 0.2 || p.dates > 0.2 || p.yesNo > 0.5 || p.averageLength > 16) return false
  return itemLike ? p.distinct < 0.6 : p.distinct > 0.5
}
