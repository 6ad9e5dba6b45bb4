import type { Role } from '../../model/column'
import type { HeaderMonths } from './headerMonths'

/** What one column of a sheet was recognised as. */
export interface ColumnMeaning {
  readonly index: number
  readonly letters: string
  readonly header: string
  readonly role: Role
  /** For `tick` and for counts, submitted or adopted, per outlet: the outlet. */
  readonly outlet: string | null
  /** For columns of a matrix over months, quarters or half-years: which months. For a sum beside them: those it adds up. */
  readonly months: HeaderMonths | null
  /** For such columns: what the header says they count; null for «12/3» or nothing said. */
  readonly measure: 'submitted' | 'adopted' | null
  /** For `outlets`: the header says that the item was sent to them (报送载体), not that they adopted it. */
  readonly target: boolean
  /** 0–1; under 0.6 the page asks for a look. */
  readonly confidence: number
  readonly samples: readonly string[]
}

/** A meaning while it is still being worked out. */
export type ColumnDraft = { -readonly [Key in keyof ColumnMeaning]: ColumnMeaning[Key] }
