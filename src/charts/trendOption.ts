import type { BarSeriesOption, EChartsOption, LineSeriesOption } from 'echarts'
import type { PeriodCell } from '../model/measure'
import type { Clock, Span } from '../model/period'
import { chosenArea, chosenPlaces } from './chosenArea'
import { axisTooltip } from './axisTooltip'
import { labelStyle } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { barLegend, countBars, type CountId, countKeys, mostItems } from './countBars'
import { evenAxis } from './evenAxis'
import { monthSlots, type MonthSlot, startsYear } from './monthSlots'
import { countText, intervalText, percentText } from './numberText'
import { highestRate, isOn, rateKey, rateLine, type RateLineId } from './rateLine'
import { countAxis, rateAxis } from './valueAxes'

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
  const cells = slots.map(({ cell }) => cell)
  const counts = evenAxis(mostItems(cells), STEPS, 1)
  const rates = evenAxis(highestRate(cells), STEPS, 0.025)
  const many = slots.length > MANY
  const shown = Math.min(slots.length, many ? SHOWN : slots.length)
  const step = (size.width - 100) / Math.max(1, shown)
  const roomy = step >= 34
  const spoken = lastMature(slots)
  const sideBySide = input.clock === 'adopted'
  const label = labelStyle(theme)
  const area = chosenPlaces(
    cells.map((cell) => cell?.span ?? null),
    input.chosen,
  )

  const bars = (id: CountId): BarSeriesOption => ({
    ...countBars(id, cells, theme, words),
    barMaxWidth: (sideBySide ? 16 : id === 'submitted' ? 28 : 18) * (step > 60 ? 1.5 : 1),
    ...(sideBySide ? { barGap: '10%' } : id === 'submitted' ? {} : { xAxisIndex: 1 }),
    ...(id === 'submitted' && chosenArea(area, theme)),
  })

  const line = (id: RateLineId): LineSeriesOption => {
    const base = rateLine(id, cells, theme, words)
    return {
      ...base,
      yAxisIndex: 1,
      label: {
        ...base.label,
        distance: 4,
        formatter: ({ dataIndex }) =>
          isOn(id, cells, dataIndex) && (roomy || dataIndex === spoken)
            ? percentText(cells[dataIndex]?.rate ?? null)
            : '',
        textBorderWidth: 4,
      },
      labelLayout: { hideOverlap: true },
    }
  }

  const xAxis = {
    type: 'category' as const,
    data: slots.map((_, index) => String(index)),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: theme.outline } },
    axisLabel: {
      ...label,
      lineHeight: 16,
      interval: (index: number) => showsTick(slots, index, step),
      formatter: (key: string) => tickText(slots, Number(key), words),
    },
  }

  const secondAxis = rateAxis(rates, theme)
  return {
    textStyle: { fontFamily: theme.font },
    grid: { top: 40, bottom: many ? 68 : 40, outerBoundsMode: 'none', ...sides(counts.max, rates.max) },
    legend: barLegend(theme, [...countKeys(theme, words), rateKey(theme, words)]),
    tooltip: axisTooltip(theme, (index) => slotText(slots[index], words)),
    xAxis: [xAxis, { ...xAxis, show: false }],
    yAxis: [
      countAxis(counts, theme),
      {
        ...secondAxis,
        axisLabel: { ...secondAxis.axisLabel, color: theme.rateText },
        splitLine: { show: false },
      },
    ],
    ...(many ? { dataZoom: slider(slots, area, theme) } : {}),
    series: [bars('submitted'), bars('adopted'), line('rate'), line('rate-immature')],
  }
}

/** The last month whose rate the title speaks of; where months are narrow it alone carries its number. */
function lastMature(slots: readonly MonthSlot[]): number {
  for (let index = slots.length - 1; index >= 0; index--) {
    const cell = slots[index]!.cell
    if (cell && cell.rate !== null && cell.mature !== false) return index
  }
  return -1
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
  return startsYear(slots, index) ? `${words.monthTick(key)}\n${words.yearTick(key)}` : words.monthTick(key)
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
