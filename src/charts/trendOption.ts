import type { BarSeriesOption, EChartsOption, LineSeriesOption } from 'echarts'
import type { PeriodCell } from '../model/measure'
import type { Clock, Span } from '../model/period'
import { chosenArea, chosenPlaces } from './chosenArea'
import { labelStyle, tooltipBase } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { evenAxis } from './evenAxis'
import { hatch } from './hatch'
import { monthSlots, type MonthSlot } from './monthSlots'
import { countText, intervalText, percentText } from './numberText'

export interface TrendInput {
  /** Months with facts, in order. */
  readonly months: readonly PeriodCell[]
  readonly clock: Clock
  /** The chosen period, marked by a faint area; null marks nothing. */
  readonly chosen: Span | null
}

/** Steps of both axes, so that counts and rates share their grid lines. */
const STEPS = 4
/** From this many months on a slider appears and the last ones are shown. */
const MANY = 36
const SHOWN = 24

/**
 * Items submitted and adopted by month as bars, the rate as a line on a second axis.
 * On the clock «submitted» the adopted stand inside the submitted they come from; on «adopted» the two stand side by side.
 * A month without a rate is a gap in the line; an immature month is hatched, its rate hollow on a dashed line.
 */
export function trendOption(input: TrendInput, theme: ChartTheme, words: ChartWords, size: ChartSize): EChartsOption {
  const slots = monthSlots(input.months)
  const keys = slots.map((_, index) => String(index))
  const counts = evenAxis(
    Math.max(0, ...slots.map(({ cell }) => Math.max(cell?.submitted ?? 0, cell?.adopted ?? 0))),
    STEPS,
    1,
  )
  const rates = evenAxis(Math.max(0, ...slots.map(({ cell }) => cell?.rate ?? 0)), STEPS, 0.025)
  const many = slots.length > MANY
  const shown = Math.min(slots.length, many ? SHOWN : slots.length)
  const step = (size.width - 100) / Math.max(1, shown)
  const roomy = step >= 34
  const spoken = lastMature(slots)
  const sideBySide = input.clock === 'adopted'
  const label = labelStyle(theme)
  const area = chosenPlaces(
    slots.map(({ cell }) => cell?.span ?? null),
    input.chosen,
  )

  const bars = (id: 'submitted' | 'adopted'): BarSeriesOption => ({
    id,
    name: words[id],
    type: 'bar',
    emphasis: { disabled: true },
    barMaxWidth: (sideBySide ? 16 : id === 'submitted' ? 28 : 18) * (step > 60 ? 1.5 : 1),
    ...(sideBySide ? { barGap: '10%' } : id === 'submitted' ? {} : { xAxisIndex: 1 }),
    itemStyle:
      id === 'submitted'
        ? { color: theme.submittedFill, borderColor: theme.outline, borderWidth: 1 }
        : { color: theme.adopted },
    data: slots.map(({ cell }) => ({
      value: cell?.[id] ?? '-',
      itemStyle: cell?.mature === false ? { decal: hatch(id === 'submitted' ? theme.outline : theme.surface) } : {},
    })),
    ...(id === 'submitted' && chosenArea(area, theme)),
  })

  const line = (id: 'rate' | 'rate-immature', values: readonly (number | null)[]): LineSeriesOption => ({
    id,
    name: words.rate,
    type: 'line',
    yAxisIndex: 1,
    connectNulls: false,
    symbol: 'diamond',
    symbolSize: 9,
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
      distance: 4,
      formatter: ({ dataIndex }) =>
        isOwn(slots, dataIndex, id) && (roomy || dataIndex === spoken)
          ? percentText(slots[dataIndex]?.cell?.rate ?? null)
          : '',
      color: theme.rateText,
      fontSize: theme.fontSize,
      fontFamily: theme.font,
      textBorderColor: theme.surface,
      textBorderWidth: 4,
    },
    labelLayout: { hideOverlap: true },
    data: values.map((value, index) => ({ value: value ?? '-', symbolSize: isOwn(slots, index, id) ? 9 : 0 })),
  })

  const mature = slots.map(({ cell }) => (cell && cell.mature !== false ? cell.rate : null))
  const xAxis = {
    type: 'category' as const,
    data: keys,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: theme.outline } },
    axisLabel: {
      ...label,
      lineHeight: 16,
      interval: (index: number) => showsTick(slots, index, step),
      formatter: (key: string) => tickText(slots, Number(key), words),
    },
  }

  return {
    textStyle: { fontFamily: theme.font },
    grid: { top: 40, bottom: many ? 68 : 40, outerBoundsMode: 'none', ...sides(counts.max, rates.max) },
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
        {
          name: words.rate,
          itemStyle: { color: theme.rate },
          lineStyle: { color: theme.rate, width: 2, type: 'solid' },
        },
      ],
    },
    tooltip: {
      ...tooltipBase(theme),
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: theme.pointer } },
      formatter: (params) => {
        const index = (Array.isArray(params) ? params[0] : params)?.dataIndex
        return index === undefined ? '' : slotText(slots[index], words)
      },
    },
    xAxis: [xAxis, { ...xAxis, show: false }],
    yAxis: [
      {
        type: 'value',
        min: 0,
        ...counts,
        axisLabel: { ...label, formatter: (value: number) => countText(value) },
        splitLine: { lineStyle: { color: theme.hairline } },
      },
      {
        type: 'value',
        min: 0,
        ...rates,
        axisLabel: {
          ...label,
          color: theme.rateText,
          formatter: (value: number) => percentText(value, rates.interval < 0.05 ? 1 : 0),
        },
        splitLine: { show: false },
      },
    ],
    ...(many ? { dataZoom: slider(slots, area, theme) } : {}),
    series: [bars('submitted'), bars('adopted'), line('rate', mature), line('rate-immature', dashed(slots))],
  }
}

/** Whether the point is drawn by this series (the dashed one repeats its mature neighbour to join the lines). */
function isOwn(slots: readonly MonthSlot[], index: number, id: 'rate' | 'rate-immature'): boolean {
  return (slots[index]?.cell?.mature === false) === (id === 'rate-immature')
}

/** The last month whose rate the title speaks of; where months are narrow it alone carries its number. */
function lastMature(slots: readonly MonthSlot[]): number {
  for (let index = slots.length - 1; index >= 0; index--) {
    const cell = slots[index]!.cell
    if (cell && cell.rate !== null && cell.mature !== false) return index
  }
  return -1
}

/** Rates of immature months, with the mature neighbour before each run. */
function dashed(slots: readonly MonthSlot[]): (number | null)[] {
  return slots.map(({ cell }, index) => {
    const joins = cell?.mature !== false && slots[index + 1]?.cell?.mature === false
    return cell && (cell.mature === false || joins) ? cell.rate : null
  })
}

/** Room for the labels of both value axes. */
function sides(count: number, rate: number) {
  return { left: 12 + countText(count).length * 7, right: 12 + percentText(rate, 0).length * 8 }
}

function showsTick(slots: readonly MonthSlot[], index: number, step: number): boolean {
  const key = slots[index]?.key
  if (step >= 27 || key === null || key === undefined) return true
  const month = Number(key.slice(5))
  return step >= 12 ? month % 3 === 1 : month % 6 === 1
}

function tickText(slots: readonly MonthSlot[], index: number, words: ChartWords): string {
  const key = slots[index]?.key
  if (key === null || key === undefined) return '…'
  const startsYear = index === 0 || key.endsWith('-01') || slots[index - 1]?.key === null
  return startsYear ? `${words.monthTick(key)}\n${words.yearTick(key)}` : words.monthTick(key)
}

function slotText(slot: MonthSlot | undefined, words: ChartWords): string {
  if (!slot?.key) return '…'
  const name = words.periodName(slot.key)
  const cell = slot.cell
  if (!cell) return `${name}\n${words.submitted} ${countText(null)}`
  const lines = [
    cell.mature === false ? `${name} · ${words.immature}` : name,
    `${words.submitted} ${countText(cell.submitted)}`,
    `${words.adopted} ${countText(cell.adopted)}`,
    `${words.rate} ${percentText(cell.rate)}`,
  ]
  if (cell.interval) lines.push(`${words.interval} ${intervalText(cell.interval)}`)
  if (cell.pending !== null) lines.push(`${words.pending} ${countText(cell.pending)}`)
  return lines.join('\n')
}

function slider(slots: readonly MonthSlot[], area: readonly [string, string] | null, theme: ChartTheme) {
  const end = area ? Math.min(slots.length - 1, Number(area[1]) + 3) : slots.length - 1
  return [
    {
      type: 'slider' as const,
      xAxisIndex: [0, 1],
      bottom: 4,
      height: 18,
      startValue: Math.max(0, end - SHOWN + 1),
      endValue: end,
      showDetail: false,
      brushSelect: false,
      borderColor: theme.hairline,
      fillerColor: theme.chosenWash,
      handleStyle: { color: theme.surface, borderColor: theme.outline },
      dataBackground: { lineStyle: { opacity: 0 }, areaStyle: { opacity: 0 } },
      selectedDataBackground: { lineStyle: { opacity: 0 }, areaStyle: { opacity: 0 } },
    },
  ]
}
