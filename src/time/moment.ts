import dayjs from 'dayjs'

/** A moment by the wall clock of this PC: 2024-03-05 10:32. For people only; no fact is ever placed by it. */
export function formatMoment(at: number): string {
  return dayjs(at).format('YYYY-MM-DD HH:mm')
}

/** The same, short on the day itself: 10:32. */
export function formatMomentSince(at: number, now: number): string {
  return dayjs(at).isSame(now, 'day') ? dayjs(at).format('HH:mm') : formatMoment(at)
}

/** Whole days between two moments. */
export function daysSince(at: number, now: number): number {
  return Math.max(0, dayjs(now).diff(at, 'day'))
}
