import { CALENDAR_YEAR, type Day, type Span } from '../model/period'
import { kindOfSpan, periodKey, spanOfKey } from '../time/calendar'
import { calendarDay, formatDay } from '../time/day'
import { periodText, type Translate } from './periodText'

/**
 * A span in words: a period by its name, any other by its first and last day, null as «all time». Where the office counts its months otherwise than the
 * calendar, the name is followed by the days that it holds.
 */
export function spanText(span: Span | null, t: Translate, calendar = CALENDAR_YEAR): string {
  if (!span) return t('common.period.all')
  const kind = kindOfSpan(span, calendar)
  if (!kind) return t('common.period.days', { from: formatDay(span.from), last: formatDay(span.to - 1) })
  const key = periodKey(kind, span.from, calendar)
  const name = periodText(key, t)
  const usual = spanOfKey(key)
  if (usual?.from === span.from && usual.to === span.to) return name
  const inYear = [span.from, span.to - 1].every((day) => calendarDay(day).year === Number(key.slice(0, 4)))
  const said = inYear ? (day: Day) => dayText(day, t) : formatDay
  return t('common.period.named', { name, from: said(span.from), last: said(span.to - 1) })
}

/** A day without its year. */
function dayText(day: Day, t: Translate): string {
  const { month, dayOfMonth } = calendarDay(day)
  return t('common.period.day', { month: t(`common.month.${month}`), day: dayOfMonth })
}
