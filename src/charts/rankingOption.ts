import type { EChartsOption } from 'echarts'
import { labelStyle, nameColumn, plainText, tooltipBase } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { evenAxis } from './evenAxis'
import { intervalText, NO_VALUE, percentText, ratioText } from './numberText'
import { truncated } from './truncated'
import { whisker } from './whisker'

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
  const keys = rows.map((_, index) => String(index))
  const label = labelStyle(theme)
  const names = nameColumn(
    rows.map(({ unit }) => unit),
    theme,
    size.width,
    0.27,
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
  const marks = theme.slide && (input.chosen?.length ?? 0) > 0
  const isChosen = ({ unitId }: RankingRow): boolean => input.chosen?.includes(unitId) ?? false
  const dimmed = (own: RankingRow): boolean => marks && !isChosen(own)
  const barStyle = (own: RankingRow) => {
    const plain = own.standing === 'around' || own.standing === 'unknown'
    if (dimmed(own)) return { color: theme.submittedFill, borderColor: theme.outline, borderWidth: 1 }
    if (marks && plain) return { color: theme.chosen, borderColor: theme.chosen, borderWidth: 1 }
    return {
      color: colour[own.standing],
      borderColor: plain ? theme.outline : colour[own.standing],
      borderWidth: 1,
    }
  }
  const row = Math.min(theme.rowMost, Math.max(theme.row, (size.height - HEAD - 8) / Math.max(1, rows.length)))

  return {
    textStyle: { fontFamily: theme.font },
    grid: {
      left: names + ranks + 18,
      right: rightColumn,
      top: HEAD,
      height: rows.length * row,
      outerBoundsMode: 'none',
    },
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
          formatter: (key: string) => nameText(rows[Number(key)], names, theme.fontSize, input.chosen, marks),
          rich: {
            rank: {
              width: ranks,
              align: 'left',
              color: theme.ink2,
              padding: [0, 6, 0, 0],
              fontSize: theme.fontSize,
              fontFamily: theme.font,
            },
            name: { width: names, align: 'left', color: theme.ink, fontSize: theme.fontSize, fontFamily: theme.font },
            dimmed: {
              width: names,
              align: 'left',
              color: theme.common,
              fontSize: theme.fontSize,
              fontFamily: theme.font,
            },
            chosen: {
              width: names,
              align: 'left',
              color: theme.chosen,
              fontWeight: 600,
              fontSize: theme.fontSize,
              fontFamily: theme.font,
            },
          },
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
          margin: 4,
          formatter: (key: string) => valueText(rows[Number(key)], words),
          rich: {
            above: { width: 14, align: 'center', color: theme.above, fontSize: theme.fontSize },
            below: { width: 14, align: 'center', color: theme.below, fontSize: theme.fontSize },
            rate: {
              width: 44,
              align: 'right',
              color: theme.ink,
              fontWeight: 600,
              fontSize: theme.fontSize,
              fontFamily: theme.font,
            },
            ratio: { width: 54, align: 'right', color: theme.ink2, fontSize: theme.fontSize, fontFamily: theme.font },
            rest: { width: 112, align: 'right', color: theme.ink2, fontSize: theme.fontSize, fontFamily: theme.font },
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
                  fontSize: theme.fontSize,
                  fontFamily: theme.font,
                },
                data: [{ xAxis: overall }],
              },
            }),
      },
      {
        id: 'interval',
        name: words.interval,
        type: 'custom',
        renderItem: whisker(theme),
        encode: { x: [1, 2], y: 0 },
        z: 5,
        silent: true,
        data: rows.flatMap(({ rank, interval }, index) =>
          rank === null || !interval ? [] : [[index, interval[0], interval[1]]],
        ),
      },
    ],
  }
}

/** Braces would open a style of the rich label, so they are widened. */
function nameText(
  row: RankingRow | undefined,
  width: number,
  fontSize: number,
  chosen: readonly number[] | null,
  marks: boolean,
): string {
  if (!row) return ''
  const style = chosen?.includes(row.unitId) ? 'chosen' : marks ? 'dimmed' : 'name'
  return `{rank|${row.rank ?? ''}}{${style}|${truncated(plainText(row.unit), width, fontSize)}}`
}

function valueText(row: RankingRow | undefined, words: ChartWords): string {
  if (!row) return ''
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
