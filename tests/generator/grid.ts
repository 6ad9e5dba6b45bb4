import { addDays, daysFrom } from './days'
import type { Random } from './random'
import { linesOf, type Merge, type Sheet } from './sheet'

/** How the cells of a workbook were typed: all as text, counts as numbers, or days, shares and «1,234» as well. */
export type Typing = 'texts' | 'numbers' | 'values'
export const TYPINGS: readonly Typing[] = ['texts', 'numbers', 'values']

/** What a cell of a workbook holds: a text, or a number with the format that shows it. */
export interface TypedCell {
  text: string
  value: number | null
  format: string
}

/** A sheet as a workbook holds it; merges count from its first row. */
export interface Grid {
  tab: string
  rows: TypedCell[][]
  merges: Merge[]
}

const GENERAL = 'General'

/** What a spreadsheet makes of a text that a person types. Leading zeros are kept, as clerks format such columns as text. */
export function typed(text: string, typing: Typing): TypedCell {
  const number = (value: number, format = GENERAL): TypedCell => ({ text, value, format })
  if (typing === 'texts' || text === '') return { text, value: null, format: GENERAL }
  if (/^(0|[1-9]\d{0,8})$/.test(text)) return number(Number(text))
  if (typing === 'numbers') return { text, value: null, format: GENERAL }
  if (/^[1-9]\d{0,2},\d{3}$/.test(text)) return number(Number(text.replace(',', '')), '#,##0')
  const share = /^(\d{1,3})(?:\.(\d{1,2}))?%$/.exec(text)
  if (share) {
    const digits = share[2] ?? ''
    const scaled = Number(`${share[1] ?? ''}${digits}`) / 10 ** (2 + digits.length)
    return number(scaled, digits === '' ? '0%' : `0.${'0'.repeat(digits.length)}%`)
  }
  const day = /^(20\d\d)([-/])(\d{1,2})\2(\d{1,2})$/.exec(text)
  if (day) {
    const [, year = '', mark = '', month = '', date = ''] = day
    const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    const serial = daysFrom('1899-12-30', iso)
    // A spreadsheet leaves 2024-02-30 as text.
    if (Number.isNaN(serial) || addDays('1899-12-30', serial) !== iso) return { text, value: null, format: GENERAL }
    return number(serial, mark === '-' ? (/-0|-1\d-/.test(text) ? 'yyyy-mm-dd' : 'yyyy-m-d') : 'yyyy/m/d')
  }
  return { text, value: null, format: GENERAL }
}

export function gridOf(sheet: Sheet, typing: Typing, random: Random | null = null): Grid {
  const lines = linesOf(sheet)
  const top = sheet.preamble.length
  const width = sheet.header.length
  const merges = sheet.merges.map((merge) => ({ ...merge, row: merge.row + top }))
  // A title is drawn across its table, and so is a heading between rows.
  if (random?.chance(0.5) && width > 1) {
    sheet.preamble.forEach((text, row) => text !== '' && merges.push({ row, column: 0, rows: 1, columns: width }))
    const first = top + sheet.above.length + 1
    sheet.rows.forEach(({ kind }, at) => {
      if (kind === 'section') merges.push({ row: first + at, column: 0, rows: 1, columns: width })
    })
  }
  return { tab: sheet.tab, rows: lines.map((cells) => cells.map((cell) => typed(cell, typing))), merges }
}
