import type { PeriodCell } from '../model/measure'

/** One place on the time axis. `cell` is null for a month without facts, `key` is null for a long stretch left out. */
export interface MonthSlot {
  readonly key: string | null
  readonly cell: PeriodCell | null
}

/** More empty months than this in a row shrink to one slot, so that one stray date cannot empty the picture. */
const LONGEST_GAP = 12

/**
 * Months in order with the months between them that hold no facts, so that the axis is true to the calendar.
 * @param last month that the axis reaches, as 2024-06, where the facts end before it; null: the last with facts
 */
export function monthSlots(months: readonly PeriodCell[], last: string | null = null): MonthSlot[] {
  const slots: MonthSlot[] = []
  let before: number | null = null
  function fill(upTo: number): void {
    if (before === null) return
    const missing = upTo - before - 1
    if (missing > LONGEST_GAP) slots.push({ key: null, cell: null })
    else for (let empty = before + 1; empty < upTo; empty++) slots.push({ key: keyOf(empty), cell: null })
  }
  for (const cell of months) {
    const number = numberOf(cell.period)
    fill(number)
    slots.push({ key: cell.period, cell })
    before = number
  }
  if (last !== null) fill(numberOf(last) + 1)
  return slots
}

/** Whether the year is named under a month: at the first one, in January, and after a stretch left out. */
export function startsYear(slots: readonly MonthSlot[], index: number): boolean {
  return index === 0 || slots[index]?.key?.endsWith('-01') === true || slots[index - 1]?.key === null
}

function numberOf(key: string): number {
  return Number(key.slice(0, 4)) * 12 + Number(key.slice(5, 7)) - 1
}

function keyOf(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}
