import type { BarSeriesOption, EChartsOption } from 'echarts'
import type { LagDistribution } from '../model/measure'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { lagOption } from './lagOption'
import { countText } from './numberText'
import { roundAxis } from './roundAxis'

/** Of the tallest bar: room for its number above it. */
const OVER = 1.12

/** The time to adoption for a slide, where nothing can be hovered: each bar bears its number, and a day without items none. */
export function lagSlideOption(
  lags: LagDistribution,
  theme: ChartTheme,
  words: ChartWords,
  size: ChartSize,
): EChartsOption {
  const option = lagOption(lags, theme, words, size)
  const numbered: Pick<BarSeriesOption, 'z' | 'label' | 'labelLayout'> = {
    // Over the lines of the median and of nine in ten, which would strike the numbers out.
    z: 6,
    label: {
      show: true,
      position: 'top',
      distance: 2,
      formatter: ({ value }) => (typeof value === 'number' && value > 0 ? countText(value) : ''),
      color: theme.ink,
      backgroundColor: theme.surface,
      fontSize: theme.fontSize,
      fontFamily: theme.font,
    },
    labelLayout: { hideOverlap: true },
  }
  return {
    ...option,
    yAxis: { ...[option.yAxis].flat()[0], ...roundAxis(Math.max(1, ...lags.days) * OVER, 4, 1) },
    series: [option.series ?? []]
      .flat()
      .map((own) => (own.id === 'items' ? ({ ...own, ...numbered } as typeof own) : own)),
  }
}
