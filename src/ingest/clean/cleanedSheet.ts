import type { SheetFacts } from '../../model/facts'
import type { RowFates } from './rowFates'

/** What the cleaners make of a sheet. */
export interface CleanedSheet {
  readonly facts: SheetFacts
  readonly fates: RowFates
  /** Outlets of rows that were not adopted are targets: the sheet says what was sent to whom. */
  readonly sentTo: boolean
  readonly unknownValues: readonly UnknownValue[]
}

/** A value of the status column that nobody explained yet, and how many rows are set aside for it. */
export interface UnknownValue {
  readonly value: string
  readonly count: number
}
