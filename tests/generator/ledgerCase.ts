import type { Expected } from './expected'
import type { FileBytes, Sheet } from './sheet'

/** Bytes of a ledger with the numbers that a careful clerk would read from it. */
export interface LedgerCase {
  seed: number
  shape: string
  description: string
  files: FileBytes[]
  /** The printed sheets behind the files; empty for JSON. */
  sheets: Sheet[]
  /** Rows may be shuffled: nothing in a row leans on the row above. */
  shufflable: boolean
  /** Rows may be parted into two files: no rule looks at the whole column. */
  divisible: boolean
  expected: Expected
}

export type LedgerDraft = Omit<LedgerCase, 'seed' | 'shape' | 'files'> & { files?: FileBytes[] }
