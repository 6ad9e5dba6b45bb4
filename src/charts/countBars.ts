import type { BarSeriesOption } from 'echarts'
import type { PeriodCell } from '../model/measure'
import { labelStyle } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartWords } from './chartWords'
import { hatch } from './hatch'

export type CountId = 'submitted' | 'adopted'

/** Items of periods as bars, submitted pale with a rim, adopted in their colour; hatched where decisions are still coming in. null is a period without facts. */
export function countBars(
  id: CountId,
  cells: readonly (PeriodCell | null)[],
  theme: ChartTheme,
  words: ChartWords,
): BarSeriesOption {
  return {
    id,
    name: words[id],
    type: 'bar',
    emphasis: { disabled: true },
    itemStyle: fillOf(id, theme),
    data: cells.map((cell) => ({
      value: cell?.[id] ?? '-',
      itemStyle: cell?.mature === false ? { decal: hatch(id === 'submitted' ? theme.outline : theme.surface) } : {},
    })),
  }
}

/** The entries of a legend for both. */
export function countKeys(theme: ChartTheme, words: ChartWords) {
  return (['submitted', 'adopted'] as const).map((id) => ({ name: words[id], itemStyle: fillOf(id, theme) }))
}

/** A legend of bars; entries stand for what is drawn and cannot be switched off. */
export function barLegend<Key extends object>(theme: ChartTheme, data: Key[]) {
  return {
    top: 0,
    left: 0,
    itemWidth: 14,
    itemHeight: 10,
    itemGap: 16,
    selectedMode: false,
    textStyle: labelStyle(theme),
    data,
  }
}

/** The greatest number of items that bars of these periods reach. */
export function mostItems(cells: readonly (PeriodCell | null)[]): number {
  return Math.max(0, ...cells.map((cell) => Math.max(cell?.submitted ?? 0, cell?.adopted ?? 0)))
}

function fillOf(id: CountId, theme: ChartTheme) {
  return id === 'submitted'
    ? { color: theme.submittedFill, borderColor: theme.outline, borderWidth: 1 }
    : { color: theme.adopted }
}
