import { chineseNumber } from '../clean/chineseNumber'

const NUMBER = '(?:[一二三四五六七八九十]{1,2}|\\d{1,2})'
const RANGE = new RegExp(`(${NUMBER})月?(?:份)?[-—–~～至到](${NUMBER})月`)
const PART = new RegExp(`(?<![-—–~～至到\\d一二三四五六七八九十])(?:(${NUMBER})月|([一二三四1-4])季度?|([上下])半年)`)

/** The months (first and last, from 1) that a header names: «1-3月累计», «3月任务», «第一季度», «上半年»; null for «月任务» and «季度任务». */
export function headerMonths(header: string): { readonly first: number; readonly last: number } | null {
  const text = header.normalize('NFKC').replace(/\s+/g, '')
  const range = RANGE.exec(text)
  if (range) return months(chineseNumber(range[1]!), chineseNumber(range[2]!))
  const part = PART.exec(text)
  if (!part) return null
  if (part[3]) return part[3] === '上' ? months(1, 6) : months(7, 12)
  const index = chineseNumber((part[1] ?? part[2])!)
  if (index === null) return null
  return part[1] ? months(index, index) : months(index * 3 - 2, index * 3)
}

function months(first: number | null, last: number | null): { first: number; last: number } | null {
  return first !== null && last !== null && first >= 1 && first <= last && last <= 12 ? { first, last } : null
}
