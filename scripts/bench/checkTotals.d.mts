import type { BenchLedger } from './makeLedger.mjs'

export function checkTotals(expected: BenchLedger['expected'], measures: unknown): string[]
