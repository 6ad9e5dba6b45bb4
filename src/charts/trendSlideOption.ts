import type { BarSeriesOption, EChartsOption, LineSeriesOption } from 'echarts'
import { labelStyle, textWidth } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { evenAxis } from './evenAxis'
import { hatch } from './hatch'
import { monthSlots, type MonthSlot } from './monthSlots'
import { countText, percentText, ratioText } from './numberText'
import { roundAxis } from './roundAxis'
import type { TrendInput } from './trendOption'

/** Months of one slide at most: a year and a half of them can be told apart from the last row of seats. */
const MOST = 18
/** Between two numbers side by side, in px. */
const GAP = 8
const HEAD = 26
const FOOT = 52
/** Between the two plots: room for the number over the tallest bar. */
const BETWEEN = 16
/** A point's mark with its number over it. */
const NUMBER = 22

/**
 * The trend for a slide, where nothing can be hovered: rates above, each printed; items below as bars, adopted of submitted printed under each month. As many
 * of the last months up to the end of the chosen period as have room for their numbers; the chosen months are marked, immature ones hatched and hollow.
 */
export function trendSlideOption(
  { months, clock, chosen }: TrendInput,
  theme: ChartTheme,
  words: ChartWords,
  size: ChartSize,
): EChartsOption {
  const label = labelStyle(theme)
  const upTo = chosen ? months.filter(({ span }) => span.to <= chosen.to) : months
  const all = monthSlots(upTo.length > 0 ? upTo : months)
  const widest = Math.max(
    textWidth('88.8%', theme.fontSize),
    ...all.map(({ cell }) => textWidth(ratio(cell), theme.fontSize)),
  )
  const sides = 44
  const fit = Math.max(2, Math.min(MOST, Math.floor((size.width - sides) / (widest * 1.05 + GAP))))
  const slots = all.slice(-fit)
  const counts = roundAxis(
    Math.max(1, ...slots.map(({ cell }) => Math.max(cell?.submitted ?? 0, cell?.adopted ?? 0))),
    2,
    1,
  )
  const rates = evenAxis(Math.max(0, ...slots.map(({ cell }) => cell?.rate ?? 0)), 2, 0.05)
  const room = size.height - HEAD - FOOT - BETWEEN
  const upper = Math.round(room * 0.46)
  const inside = (slot: MonthSlot | undefined): boolean =>
    chosen !== null && slot?.cell !== null && slot?.cell !== undefined && slot.cell.span.from >= chosen.from
  const first = slots.findIndex(inside)
  const marked = first > 0
  const keys = slots.map((_, index) => String(index))
  const step = (size.width - sides) / slots.length

  const bars = (id: 'submitted' | 'adopted'): BarSeriesOption => ({
    id,
    name: words[id],
    type: 'bar',
    xAxisIndex: clock === 'submitted' && id === 'adopted' ? 2 : 1,
    yAxisIndex: 1,
    emphasis: { disabled: true },
    barWidth: Math.min(40, step * (clock === 'adopted' ? 0.3 : id === 'submitted' ? 0.6 : 0.36)),
    itemStyle:
      id === 'submitted'
        ? { color: theme.submittedFill, borderColor: theme.outline, borderWidth: 1 }
        : { color: theme.adopted },
    data: slots.map(({ cell }) => ({
      value: cell?.[id] ?? '-',
      itemStyle: cell?.mature === false ? { decal: hatch(id === 'submitted' ? theme.outline : theme.surface) } : {},
    })),
    ...(marked && id === 'submitted' ? { markArea: washOf(first, slots.length - 1, theme) } : {}),
  })

  const line = (id: 'rate' | 'rate-immature'): LineSeriesOption => {
    const own = (index: number): boolean => (slots[index]?.cell?.mature === false) === (id === 'rate-immature')
    const joins = (index: number): boolean => id === 'rate-immature' && slots[index + 1]?.cell?.mature === false
    return {
      id,
      name: words.rate,
      type: 'line',
      symbol: 'diamond',
      showAllSymbol: true,
      silent: true,
      z: 4,
      lineStyle: { color: theme.rate, width: 2, type: id === 'rate' ? 'solid' : [4, 4] },
      itemStyle:
        id === 'rate'
          ? { color: theme.rate, borderColor: theme.surface, borderWidth: 1 }
          : { color: theme.surface, borderColor: theme.rate, borderWidth: 2 },
      label: {
        show: true,
        position: 'top',
        distance: 5,
        formatter: ({ dataIndex }) => (own(dataIndex) ? percentText(slots[dataIndex]?.cell?.rate ?? null) : ''),
        color: theme.rateText,
        fontWeight: 600,
        fontSize: theme.fontSize,
        fontFamily: theme.font,
        textBorderColor: theme.surface,
        textBorderWidth: 3,
      },
      data: slots.map(({ cell }, index) => ({
        value: (own(index) || joins(index) ? cell?.rate : null) ?? '-',
        symbolSize: own(index) ? 9 : 0,
      })),
    }
  }

  const category = (gridIndex: 0 | 1, show: boolean) => ({
    type: 'category' as const,
    gridIndex,
    data: keys,
    show,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: theme.outline } },
    axisLabel: { show: false },
  })
  return {
    textStyle: { fontFamily: theme.font },
    grid: [
      { left: sides, right: 0, top: HEAD, height: upper, outerBoundsMode: 'none' },
      { left: sides, right: 0, top: HEAD + upper + BETWEEN, bottom: FOOT, outerBoundsMode: 'none' },
    ],
    legend: {
      top: 0,
      left: 0,
      padding: [2, 0],
      itemWidth: 14,
      itemHeight: 10,
      itemGap: 16,
      selectedMode: false,
      textStyle: label,
      data: [
        {
          name: words.rate,
          itemStyle: { color: theme.rate },
          lineStyle: { color: theme.rate, width: 2, type: 'solid' },
        },
        {
          name: words.submitted,
          itemStyle: { color: theme.submittedFill, borderColor: theme.outline, borderWidth: 1 },
        },
        { name: words.adopted, itemStyle: { color: theme.adopted } },
      ],
    },
    xAxis: [
      category(0, true),
      {
        ...category(1, true),
        axisLabel: {
          ...label,
          show: true,
          interval: 0,
          lineHeight: 15,
          formatter: (key: string) => tickText(slots, Number(key), words),
          rich: {
            ratio: { color: theme.ink, fontSize: theme.fontSize, lineHeight: 15, fontFamily: theme.font },
            month: { color: theme.ink2, fontSize: theme.fontSize, lineHeight: 15, fontFamily: theme.font },
          },
        },
      },
      category(1, false),
    ],
    yAxis: [
      {
        type: 'value',
        gridIndex: 0,
        min: 0,
        ...rates,
        // Room for the number over the highest point, however low the plot is.
        max: (rates.max * upper) / Math.max(1, upper - NUMBER),
        axisLabel: {
          ...label,
          showMaxLabel: false,
          formatter: (value: number) => percentText(value, rates.interval < 0.05 ? 1 : 0),
        },
        splitLine: { lineStyle: { color: theme.hairline } },
      },
      {
        type: 'value',
        gridIndex: 1,
        min: 0,
        ...counts,
        axisLabel: { ...label, formatter: (value: number) => countText(value) },
        splitLine: { lineStyle: { color: theme.hairline } },
      },
    ],
    series: [
      ...(marked ? [washUnder(slots.length, first, theme)] : []),
      line('rate'),
      line('rate-immature'),
      bars('submitted'),
      bars('adopted'),
    ],
  }
}

function washOf(first: number, last: number, theme: ChartTheme) {
  return {
    silent: true,
    itemStyle: { color: theme.chosenWash },
    data: [[{ xAxis: String(first) }, { xAxis: String(last) }]] as [{ xAxis: string }, { xAxis: string }][],
  }
}

/** A line's area would begin in the middle of a month: a bar without height carries it. */
function washUnder(slots: number, first: number, theme: ChartTheme): BarSeriesOption {
  return {
    id: 'chosen',
    type: 'bar',
    silent: true,
    data: Array.from({ length: slots }, () => 0),
    markArea: washOf(first, slots - 1, theme),
  }
}

function ratio(cell: MonthSlot['cell']): string {
  return cell ? ratioText(cell.adopted, cell.submitted) : ''
}

/** Adopted of submitted, the month, and the year where one begins. */
function tickText(slots: readonly MonthSlot[], index: number, words: ChartWords): string {
  const slot = slots[index]
  if (!slot || slot.key === null) return '…'
  const startsYear = index === 0 || slot.key.endsWith('-01') || slots[index - 1]?.key === null
  const month = `{month|${words.monthTick(slot.key)}}`
  return [`{ratio|${ratio(slot.cell)}}`, month, ...(startsYear ? [`{month|${words.yearTick(slot.key)}}`] : [])].join(
    '\n',
  )
}
