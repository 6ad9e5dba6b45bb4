import type { BarSeriesOption, EChartsOption, LineSeriesOption } from 'echarts'
import { labelFont, labelStyle, textWidth } from './chartText'
import type { Span } from '../model/period'
import { spanOfKey } from '../time/calendar'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { chosenArea } from './chosenArea'
import { barLegend, countBars, type CountId, countKeys, mostItems } from './countBars'
import { evenAxis } from './evenAxis'
import { monthSlots, type MonthSlot, startsYear } from './monthSlots'
import { percentText, ratioText } from './numberText'
import { highestRate, isOn, rateKey, rateLine, type RateLineId } from './rateLine'
import { roundAxis } from './roundAxis'
import type { TrendInput } from './trendOption'
import { countAxis, rateAxis } from './valueAxes'

/** Months of one slide at most: a year and a half of them can be told apart from the last row of seats. */
const MOST = 18
/** Between two numbers side by side, in px. */
const GAP = 8
const HEAD = 26
const FOOT = 52
/** Between the two plots: room for the number over the tallest bar. */
const BETWEEN = 16
/** Months that are squeezed in beyond those with room. */
const LENT = 2
/** A point's mark with its number over it. */
const NUMBER = 22

/**
 * The trend for a slide, where nothing can be hovered: rates above, each printed; items below as bars, adopted of submitted printed under each month. As many
 * of the last months up to the end of the chosen period (`until`: its last month, which may have no facts) as have room for their numbers; the chosen months are marked, immature ones hatched and hollow.
 */
export function trendSlideOption(
  { months, clock, chosen, until = null }: TrendInput & { readonly until?: string | null },
  theme: ChartTheme,
  words: ChartWords,
  size: ChartSize,
): EChartsOption {
  const label = labelStyle(theme)
  const upTo = chosen ? months.filter(({ span }) => span.to <= chosen.to) : months
  const all = monthSlots(upTo.length > 0 ? upTo : months, upTo.length > 0 ? until : null)
  const widest = Math.max(
    textWidth('88.8%', theme.fontSize),
    ...all.map(({ cell }) => textWidth(ratio(cell), theme.fontSize)),
  )
  const sides = 44
  const room = Math.max(2, Math.min(MOST, Math.floor((size.width - sides) / (widest * 1.05 + GAP))))
  // Of the chosen period no month is left out for want of a little room: then rates are told without their decimal.
  const wanted = chosen === null ? 0 : all.filter((slot) => isInside(slot, chosen)).length
  const tight = wanted > room && wanted <= room + LENT
  const slots = all.slice(-(tight ? wanted : room))
  const cells = slots.map(({ cell }) => cell)
  const counts = roundAxis(Math.max(1, mostItems(cells)), 2, 1)
  const rates = evenAxis(highestRate(cells), 2, 0.05)
  const height = size.height - HEAD - FOOT - BETWEEN
  const upper = Math.round(height * 0.46)
  const first = cells.findIndex((cell) => chosen !== null && cell !== null && cell.span.from >= chosen.from)
  // Where all of it is chosen nothing is set apart.
  const area = chosenArea(first > 0 ? [String(first), String(slots.length - 1)] : null, theme)
  const step = (size.width - sides) / slots.length

  const bars = (id: CountId): BarSeriesOption => ({
    ...countBars(id, cells, theme, words),
    xAxisIndex: clock === 'submitted' && id === 'adopted' ? 2 : 1,
    yAxisIndex: 1,
    barWidth: Math.min(40, step * (clock === 'adopted' ? 0.3 : id === 'submitted' ? 0.6 : 0.36)),
    ...(id === 'submitted' && area),
  })

  const line = (id: RateLineId): LineSeriesOption => {
    const base = rateLine(id, cells, theme, words)
    return {
      ...base,
      silent: true,
      label: {
        ...base.label,
        distance: 5,
        fontWeight: 600,
        formatter: ({ dataIndex }) =>
          isOn(id, cells, dataIndex) ? percentText(cells[dataIndex]?.rate ?? null, tight ? 0 : 1) : '',
        textBorderWidth: 3,
      },
    }
  }

  const category = (gridIndex: 0 | 1, show: boolean) => ({
    type: 'category' as const,
    gridIndex,
    data: slots.map((_, index) => String(index)),
    show,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: theme.outline } },
    axisLabel: { show: false },
  })
  const upperAxis = rateAxis(rates, theme)
  return {
    textStyle: { fontFamily: theme.font },
    grid: [
      { left: sides, right: 0, top: HEAD, height: upper, outerBoundsMode: 'none' },
      { left: sides, right: 0, top: HEAD + upper + BETWEEN, bottom: FOOT, outerBoundsMode: 'none' },
    ],
    legend: { ...barLegend(theme, [rateKey(theme, words), ...countKeys(theme, words)]), padding: [2, 0] },
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
            ratio: { color: theme.ink, lineHeight: 15, ...labelFont(theme) },
            month: { color: theme.ink2, lineHeight: 15, ...labelFont(theme) },
          },
        },
      },
      category(1, false),
    ],
    yAxis: [
      {
        ...upperAxis,
        gridIndex: 0,
        // Room for the number over the highest point, however low the plot is.
        max: (rates.max * upper) / Math.max(1, upper - NUMBER),
        axisLabel: { ...upperAxis.axisLabel, customValues: [0, rates.interval, rates.max] },
        splitLine: { ...upperAxis.splitLine, showMaxLine: false },
      },
      { ...countAxis(counts, theme), gridIndex: 1 },
    ],
    series: [
      // A line's area would begin in the middle of a month: a bar without height carries it.
      ...('markArea' in area
        ? [{ id: 'chosen', type: 'bar' as const, silent: true, data: slots.map(() => 0), ...area }]
        : []),
      line('rate'),
      line('rate-immature'),
      bars('submitted'),
      bars('adopted'),
    ],
  }
}

/** Whether the month of a slot lies in the chosen period; one without facts by its name. */
function isInside({ key, cell }: MonthSlot, chosen: Span): boolean {
  const span = cell?.span ?? (key === null ? null : spanOfKey(key))
  return span !== null && span.from >= chosen.from && span.to <= chosen.to
}

function ratio(cell: MonthSlot['cell']): string {
  return cell ? ratioText(cell.adopted, cell.submitted) : ''
}

/** Adopted of submitted, the month, and the year where one begins. */
function tickText(slots: readonly MonthSlot[], index: number, words: ChartWords): string {
  const slot = slots[index]
  if (!slot || slot.key === null) return '…'
  const month = `{month|${words.monthTick(slot.key)}}`
  return [
    `{ratio|${ratio(slot.cell)}}`,
    month,
    ...(startsYear(slots, index) ? [`{month|${words.yearTick(slot.key)}}`] : []),
  ].join('\n')
}
