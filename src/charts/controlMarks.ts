import type { LineSeriesOption } from 'echarts'
import type { ControlPoint } from '../model/analysis'
import type { MonthNote } from '../model/office'
import { labelFont } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartWords } from './chartWords'

/** Upright lines over the months without a line of values, at places of the axis. */
function uprightLines(
  id: string,
  marks: Pick<NonNullable<LineSeriesOption['markLine']>, 'lineStyle' | 'label' | 'data'>,
): LineSeriesOption {
  return {
    id,
    type: 'line',
    xAxisIndex: 1,
    silent: true,
    data: [],
    markLine: { silent: true, symbol: 'none', ...marks },
  }
}

/** A mark over each month with a note; the words stand in the tooltip and the table, where there is room. */
export function noteMarks(
  points: readonly ControlPoint[],
  notes: readonly MonthNote[],
  theme: ChartTheme,
): LineSeriesOption[] {
  const marked = points.flatMap(({ period }, index) => (notes.some((note) => note.period === period) ? [index] : []))
  if (marked.length === 0) return []
  return [
    uprightLines('notes', {
      lineStyle: { color: theme.outline, width: 1, type: [1, 3] },
      label: {
        position: 'insideStartTop',
        formatter: '※',
        rotate: 0,
        color: theme.ink,
        fontSize: theme.fontSize + 2,
      },
      data: marked.map((index) => ({ xAxis: index })),
    }),
  ]
}

/** A line before each month with which limits begin anew. */
export function rebaseLines(starts: readonly number[], theme: ChartTheme, words: ChartWords): LineSeriesOption {
  return uprightLines('rebased', {
    lineStyle: { color: theme.chosen, width: 1, type: [2, 3] },
    label: {
      position: 'end',
      formatter: words.rebased,
      color: theme.chosen,
      ...labelFont(theme),
    },
    data: starts.map((start) => ({ xAxis: start - 0.5 })),
  })
}
