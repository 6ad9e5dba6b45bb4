import type { EChartsOption } from 'echarts'
import type { OutletCell } from '../model/measure'
import { labelStyle, nameColumn, plainText, tooltipBase } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { evenAxis } from './evenAxis'
import { countText, intervalText, NO_VALUE, percentText, ratioText } from './numberText'
import { truncated } from './truncated'

const ROW = 26
const HEAD = 26

/** Outlets by what they adopted, most first; equal ones keep the order of the ledger. */
export function outletRows(outlets: readonly OutletCell[]): OutletCell[] {
  return outlets
    .map((outlet, index) => ({ outlet, index }))
    .sort((a, b) => b.outlet.adopted - a.outlet.adopted || a.index - b.index)
    .map(({ outlet }) => outlet)
}

/** Height in px at which every outlet is legible. */
export function outletsHeight(rows: number): number {
  return HEAD + rows * ROW + 8
}

/**
 * Adopted items by outlet as horizontal bars with their number; at the right the outlet's rate with n/d where a ledger says
 * what was submitted to it, else «—». Rates of outlets are never added.
 */
export function outletsOption(
  rows: readonly OutletCell[],
  theme: ChartTheme,
  words: ChartWords,
  size: ChartSize,
): EChartsOption {
  const keys = rows.map((_, index) => String(index))
  const label = labelStyle(theme)
  const row = Math.min(theme.rowMost + 8, Math.max(theme.row + 2, (size.height - HEAD - 8) / Math.max(1, rows.length)))
  const names = nameColumn(
    rows.map(({ outlet }) => outlet),
    theme,
    size.width,
    0.3,
  )
  const axis = evenAxis(Math.max(0, ...rows.map(({ adopted }) => adopted)), 4, 1)
  return {
    textStyle: { fontFamily: theme.font },
    grid: { left: names + 12, right: 152, top: HEAD, height: rows.length * row, outerBoundsMode: 'none' },
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
      axisLabel: { ...label, hideOverlap: true, margin: 6, formatter: (value: number) => countText(value) },
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
          color: theme.ink,
          interval: 0,
          formatter: (key: string) => truncated(rows[Number(key)]?.outlet ?? '', names, theme.fontSize),
        },
      },
      {
        type: 'category',
        inverse: true,
        position: 'right',
        name: words.rate,
        nameLocation: 'start',
        nameGap: 8,
        nameTextStyle: { ...label, align: 'right', padding: [0, -84, 0, 0] },
        data: keys,
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: {
          ...label,
          interval: 0,
          margin: 36,
          formatter: (key: string) => valueText(rows[Number(key)]),
          rich: {
            rate: {
              width: 48,
              align: 'right',
              color: theme.ink,
              fontWeight: 600,
              fontSize: theme.fontSize,
              fontFamily: theme.font,
            },
            ratio: { width: 62, align: 'right', color: theme.ink2, fontSize: theme.fontSize, fontFamily: theme.font },
          },
        },
      },
    ],
    series: [
      {
        id: 'adopted',
        name: words.adopted,
        type: 'bar',
        emphasis: { disabled: true },
        barWidth: Math.round(row / 2),
        itemStyle: { color: theme.adopted },
        label: {
          show: true,
          position: 'right',
          distance: 4,
          ...label,
          color: theme.ink,
          formatter: ({ value }) => countText(Number(value)),
        },
        data: rows.map(({ adopted }) => adopted),
      },
    ],
  }
}

function valueText(row: OutletCell | undefined): string {
  if (!row) return ''
  return row.rate === null
    ? `{rate|${NO_VALUE}}{ratio|}`
    : `{rate|${percentText(row.rate)}}{ratio|${ratioText(row.adopted, row.submitted)}}`
}

function rowText(row: OutletCell, words: ChartWords): string {
  const lines = [plainText(row.outlet), `${words.adopted} ${countText(row.adopted)}`]
  if (row.share !== null) lines.push(`${words.share} ${percentText(row.share)}`)
  lines.push(`${words.submitted} ${countText(row.submitted)}`)
  lines.push(
    row.rate === null ? `${words.rate} ${NO_VALUE} (${words.noRate})` : `${words.rate} ${percentText(row.rate)}`,
  )
  if (row.interval) lines.push(`${words.interval} ${intervalText(row.interval)}`)
  return lines.join('\n')
}
