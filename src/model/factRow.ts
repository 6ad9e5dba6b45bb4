import type { LabelRole } from './facts'
import type { MeasureQuery } from './measure'
import type { Span } from './period'

/**
 * A number whose rows are wanted: a measure, perhaps of some outlets. `published`: what an own publication printed. `rate`: the rows of its denominator and of
 * its numerator together. `lag`: items adopted after `days` days, or after any number.
 */
export interface Behind {
  readonly measure: 'submitted' | 'adopted' | 'placements' | 'pending' | 'published' | 'rate' | 'lag'
  readonly outletIds: readonly number[] | null
  readonly days: number | null
  readonly label: LabelChoice | null
}

/** An author, a category or the like by its number in this ledger. */
export interface LabelChoice {
  readonly role: LabelRole
  readonly id: number
}

/** A number of a page of which the rows are wanted: its measure, and what it is of beyond the filters of the bar. */
export interface Wanted {
  readonly measure: Behind['measure']
  readonly outletIds?: readonly number[]
  readonly days?: number
  readonly unitIds?: readonly number[]
  /** Of the items only those of which a sheet says this (see `LabelCell`). */
  readonly label?: LabelChoice
  /** 2024-03, 2024Q1, 2024H1, or two days (see `spanOfKey`): the bar's period is put aside for it. */
  readonly period?: string
}

export const FACT_COLUMNS = [
  'unit',
  'title',
  'author',
  'submitted',
  'state',
  'outlets',
  'adopted',
  'count',
  'source',
] as const
export type FactColumn = (typeof FACT_COLUMNS)[number]

/** Which facts are wanted and in which order. Filters of the top bar, the number behind which they stand, words to be found. */
export interface FactQuery extends MeasureQuery {
  /** null: every fact of the filters. */
  readonly behind: Behind | null
  /** Found in unit, title, number, author, outlet, label; units, outlets and people also by pinyin or its initials. */
  readonly text: string
  readonly sort: { readonly column: FactColumn; readonly descending: boolean } | null
}

/** A row of an import; `place` is the table's index in its file. */
export interface RowRef {
  readonly importId: number
  readonly place: number
  /** As a spreadsheet shows it, from 1. */
  readonly row: number
}

/** One fact as a table shows it. An item, one of its placements (when placements are asked for), or a counted number. */
export interface FactRow {
  readonly kind: 'item' | 'placement' | 'count'
  readonly unit: string | null
  readonly group: string | null
  readonly title: string | null
  readonly number: string | null
  readonly author: string | null
  /** Category, form, level, secrecy, instruction, commission, as the sheet says them. */
  readonly labels: readonly string[]
  /** Day or period of submission; the period of a count. */
  readonly submittedOn: Span | null
  readonly adoptedOn: Span | null
  readonly state: 'adopted' | 'notAdopted' | 'pending' | null
  readonly outlets: readonly string[]
  /** Numbers of a count; null for items and where the table does not say. */
  readonly submitted: number | null
  readonly adopted: number | null
  /** What the row adds to the number behind which it stands; 1 for items. */
  readonly value: number
  /** Of a rate: what the row adds to its numerator; `value` is what it adds to the denominator. null behind any other number. */
  readonly part: number | null
  readonly file: string
  readonly sheet: string | null
  readonly source: RowRef
}

/** A window of the facts that were asked for. */
export interface FactWindow {
  /** How many rows there are in all. */
  readonly total: number
  /** Σ of `value` over all of them: the number that was asked about. */
  readonly sum: number
  /** Behind a rate: Σ of `part`, its numerator. */
  readonly part: number | null
  /** Name of the label that was asked for. */
  readonly label: string | null
  readonly from: number
  readonly rows: readonly FactRow[]
}
