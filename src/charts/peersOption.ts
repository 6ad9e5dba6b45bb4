import type { EChartsOption } from 'echarts'
import type { Cell } from '../model/measure'
import { axisTooltip } from './axisTooltip'
import { labelFont, nameColumn, plainText } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { evenAxis } from './evenAxis'
import { intervalText, percentText, ratioText } from './numberText'
import { nameAxis, numberColumn, rowGrid, rowHeight } from './rowAxes'
import { truncated } from './truncated'
import { overRows, rateAxis } from './valueAxes'
import { whiskers } from './whisker'

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
  const names = nameColumn(
    rows.map(({ name }) => name),
    theme,
    size.width,
    NAMES,
  )
  // A slide is filled; a panel is as tall as its rows.
  const row = theme.slide ? rowHeight(theme, size.height - HEAD - FOOT, rows.length) : ROW
  const axis = evenAxis(Math.max(0.1, ...rows.map(({ cell }) => cell.interval?.[1] ?? cell.rate ?? 0)), 4, 0.025)
  const style = (weight: number, color: string) => ({ color, fontWeight: weight, ...labelFont(theme) })
  return {
    textStyle: { fontFamily: theme.font },
    grid: rowGrid(names + 16, RIGHT, HEAD, rows.length * row),
    tooltip: axisTooltip(theme, (index) => rowText(rows[index]!, words)),
    xAxis: overRows(rateAxis(axis, theme)),
    yAxis: [
      nameAxis(rows.length, theme, {
        textAt: (index) => {
          const { own, name } = rows[index]!
          return `{${own ? 'own' : 'other'}|${truncated(name, names, theme.fontSize)}}`
        },
        rich: { own: style(600, theme.ink), other: style(400, theme.ink) },
      }),
      numberColumn(rows.length, theme, {
        margin: 8,
        textAt: (index) => {
          const { rate, adopted, submitted } = rows[index]!.cell
          return `{rate|${percentText(rate)}}{ratio|${ratioText(adopted, submitted)}}`
        },
        rich: {
          rate: { width: 46, align: 'right', ...style(600, theme.ink) },
          ratio: { width: 66, align: 'right', ...style(400, theme.ink2) },
        },
      }),
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
      whiskers(
        rows.map(({ cell }) => cell.interval),
        theme,
        words,
      ),
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
