import type { TooltipComponentOption } from 'echarts'
import { tooltipBase } from './chartText'
import type { ChartTheme } from './chartTheme'

/**
 * The tooltip of a whole row or column: the words for the place that the pointer is on. `series`: whose places are meant, where the first series of a chart
 * has others.
 */
export function axisTooltip(
  theme: ChartTheme,
  textAt: (index: number) => string,
  series?: string,
): TooltipComponentOption {
  return {
    ...tooltipBase(theme),
    trigger: 'axis',
    axisPointer: { type: 'shadow', shadowStyle: { color: theme.pointer } },
    formatter: (params) => {
      const all = [params].flat()
      const index = (series === undefined ? all[0] : all.find(({ seriesId }) => seriesId === series))?.dataIndex
      return index === undefined ? '' : textAt(index)
    },
  }
}
