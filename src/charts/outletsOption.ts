import type { EChartsOption } from 'echarts'
import type { OutletCell } from '../model/measure'
import { axisTooltip } from './axisTooltip'
import { labelFont, labelStyle, nameColumn, plainText } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { evenAxis } from './evenAxis'
import { countText, intervalText, NO_VALUE, percentText, ratioText } from './numberText'
import { nameAxis, numberColumn, rowGrid, rowHeight } from './rowAxes'
import { truncated } from './truncated'
import { countAxis, overRows } from './valueAxes'

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

/** Room at the right for rates with n/d, or for the number of the longest bar alone, in px. */
const RATES = 152
const NO_RATES = 56

/**
 * Adopted items by outlet as horizontal bars with their number; at the right the outlet's rate with n/d where a ledger says
 * what was submitted to it, else «—»; no such column where no rate is known. Rates of outlets are never added.
 */
export function outletsOption(
  rows: readonly OutletCell[],
  theme: ChartTheme,
  words: ChartWords,
  size: ChartSize,
): EChartsOption {
  const label = labelStyle(theme)
  const row = rowHeight({ row: theme.row + 2, rowMost: theme.rowMost + 8 }, size.height - HEAD - 8, rows.length)
  const names = nameColumn(
    rows.map(({ outlet }) => outlet),
    theme,
    size.width,
    0.3,
  )
  // Most ledgers do not say what was sent to whom: a column of dashes would take a quarter of a slide.
  const hasRates = rows.some(({ rate }) => rate !== null)
  const counts = overRows(countAxis(evenAxis(Math.max(0, ...rows.map(({ adopted }) => adopted)), 4, 1), theme))
  return {
    textStyle: { fontFamily: theme.font },
    grid: rowGrid(names + 12, hasRates ? RATES : NO_RATES, HEAD, rows.length * row),
    tooltip: axisTooltip(theme, (index) => rowText(rows[index]!, words)),
    xAxis: { ...counts, axisLabel: { ...counts.axisLabel, margin: 6 } },
    yAxis: [
      nameAxis(rows.length, theme, {
        color: theme.ink,
        textAt: (index) => truncated(rows[index]!.outlet, names, theme.fontSize),
      }),
      {
        show: hasRates,
        ...numberColumn(rows.length, theme, {
          margin: 36,
          textAt: (index) => valueText(rows[index]!),
          rich: {
            rate: { width: 48, align: 'right', color: theme.ink, fontWeight: 600, ...labelFont(theme) },
            ratio: { width: 62, align: 'right', color: theme.ink2, ...labelFont(theme) },
          },
        }),
        name: words.rate,
        nameLocation: 'start',
        nameGap: 8,
        nameTextStyle: { ...label, align: 'right', padding: [0, -84, 0, 0] },
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

function valueText(row: OutletCell): string {
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
