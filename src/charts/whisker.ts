import type { CustomSeriesRenderItem } from 'echarts'
import type { ChartTheme } from './chartTheme'

/** Half the height of a whisker's cap. */
const CAP = 3

/** Of a row with an interval ([row, low, high]): a line from the lower to the upper limit with a cap at both ends, with a rim so that it shows on the bar too. */
export function whisker(theme: ChartTheme): CustomSeriesRenderItem {
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
