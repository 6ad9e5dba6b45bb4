import { countText, ratioText } from '../charts/numberText'
import type { LeftOut, Measured, PeriodCell } from '../model/measure'
import { CALENDAR_YEAR, type ReportingCalendar } from '../model/period'
import { openMonths } from '../report/maturity'
import { formatDay } from '../time/day'
import { periodText, type Translate } from './periodText'
import { spanText } from './spanText'

/** Parts of a basis line, joined by a middle dot; parts without words fall away. */
export function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part).join(' · ')
}

/** Clock, period, n/d, what 报送 counts where it is not items, and why a rate passes 100 % where one does: what basis lines begin with. */
export function basisStart({ query, calendar, submittedMeans, total, units }: Measured, t: Translate): string {
  const ratio =
    total.adopted === null || total.submitted === null
      ? null
      : t('overview.basis.ratio', { ratio: ratioText(total.adopted, total.submitted) })
  const over = [total, ...units].some(({ rate }) => rate !== null && rate > 1)
  return joined([
    t(`overview.basis.clock.${query.clock}`),
    spanText(query.span, t, calendar),
    ratio,
    submittedMeans === 'items' ? null : t(`overview.basis.means.${submittedMeans}`),
    over ? t(`overview.basis.over.${query.clock}`) : null,
  ])
}

/** How the office counts its months and years, for series of them; null where it counts as the calendar does. */
export function calendarText({ firstMonth, lastDay }: ReportingCalendar, t: Translate): string | null {
  return (
    joined([
      firstMonth === CALENDAR_YEAR.firstMonth
        ? null
        : t('common.calendar.year', { month: t(`common.month.${firstMonth}`) }),
      lastDay === null ? null : t('common.calendar.month', { day: lastDay }),
    ]) || null
  )
}

/**
 * What a line of periods says of maturity: which of its cells are immature and the day from which that is told, that nobody knows it, or that the day is the
 * office's word; null when there is nothing to say.
 */
export function immatureText(
  cells: readonly PeriodCell[],
  { referenceDay, referenceSaid, lag }: Pick<Measured, 'referenceDay' | 'referenceSaid' | 'lag'>,
  t: Translate,
): string | null {
  if (referenceDay === null) return null
  const day = formatDay(referenceDay)
  const months = monthList(
    cells.filter(({ mature }) => mature === false),
    t,
  )
  return (
    joined([
      months && t('overview.basis.immature', { months, day }),
      !months && referenceSaid ? t('overview.basis.recordedTo', { day }) : null,
      lag === null ? t('overview.basis.maturityUnknown') : null,
    ]) || null
  )
}

function monthList(cells: readonly PeriodCell[], t: Translate): string | null {
  if (cells.length === 0) return null
  return cells.length > 3
    ? `${periodText(cells[0]!.period, t)}–${periodText(cells[cells.length - 1]!.period, t)}`
    : cells.map(({ period }) => periodText(period, t)).join(t('verdict.list.separator'))
}

/** Which months of the chosen period, or of all, are immature: their adoptions still grow; null when none is. */
export function openText(measured: Measured, t: Translate): string | null {
  const months = monthList(openMonths(measured), t)
  return months && t('overview.basis.open', { months })
}

/** What a series over time leaves out; null when nothing. */
export function leftOutText(leftOut: LeftOut, t: Translate): string | null {
  return (
    joined([
      leftOut.wide > 0 ? t('overview.basis.wide', { count: countText(leftOut.wide) }) : null,
      leftOut.undated > 0 ? t('overview.basis.undated', { count: countText(leftOut.undated) }) : null,
    ]) || null
  )
}
