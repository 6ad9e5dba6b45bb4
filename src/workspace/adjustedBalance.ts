import type { BuiltLedger } from '../ledger/ledger'
import type { Balance } from '../model/balance'

/** A balance after the ledger moved duplicates and overlaps of its sheet out of «used»; the sum stays the same. */
export function adjustedBalance(balance: Balance, adjustment: BuiltLedger['adjustments'][number]): Balance {
  const { duplicates, overlapping } = adjustment
  return {
    ...balance,
    used: balance.used - duplicates - overlapping,
    duplicates,
    setAside: balance.setAside + overlapping,
  }
}
