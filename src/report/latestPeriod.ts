import type { Measured, PeriodCell } from '../model/measure'
import type { DeckKind } from '../model/deck'

/** The period that a meeting of a kind would speak of: the last one that the ledger covers to its end, else the last with facts; null without any. */
export function latestPeriod(
  { months, quarters, halfYears }: Pick<Measured, 'months' | 'quarters' | 'halfYears'>,
  kind: Exclude<DeckKind, 'free'>,
): string | null {
  const cells: readonly PeriodCell[] = { month: months, quarter: quarters, halfYear: halfYears }[kind]
  const whole = cells.filter(({ over }) => over)
  return (whole[whole.length - 1] ?? cells[cells.length - 1])?.period ?? null
}
