/** What was pressed on a chart. `index` counts rows of the data or ticks of the axis, from 0. */
export interface ChartSelection {
  readonly on: 'item' | 'axis'
  readonly seriesId: string | null
  readonly index: number
  /** Value of the item as its builder gave it; the key of the tick for an axis. */
  readonly value: unknown
}
