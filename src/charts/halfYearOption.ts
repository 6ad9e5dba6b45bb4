import type { BarSeriesOption, EChartsOption } from 'echarts'
import type { PeriodCell } from '../model/measure'
import type { Span } from '../model/period'
import { chosenArea, chosenPlaces } from './chosenArea'
import { labelStyle, tooltipBase } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { evenAxis } from './evenAxis'
import { countText, intervalText, percentText, ratioText } from './numberText'

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
  const axis = evenAxis(Math.max(0, ...shown.map((cell) => Math.max(cell.submitted ?? 0, cell.adopted ?? 0))), 4, 1)
  const label = labelStyle(theme)

  const bars = (id: 'submitted' | 'adopted'): BarSeriesOption => ({
    id,
    name: words[id],
    type: 'bar',
    emphasis: { disabled: true },
    barMaxWidth: theme.barMost,
    barGap: '8%',
    itemStyle:
      id === 'submitted'
        ? { color: theme.submittedFill, borderColor: theme.outline, borderWidth: 1 }
        : { color: theme.adopted },
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
    data: shown.map((cell) => ({
      value: cell[id] ?? '-',
      itemStyle:
        cell.mature === false
          ? {
              decal: {
                symbol: 'rect',
                dashArrayX: [1, 0],
                dashArrayY: [2, 3],
                rotation: -Math.PI / 4,
                color: id === 'submitted' ? theme.outline : theme.surface,
              },
            }
          : {},
    })),
  })

  return {
    textStyle: { fontFamily: theme.font },
    grid: { left: 12 + countText(axis.max).length * 7, right: 8, top: 92, bottom: 28, outerBoundsMode: 'none' },
    legend: {
      top: 0,
      left: 0,
      itemWidth: 14,
      itemHeight: 10,
      itemGap: 16,
      selectedMode: false,
      textStyle: label,
      data: [
        {
          name: words.submitted,
          itemStyle: { color: theme.submittedFill, borderColor: theme.outline, borderWidth: 1 },
        },
        { name: words.adopted, itemStyle: { color: theme.adopted } },
      ],
    },
    tooltip: {
      ...tooltipBase(theme),
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: theme.pointer } },
      formatter: (params) => {
        const cell = shown[(Array.isArray(params) ? params[0] : params)?.dataIndex ?? -1]
        return cell ? cellText(cell, words) : ''
      },
    },
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
            ratio: { color: theme.ink2, fontSize: theme.fontSize, lineHeight: 16, fontFamily: theme.font },
          },
        },
      },
    ],
    yAxis: {
      type: 'value',
      min: 0,
      ...axis,
      axisLabel: { ...label, formatter: (value: number) => countText(value) },
      splitLine: { lineStyle: { color: theme.hairline } },
    },
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
