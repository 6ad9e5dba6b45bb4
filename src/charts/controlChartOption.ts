import type { EChartsOption } from 'echarts'
import type { ControlChart, ControlPoint } from '../model/analysis'
import type { MonthNote } from '../model/office'
import type { Span } from '../model/period'
import { chosenArea, chosenPlaces } from './chosenArea'
import { axisTooltip } from './axisTooltip'
import { labelStyle, plainText, textWidth } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { controlLevels, DASHES, type Limited, limitedMonths, phaseStarts, TRIAL } from './controlLevels'
import { noteMarks, rebaseLines } from './controlMarks'
import { controlPoints, isAbove } from './controlPoints'
import { type LegendKey, legendKeys } from './legendKeys'
import { countText, percentText, ratioText } from './numberText'
import { percentDigits, roundAxis } from './roundAxis'

const STEPS = 4
const LEFT = 56
const RIGHT = 24
const BOTTOM = 44
/** Ticks fall on the same months each year. */
const TICKS = [1, 2, 3, 6, 12] as const

/**
 * One measure by month with its mean and natural limits. A month with a signal is a diamond: blue above the mean, orange below; one without is a grey
 * circle; ※ over a month stands for a note, which the tooltip tells. Immature months are hollow, on a dashed line and without limits, since no limit judges
 * them. Limits stand over whole months; they begin anew at a rebase, and a month without facts is a gap in everything. Limits for trial are dotted. The axis of rates ends at 100 % unless a month's own rate is above.
 */
export function controlChartOption(
  chart: ControlChart,
  theme: ChartTheme,
  words: ChartWords,
  size: ChartSize,
  notes: readonly MonthNote[] = [],
  chosen: Span | null = null,
): EChartsOption {
  const { measure, points, phases } = chart
  const label = labelStyle(theme)
  const isRate = measure === 'rate'
  const shown = (value: number | null): string => (isRate ? percentText(value) : countText(value && rounded(value)))
  const limited = limitedMonths(points, phases)
  const values = points.map(({ value }) => value ?? 0)
  const most = Math.max(isRate ? 0.05 : 1, ...values, ...limited.map(({ high }) => high ?? 0))
  const axis = roundAxis(isRate && Math.max(...values) <= 1 ? Math.min(1, most) : most, STEPS, isRate ? 0.0125 : 1)
  const keys = legendKeys(keysOf(chart, limited, shown, theme, words), theme, size.width)
  const rebased = phaseStarts(points, phases).slice(1)
  const top = keys.height + (rebased.length > 0 ? 26 : 18)
  const step = (size.width - LEFT - RIGHT) / Math.max(1, points.length)
  const every = TICKS.find((months) => months * step >= 30) ?? 12
  const ticks = points.flatMap(({ period }, index) => ((Number(period.slice(5)) - 1) % every === 0 ? [index] : []))
  const plotHeight = size.height - top - BOTTOM
  const widest = Math.max(...points.map(({ value }) => textWidth(shown(value), theme.fontSize)))
  const all = theme.slide && step > widest + 2
  const heightOf = (value: number): number => (value / axis.max) * plotHeight
  const places = chosenPlaces(
    points.map(({ span }) => span),
    chosen,
  )
  return {
    textStyle: { fontFamily: theme.font },
    grid: { left: LEFT, right: RIGHT, top, bottom: BOTTOM, outerBoundsMode: 'none' },
    legend: keys.legend,
    tooltip: axisTooltip(
      theme,
      (index) => {
        const point = points[index]!
        const note = notes.find(({ period }) => period === point.period)
        return [pointText(point, shown, words), ...(note ? [plainText(note.text)] : [])].join('\n')
      },
      'values',
    ),
    xAxis: [
      {
        type: 'category',
        data: points.map((_, index) => String(index)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: theme.outline } },
        axisLabel: {
          ...label,
          lineHeight: 16,
          interval: (index: number) => ticks.includes(index),
          formatter: (key: string) => tickText(points, ticks, Number(key), words),
        },
      },
      // The borders of the months, for lines that stand over whole ones.
      {
        type: 'value',
        show: false,
        min: -0.5,
        max: Math.max(1, points.length) - 0.5,
        axisPointer: { show: false },
      },
    ],
    yAxis: {
      type: 'value',
      min: 0,
      ...axis,
      axisLabel: {
        ...label,
        formatter: (value: number) => (isRate ? percentText(value, percentDigits(axis.interval)) : countText(value)),
      },
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: theme.hairline } },
    },
    series: [
      ...keys.series,
      ...controlLevels(limited, phases, theme),
      ...(rebased.length > 0 ? [rebaseLines(rebased, theme, words)] : []),
      ...noteMarks(points, notes, theme),
      ...controlPoints(points, { shown, all, heightOf, area: chosenArea(places, theme) }, theme, words),
    ],
  }
}

function keysOf(
  { points, phases }: ControlChart,
  limited: readonly Limited[],
  shown: (value: number | null) => string,
  theme: ChartTheme,
  words: ChartWords,
): LegendKey[] {
  const has = (trial: boolean): boolean =>
    limited.some(({ phase, low }) => low !== null && phases[phase]?.trial === trial)
  const signalled = points.filter(({ signals }) => signals.length > 0)
  const keys: LegendKey[] = []
  if (phases.length > 0) {
    const means = phases.map(({ mean }) => shown(mean)).join(' → ')
    keys.push({ name: `${words.mean} ${means}`, colour: theme.ink, line: 'solid' })
  }
  if (has(false)) keys.push({ name: words.naturalLimits, colour: theme.outline, line: DASHES })
  if (has(true)) keys.push({ name: words.trialLimits, colour: theme.outline, line: TRIAL })
  if (signalled.some(isAbove)) keys.push({ name: words.signalHigh, colour: theme.above, mark: 'diamond' })
  if (!signalled.every(isAbove)) keys.push({ name: words.signalLow, colour: theme.below, mark: 'diamond' })
  if (points.some(({ immature, value }) => immature && value !== null))
    keys.push({ name: words.immature, colour: theme.surface, mark: 'circle', border: theme.common })
  return keys
}

/** Means and limits of counts have one decimal. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

function tickText(points: readonly ControlPoint[], ticks: readonly number[], index: number, words: ChartWords): string {
  const point = points[index]
  if (!point) return ''
  const month = words.monthTick(point.period)
  const before = points[ticks[ticks.indexOf(index) - 1] ?? -1]
  return before?.period.slice(0, 4) === point.period.slice(0, 4) ? month : `${month}\n${words.yearTick(point.period)}`
}

function pointText(point: ControlPoint, shown: (value: number | null) => string, words: ChartWords): string {
  const ratio =
    point.value !== null && point.adopted !== null && point.submitted !== null
      ? ` ${ratioText(point.adopted, point.submitted)}`
      : ''
  const judged = point.value !== null && !point.immature
  return [
    words.periodName(point.period),
    `${shown(point.value)}${ratio}`,
    judged && point.mean !== null ? `${words.mean} ${shown(point.mean)}` : null,
    judged && point.low !== null && point.high !== null
      ? `${words.naturalLimits} ${shown(point.low)}–${shown(point.high)}`
      : null,
    point.immature ? words.immature : null,
    ...point.signals.map((signal) => words.signal(signal)),
  ]
    .filter((line) => line !== null)
    .join('\n')
}
