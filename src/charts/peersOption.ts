import type { EChartsOption } from 'echarts'
import type { Cell } from '../model/measure'
import { labelStyle, nameColumn, plainText, tooltipBase } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { evenAxis } from './evenAxis'
import { intervalText, percentText, ratioText } from './numberText'
import { truncated } from './truncated'
import { whisker } from './whisker'

/** One bar: a unit, or units together. */
export interface PeerRow {
  readonly name: string
  readonly cell: Cell
  /** The unit that is compared. */
  readonly own: boolean
}

const ROW = 44
const HEAD = 26
const FOOT = 8
const RIGHT = 128
/** Share of the width that names may take. */
const NAMES = 0.34

/** Height in px of so many bars. */
export function peersHeight(rows: number): number {
  return HEAD + rows * ROW + FOOT
}

/** The rate of a unit beside those of others: bars with the Wilson interval as whiskers, rate and n/d at the right; «—» without a bar where there is no rate. */
export function peersOption(
  rows: readonly PeerRow[],
  theme: ChartTheme,
  words: ChartWords,
  size: ChartSize,
): EChartsOption {
  const keys = rows.map((_, index) => String(index))
  const label = labelStyle(theme)
  const names = nameColumn(
    rows.map(({ name }) => name),
    theme,
    size.width,
    NAMES,
  )
  const axis = evenAxis(Math.max(0.1, ...rows.map(({ cell }) => cell.interval?.[1] ?? cell.rate ?? 0)), 4, 0.025)
  const style = (weight: number, colour: string) => ({
    color: colour,
    fontWeight: weight,
    fontSize: theme.fontSize,
    fontFamily: theme.font,
  })
  return {
    textStyle: { fontFamily: theme.font },
    grid: { left: names + 16, right: RIGHT, top: HEAD, height: rows.length * ROW, outerBoundsMode: 'none' },
    tooltip: {
      ...tooltipBase(theme),
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: theme.pointer } },
      formatter: (params) => {
        const row = rows[(Array.isArray(params) ? params[0] : params)?.dataIndex ?? -1]
        return row ? rowText(row, words) : ''
      },
    },
    xAxis: {
      type: 'value',
      position: 'top',
      min: 0,
      ...axis,
      axisLabel: {
        ...label,
        hideOverlap: true,
        formatter: (value: number) => percentText(value, axis.interval < 0.05 ? 1 : 0),
      },
      splitLine: { lineStyle: { color: theme.hairline } },
    },
    yAxis: [
      {
        type: 'category',
        inverse: true,
        data: keys,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: theme.outline } },
        axisLabel: {
          ...label,
          interval: 0,
          formatter: (key: string) => {
            const row = rows[Number(key)]
            return row ? `{${row.own ? 'own' : 'other'}|${truncated(plainText(row.name), names, theme.fontSize)}}` : ''
          },
          rich: { own: style(600, theme.ink), other: style(400, theme.ink) },
        },
      },
      {
        type: 'category',
        inverse: true,
        position: 'right',
        data: keys,
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: {
          ...label,
          interval: 0,
          margin: 8,
          formatter: (key: string) => {
            const cell = rows[Number(key)]?.cell
            return cell ? `{rate|${percentText(cell.rate)}}{ratio|${ratioText(cell.adopted, cell.submitted)}}` : ''
          },
          rich: {
            rate: { width: 46, align: 'right', ...style(600, theme.ink) },
            ratio: { width: 66, align: 'right', ...style(400, theme.ink2) },
          },
        },
      },
    ],
    series: [
      {
        id: 'rate',
        name: words.rate,
        type: 'bar',
        emphasis: { disabled: true },
        barWidth: 18,
        data: rows.map(({ cell, own }) => ({
          value: cell.rate ?? '-',
          itemStyle: {
            color: own ? theme.adopted : theme.commonFill,
            borderColor: own ? theme.adopted : theme.outline,
            borderWidth: 1,
          },
        })),
      },
      {
        id: 'interval',
        name: words.interval,
        type: 'custom',
        renderItem: whisker(theme),
        encode: { x: [1, 2], y: 0 },
        z: 5,
        silent: true,
        data: rows.flatMap(({ cell }, index) => (cell.interval ? [[index, ...cell.interval]] : [])),
      },
    ],
  }
}

function rowText({ name, cell }: PeerRow, words: ChartWords): string {
  return [
    plainText(name),
    `${words.rate} ${percentText(cell.rate)} ${ratioText(cell.adopted, cell.submitted)}`,
    `${words.interval} ${intervalText(cell.interval)}`,
  ].join('\n')
}
