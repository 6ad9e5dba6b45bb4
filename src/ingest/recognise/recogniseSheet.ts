import type { Shape } from '../../model/balance'
import type { ColumnChoices, Role } from '../../model/column'
import { cleanCount, cleanRate, rateAgrees } from '../clean/cleanCount'
import { cleanDate } from '../clean/cleanDate'
import { cleanName } from '../clean/cleanText'
import { totalLabel } from '../clean/totalLabel'
import { LIST_MARK } from '../read/listMark'
import { cellText } from '../read/rawColumn'
import { isBlankRow, type RawTable } from '../read/rawTable'
import { type ColumnProfile, profileColumn } from './columnProfile'
import { columnLetters } from './columnLetters'
import { type Concept, headerConcept, looksLikeOutlet } from './headerConcept'
import { type Header, recogniseHeader } from './recogniseHeader'
import { recognisePeriod, type SheetPeriod } from './recognisePeriod'

export interface ColumnMeaning {
  readonly index: number
  readonly letters: string
  readonly header: string
  readonly role: Role
  /** For `tick` and counts per outlet: the outlet. */
  readonly outlet: string | null
  /** For columns of a month matrix: 1–12. */
  readonly month: number | null
  /** For `outlets`: the header says that the item was sent to them (报送载体), not that they adopted it. */
  readonly target: boolean
  /** 0–1; under 0.6 the page asks for a look. */
  readonly confidence: number
  readonly samples: readonly string[]
}

export interface Recognition {
  readonly shape: Shape
  readonly header: Header
  readonly titles: readonly string[]
  readonly columns: readonly ColumnMeaning[]
  readonly period: SheetPeriod
  /** Order of 01/02/2024 where some cell of the date columns settles it. */
  readonly shortOrder: 'dmy' | 'mdy' | null
}

/** Why a sheet is no ledger: a key under `finding.detail`. */
export type NotATable = 'no-header' | 'header-only' | 'nothing-to-count'

const PROFILE_ROWS = 1500

/**
 * Recognises header, columns, shape and period of one sheet, or says why it is no ledger. Guesses nothing it does not report.
 * `choices` overrule the meaning of single columns; the shape follows from all of them.
 */
export function recogniseSheet(table: RawTable, choices: ColumnChoices = {}): Recognition | NotATable {
  const header = recogniseHeader(table)
  if (!header) return 'no-header'
  const rows = dataRows(table, header)
  if (rows.length === 0) return 'header-only'
  const titles = titleTexts(table, header)
  const period = recognisePeriod(titles, table.sheet, table.file)
  const profiles = table.columns.map((_, i) => profileColumn(table, i, rows))
  const recognised = assignRoles(table, header, profiles, rows)
  const columns = overruled(recognised, choices)
  // A choice may leave nothing to count for the moment; the sheet stays, so that the choice can be taken back.
  const shape = shapeOf(columns) ?? shapeOf(recognised)
  return shape
    ? { shape, header, titles, columns, period, shortOrder: dateOrder(table, columns, rows) }
    : 'nothing-to-count'
}

/** A role that only one column can have passes to the chosen one. */
const SINGLE: ReadonlySet<Role> = new Set<Role>([
  'unit',
  'title',
  'number',
  'submittedOn',
  'adoptedOn',
  'status',
  'submittedCount',
  'rate',
  'period',
  'year',
])

function overruled(columns: readonly ColumnMeaning[], choices: ColumnChoices): ColumnMeaning[] {
  const taken = new Set(
    Object.values(choices)
      .map(({ role }) => role)
      .filter((role) => SINGLE.has(role)),
  )
  return columns.map((column) => {
    const choice = choices[column.index]
    if (!choice) return taken.has(column.role) ? { ...column, role: 'ignore' as const } : column
    const { role, outlet = null, target = false } = choice
    return { ...column, role, outlet, target, month: role === 'pair' ? column.month : null, confidence: 1 }
  })
}

function dataRows(table: RawTable, header: Header): number[] {
  const rows: number[] = []
  for (let row = header.firstDataRow; row < table.rows && rows.length < PROFILE_ROWS; row++) {
    if (isBlankRow(table, row)) continue
    // Rows of one text (sections, notes, merged headings) and totals say nothing about the columns.
    const filled = new Set(table.columns.map((column) => cellText(column, row).trim()).filter((text) => text !== ''))
      .size
    const labelled = table.columns.some((column) => totalLabel(cellText(column, row)) !== null)
    if (!labelled && (filled > 1 || table.columns.length === 1)) rows.push(row)
  }
  return rows
}

function titleTexts(table: RawTable, header: Header): string[] {
  const texts = new Set<string>()
  for (let row = 0; row < (header.rows[0] ?? 0); row++)
    for (const column of table.columns) {
      const text = cleanName(cellText(column, row))
      if (text) texts.add(text)
    }
  return [...texts]
}

function assignRoles(
  table: RawTable,
  header: Header,
  profiles: readonly ColumnProfile[],
  rows: readonly number[],
): ColumnMeaning[] {
  const concepts = table.columns.map((_, i) => headerConcept(header.texts[i] ?? ''))
  const has = (...names: Concept[]): boolean =>
    concepts.some((c, i) => c !== null && names.includes(c.concept) && profiles[i]!.filled > 0)
  const countWords = concepts.some(
    (c, i) =>
      c &&
      ['submittedCount', 'adoptedCount', 'rate', 'month'].includes(c.concept) &&
      profiles[i]!.numbers + profiles[i]!.percents + profiles[i]!.pairs > 0.5,
  )
  const titled = concepts.some(
    (c, i) => c?.concept === 'title' && profiles[i]!.numbers < 0.5 && profiles[i]!.filled >= profiles[i]!.rows * 0.5,
  )
  const dated = concepts.some(
    (c, i) =>
      c &&
      ((['date', 'submittedOn', 'adoptedOn'].includes(c.concept) && profiles[i]!.dates > 0.5) ||
        (['submittedOn', 'adoptedOn'].includes(c.concept) && profiles[i]!.dates + profiles[i]!.periods > 0.5)),
  )
  const itemLike =
    (titled && !(countWords && !dated && !has('adoptOutlet', 'outlet', 'targetOutlet', 'adoptFlag', 'status'))) ||
    (dated && !countWords) ||
    has('adoptFlag', 'status')
  const draft = table.columns.map((_, i) => {
    const text = header.texts[i] ?? ''
    const concept = concepts[i] ?? null
    const profile = profiles[i]!
    const resolved = concept
      ? resolve(concept.concept, profile, itemLike)
      : unknownColumn(text, profile, itemLike, has('adoptedCount'))
    const ownOutlet =
      concept?.concept === 'outletCount' ? (concept.outlet ?? text) : cleanName(text.split('/').slice(-1)[0] ?? '')
    const outlet =
      (concept?.concept === 'outletCount' || concept?.concept === 'outlet' || !concept) &&
      (resolved === 'tick' || resolved === 'adoptedCount')
        ? ownOutlet
        : null
    return {
      index: i,
      letters: columnLetters(i),
      header: text,
      role: resolved,
      outlet,
      month: concept?.month ?? null,
      target: concept?.concept === 'targetOutlet',
      confidence: concept
        ? concept.confidence
        : resolved === 'ignore'
          ? 1
          : outlet !== null && looksLikeOutlet(text)
            ? 0.8
            : 0.6,
      samples: profile.samples,
    }
  })
  return settle(table, draft, profiles, rows, itemLike)
}

/** The role of a known header, once the values of the column are seen. */
function resolve(concept: Concept, p: ColumnProfile, itemLike: boolean): Role {
  const numeric = p.numbers >= 0.8 && p.filled > 0
  switch (concept) {
    case 'submit':
      if (p.dates > 0.5 || p.periods > 0.5) return 'submittedOn'
      if (numeric && !itemLike) return 'submittedCount'
      return 'ignore'
    case 'submitFlag':
      return 'ignore'
    case 'adopt':
    case 'adoptFlag':
      if (p.dates > 0.5) return 'adoptedOn'
      if (!itemLike && numeric) return 'adoptedCount'
      if (p.filled === 0 || p.decisions >= 0.7) return 'status'
      return concept === 'adoptFlag' ? 'status' : 'outlets'
    case 'status':
      return p.filled > 0 && p.decisions < 0.3 ? 'outlets' : 'status'
    case 'outlet':
    case 'adoptOutlet':
    case 'targetOutlet':
      if (!itemLike && (numeric || (p.filled === 0 && concept === 'outlet'))) return 'adoptedCount'
      // «其他刊物» over ticks is an outlet of that name; «采用载体» over ticks says whether the item was adopted.
      if (p.filled > 0 && p.yesNo >= 0.95) return concept === 'outlet' ? 'tick' : 'status'
      return 'outlets'
    case 'outletCount':
      return itemLike ? (p.yesNo >= 0.8 || numeric || p.filled === 0 ? 'tick' : 'ignore') : 'adoptedCount'
    case 'month':
      return p.pairs > 0 || numeric ? 'pair' : 'ignore'
    case 'submittedCount':
      return itemLike && !numeric && p.dates > 0.5 ? 'submittedOn' : 'submittedCount'
    case 'adoptedCount':
      return itemLike
        ? p.decisions >= 0.7
          ? 'status'
          : p.filled > 0 && !numeric
            ? 'outlets'
            : 'rowTotal'
        : 'adoptedCount'
    case 'date':
      return 'submittedOn'
    case 'period':
      return p.dates > 0.5 ? 'submittedOn' : numeric && p.largest >= 1990 && p.largest < 2200 ? 'year' : 'period'
    case 'title':
      return numeric ? 'ignore' : 'title'
    default:
      return concept
  }
}

/** A header that no dictionary knows: an outlet's column where the values say so, else ignored. */
function unknownColumn(text: string, p: ColumnProfile, itemLike: boolean, hasAdopted: boolean): Role {
  if (text === '') return 'ignore'
  if (p.filled === 0) return looksLikeOutlet(text) ? (itemLike ? 'tick' : 'adoptedCount') : 'ignore'
  if (p.samples.some((sample) => sample.includes(LIST_MARK))) return 'outlets'
  if (/^是否/.test(text)) return 'ignore'
  if (itemLike) {
    if (p.yesNo < 0.95) return 'ignore'
    // A written «no» belongs to a yes/no question, not to a column of ticks.
    return looksLikeOutlet(text) || (p.largest <= 1 && !p.samples.some((sample) => /^[否无未没]/.test(sample)))
      ? 'tick'
      : 'ignore'
  }
  const numeric = p.numbers >= 0.8 && p.largest < 100_000
  return numeric && (looksLikeOutlet(text) || !hasAdopted) ? 'adoptedCount' : 'ignore'
}

type Draft = ColumnMeaning

/** Looks at all columns together: one unit, one title, one submission date; columns found by arithmetic; roles that exclude each other. */
function settle(
  table: RawTable,
  draft: readonly Draft[],
  profiles: readonly ColumnProfile[],
  rows: readonly number[],
  itemLike: boolean,
): ColumnMeaning[] {
  const columns = draft.map((column) => ({ ...column }))
  const first = (role: Role): Draft | undefined => columns.find((column) => column.role === role)
  const keepFirst = (role: Role, rank: (c: Draft) => number = (c) => -c.confidence): void => {
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
  keepFirst('status', (c) => (headerConcept(c.header)?.concept === 'status' ? 0 : 1) - c.confidence / 10)
  // The title of a unit table may be called 名称; a log without a known unit column takes the likeliest text column.
  if (!first('unit')) {
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
  } else keepFirst('unit')
  if (!itemLike) {
    inferByArithmetic(table, columns, profiles, rows)
    // 采用合计 beside the outlets it adds up is a check, not a further outlet.
    const perOutlet = columns.filter((c) => c.role === 'adoptedCount' && c.outlet !== null)
    const plain = columns.filter((c) => c.role === 'adoptedCount' && c.outlet === null)
    if (plain.length > 0) {
      const unknown = columns.filter(
        (c) =>
          c.role === 'ignore' &&
          headerConcept(c.header) === null &&
          c.header !== '' &&
          profiles[c.index]!.numbers >= 0.8,
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
    if (columns.some((c) => c.role === 'pair')) {
      for (const c of columns)
        if ((c.role === 'submittedCount' || c.role === 'adoptedCount') && c.month === null && c.outlet === null)
          c.role = 'rowTotal'
    }
    for (const role of ['submittedCount'] as const) keepFirst(role)
    const totals = columns.filter((c) => c.role === 'adoptedCount' && c.outlet === null)
    for (const extra of totals.slice(1)) extra.role = 'ignore'
  } else {
    for (const c of columns) if (c.role === 'pair' || c.role === 'submittedCount') c.role = 'ignore'
    // 单位 ticked beside other ticks is no unit; a second outlets column (target and adopting outlet) stays.
  }
  return columns
}

function isUnitLike(p: ColumnProfile, itemLike: boolean): boolean {
  if (p.filled < p.rows * 0.5 || p.numbers > 0.2 || p.dates > 0.2 || p.yesNo > 0.5 || p.averageLength > 16) return false
  return itemLike ? p.distinct < 0.6 : p.distinct > 0.5
}

/** Counted columns in words the dictionary lacks: if b ÷ a agrees with the printed rate on nearly every row, a is 报送 and b is 采用. */
function inferByArithmetic(
  table: RawTable,
  columns: Draft[],
  profiles: readonly ColumnProfile[],
  rows: readonly number[],
): void {
  const rate = columns.find((c) => c.role === 'rate')
  const submitted = columns.find((c) => c.role === 'submittedCount')
  const adopted = columns.find((c) => c.role === 'adoptedCount' && c.outlet === null)
  if (!rate || (submitted && adopted)) return
  const open = columns.filter(
    (c) =>
      profiles[c.index]!.numbers >= 0.8 && ['ignore', 'adoptedCount', 'submittedCount', 'rowTotal'].includes(c.role),
  )
  for (const a of submitted ? [submitted] : open) {
    for (const b of adopted ? [adopted] : open) {
      if (a === b) continue
      let agree = 0
      let told = 0
      for (const row of rows.slice(0, 200)) {
        const n = cleanCount(cellText(table.columns[a.index]!, row))
        const x = cleanCount(cellText(table.columns[b.index]!, row))
        const printed = cleanRate(cellText(table.columns[rate.index]!, row))
        if (n.kind !== 'number' || x.kind !== 'number' || !printed || n.value === 0) continue
        told++
        if (rateAgrees(printed, x.value, n.value)) agree++
      }
      if (told >= 2 && agree >= told * 0.8) {
        Object.assign(a, { role: 'submittedCount', outlet: null, confidence: Math.max(a.confidence, 0.7) })
        Object.assign(b, { role: 'adoptedCount', outlet: null, confidence: Math.max(b.confidence, 0.7) })
        return
      }
    }
  }
}

function sumsAgree(table: RawTable, parts: readonly Draft[], total: Draft, rows: readonly number[]): boolean {
  let agree = 0
  let told = 0
  for (const row of rows.slice(0, 200)) {
    const printed = cleanCount(cellText(table.columns[total.index]!, row))
    if (printed.kind !== 'number') continue
    const sum = parts.reduce((s, part) => {
      const count = cleanCount(cellText(table.columns[part.index]!, row))
      return s + (count.kind === 'number' ? count.value : 0)
    }, 0)
    told++
    if (sum === printed.value) agree++
  }
  return told > 0 && agree >= told * 0.8
}

function shapeOf(columns: readonly ColumnMeaning[]): Shape | null {
  const has = (role: Role): boolean => columns.some((column) => column.role === role)
  const counted = has('submittedCount') || has('pair') || columns.some((c) => c.role === 'adoptedCount')
  const itemRows = has('title') || has('status') || has('tick') || has('adoptedOn') || (has('submittedOn') && !counted)
  if (itemRows && !counted) {
    if (!has('unit') && !has('title') && !has('outlets')) return null
    if (has('tick')) return 'itemsByOutlet'
    return columns.some((c) => c.role === 'outlets' && c.target) ? 'itemsSent' : 'items'
  }
  if (counted) {
    if (!has('unit') && !has('outlets') && !has('period')) return null
    if (has('pair')) return 'countsByMonth'
    if (has('outlets') || columns.some((c) => c.role === 'adoptedCount' && c.outlet !== null)) return 'countsByOutlet'
    return has('score') ? 'scores' : 'counts'
  }
  return has('unit') && has('target') ? 'targets' : null
}

/** Day or month first in 01/02/2024: settled by any cell of the date columns whose day exceeds 12; null when cells contradict. */
function dateOrder(table: RawTable, columns: readonly ColumnMeaning[], rows: readonly number[]): 'dmy' | 'mdy' | null {
  let dmy = 0
  let mdy = 0
  for (const column of columns) {
    if (column.role !== 'submittedOn' && column.role !== 'adoptedOn') continue
    for (const row of rows) {
      const date = cleanDate(cellText(table.columns[column.index]!, row))
      if ('span' in date && date.dayFirstOrder !== undefined) date.dayFirstOrder ? dmy++ : mdy++
    }
  }
  return dmy > 0 && mdy === 0 ? 'dmy' : mdy > 0 && dmy === 0 ? 'mdy' : null
}
