import { countText, NO_VALUE, percentText, signedPointsText } from '../charts/numberText'
import type { TableCell } from '../export/toCsv'

/** One column of a DataTable. */
export interface TableColumn<Row> {
  readonly id: string
  readonly label: string
  /** count: whole numbers; percent: fractions 0–1; points: differences of them, in percentage points; all right-aligned. */
  readonly kind: 'text' | 'count' | 'percent' | 'points'
  /** Fractions for percent and points; null shows «—» and sorts last. */
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
  switch (column.kind) {
    case 'percent':
      return percentText(value)
    case 'points':
      return signedPointsText(value)
    default:
      return countText(value)
  }
}

/** The value as it leaves for a spreadsheet: numbers as numbers, fractions as percentages, differences of them as points. */
export function exportCell<Row>(column: TableColumn<Row>, row: Row): TableCell {
  const value = column.value(row)
  if (typeof value !== 'number') return value
  if (column.kind === 'percent') return { percent: value }
  // Points are no percentage of anything: they leave as the number that is read, to the same decimal.
  return column.kind === 'points' ? Math.round(value * 1000) / 10 : value
}

/** Whether the cell of a row is a button. */
export function isActive<Row>(column: TableColumn<Row>, row: Row): boolean {
  return typeof column.activates === 'function' ? column.activates(row) : column.activates === true
}
