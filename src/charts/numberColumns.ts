import { labelFont, textWidth } from './chartText'
import type { ChartTheme } from './chartTheme'
import { numberColumn } from './rowAxes'

/** Between the plot and the first column, in px. */
const EDGE = 12
/** What a browser draws may be a little wider than what was reckoned. */
const SLACK = 1.06

/** One of the columns of numbers at the right of a chart of rows. */
export interface NumberColumn<Row> {
  readonly id: string
  readonly text: (row: Row) => string
  /** The number that the chart is about. */
  readonly main?: 'ink' | 'bold'
  /** Gives way where there is no room for all: the last of such columns first. It then stands in tooltip and table alone. */
  readonly spare?: true
}

/** Columns with the width of each in px. */
export interface FittedColumns<Row> {
  readonly columns: readonly (NumberColumn<Row> & { readonly width: number })[]
  /** Of all columns and the edge before them, in px. */
  readonly width: number
}

/**
 * Columns as wide as their longest text and a gap, as many as the room has place for.
 * @param rows those of all pages of a chart, so that every page has the same columns. @param room of the columns themselves, in px
 */
export function fittedColumns<Row>(
  all: readonly NumberColumn<Row>[],
  rows: readonly Row[],
  theme: ChartTheme,
  { room, gap }: { readonly room: number; readonly gap: number },
): FittedColumns<Row> {
  let columns = all.map((column) => ({
    ...column,
    width: Math.ceil(Math.max(0, ...rows.map((row) => textWidth(column.text(row), theme.fontSize) * SLACK)) + gap),
  }))
  const widthOf = (): number => columns.reduce((sum, { width }) => sum + width, 0)
  while (widthOf() > room) {
    const last = columns.map(({ spare }) => spare === true).lastIndexOf(true)
    if (last < 0) break
    columns = columns.filter((_, index) => index !== last)
  }
  return { columns, width: widthOf() + EDGE }
}

/** The axis that writes the columns at the right of the rows. */
export function columnsAxis<Row>(rows: readonly Row[], { columns }: FittedColumns<Row>, theme: ChartTheme) {
  const font = labelFont(theme)
  return numberColumn(rows.length, theme, {
    margin: 4,
    textAt: (index) => columns.map(({ id, text }) => `{${id}|${text(rows[index]!)}}`).join(''),
    rich: Object.fromEntries(
      columns.map(({ id, width, main }) => [
        id,
        {
          ...font,
          width,
          align: 'right',
          color: main ? theme.ink : theme.ink2,
          ...(main === 'bold' && { fontWeight: 600 }),
        },
      ]),
    ),
  })
}
