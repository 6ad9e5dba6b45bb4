import type { EChartsOption } from 'echarts'
import type { LagDistribution } from '../model/measure'
import { axisTooltip } from './axisTooltip'
import { labelFont, labelStyle, textWidth } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { legendKeys } from './legendKeys'
import { countText } from './numberText'
import { roundAxis } from './roundAxis'
import { countAxis } from './valueAxes'

const LEFT = 48
const RIGHT = 24
const BOTTOM = 44
/** Days shown at least: one bar over the whole width would look like a great many. */
const FEWEST_DAYS = 14
const ROW = 17

/**
 * Items by days from submission to first adoption, with the median and the day by which nine in ten were adopted, each with its days. The last bar is pale:
 * it holds everything that took longer.
 */
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
    FEWEST_DAYS - 1,
  )
  const shown = days.slice(0, Math.min(last, longest) + 1)
  const axis = roundAxis(Math.max(1, ...shown), 4, 1)
  const width = size.width - LEFT - RIGHT
  const every = [1, 2, 5, 10, 20].find((step) => (step * width) / shown.length >= 26) ?? 30
  const keys = legendKeys([{ name: words.adopted, colour: theme.adopted, mark: 'rect' }], theme, size.width)
  const marks = marksOf(median, p90, shown.length, width, theme, words)
  return {
    textStyle: { fontFamily: theme.font },
    grid: {
      left: LEFT,
      right: RIGHT,
      top: keys.height + 8 + ROW * Math.max(...marks.map(({ row }) => row + 1)),
      bottom: BOTTOM,
      outerBoundsMode: 'none',
    },
    legend: keys.legend,
    tooltip: axisTooltip(
      theme,
      (day) => `${words.days(day, day === last)}\n${words.adopted} ${countText(shown[day] ?? 0)}`,
      'items',
    ),
    xAxis: [
      {
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
      // Days as numbers: a median may lie between two of them.
      { type: 'value', show: false, min: -0.5, max: shown.length - 0.5, axisPointer: { show: false } },
    ],
    yAxis: { ...countAxis(axis, theme), axisLine: { show: false }, axisTick: { show: false } },
    series: [
      ...keys.series,
      {
        id: 'items',
        type: 'bar',
        barCategoryGap: '15%',
        barMaxWidth: 36,
        emphasis: { disabled: true },
        itemStyle: { color: theme.adopted },
        data: shown.map((value, day) =>
          day === last
            ? { value, itemStyle: { color: theme.submittedFill, borderColor: theme.outline, borderWidth: 1 } }
            : value,
        ),
      },
      {
        id: 'marks',
        type: 'line',
        xAxisIndex: 1,
        silent: true,
        data: [],
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: theme.ink, width: 1.25, type: [4, 3] },
          data: marks.map(({ day, text, align, row }) => ({
            xAxis: day,
            label: {
              formatter: text,
              color: theme.ink,
              ...labelFont(theme),
              position: 'end' as const,
              distance: 4 + row * ROW,
              align,
            },
          })),
        },
      },
    ],
  }
}

interface Mark {
  readonly day: number
  readonly text: string
  readonly align: 'left' | 'center' | 'right'
  /** 0 just above the plot, 1 a line higher. */
  readonly row: 0 | 1
}

/** Median and nine in ten with their days: one text where both fall on the same day, on two lines where they would touch. */
function marksOf(
  median: number,
  p90: number,
  days: number,
  width: number,
  theme: ChartTheme,
  words: ChartWords,
): Mark[] {
  const dayText = (day: number): string => words.days(Math.round(day * 10) / 10, false)
  const xOf = (day: number): number => ((Math.min(day, days - 1) + 0.5) / days) * width
  const placed = (day: number, text: string): Mark & { from: number; to: number } => {
    const own = textWidth(text, theme.fontSize)
    const x = xOf(day)
    const align = x - own / 2 < -LEFT ? 'left' : x + own / 2 > width + RIGHT ? 'right' : 'center'
    const from = align === 'left' ? x : align === 'right' ? x - own : x - own / 2
    return { day: Math.min(day, days - 1), text, align, row: 0, from, to: from + own }
  }
  if (median === p90) return [placed(median, `${words.median}·${words.p90} ${dayText(median)}`)]
  const half = placed(median, `${words.median} ${dayText(median)}`)
  const most = placed(p90, `${words.p90} ${dayText(p90)}`)
  return [half.to + 8 > most.from ? { ...half, row: 1 } : half, most]
}
