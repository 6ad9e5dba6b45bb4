import type { LineSeriesOption } from 'echarts'
import type { ControlPoint } from '../model/analysis'
import { labelFont } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartWords } from './chartWords'
import type { chosenArea } from './chosenArea'

/** Room for the number of a month under or over its mark. */
const NUMBER = 22

/**
 * The values of months: a line through settled ones, a dashed one through immature ones, and a mark for each. `shown`: a value in words; `all`: every number is
 * printed, not only those that stand out; `heightOf`: how far over the axis a value stands, in px; `area`: the mark
 * of the chosen months.
 */
export function controlPoints(
  points: readonly ControlPoint[],
  {
    shown,
    all,
    heightOf,
    area,
  }: {
    readonly shown: (value: number | null) => string
    readonly all: boolean
    readonly heightOf: (value: number) => number
    readonly area: ReturnType<typeof chosenArea>
  },
  theme: ChartTheme,
  words: ChartWords,
): LineSeriesOption[] {
  const spoken = all
    ? new Set(points.flatMap(({ value }, index) => (value === null ? [] : [index])))
    : spokenMonths(points)
  return [
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
      ...area,
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
          position: !isAbove(point) && heightOf(point.value ?? 0) > NUMBER ? ('bottom' as const) : ('top' as const),
          formatter: shown(point.value),
          color: theme.ink,
          ...labelFont(theme),
          textBorderColor: theme.surface,
          textBorderWidth: 3,
        },
      })),
    },
  ]
}

/** Whether the value of a month is not below its mean. */
export function isAbove({ value, mean }: ControlPoint): boolean {
  return value !== null && mean !== null && value >= mean
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

function markOf(point: ControlPoint, theme: ChartTheme): { color: string; borderColor: string; borderWidth: number } {
  if (point.immature) return { color: theme.surface, borderColor: theme.common, borderWidth: 2 }
  const color = point.signals.length === 0 ? theme.common : isAbove(point) ? theme.above : theme.below
  return { color, borderColor: theme.surface, borderWidth: 1 }
}
