import type { EChartsOption } from 'echarts'
import type { LagDistribution } from '../model/measure'
import { labelStyle, tooltipBase } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { evenAxis } from './evenAxis'
import { countText } from './numberText'

/** Items by days from submission to first adoption, with the median and the day by which nine in ten were adopted. The last bar holds all later ones. */
export function lagOption(
  { days, median, p90 }: LagDistribution,
  theme: ChartTheme,
  words: ChartWords,
  size: ChartSize,
): EChartsOption {
  const label = labelStyle(theme)
  const last = days.length - 1
  // What nobody took is left out at the end, but never the marks.
  const longest = Math.max(
    days.reduce((most, count, day) => (count > 0 ? day : most), 0),
    Math.ceil(p90),
  )
  const shown = days.slice(0, Math.min(last, longest) + 1)
  const axis = evenAxis(Math.max(1, ...shown), 4, 1)
  const every = Math.max(1, Math.ceil((30 * shown.length) / Math.max(1, size.width - 80)))
  const mark = (day: number, text: string) => ({
    xAxis: Math.min(shown.length - 1, Math.round(day)),
    label: { formatter: text },
  })
  return {
    textStyle: { fontFamily: theme.font },
    grid: { left: 48, right: 24, top: 34, bottom: 44, outerBoundsMode: 'none' },
    tooltip: {
      ...tooltipBase(theme),
      trigger: 'axis',
      formatter: (params) => {
        const day = (Array.isArray(params) ? params[0] : params)?.dataIndex ?? 0
        return `${words.days(day, day === last)}\n${countText(shown[day] ?? 0)}`
      },
    },
    xAxis: {
      type: 'category',
      data: shown.map((_, day) => String(day)),
      name: words.lagAxis,
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: label,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.outline } },
      axisLabel: {
        ...label,
        interval: (index: number) => index % every === 0,
        formatter: (day: string) => (Number(day) === last ? `${day}+` : day),
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...axis,
      axisLabel: label,
      splitLine: { lineStyle: { color: theme.hairline } },
    },
    series: [
      {
        id: 'items',
        type: 'bar',
        barCategoryGap: '15%',
        emphasis: { disabled: true },
        itemStyle: { color: theme.adopted },
        data: [...shown],
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: theme.ink, width: 1, type: [4, 3] },
          label: { color: theme.ink, fontSize: theme.fontSize, fontFamily: theme.font, position: 'end' },
          data: [mark(median, words.median), mark(p90, words.p90)],
        },
      },
    ],
  }
}
