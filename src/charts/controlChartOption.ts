import type { EChartsOption, LineSeriesOption } from 'echarts'
import type { ControlChart, ControlPoint } from '../model/analysis'
import { labelStyle, tooltipBase } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { evenAxis } from './evenAxis'
import { countText, percentText, ratioText } from './numberText'

const STEPS = 4

/**
 * One measure by month with its mean and natural limits. A month with a signal is larger and coloured: blue above the mean, orange below; a month without
 * one is grey. Immature months are hollow. Limits begin anew at a rebase; a month without facts is a gap.
 */
export function controlChartOption(
  { measure, points, phases }: ControlChart,
  theme: ChartTheme,
  words: ChartWords,
  size: ChartSize,
): EChartsOption {
  const label = labelStyle(theme)
  const shown = (value: number | null): string => (measure === 'rate' ? percentText(value) : countText(value))
  const most = Math.max(measure === 'rate' ? 0.05 : 1, ...points.flatMap(({ value, high }) => [value ?? 0, high ?? 0]))
  const axis = evenAxis(measure === 'rate' ? Math.min(1, most) : most, STEPS, measure === 'rate' ? 0.0125 : 1)
  const step = (size.width - 90) / Math.max(1, points.length)
  const every = Math.max(1, Math.ceil(34 / step))
  const starts = new Set(phases.map(({ from }) => from))
  /** A step line that does not run across phases: the value of a phase's first month stands apart. */
  const limit = (key: 'mean' | 'low' | 'high', name: string): LineSeriesOption => ({
    id: key,
    name,
    type: 'line',
    silent: true,
    symbol: 'none',
    step: 'middle',
    connectNulls: false,
    z: 2,
    lineStyle: {
      color: key === 'mean' ? theme.ink : theme.outline,
      width: 1,
      type: key === 'mean' ? 'solid' : [5, 4],
    },
    data: points.map((point) => point[key] ?? '-'),
  })
  return {
    textStyle: { fontFamily: theme.font },
    grid: { left: 56, right: 24, top: 34, bottom: 44, outerBoundsMode: 'none' },
    legend: {
      top: 0,
      left: 0,
      itemWidth: 24,
      selectedMode: false,
      data: [words.mean, words.naturalLimits],
      textStyle: { ...label },
    },
    tooltip: {
      ...tooltipBase(theme),
      trigger: 'axis',
      formatter: (params) => {
        const point = points[(Array.isArray(params) ? params[0] : params)?.dataIndex ?? -1]
        return point ? pointText(point, shown, words) : ''
      },
    },
    xAxis: {
      type: 'category',
      data: points.map((_, index) => String(index)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.outline } },
      axisLabel: {
        ...label,
        lineHeight: 16,
        interval: (index: number) => index % every === 0,
        formatter: (key: string) => tickText(points, Number(key), every, words),
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...axis,
      axisLabel: {
        ...label,
        formatter: (value: number) => (measure === 'rate' ? percentText(value, 0) : countText(value)),
      },
      splitLine: { lineStyle: { color: theme.hairline } },
    },
    series: [
      limit('mean', words.mean),
      limit('low', words.naturalLimits),
      limit('high', words.naturalLimits),
      {
        id: 'values',
        name: words.value,
        type: 'line',
        z: 4,
        connectNulls: false,
        showAllSymbol: true,
        lineStyle: { color: theme.common, width: 1.5 },
        labelLayout: { hideOverlap: true },
        data: points.map((point) => ({
          value: point.value ?? '-',
          symbol: point.signals.length > 0 ? 'diamond' : 'circle',
          symbolSize: point.signals.length > 0 ? 12 : 7,
          itemStyle: markOf(point, theme),
          label: {
            show: point.signals.length > 0,
            position: 'top' as const,
            formatter: shown(point.value),
            color: theme.ink,
            fontSize: theme.fontSize,
            fontFamily: theme.font,
            textBorderColor: theme.surface,
            textBorderWidth: 3,
          },
        })),
        ...(phases.length > 1
          ? {
              markLine: {
                silent: true,
                symbol: 'none',
                lineStyle: { color: theme.chosen, width: 1, type: 'dotted' as const },
                label: { show: false },
                data: points.flatMap(({ period }, index) =>
                  index > 0 && starts.has(period) ? [{ xAxis: index }] : [],
                ),
              },
            }
          : {}),
      },
    ],
  }
}

function markOf(point: ControlPoint, theme: ChartTheme): { color: string; borderColor: string; borderWidth: number } {
  if (point.immature) return { color: theme.surface, borderColor: theme.common, borderWidth: 2 }
  if (point.signals.length === 0) return { color: theme.common, borderColor: theme.surface, borderWidth: 1 }
  const above = point.value !== null && point.mean !== null && point.value >= point.mean
  return { color: above ? theme.above : theme.below, borderColor: theme.surface, borderWidth: 1 }
}

function tickText(points: readonly ControlPoint[], index: number, every: number, words: ChartWords): string {
  const point = points[index]
  if (!point) return ''
  const month = words.monthTick(point.period)
  const before = points[index - every]
  return !before || before.period.slice(0, 4) !== point.period.slice(0, 4)
    ? `${month}\n${words.yearTick(point.period)}`
    : month
}

function pointText(point: ControlPoint, shown: (value: number | null) => string, words: ChartWords): string {
  const ratio =
    point.value !== null && point.adopted !== null && point.submitted !== null
      ? ` ${ratioText(point.adopted, point.submitted)}`
      : ''
  return [
    words.periodName(point.period),
    `${shown(point.value)}${ratio}`,
    point.mean === null ? null : `${words.mean} ${shown(point.mean)}`,
    point.low === null || point.high === null
      ? null
      : `${words.naturalLimits} ${shown(point.low)}–${shown(point.high)}`,
    point.immature ? words.immature : null,
    ...point.signals.map((signal) => words.signal(signal)),
  ]
    .filter((line) => line !== null)
    .join('\n')
}
