import type { EChartsOption } from 'echarts'
import { axisTooltip } from './axisTooltip'
import { labelFont, nameColumn, plainText } from './chartText'
import { type ChartTheme, PALE } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { evenAxis } from './evenAxis'
import { intervalText, NO_VALUE, percentText, ratioText } from './numberText'
import { nameAxis, numberColumn, rowGrid, rowHeight } from './rowAxes'
import { nameWriter } from './truncated'
import { overRows, rateAxis } from './valueAxes'
import { whiskers } from './whisker'

/** Where a unit's interval lies against the rate of all: wholly above, wholly below, around it, or not to be said. */
export type Standing = 'above' | 'below' | 'around' | 'unknown'

/** One line of the ranking. rank null: too few items, listed after the ranked ones without a bar. */
export interface RankingRow {
  readonly unitId: number
  readonly unit: string
  /** Ties share a rank: 1, 2, 2, 4. */
  readonly rank: number | null
  readonly submitted: number | null
  readonly adopted: number | null
  readonly rate: number | null
  readonly interval: readonly [number, number] | null
  readonly standing: Standing
}

export interface RankingInput {
  /** Ranked rows best first, then those not ranked. */
  readonly rows: readonly RankingRow[]
  /** Rate of all units together, drawn as a dashed line; null draws none. */
  readonly overall: number | null
  readonly chosen: readonly number[] | null
}

const ROW = 24
const HEAD = 40

/** Height in px at which every row is legible: the panel scrolls the picture, so that no name is left out or squeezed. */
export function rankingHeight(rows: number): number {
  return HEAD + rows * ROW + 8
}

/**
 * Rates of units as horizontal bars with their Wilson interval as whiskers, the rate and n/d in a column at the right.
 * Blue ▲ and orange ▼ mark an interval wholly above or below the rate of all; all others are grey.
 */
export function rankingOption(
  input: RankingInput,
  theme: ChartTheme,
  words: ChartWords,
  size: ChartSize,
): EChartsOption {
  const { rows, overall } = input
  const names = nameColumn(
    rows.map(({ unit }) => unit),
    theme,
    size.width,
    0.27,
  )
  const written = nameWriter(
    rows.map(({ unit }) => unit),
    theme.fontSize,
  )
  const ranks = rows.some(({ rank }) => rank !== null) ? 22 : 0
  const most = Math.max(
    0.1,
    overall ?? 0,
    ...rows.map(({ rank, rate, interval }) => (rank === null ? 0 : Math.max(rate ?? 0, interval?.[1] ?? 0))),
  )
  const axis = evenAxis(most, 4, 0.025)
  const colour = { above: theme.above, below: theme.below, around: theme.commonFill, unknown: theme.commonFill }
  const rightColumn = 118
  const isChosen = ({ unitId }: RankingRow): boolean => input.chosen?.includes(unitId) ?? false
  // A page without the chosen unit stays as it is.
  const marks = theme.slide && rows.some(isChosen)
  const opacityOf = (own: RankingRow): number => (marks && !isChosen(own) ? PALE : 1)
  const barStyle = (own: RankingRow) => {
    const plain = own.standing === 'around' || own.standing === 'unknown'
    if (marks && plain && isChosen(own)) return { color: theme.chosen, borderColor: theme.chosen, borderWidth: 1 }
    return {
      opacity: opacityOf(own),
      color: colour[own.standing],
      borderColor: plain ? theme.outline : colour[own.standing],
      borderWidth: 1,
    }
  }
  const row = rowHeight(theme, size.height - HEAD - 8, rows.length)
  const font = labelFont(theme)

  return {
    textStyle: { fontFamily: theme.font },
    grid: rowGrid(names + ranks + 18, rightColumn, HEAD, rows.length * row),
    tooltip: axisTooltip(theme, (index) => rowText(rows[index]!, words)),
    xAxis: overRows(rateAxis(axis, theme)),
    yAxis: [
      nameAxis(rows.length, theme, {
        textAt: (index) => nameText(rows[index]!, written(rows[index]!.unit, names), input.chosen, marks),
        rich: {
          rank: { width: ranks, align: 'left', color: theme.ink2, padding: [0, 6, 0, 0], ...font },
          name: { width: names, align: 'left', color: theme.ink, ...font },
          dimmed: { width: names, align: 'left', color: theme.common, ...font },
          chosen: { width: names, align: 'left', color: theme.chosen, fontWeight: 600, ...font },
        },
      }),
      numberColumn(rows.length, theme, {
        margin: 4,
        textAt: (index) => valueText(rows[index]!, words),
        rich: {
          above: { width: 14, align: 'center', color: theme.above, fontSize: theme.fontSize },
          below: { width: 14, align: 'center', color: theme.below, fontSize: theme.fontSize },
          rate: { width: 44, align: 'right', color: theme.ink, fontWeight: 600, ...font },
          ratio: { width: 54, align: 'right', color: theme.ink2, ...font },
          rest: { width: 112, align: 'right', color: theme.ink2, ...font },
        },
      }),
    ],
    series: [
      {
        id: 'rate',
        name: words.rate,
        type: 'bar',
        emphasis: { disabled: true },
        barWidth: Math.round(Math.min(16, row / 2)),
        data: rows.map((own) => ({
          value: own.rank === null || own.rate === null ? '-' : own.rate,
          itemStyle: barStyle(own),
        })),
        ...(overall === null
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: 'none',
                lineStyle: { color: theme.ink, type: [4, 3] as [number, number], width: 1 },
                label: {
                  position: 'start' as const,
                  distance: 22,
                  formatter: `${words.overall} ${percentText(overall)}`,
                  color: theme.ink,
                  ...font,
                },
                data: [{ xAxis: overall }],
              },
            }),
      },
      whiskers(
        rows.map(({ rank, interval }) => (rank === null ? null : interval)),
        theme,
        words,
      ),
    ],
  }
}

/** Braces would open a style of the rich label, so they are widened. */
function nameText(row: RankingRow, written: string, chosen: readonly number[] | null, marks: boolean): string {
  const style = chosen?.includes(row.unitId) ? 'chosen' : marks ? 'dimmed' : 'name'
  return `{rank|${row.rank ?? ''}}{${style}|${written}}`
}

function valueText(row: RankingRow, words: ChartWords): string {
  const ratio = ratioText(row.adopted, row.submitted)
  if (row.rank === null) return `{rest|${ratio} ${words.notRanked}}`
  const mark = row.standing === 'above' ? '{above|▲}' : row.standing === 'below' ? '{below|▼}' : '{above| }'
  return `${mark}{rate|${percentText(row.rate)}}{ratio|${ratio}}`
}

function rowText(row: RankingRow, words: ChartWords): string {
  const name = plainText(row.unit)
  return [
    row.rank === null ? `${name} · ${words.notRanked}` : `${row.rank} ${name}`,
    `${words.submitted} ${row.submitted ?? NO_VALUE}`,
    `${words.adopted} ${row.adopted ?? NO_VALUE}`,
    `${words.rate} ${percentText(row.rate)}`,
    `${words.interval} ${intervalText(row.interval)}`,
  ].join('\n')
}
