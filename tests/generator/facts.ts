import type { Span, Day } from './days'

/** One outlet that adopted an item; the day may be unknown. */
interface AdoptionFact {
  outlet: string
  on: Day | null
}

/** One submission and everything that became of it. */
export interface ItemFact {
  number: string
  title: string
  unit: string
  author: string
  /** One day; wider where the ledger prints only a month, or only a period in its title. */
  when: Span
  /** The outlets it was sent to; empty where the ledger does not tell. */
  sentTo: string[]
  adoptedBy: AdoptionFact[]
  undecided: boolean
}

/** One counted row. null = the ledger does not tell. `outlet` is null where the row counts the unit as a whole. */
export interface CountFact {
  unit: string | null
  outlet: string | null
  when: Span
  submitted: number | null
  adopted: number | null
}
