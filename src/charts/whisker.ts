import type { CustomSeriesOption, CustomSeriesRenderItem } from 'echarts'
import type { ChartTheme } from './chartTheme'
import type { ChartWords } from './chartWords'

/** Half the height of a whisker's cap. */
const CAP = 3

/** Intervals over the bars of a chart of rows, one a row; null draws none. */
export function whiskers(
  intervals: readonly (readonly [low: number, high: number] | null)[],
  theme: ChartTheme,
  words: ChartWords,
): CustomSeriesOption {
  return {
    id: 'interval',
    name: words.interval,
    type: 'custom',
    renderItem: whisker(theme),
    encode: { x: [1, 2], y: 0 },
    z: 5,
    silent: true,
    data: intervals.flatMap((interval, index) => (interval ? [[index, ...interval]] : [])),
  }
}

/** Of a row with an interval ([row, low, high]): a line from the lower to the upper limit with a cap at both ends, with a rim so that it shows on the bar too. */
function whisker(theme: ChartTheme): CustomSeriesRenderItem {
  return (_, api) => {
    const [low = 0, middle = 0] = api.coord([api.value(1), api.value(0)])
    const [high = 0] = api.coord([api.value(2), api.value(0)])
    // On a half pixel a line of one pixel stays sharp.
    const y = Math.round(middle) + 0.5
    const strokes = [
      { stroke: theme.surface, lineWidth: 3, lineCap: 'square' as const },
      { stroke: theme.ink, lineWidth: 1 },
    ]
    return {
      type: 'group',
      children: strokes.flatMap((style) => [
        { type: 'line' as const, shape: { x1: low, y1: y, x2: high, y2: y }, style },
        { type: 'line' as const, shape: { x1: low, y1: y - CAP, x2: low, y2: y + CAP }, style },
        { type: 'line' as const, shape: { x1: high, y1: y - CAP, x2: high, y2: y + CAP }, style },
      ]),
    }
  }
}
