import { monthsSpan, partsOf, type Span } from './days'
import type { Random } from './random'

export interface Period {
  kind: 'month' | 'twoMonths' | 'quarter' | 'half' | 'year'
  year: number
  from: number
  to: number
}

export function spanOf(period: Period): Span {
  return monthsSpan(period.year, period.from, period.to)
}

export function randomPeriod(random: Random, kinds: readonly Period['kind'][]): Period {
  const kind = random.pick(kinds)
  const year = random.int(2021, 2025)
  if (kind === 'month') {
    const month = random.int(1, 12)
    return { kind, year, from: month, to: month }
  }
  if (kind === 'twoMonths') return { kind, year, from: 1, to: 2 }
  if (kind === 'quarter') {
    const from = random.pick([1, 4, 7, 10])
    return { kind, year, from, to: from + 2 }
  }
  if (kind === 'half') {
    const from = random.pick([1, 7])
    return { kind, year, from, to: from + 5 }
  }
  return { kind, year, from: 1, to: 12 }
}

/** The words for a period in a title or a file name. */
export function printPeriod(random: Random, period: Period): string {
  const { kind, year, from, to } = period
  const word = '一二三四'[Math.ceil(from / 3) - 1] ?? ''
  switch (kind) {
    case 'month':
      return random.pick([`${year}年${from}月`, `${year}年${from}月份`])
    case 'twoMonths':
      return random.pick([`${year}年1—2月份`, `${year}年1-2月`])
    case 'quarter':
      return random.pick([
        `${year}年第${word}季度`,
        `${year}年${word}季度`,
        `${year}年${from}-${to}月`,
        `${year}年${from}—${to}月份`,
      ])
    case 'half':
      return random.pick([`${year}年${from === 1 ? '上' : '下'}半年`, `${year}年${from}-${to}月`])
    case 'year':
      return random.pick([`${year}年`, `${year}年度`, `${year}年全年`])
  }
}

/** Month names without a year, for tables whose title has it. */
export function printMonth(random: Random, span: Span, withYear: boolean): string {
  const { year, month } = partsOf(span.first)
  if (!withYear) return `${month}月`
  return random.pick([`${year}年${month}月`, `${year}-${String(month).padStart(2, '0')}`])
}
