import { labelStyle } from './chartText'
import type { ChartTheme } from './chartTheme'

/** What an axis of rows says of each of them, and how. */
interface RowLabel {
  readonly textAt: (index: number) => string
  readonly rich?: Readonly<Record<string, object>>
  readonly margin?: number
  readonly color?: string
}

/** Height in px of one row where all of them share this room: between the least and the greatest of the theme. */
export function rowHeight(theme: Pick<ChartTheme, 'row' | 'rowMost'>, room: number, rows: number): number {
  return Math.min(theme.rowMost, Math.max(theme.row, room / Math.max(1, rows)))
}

/** The plot of a chart of rows between the column of names and that of numbers. */
export function rowGrid(left: number, right: number, top: number, height: number) {
  return { left, right, top, height, outerBoundsMode: 'none' as const }
}

/** Rows from the top, their names at the left. */
export function nameAxis(rows: number, theme: ChartTheme, label: RowLabel) {
  return { ...rowAxis(rows, theme, label), axisLine: { show: true, lineStyle: { color: theme.outline } } }
}

/** What is told of each row at the right, in columns. */
export function numberColumn(rows: number, theme: ChartTheme, label: RowLabel) {
  return { ...rowAxis(rows, theme, label), position: 'right' as const }
}

/** Names alone, without a line between them and the plot. */
export function rowAxis(rows: number, theme: ChartTheme, { textAt, ...label }: RowLabel) {
  return {
    type: 'category' as const,
    inverse: true,
    data: Array.from({ length: rows }, (_, index) => String(index)),
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: { ...labelStyle(theme), interval: 0, formatter: (key: string) => textAt(Number(key)), ...label },
  }
}
