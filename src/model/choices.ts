import type { ColumnChoices } from './column'

/** What a person said a cell of a status column means. */
export type SaidDecision = 'adopted' | 'notAdopted' | 'pending'

/** What a person said the rows of a sheet are: single items, counted numbers, or targets. */
export type RowsAre = 'items' | 'counts' | 'targets'

/** A cell that a person corrected: row number as a spreadsheet shows it (from 1), column index (from 0), the new text. */
export interface CellEdit {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** What a person decides for a sheet where it does not say, or where it was understood wrongly. Data: the same choices give the same facts. */
export interface SheetChoices {
  /** Year for dates without one. */
  readonly year?: number
  /** Period of the whole sheet, as a key such as 2024H1 or 2024-03. */
  readonly period?: string
  /** Columns whose meaning a person corrected. */
  readonly columns?: ColumnChoices
  /** Row numbers of the header as a spreadsheet shows them, ascending and adjacent; data begin below the last. */
  readonly headerRows?: readonly number[]
  readonly rowsAre?: RowsAre
  /** Meanings of values of the status column, by the cell's trimmed text. */
  readonly vocabulary?: ReadonlyMap<string, SaidDecision>
  /** The sheet stays out. */
  readonly skip?: boolean
  readonly edits?: readonly CellEdit[]
  /** Columns, header, rows and vocabulary were taken over from an earlier file with the same header. */
  readonly remembered?: boolean
}

/** The part of the choices that holds for every file with the same header. */
export type Mapping = Pick<SheetChoices, 'columns' | 'headerRows' | 'rowsAre' | 'vocabulary'>
