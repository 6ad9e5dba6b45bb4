import type { Shape } from '../../model/balance'
import type { SheetChoices } from '../../model/choices'
import type { ColumnChoices, Role } from '../../model/column'
import { cleanDate } from '../clean/cleanDate'
import { cleanName } from '../clean/cleanText'
import { totalLabel } from '../clean/totalLabel'
import { cellText } from '../read/rawColumn'
import { isBlankRow, type RawTable } from '../read/rawTable'
import { assignRoles } from './assignRoles'
import type { ColumnMeaning } from './columnMeaning'
import { firstBand, inAllBands, inFirstBand } from './bandRoles'
import { type Band, foldedBands } from './foldedBands'
import { profileColumn } from './columnProfile'
import { type Header, headerAt, recogniseHeader } from './recogniseHeader'
import { recognisePeriod, type SheetPeriod } from './recognisePeriod'
import { monthsSpan } from '../../time/calendar'
import { sameMonths } from './headerMonths'
import { type TitleSpeaksOf, titleSpeaksOf } from './titleSpeaksOf'
import { shapeOf } from './sheetShape'

export interface Recognition {
  readonly shape: Shape
  readonly header: Header
  readonly titles: readonly string[]
  /** One a column of the sheet, in whatever band it stands. */
  readonly columns: readonly ColumnMeaning[]
  /** The tables that stand side by side, from left to right; null for an ordinary sheet. */
  readonly bands: readonly Band[] | null
  /** Of a table that was unfolded for cleaning: the rows in which its further bands begin. */
  readonly bandRows?: readonly number[]
  readonly period: SheetPeriod
  /** What its titles speak of, for numbers whose headers do not say it. */
  readonly speaks: TitleSpeaksOf
  /** Order of 01/02/2024 where some cell of the date columns settles it. */
  readonly shortOrder: 'dmy' | 'mdy' | null
}

/** Why a sheet is no ledger: a key under `finding.detail`. */
export type NotATable = 'no-header' | 'header-only' | 'nothing-to-count'

const PROFILE_ROWS = 1500

/**
 * Recognises header, columns, shape and period of one sheet, or says why it is no ledger. Guesses nothing it does not report.
 * `choices` overrule the header, what the rows are and the meaning of single columns; the shape follows from all of them.
 * Header and titles are read from `edited`, the table with a person's corrections; what the columns mean is told by the cells as they
 * were read, so that correcting one cell of the data changes that cell and never the meaning of a column.
 */
export function recogniseSheet(
  table: RawTable,
  choices: SheetChoices = {},
  edited: RawTable = table,
): Recognition | NotATable {
  const header = headerOf(edited, choices)
  if (!header) return 'no-header'
  const bands = foldedBands(header.texts)
  const own = bands ? firstBand(table, header, bands[0]!) : { table, header }
  const rows = dataRows(own.table, header)
  if (rows.length === 0) return 'header-only'
  const titles = titleTexts(edited, header)
  const profiles = own.table.columns.map((_, i) => profileColumn(own.table, i, rows, choices.vocabulary))
  const speaks = titleSpeaksOf([titles, [table.sheet ?? ''], [table.file]])
  const told = assignRoles(own.table, own.header, profiles, rows, { rowsAre: choices.rowsAre ?? null, speaks })
  const chosen = overruled(told, bands ? inFirstBand(choices.columns ?? {}, bands) : (choices.columns ?? {}))
  const period = narrowed(recognisePeriod(titles, table.sheet, table.file), chosen)
  const columns = bands ? inAllBands(table, header, bands, chosen) : chosen
  // A choice may leave nothing to count for the moment; the sheet stays, so that the choice can be taken back.
  const shape = shapeOf(columns, choices.rowsAre) ?? shapeOf(columns) ?? shapeOf(told)
  return shape
    ? { shape, header, titles, columns, bands, period, speaks, shortOrder: dateOrder(table, columns, rows) }
    : 'nothing-to-count'
}

/** The header that a person named, else the best known one; null without any. */
export function headerOf(table: RawTable, choices: SheetChoices = {}): Header | null {
  return headerAt(table, choices.headerRows ?? []) ?? recogniseHeader(table)
}

/** «上半年报送数» in a table of which only the year is known: the numbers are those of the half-year. */
function narrowed(period: SheetPeriod, columns: readonly ColumnMeaning[]): SheetPeriod {
  const counts = columns.filter(({ role }) => role === 'submittedCount' || role === 'adoptedCount')
  const months = counts[0]?.months
  const year = months?.year ?? period.year
  if (!months || year === null || counts.some((c) => c.months === null || !sameMonths(c.months, months))) return period
  const span = monthsSpan(year, months.first, months.last)
  const within = !period.span || (period.span.from <= span.from && period.span.to >= span.to)
  return within ? { ...period, span, year } : period
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
    return {
      ...column,
      role,
      outlet,
      target,
      months: role === 'pair' || role === 'rowTotal' ? column.months : null,
      confidence: 1,
    }
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
