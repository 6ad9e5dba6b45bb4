/** Plain days as «YYYY-MM-DD», counted in UTC so that no time zone of the machine can move one. */
export type Day = string

/** A run of days, both ends included. A submission has one day; a counted row has its period. */
export interface Span {
  first: Day
  last: Day
}

const MS_PER_DAY = 86400000

function toDay(year: number, month: number, day: number): Day {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * MS_PER_DAY).toISOString().slice(0, 10)
}

export function daysFrom(first: Day, last: Day): number {
  return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / MS_PER_DAY)
}

export function partsOf(day: Day): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

export function oneDay(day: Day): Span {
  return { first: day, last: day }
}

/** All days from the first of `fromMonth` to the end of `toMonth`. */
export function monthsSpan(year: number, fromMonth: number, toMonth: number): Span {
  return { first: toDay(year, fromMonth, 1), last: addDays(toDay(year, toMonth + 1, 1), -1) }
}

/** The buckets that hold the whole span, or null where it reaches over an edge. */
export function bucketsOf(span: Span): { month: string | null; quarter: string | null; half: string | null } {
  const month = (day: Day) => day.slice(0, 7)
  const quarter = (day: Day) => `${day.slice(0, 4)}Q${Math.ceil(partsOf(day).month / 3)}`
  const half = (day: Day) => `${day.slice(0, 4)}H${partsOf(day).month <= 6 ? 1 : 2}`
  const same = (name: (day: Day) => string) => (name(span.first) === name(span.last) ? name(span.first) : null)
  return { month: same(month), quarter: same(quarter), half: same(half) }
}
