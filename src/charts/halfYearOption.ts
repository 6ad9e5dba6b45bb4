import type { BarSeriesOption, EChartsOption } from 'echarts'
import type { PeriodCell } from '../model/measure'
import type { Span } from '../model/period'
import { chosenArea, chosenPlaces } from './chosenArea'
import { axisTooltip } from './axisTooltip'
import { labelFont, labelStyle } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { barLegend, countBars, type CountId, countKeys, mostItems } from './countBars'
import { evenAxis } from './evenAxis'
import { countText, intervalText, percentText, ratioText } from './numberText'
import { countAxis } from './valueAxes'

/** Width one half-year needs so that its rate and n/d stay apart. */
const SLOT = 72

/** The last half-years that a chart of this width has room for. */
export function fittingHalfYears(halfYears: readonly PeriodCell[], width: number): readonly PeriodCell[] {
  return halfYears.slice(-Math.max(2, Math.floor((width - 60) / SLOT)))
}

/**
 * Half-years side by side: submitted and adopted as bars, above each pair the rate with n/d («—» where there is none).
 * As many of the last half-years as fit; older ones are in the table. Immature ones are hatched, the chosen ones marked by a faint area.
 */
export function halfYearOption(
  halfYears: readonly PeriodCell[],
  theme: ChartTheme,
  words: ChartWords,
  size: ChartSize,
  chosen: Span | null = null,
): EChartsOption {
  const shown = fittingHalfYears(halfYears, size.width)
  const axis = evenAxis(mostItems(shown), 4, 1)
  const label = labelStyle(theme)

  const bars = (id: CountId): BarSeriesOption => ({
    ...countBars(id, shown, theme, words),
    barMaxWidth: theme.barMost,
    barGap: '8%',
    label: {
      show: true,
      position: 'top',
      distance: 3,
      formatter: ({ value }) => (value === '-' ? '' : countText(Number(value))),
      ...label,
    },
    ...(id === 'submitted' &&
      chosenArea(
        chosenPlaces(
          shown.map(({ span }) => span),
          chosen,
        ),
        theme,
      )),
  })

  return {
    textStyle: { fontFamily: theme.font },
    grid: { left: 12 + countText(axis.max).length * 7, right: 8, top: 92, bottom: 28, outerBoundsMode: 'none' },
    legend: barLegend(theme, countKeys(theme, words)),
    tooltip: axisTooltip(theme, (index) => cellText(shown[index]!, words)),
    xAxis: [
      {
        type: 'category',
        data: shown.map((_, index) => String(index)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: theme.outline } },
        axisLabel: {
          ...label,
          interval: 0,
          formatter: (key: string) => words.periodName(shown[Number(key)]?.period ?? ''),
        },
      },
      {
        type: 'category',
        position: 'top',
        data: shown.map((_, index) => String(index)),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: {
          ...label,
          interval: 0,
          // Room for the number on a bar that reaches the top.
          margin: 24,
          formatter: (key: string) => rateText(shown[Number(key)]),
          rich: {
            rate: { color: theme.rateText, fontSize: 16, fontWeight: 600, lineHeight: 20, fontFamily: theme.font },
            none: { color: theme.ink2, fontSize: 16, lineHeight: 20, fontFamily: theme.font },
            ratio: { color: theme.ink2, lineHeight: 16, ...labelFont(theme) },
          },
        },
      },
    ],
    yAxis: countAxis(axis, theme),
    series: [bars('submitted'), bars('adopted')],
  }
}

function rateText(cell: PeriodCell | undefined): string {
  return cell
    ? `{${cell.rate === null ? 'none' : 'rate'}|${percentText(cell.rate)}}\n{ratio|${ratioText(cell.adopted, cell.submitted)}}`
    : ''
}

function cellText(cell: PeriodCell, words: ChartWords): string {
  const name = words.periodName(cell.period)
  return [
    cell.mature === false ? `${name} · ${words.immature}` : name,
    `${words.submitted} ${countText(cell.submitted)}`,
    `${words.adopted} ${countText(cell.adopted)}`,
    `${words.rate} ${percentText(cell.rate)}`,
    `${words.interval} ${intervalText(cell.interval)}`,
    `${words.placements} ${countText(cell.placements)}`,
  ].join('\n')
}
