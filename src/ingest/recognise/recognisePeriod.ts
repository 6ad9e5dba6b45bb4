import type { Span } from '../../model/period'
import { chineseNumber } from '../clean/chineseNumber'
import { periodExpression } from '../clean/cleanDate'

export interface SheetPeriod {
  /** The period the sheet as a whole speaks of; null when nothing says it. */
  readonly span: Span | null
  /** Year for dates without one; null when nothing, or more than one year, is named. */
  readonly year: number | null
  /** Where the year stands: title rows, sheet name or file name; null without a year. */
  readonly yearFrom: 'title' | 'sheet' | 'file' | 'choice' | null
}

const DIGIT = '[〇○零一二三四五六七八九\\d]'
const YEAR_MARKED = new RegExp(`(${DIGIT}{4})(?=年)`, 'g')
const YEAR_BARE = /(?<!\d)((?:19|20)\d{2})(?!\d)/g
const YEAR_IN_RUN = /(?<!\d)((?:19|20)\d{2})(?=(?:0[1-9]|1[0-2])(?!\d))/g
const PARTS: readonly RegExp[] = [
  new RegExp(`(?:(${DIGIT}{4})年(?:度)?)?(?:第)?([一二三四1-4])季度`),
  new RegExp(`(?:(${DIGIT}{4})年(?:度)?)?[上下]半年`),
  new RegExp(`(?:(${DIGIT}{4})年)?\\d{1,2}月\\d{1,2}[日号][-—–－~～至到](?:(${DIGIT}{4})年)?\\d{1,2}月\\d{1,2}[日号]`),
  new RegExp(`(?:(${DIGIT}{4})年)?\\d{1,2}月?(?:份)?[-—–－~～至到]\\d{1,2}月(?:份)?(?!\\d{1,2}[日号])`),
  new RegExp(
    `(?:(${DIGIT}{4})年)?[一二三四五六七八九十]{1,2}(?:月份?)?[-—–－~～至到][一二三四五六七八九十]{1,2}月(?:份)?`,
  ),
  new RegExp(
    `(?:(${DIGIT}{4})年)?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?(?!\\d{1,2}[日号]|[一二三四五六七八九十]{1,3}[日号])`,
  ),
  /(?:19|20)\d{2}[Qq][1-4]/,
  /(?:19|20)\d{2}[Hh][12]/,
  /(?<!\d)(?:19|20)\d{2}[-._/](?:1[0-2]|0?[1-9])(?![-._/\d])/,
  /(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?!\d)/,
]

/**
 * The period and year a sheet speaks of, from its title rows, its name and its file's name, in this order.
 * «2024年第三季度» gives both; «三月» in the sheet's name takes the year of the title or the file. A signature date gives no period.
 */
export function recognisePeriod(titles: readonly string[], sheet: string | null, file: string): SheetPeriod {
  const sources: readonly (readonly ['title' | 'sheet' | 'file', string])[] = [
    ...titles.map((title) => ['title', title] as const),
    ...(sheet ? [['sheet', sheet] as const] : []),
    ['file', file.replace(/\.[^.]*$/, '')],
  ]
  let year: number | null = null
  let yearFrom: SheetPeriod['yearFrom'] = null
  for (const [from, text] of sources) {
    const years = yearsIn(text)
    if (years.length !== 1) continue
    year = years[0]!
    yearFrom = from
    break
  }
  let span: Span | null = null
  for (const [, text] of sources) {
    span = periodIn(text, year)
    if (span) break
  }
  if (!span && year !== null) {
    const whole = periodExpression(`${year}年`, null)
    span = whole && 'span' in whole ? whole.span : null
  }
  return { span, year, yearFrom }
}

function yearsIn(text: string): number[] {
  const folded = text.normalize('NFKC').replace(/\s+/g, '')
  const years = new Set<number>()
  for (const m of folded.matchAll(YEAR_MARKED)) {
    const year = chineseNumber(m[1]!)
    if (year !== null) years.add(year)
  }
  for (const pattern of [YEAR_BARE, YEAR_IN_RUN]) for (const m of folded.matchAll(pattern)) years.add(Number(m[1]))
  return [...years].filter((year) => year >= 1990 && year < 2100)
}

function periodIn(text: string, year: number | null): Span | null {
  const folded = text.normalize('NFKC').replace(/\s+/g, '')
  for (const pattern of PARTS) {
    const m = pattern.exec(folded)
    if (!m) continue
    const found = periodExpression(m[0].replace(/_/g, '-'), year) ?? periodExpression(numericMonth(m[0]), year)
    if (found && 'span' in found) return found.span
    const month = monthOnly(m[0], year)
    if (month) return month
  }
  return null
}

/** 2024-03, 202403, 2024_3 → 2024年3月-3月, a range of one month that periodExpression knows. */
function numericMonth(text: string): string {
  const m = /^((?:19|20)\d{2})[-._/]?(\d{1,2})$/.exec(text)
  return m ? `${m[1]}年${Number(m[2])}-${Number(m[2])}月` : text
}

function monthOnly(text: string, year: number | null): Span | null {
  const m = new RegExp(`^(?:(${DIGIT}{4})年)?(.{1,3}?)月(?:份)?$`).exec(text)
  if (!m) return null
  const month = chineseNumber(m[2]!)
  if (month === null) return null
  const own = m[1] ? chineseNumber(m[1]) : year
  if (own === null) return null
  const found = periodExpression(`${own}年${month}-${month}月`, null)
  return found && 'span' in found ? found.span : null
}
