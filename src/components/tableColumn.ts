import { countText, NO_VALUE, percentText } from '../charts/numberText'
import type { TableCell } from '../export/toCsv'

/** One column of a DataTable. */
export interface TableColumn<Row> {
  readonly id: string
  readonly label: string
  /** count: whole numbers; percent: fractions 0–1; both right-aligned. */
  readonly kind: 'text' | 'count' | 'percent'
  /** Fractions for percent; null shows «—» and sorts last. */
  readonly value: (row: Row) => string | number | null
  /** Why a value is null: hint and words for screen readers. */
  readonly reason?: (row: Row) => string | undefined
  /** Short words that must stay on one line. */
  readonly nowrap?: boolean
  /** Default true. */
  readonly sortable?: boolean
  /** The cell becomes a button (of the rows that it says); the table emits `activate` with the row and the column's id. */
  readonly activates?: boolean | ((row: Row) => boolean)
  /** What the button does, for hint and screen readers. */
  readonly action?: (row: Row) => string
}

/** The value as it is read; «—» where there is none. */
export function cellText<Row>(column: TableColumn<Row>, row: Row): string {
  const value = column.value(row)
  if (value === null) return NO_VALUE
  if (typeof value === 'string') return value
  return column.kind === 'percent' ? percentText(value) : countText(value)
}

/** The value as it leaves for a spreadsheet: numbers as numbers, fractions as percentages. */
export function exportCell<Row>(column: TableColumn<Row>, row: Row): TableCell {
  const value = column.value(row)
  return column.kind === 'percent' && typeof value === 'number' ? { percent: value } : value
}

/** Whether the cell of a row is a button. */
export function isActive<Row>(column: TableColumn<Row>, row: Row): boolean {
  return typeof column.activates === 'function' ? column.activates(row) : column.activates === true
}
