import type { LineSeriesOption } from 'echarts'
import type { PeriodCell } from '../model/measure'
import type { ChartTheme } from './chartTheme'
import type { ChartWords } from './chartWords'

/** The line of the rate, and its dashed end over months whose decisions are still coming in. */
export type RateLineId = 'rate' | 'rate-immature'

/** The rate of months as one of its two lines, with the style of its numbers. A month without a rate is a gap; immature rates are hollow. */
export function rateLine(id: RateLineId, cells: readonly (PeriodCell | null)[], theme: ChartTheme, words: ChartWords) {
  return {
    id,
    name: words.rate,
    type: 'line',
    symbol: 'diamond',
    connectNulls: false,
    showAllSymbol: true,
    z: 4,
    lineStyle: { color: theme.rate, width: 2, type: id === 'rate' ? 'solid' : [4, 4] },
    itemStyle:
      id === 'rate'
        ? { color: theme.rate, borderColor: theme.surface, borderWidth: 1 }
        : { color: theme.surface, borderColor: theme.rate, borderWidth: 2 },
    label: {
      show: true,
      position: 'top',
      color: theme.rateText,
      fontSize: theme.fontSize,
      fontFamily: theme.font,
      textBorderColor: theme.surface,
    },
    data: cells.map((cell, index) => ({
      value: (isOn(id, cells, index) || joins(id, cells, index) ? cell?.rate : null) ?? '-',
      symbolSize: isOn(id, cells, index) ? 9 : 0,
    })),
  } satisfies LineSeriesOption
}

/** The highest rate of these months, 0 without one. */
export function highestRate(cells: readonly (PeriodCell | null)[]): number {
  return Math.max(0, ...cells.map((cell) => cell?.rate ?? 0))
}

/** Whether the point of a month belongs to this line. */
export function isOn(id: RateLineId, cells: readonly (PeriodCell | null)[], index: number): boolean {
  return (cells[index]?.mature === false) === (id === 'rate-immature')
}

/** The dashed line begins at the settled month before it, so that the two meet. */
function joins(id: RateLineId, cells: readonly (PeriodCell | null)[], index: number): boolean {
  return id === 'rate-immature' && cells[index + 1]?.mature === false
}

/** The entry of a legend for it. */
export function rateKey(theme: ChartTheme, words: ChartWords) {
  return {
    name: words.rate,
    itemStyle: { color: theme.rate },
    lineStyle: { color: theme.rate, width: 2, type: 'solid' as const },
  }
}
