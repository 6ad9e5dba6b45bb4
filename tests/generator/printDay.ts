import { daysFrom, partsOf, type Day } from './days'
import type { Random } from './random'

const DAY_STYLES = [
  'iso',
  'loose',
  'slash',
  'dot',
  'shortYear',
  'han',
  'hanPadded',
  'compact',
  'numerals',
  'serial',
  'time',
  'fullWidth',
  'monthDay',
] as const
export type DayStyle = (typeof DAY_STYLES)[number]

const pad = (value: number) => String(value).padStart(2, '0')

function hanBelowHundred(value: number): string {
  const digits = '零一二三四五六七八九'
  const tens = Math.floor(value / 10)
  const ones = value % 10
  return (tens > 1 ? digits[tens] : '') + (tens > 0 ? '十' : '') + (ones > 0 ? digits[ones] : '')
}

function hanNumerals(day: Day, zero: string): string {
  const { year, month, day: date } = partsOf(day)
  const years = [...String(year)]
    .map((digit) => (digit === '0' ? zero : '零一二三四五六七八九'[Number(digit)]))
    .join('')
  return `${years}年${hanBelowHundred(month)}月${hanBelowHundred(date)}日`
}

function toFullWidth(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}

/** Prints a day the way one clerk would. */
export function printDay(random: Random, day: Day, style: DayStyle): string {
  const { year, month, day: date } = partsOf(day)
  switch (style) {
    case 'iso':
      return day
    case 'loose':
      return `${year}-${month}-${date}`
    case 'slash':
      return `${year}/${month}/${date}`
    case 'dot':
      return `${year}.${month}.${date}`
    case 'shortYear':
      return `${year % 100}.${month}.${date}`
    case 'han':
      return `${year}年${month}月${date}日`
    case 'hanPadded':
      return `${year}年${pad(month)}月${pad(date)}日`
    case 'compact':
      return `${year}${pad(month)}${pad(date)}`
    case 'numerals':
      return hanNumerals(day, random.pick(['〇', '○', 'O', '零']))
    case 'serial':
      return String(daysFrom('1899-12-30', day))
    case 'time':
      return random.pick([
        `${day} ${pad(random.int(0, 23))}:${pad(random.int(0, 59))}`,
        `${year}/${month}/${date} ${random.int(0, 23)}:${pad(random.int(0, 59))}:${pad(random.int(0, 59))}`,
        `${year}年${month}月${date}日 ${random.int(8, 18)}:${pad(random.int(0, 59))}`,
        `${day}T23:59:59`,
      ])
    case 'fullWidth':
      return toFullWidth(random.pick([`${year}年${month}月${date}日`, day]))
    case 'monthDay':
      return `${month}月${date}日`
  }
}

/** One style for the whole column, or all of them mixed. Serial numbers never mix: a clerk would not know them again. */
export function dayStylesOf(random: Random, yearStandsElsewhere: boolean): DayStyle[] {
  if (yearStandsElsewhere) return random.pick([['monthDay'], ['monthDay', 'iso', 'han'], ['monthDay']])
  const withYear = DAY_STYLES.filter((style) => style !== 'monthDay' && style !== 'serial')
  if (random.chance(0.35)) return withYear
  return [random.pick([...withYear, 'serial' as const])]
}
