import type { EChartsOption, LineSeriesOption } from 'echarts'
import type { ControlChart, ControlPhase, ControlPoint } from '../model/analysis'
import type { MonthNote } from '../model/office'
import type { Span } from '../model/period'
import { chosenArea, chosenPlaces } from './chosenArea'
import { labelStyle, plainText, textWidth, tooltipBase } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { type LegendKey, legendKeys } from './legendKeys'
import { countText, percentText, ratioText } from './numberText'
import { percentDigits, roundAxis } from './roundAxis'

const STEPS = 4
const LEFT = 56
const RIGHT = 24
const BOTTOM = 44
const DASHES = [5, 4] as const
const TRIAL = [1.5, 4] as const
/** Room for the number of a month under or over its mark. */
const NUMBER = 22
/** Ticks fall on the same months each year. */
const TICKS = [1, 2, 3, 6, 12] as const

/** A month whose mean and limits are drawn, with the phase it belongs to. */
type Limited = ControlPoint & { readonly index: number; readonly phase: number }

/**
 * One measure by month with its mean and natural limits. A month with a signal is a diamond: blue above the mean, orange below; one without is a grey
 * circle; ※ over a month stands for a note, which the tooltip tells. Immature months are hollow, on a dashed line and without limits, since no limit judges them. Limits stand over whole months; they begin anew at a
 * rebase, and a month without facts is a gap in everything. Limits for trial are dotted. The axis of rates ends at 100 % unless a month's own rate is above.
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
  const spoken = all
    ? new Set(points.flatMap(({ value }, index) => (value === null ? [] : [index])))
    : spokenMonths(points)
  return {
    textStyle: { fontFamily: theme.font },
    grid: { left: LEFT, right: RIGHT, top, bottom: BOTTOM, outerBoundsMode: 'none' },
    legend: keys.legend,
    tooltip: {
      ...tooltipBase(theme),
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: theme.pointer } },
      formatter: (params) => {
        const own = [params].flat().find(({ seriesId }) => seriesId === 'values')
        const point = points[own?.dataIndex ?? -1]
        const note = notes.find(({ period }) => period === point?.period)
        return point ? [pointText(point, shown, words), ...(note ? [plainText(note.text)] : [])].join('\n') : ''
      },
    },
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
      ...(['mean', 'low', 'high'] as const).flatMap((key) => [
        levels(key, false, limited, phases, theme),
        ...(phases.some(({ trial }) => trial) && key !== 'mean' ? [levels(key, true, limited, phases, theme)] : []),
      ]),
      ...(rebased.length > 0 ? [rebaseLines(rebased, theme, words)] : []),
      ...noteMarks(points, notes, theme),
      {
        id: 'values-immature',
        type: 'line',
        z: 3,
        silent: true,
        symbol: 'none',
        lineStyle: { color: theme.common, width: 1.5, type: [4, 4] },
        data: points.map((point, index) => (joinsImmature(points, index) ? (point.value ?? '-') : '-')),
      },
      {
        id: 'line',
        type: 'line',
        z: 3,
        silent: true,
        symbol: 'none',
        connectNulls: false,
        lineStyle: { color: theme.common, width: 1.5 },
        data: points.map(({ value, immature }) => (immature ? '-' : (value ?? '-'))),
      },
      {
        id: 'values',
        ...chosenArea(
          chosenPlaces(
            points.map(({ span }) => span),
            chosen,
          ),
          theme,
        ),
        name: words.value,
        type: 'line',
        z: 4,
        clip: false,
        showAllSymbol: true,
        lineStyle: { opacity: 0 },
        labelLayout: { hideOverlap: true },
        data: points.map((point, index) => ({
          value: point.value ?? '-',
          symbol: point.signals.length > 0 ? 'diamond' : 'circle',
          symbolSize: point.signals.length > 0 ? 13 : 8,
          itemStyle: markOf(point, theme),
          label: {
            show: spoken.has(index),
            position:
              !isAbove(point) && ((point.value ?? 0) / axis.max) * plotHeight > NUMBER
                ? ('bottom' as const)
                : ('top' as const),
            formatter: shown(point.value),
            color: theme.ink,
            fontSize: theme.fontSize,
            fontFamily: theme.font,
            textBorderColor: theme.surface,
            textBorderWidth: 3,
          },
        })),
      },
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

/** Index of the month with which each phase begins. */
function phaseStarts(points: readonly ControlPoint[], phases: readonly ControlPhase[]): number[] {
  return phases.map(({ from }) => points.findIndex(({ period }) => period === from))
}

function limitedMonths(points: readonly ControlPoint[], phases: readonly ControlPhase[]): Limited[] {
  const starts = phaseStarts(points, phases)
  return points.flatMap((point, index) => {
    const phase = starts.filter((start) => start <= index).length - 1
    return point.value === null || point.immature || point.mean === null ? [] : [{ ...point, index, phase }]
  })
}

/** Mean or limit as a level over each month, joined within a phase and parted at gaps and borders of phases. */
function levels(
  key: 'mean' | 'low' | 'high',
  trial: boolean,
  limited: readonly Limited[],
  phases: readonly ControlPhase[],
  theme: ChartTheme,
): LineSeriesOption {
  const data: (readonly [number, number | '-'])[] = []
  let before: Limited | null = null
  for (const month of limited) {
    const level = month[key]
    if (level === null || (key !== 'mean' && (phases[month.phase]?.trial ?? false) !== trial)) continue
    if (before && (before.index !== month.index - 1 || before.phase !== month.phase))
      data.push([month.index - 0.5, '-'])
    data.push([month.index - 0.5, level], [month.index + 0.5, level])
    before = month
  }
  return {
    id: trial ? `${key}-trial` : key,
    type: 'line',
    xAxisIndex: 1,
    silent: true,
    symbol: 'none',
    connectNulls: false,
    z: 2,
    lineStyle: {
      color: key === 'mean' ? theme.ink : theme.outline,
      width: 1.25,
      type: key === 'mean' ? 'solid' : [...(trial ? TRIAL : DASHES)],
    },
    data: data as LineSeriesOption['data'],
  } as LineSeriesOption
}

/** A mark over each month with a note; the words stand in the tooltip and the table, where there is room. */
function noteMarks(
  points: readonly ControlPoint[],
  notes: readonly MonthNote[],
  theme: ChartTheme,
): LineSeriesOption[] {
  const marked = points.flatMap(({ period }, index) => (notes.some((note) => note.period === period) ? [index] : []))
  if (marked.length === 0) return []
  return [
    {
      id: 'notes',
      type: 'line',
      xAxisIndex: 1,
      silent: true,
      data: [],
      markLine: {
        silent: true,
        symbol: 'none',
        lineStyle: { color: theme.outline, width: 1, type: [1, 3] },
        label: {
          position: 'insideStartTop',
          formatter: '※',
          rotate: 0,
          color: theme.ink,
          fontSize: theme.fontSize + 2,
        },
        data: marked.map((index) => ({ xAxis: index })),
      },
    },
  ]
}

function rebaseLines(starts: readonly number[], theme: ChartTheme, words: ChartWords): LineSeriesOption {
  return {
    id: 'rebased',
    type: 'line',
    xAxisIndex: 1,
    silent: true,
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: theme.chosen, width: 1, type: [2, 3] },
      label: {
        position: 'end',
        formatter: words.rebased,
        color: theme.chosen,
        fontSize: theme.fontSize,
        fontFamily: theme.font,
      },
      data: starts.map((start) => ({ xAxis: start - 0.5 })),
    },
  }
}

/** Immature months, and the settled one before them, which joins the lines. */
function joinsImmature(points: readonly ControlPoint[], index: number): boolean {
  return (points[index]?.immature ?? false) || (points[index + 1]?.immature ?? false)
}

/** Months whose number is printed: those outside the limits, and the last one of each stretch of other signals. */
function spokenMonths(points: readonly ControlPoint[]): Set<number> {
  const spoken = new Set<number>()
  for (const [index, point] of points.entries()) {
    const next = points[index + 1]
    const goesOn = next !== undefined && next.signals.length > 0 && isAbove(next) === isAbove(point)
    if (point.signals.includes('outside') || (point.signals.length > 0 && !goesOn)) spoken.add(index)
  }
  return spoken
}

function isAbove({ value, mean }: ControlPoint): boolean {
  return value !== null && mean !== null && value >= mean
}

function markOf(point: ControlPoint, theme: ChartTheme): { color: string; borderColor: string; borderWidth: number } {
  if (point.immature) return { color: theme.surface, borderColor: theme.common, borderWidth: 2 }
  const color = point.signals.length === 0 ? theme.common : isAbove(point) ? theme.above : theme.below
  return { color, borderColor: theme.surface, borderWidth: 1 }
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
