/** How much a finding matters: info (said), warning (look at it), error (not imported). */
export type FindingLevel = 'info' | 'warning' | 'error'

/** The closed list of things an import can report; the same list as the public measures.json schema. */
export type FindingCode =
  | 'unreadable-file'
  | 'encrypted-file'
  | 'empty-file'
  | 'over-limit'
  | 'no-table'
  | 'header-unsure'
  | 'encoding-replaced'
  | 'line-swallowed'
  | 'field-count'
  | 'unit-missing'
  | 'unit-unlisted'
  | 'date-missing'
  | 'date-invalid'
  | 'date-masked'
  | 'date-ambiguous'
  | 'year-assumed'
  | 'number-invalid'
  | 'value-unknown'
  | 'date-in-count-column'
  | 'adopted-exceeds-submitted'
  | 'adopted-before-submitted'
  | 'flag-conflict'
  | 'printed-rate-differs'
  | 'printed-total-differs'
  | 'running-total-differs'
  | 'measure-unknown'
  | 'duplicate-file'
  | 'duplicate-row'
  | 'overlap'
  | 'alias-suggested'
  | 'name-folded'
  | 'outlets-published'
  | 'secret-marked'
  | 'hidden-sheet'
  | 'hidden-rows'
  | 'error-cell'

/**
 * Something the import reports about one file, sheet, row or cell.
 * `row` is the number a spreadsheet shows (1-based; element number for JSON); `column` its letters.
 * `detail` says the reason as data (never as a sentence): words are made in the locale.
 */
export interface Finding {
  readonly level: FindingLevel
  readonly code: FindingCode
  readonly file: string
  readonly sheet?: string | null
  readonly row?: number | null
  readonly column?: string | null
  readonly value?: string | null
  /** Name of the field, where the format has fields instead of columns (JSON). */
  readonly field?: string
  /** For `alias-suggested` and `name-folded`: the names that may be (or were read as) one. */
  readonly names?: readonly string[]
  /** Machine-readable reason, a key under `finding.detail` of the locale, e.g. `png`, `utf8-bytes`. */
  readonly detail?: string
  /** Numbers and texts the sentence needs: printed and recomputed values, limits, counts. */
  readonly params?: Readonly<Record<string, string | number>>
  /** The row's cells as they were read; present where the row was set aside or disputed. */
  readonly cells?: readonly string[]
  /** How many rows this finding stands for, when more were met than are listed one by one. */
  readonly count?: number
}
