import type { CustomSeriesRenderItem, EChartsOption } from 'echarts'
import type { Ranking, RankedUnit } from '../model/analysis'
import { labelStyle, nameColumn, plainText, tooltipBase } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { countText, percentText, ratioText } from './numberText'
import { truncated } from './truncated'

const ROW = 24
const WIDEST_ROW = 32
const HEAD = 40
const RIGHT = 150

/** Height in px at which every row is legible. */
export function rankRangeHeight({ units }: Ranking): number {
  return HEAD + units.length * ROW + 8
}

/**
 * Units in the order of their rank, each with the ranks that the data cannot rule out: a line from the best to the worst, the rank itself as a dot. Units
 * that cannot be told apart from the first are drawn strong. The number they are ranked by stands at the right.
 */
export function rankRangeOption(
  ranking: Ranking,
  chosen: readonly number[] | null,
  theme: ChartTheme,
  words: ChartWords,
  size: ChartSize,
): EChartsOption {
  const { units, by, undecided } = ranking
  const label = labelStyle(theme)
  const names = nameColumn(
    units.map(({ unit }) => unit),
    theme,
    size.width,
    0.3,
  )
  const ranked = units.filter(({ rank }) => rank !== null).length
  const row = Math.min(WIDEST_ROW, Math.max(ROW, (size.height - HEAD - 8) / Math.max(1, units.length)))
  const keys = units.map((_, index) => String(index))
  const step = Math.max(1, Math.ceil(ranked / 8))
  return {
    textStyle: { fontFamily: theme.font },
    grid: { left: names + 18, right: RIGHT, top: HEAD, height: units.length * row, outerBoundsMode: 'none' },
    tooltip: {
      ...tooltipBase(theme),
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: theme.pointer } },
      formatter: (params) => {
        const own = units[(Array.isArray(params) ? params[0] : params)?.dataIndex ?? -1]
        return own ? rowText(own, by, words) : ''
      },
    },
    xAxis: {
      type: 'value',
      position: 'top',
      min: 0.5,
      max: Math.max(1, ranked) + 0.5,
      interval: step,
      axisLabel: { show: false },
      axisTick: { show: false },
      axisLine: { show: false },
      splitLine: { show: false },
      name: words.rankAxis(Math.max(1, ranked)),
      nameLocation: 'middle',
      nameGap: 14,
      nameTextStyle: label,
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
            const own = units[Number(key)]
            if (!own) return ''
            const style = chosen?.includes(own.unitId) ? 'chosen' : own.rank === null ? 'rest' : 'name'
            return `{${style}|${truncated(plainText(own.unit), names, theme.fontSize)}}`
          },
          rich: {
            name: { width: names, align: 'left', color: theme.ink, fontSize: theme.fontSize, fontFamily: theme.font },
            rest: { width: names, align: 'left', color: theme.ink2, fontSize: theme.fontSize, fontFamily: theme.font },
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
          margin: 6,
          formatter: (key: string) => {
            const own = units[Number(key)]
            return own ? `{value|${valueText(own, by)}}{range|${rangeText(own, words)}}` : ''
          },
          rich: {
            value: { width: 84, align: 'right', color: theme.ink, fontSize: theme.fontSize, fontFamily: theme.font },
            range: { width: 58, align: 'right', color: theme.ink2, fontSize: theme.fontSize, fontFamily: theme.font },
          },
        },
      },
    ],
    series: [
      {
        id: 'range',
        type: 'custom',
        renderItem: rangeLine(theme, undecided),
        encode: { x: [1, 2], y: 0 },
        silent: true,
        z: 3,
        data: units.flatMap(({ range }, index) => (range ? [[index, range[0], range[1]]] : [])),
      },
      {
        id: 'rank',
        name: words.rank,
        type: 'scatter',
        z: 5,
        silent: true,
        symbol: 'circle',
        symbolSize: 9,
        data: units.map(({ rank }, index) => ({
          value: [rank ?? '-', index],
          itemStyle: {
            color: index < undecided ? theme.adopted : theme.common,
            borderColor: theme.surface,
            borderWidth: 1,
          },
        })),
      },
    ],
  }
}

/** A band from the best to the worst rank; a rank alone is a short one, so that it shows. */
function rangeLine(theme: ChartTheme, undecided: number): CustomSeriesRenderItem {
  return (_, api) => {
    const index = Number(api.value(0))
    const [from = 0, middle = 0] = api.coord([Number(api.value(1)) - 0.3, index])
    const [to = 0] = api.coord([Number(api.value(2)) + 0.3, index])
    return {
      type: 'rect',
      shape: { x: from, y: middle - 4, width: Math.max(6, to - from), height: 8, r: 4 },
      style: { fill: index < undecided ? theme.submittedFill : theme.commonFill, stroke: theme.outline, lineWidth: 1 },
    }
  }
}

function valueText(own: RankedUnit, by: Ranking['by']): string {
  if (by !== 'rate') return countText(own.value)
  return own.rate === null
    ? ratioText(own.adopted, own.submitted)
    : `${percentText(own.rate)} ${ratioText(own.adopted, own.submitted)}`
}

function rangeText({ rank, range }: RankedUnit, words: ChartWords): string {
  if (rank === null) return words.notRanked
  if (!range) return ''
  return range[0] === range[1] ? words.rankRange(range[0], null) : words.rankRange(range[0], range[1])
}

function rowText(own: RankedUnit, by: Ranking['by'], words: ChartWords): string {
  return [
    plainText(own.unit),
    own.rank === null ? words.notRanked : `${words.rank} ${own.rank}`,
    own.range ? rangeText(own, words) : null,
    `${by === 'placements' ? words.placements : by === 'adopted' ? words.adopted : words.rate} ${valueText(own, by)}`,
  ]
    .filter((line) => line !== null)
    .join('\n')
}
