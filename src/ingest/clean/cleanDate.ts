import type { Span } from '../../model/period'
import { monthsSpan, spanOf } from '../../time/calendar'
import { dayOf } from '../../time/day'
import { chineseNumber } from './chineseNumber'

export type DateProblem = 'date-invalid' | 'date-masked' | 'date-ambiguous' | 'year-missing'

/**
 * What a date cell says. `span` is one day for a date, a longer range for a month, quarter or half-year.
 * `yearAssumed`: the year came from the sheet (`defaultYear`), not from the cell.
 */
export type CleanedDate =
  | { readonly span: Span; readonly yearAssumed: boolean; readonly dayFirstOrder?: boolean }
  | { readonly problem: DateProblem }

export interface DateContext {
  /** Year of the sheet, for «3月5日»; null when nothing says it. */
  readonly defaultYear: number | null
  /** Epoch of bare serial numbers; null when the column is no place for serials. */
  readonly serials: '1900' | '1904' | null
  /** Order of 01/02/2024 where other cells of the column settle it. */
  readonly shortOrder: 'dmy' | 'mdy' | null
}

/** The context in which only self-explaining dates are read. */
export const PLAIN_DATE: DateContext = { defaultYear: null, serials: null, shortOrder: null }

const INVALID: CleanedDate = { problem: 'date-invalid' }
const CN = '[〇○零OoＯ一二三四五六七八九十廿\\d]'
const CN_DATE = new RegExp(`^(?:(${CN}{2,4})年(?:度)?)?(${CN}{1,3})月(?:份)?(?:(${CN}{1,4})[日号]?)?$`)
/** A time of day, with seconds, zone or Chinese words, after a date: dropped, since facts are whole days as written. */
const TIME_OF_DAY =
  /[T\s]+(?:上午|下午|凌晨|晚上|中午)?\s*\d{1,2}[:时点]\d{0,2}(?:[:分]\d{0,2}(?:\.\d+)?秒?)?\s*(?:am|pm)?(?:z|[+-]\d{2}:?\d{2})?$/i
const WEEKDAY = /[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?$/

/**
 * Reads one date or period cell, strictly: all forms of DOMAIN.md §3, nothing loose (45000 is a serial only in a date column,
 * 2024-02-30 does not exist, 201*年 is masked). Blank cells are the caller's business.
 */
export function cleanDate(text: string, context: DateContext = PLAIN_DATE): CleanedDate {
  const folded = text.normalize('NFKC').trim().replace(WEEKDAY, '').trim()
  if (/[*×?？□■xX]/.test(folded) && /\d/.test(folded)) return { problem: 'date-masked' }
  const dated = folded.replace(TIME_OF_DAY, '')
  const compact = dated.replace(/\s+/g, '')
  return (
    numericDate(compact, context) ??
    chineseDate(compact, context) ??
    periodExpression(compact, context.defaultYear) ??
    INVALID
  )
}

function oneDay(year: number, month: number, dayOfMonth: number, yearAssumed = false): CleanedDate {
  const day = dayOf(year, month, dayOfMonth)
  return day === null ? INVALID : { span: { from: day, to: day + 1 }, yearAssumed }
}

function oneMonth(year: number, month: number, yearAssumed = false): CleanedDate {
  return year >= 1900 && year < 2199 && month >= 1 && month <= 12
    ? { span: spanOf('month', year, month), yearAssumed }
    : INVALID
}

/** 24 → 2024, 98 → 1998: two-digit years up to 69 belong to this century, as in spreadsheets since 2010. */
function fullYear(year: number): number {
  return year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year
}

function numericDate(text: string, context: DateContext): CleanedDate | null {
  let m = /^(\d{4}|\d{2})([-./])(\d{1,2})\2(\d{1,2})[.日]?$/.exec(text)
  // 24.3.5 and 2024/3/5, but not 05/02/24-like triples, whose first part could be a day.
  if (m && (m[1]!.length === 4 || m[2] !== '/' || Number(m[1]) > 31))
    return oneDay(fullYear(Number(m[1])), Number(m[3]), Number(m[4]))
  m = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})[.日]?$/.exec(text)
  if (m) return oneDay(Number(m[1]), Number(m[2]), Number(m[3]))
  m = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/.exec(text)
  if (m) return oneDay(Number(m[1]), Number(m[2]), Number(m[3]))
  m = /^(\d{4})[-./](\d{1,2})$/.exec(text)
  if (m) return oneMonth(Number(m[1]), Number(m[2]))
  m = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/.exec(text)
  if (m) return oneMonth(Number(m[1]), Number(m[2]))
  m = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2})$/.exec(text)
  if (m) return shortDate(Number(m[1]), Number(m[2]), fullYear(Number(m[3])), context.shortOrder)
  m = /^(\d{1,2})[-./](\d{1,2})$/.exec(text)
  if (m)
    return context.defaultYear === null
      ? { problem: 'year-missing' }
      : oneDay(context.defaultYear, Number(m[1]), Number(m[2]), true)
  if (context.serials && /^\d{5}(?:\.\d+)?$/.test(text)) return serialDate(Math.floor(Number(text)), context.serials)
  return null
}

/** 01/02/2024: day or month first? Told only where one of them exceeds 12, or where the column has settled it. */
function shortDate(a: number, b: number, year: number, order: 'dmy' | 'mdy' | null): CleanedDate {
  if (a > 12 && b <= 12)
    return {
      ...(oneDay(year, b, a) as { span: Span; yearAssumed: boolean }),
      ...(dayOf(year, b, a) !== null && { dayFirstOrder: true }),
    }
  if (b > 12 && a <= 12)
    return {
      ...(oneDay(year, a, b) as { span: Span; yearAssumed: boolean }),
      ...(dayOf(year, a, b) !== null && { dayFirstOrder: false }),
    }
  if (a === b) return oneDay(year, a, b)
  if (order === null) return a <= 12 && b <= 12 ? { problem: 'date-ambiguous' } : INVALID
  return order === 'dmy' ? oneDay(year, b, a) : oneDay(year, a, b)
}

/** Excel serials. 1900: day 25569 is 1970-01-01 (the phantom 1900-02-29 matters only below 61, outside the window). 1904: 1462 days later. */
function serialDate(serial: number, epoch: '1900' | '1904'): CleanedDate {
  const day = serial - 25_569 + (epoch === '1904' ? 1_462 : 0)
  return day < dayOf(1990, 1, 1)! || day >= dayOf(2060, 1, 1)!
    ? INVALID
    : { span: { from: day, to: day + 1 }, yearAssumed: false }
}

function chineseDate(text: string, context: DateContext): CleanedDate | null {
  const m = CN_DATE.exec(text.replace(/[,，]/g, ''))
  if (!m) return null
  const month = chineseNumber(m[2]!)
  const year = m[1] ? chineseNumber(m[1]) : context.defaultYear
  if (m[1] && year === null) return INVALID
  if (year === null) return { problem: 'year-missing' }
  if (month === null) return INVALID
  const assumed = !m[1]
  if (!m[3]) return oneMonth(fullYear(year), month, assumed)
  const dayOfMonth = chineseNumber(m[3].replace(/^廿/, '二十'))
  return dayOfMonth === null ? INVALID : oneDay(fullYear(year), month, dayOfMonth, assumed)
}

const YEAR = `(?:(${CN}{4}|\\d{2})年?(?:度)?)?`
const QUARTER = new RegExp(`^${YEAR}(?:第)?([一二三四1-4])季度?$`)
const QUARTER_LATIN = /^(\d{4})[-年/.]?[Qq]([1-4])$/
const HALF = new RegExp(`^${YEAR}(上|下|前|后|第一|第二|一|二)(?:个)?半年?$`)
const HALF_LATIN = /^(\d{4})[-年/.]?[Hh]([12])$/
const MONTHS_RANGE = new RegExp(`^${YEAR}(${CN}{1,3})月?(?:份)?[-—–－~～至到]+(${CN}{1,3})月(?:份)?$`)
const WHOLE_YEAR = new RegExp(`^(${CN}{4})(?:年|年度|全年|年全年)$`)
const BARE_YEAR = /^((?:19|20)\d{2})$/
const DAYS_RANGE = /^(.*\d[日号]?)[-—–－~～至到]+(.*\d[日号]?)$/

/**
 * A period written in words: 2024年第三季度, 三季度, 上半年, 1—2月份, 2024年3月, 2024年, 2024Q3, 2024年1月1日至2024年3月9日.
 * null when the text is no period; `year-missing` when only the year is lacking.
 */
export function periodExpression(text: string, defaultYear: number | null): CleanedDate | null {
  const yearOf = (part: string | undefined): number | null | undefined => {
    if (!part) return defaultYear
    const year = chineseNumber(part)
    return year === null ? undefined : fullYear(year)
  }
  const build = (part: string | undefined, make: (year: number) => Span): CleanedDate => {
    const year = yearOf(part)
    if (year === undefined) return INVALID
    if (year === null) return { problem: 'year-missing' }
    return year >= 1900 && year < 2199 ? { span: make(year), yearAssumed: !part } : INVALID
  }
  let m = QUARTER.exec(text) ?? QUARTER_LATIN.exec(text)
  if (m) return build(m[1], (year) => spanOf('quarter', year, chineseNumber(m![2]!)!))
  m = HALF_LATIN.exec(text)
  if (m) return build(m[1], (year) => spanOf('halfYear', year, Number(m![2])))
  m = HALF.exec(text)
  if (m) return build(m[1], (year) => spanOf('halfYear', year, /^(上|前|第一|一)$/.test(m![2]!) ? 1 : 2))
  m = MONTHS_RANGE.exec(text)
  if (m) {
    const first = chineseNumber(m[2]!)
    const last = chineseNumber(m[3]!)
    if (first === null || last === null || first < 1 || last > 12 || first > last) return INVALID
    return build(m[1], (year) => monthsSpan(year, first, last))
  }
  m = WHOLE_YEAR.exec(text) ?? BARE_YEAR.exec(text)
  if (m) return build(m[1], (year) => spanOf('year', year, 1))
  m = DAYS_RANGE.exec(text)
  return m ? dayRange(m[1]!, m[2]!, defaultYear) : null
}

/** «2024年1月1日至3月9日»: both ends included; an end without a year takes the year of the start. */
function dayRange(first: string, last: string, defaultYear: number | null): CleanedDate | null {
  const context = { ...PLAIN_DATE, defaultYear }
  const from = numericDate(first, context) ?? chineseDate(first, context)
  if (!from || !('span' in from)) return null
  const startYear = Number(/^\d{4}/.exec(first)?.[0] ?? defaultYear ?? NaN)
  const lastContext = { ...PLAIN_DATE, defaultYear: Number.isNaN(startYear) ? defaultYear : startYear }
  const to = numericDate(last, lastContext) ?? chineseDate(last, lastContext)
  if (!to || !('span' in to)) return null
  return from.span.from < to.span.to
    ? { span: { from: from.span.from, to: to.span.to }, yearAssumed: from.yearAssumed }
    : INVALID
}
