import type { Span } from '../model/period'
import { kindOfSpan, periodKey } from '../time/calendar'
import { formatDay } from '../time/day'
import { periodText, type Translate } from './periodText'

/** A span in words: a calendar period by its name, any other by its first and last day, null as «all time». */
export function spanText(span: Span | null, t: Translate): string {
  if (!span) return t('common.period.all')
  const kind = kindOfSpan(span)
  if (kind) return periodText(periodKey(kind, span.from), t)
  return t('common.period.days', { from: formatDay(span.from), last: formatDay(span.to - 1) })
}
