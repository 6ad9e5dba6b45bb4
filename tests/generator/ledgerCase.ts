import type { Container } from './containers'
import type { Expected } from './expected'
import type { FileBytes, Sheet } from './sheet'

/** Bytes of a ledger with the numbers that a careful clerk would read from it. */
export interface LedgerCase {
  seed: number
  shape: string
  description: string
  container: Container | 'json'
  files: FileBytes[]
  /** The printed sheets behind the files; empty for JSON. */
  sheets: Sheet[]
  /** All sheets stand in one workbook. */
  together: boolean
  /** Rows may be shuffled: nothing in a row leans on the row above. */
  shufflable: boolean
  /** Columns may change places: no heading spans several of them, and no column leans on the one beside it. */
  movable: boolean
  /** Rows may be parted into two files: no rule looks at the whole column. */
  divisible: boolean
  expected: Expected
  /** The headings under which units stand; a unit of no heading has null. Absent where the ledger has no headings. */
  groups?: Record<string, string | null>
  /** Codes of findings that a right ledger must not raise. */
  silent: string[]
}

export type LedgerDraft = Pick<LedgerCase, 'description' | 'sheets' | 'shufflable' | 'divisible' | 'expected'> &
  Partial<Pick<LedgerCase, 'together' | 'movable' | 'groups' | 'silent' | 'files'>>
