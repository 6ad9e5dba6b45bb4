import { chineseNumber } from '../clean/chineseNumber'

/** Months (first and last, from 1) that a header names, and their year where it says so. */
export interface HeaderMonths {
  readonly year: number | null
  readonly first: number
  readonly last: number
}

const NUMBER = '(?:[一二三四五六七八九十]{1,2}|\\d{1,2})'
const YEAR = '(?:((?:19|20)\\d{2}|[〇○零一二三四五六七八九]{4})年(?:度)?)'
const RANGE = `(${NUMBER})月?(?:份)?[-—–~至到](${NUMBER})月(?:份)?`
const PART = `(${NUMBER})月(?:份)?|(?:第)?([一二三四1-4])季度?|([上下])半年`
const ANYWHERE = new RegExp(`${YEAR}?(?:${RANGE}|(?<![-—–~至到\\d一二三四五六七八九十])(?:${PART}))`)
const LEADING = new RegExp(`^(?:${YEAR}?(?:${RANGE}|${PART})|${YEAR})`)

/** The months that a header names: «1-3月累计», «3月任务», «第一季度», «2024年上半年»; null for «月任务» and «季度任务». */
export function headerMonths(header: string): HeaderMonths | null {
  const m = ANYWHERE.exec(folded(header))
  return m ? monthsOf(m) : null
}

/** A header that begins with a period, and what stands behind it: «1月报送», «2024年上半年采用», «2023年». null for any other. */
export function leadingMonths(header: string): { readonly months: HeaderMonths; readonly rest: string } | null {
  const text = folded(header)
  const m = LEADING.exec(text)
  const months = m && monthsOf(m)
  return months ? { months, rest: text.slice(m[0].length) } : null
}

/** Whether the months lie among the other ones and are fewer. */
export function isPartOf(part: HeaderMonths, whole: HeaderMonths): boolean {
  if (part.year !== whole.year) return false
  return part.first >= whole.first && part.last <= whole.last && part.last - part.first < whole.last - whole.first
}

export function sameMonths(a: HeaderMonths, b: HeaderMonths): boolean {
  return a.year === b.year && a.first === b.first && a.last === b.last
}

function folded(header: string): string {
  return header.normalize('NFKC').replace(/[\s_]+/g, '')
}

function monthsOf(m: RegExpExecArray): HeaderMonths | null {
  const written = m[1] ?? m[7]
  const year = written ? chineseNumber(written) : null
  if (m[2]) return checked(year, chineseNumber(m[2]), chineseNumber(m[3]!))
  if (m[6]) return m[6] === '上' ? checked(year, 1, 6) : checked(year, 7, 12)
  const index = chineseNumber(m[4] ?? m[5] ?? '')
  if (m[4]) return checked(year, index, index)
  if (m[5]) return index === null ? null : checked(year, index * 3 - 2, index * 3)
  return checked(year, 1, 12)
}

function checked(year: number | null, first: number | null, last: number | null): HeaderMonths | null {
  return first !== null && last !== null && first >= 1 && first <= last && last <= 12 ? { year, first, last } : null
}
