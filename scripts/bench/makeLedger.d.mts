export interface LedgerTotals {
  submitted: number
  adopted: number
  placements: number
}

export interface BenchLedger {
  path: string
  bytes: number
  expected: {
    total: LedgerTotals
    units: Record<string, LedgerTotals>
    outlets: Record<string, number>
    months: Record<string, LedgerTotals>
  }
}

export function makeLedger(options: { folder: string; rows?: number; seed?: number }): Promise<BenchLedger>
