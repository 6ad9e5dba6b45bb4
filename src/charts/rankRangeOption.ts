import type { CustomSeriesRenderItem, EChartsOption } from 'echarts'
import type { Ranking, RankedUnit } from '../model/analysis'
import { axisTooltip } from './axisTooltip'
import { labelFont, labelStyle, nameColumn, plainText } from './chartText'
import { type ChartTheme, PALE } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { legendKeys } from './legendKeys'
import { columnsAxis, fittedColumns, type NumberColumn } from './numberColumns'
import { countText, percentText, ratioText } from './numberText'
import { rowAxis, rowGrid, rowHeight } from './rowAxes'
import { nameWriter } from './truncated'

const ROW = 24
/** Legend on one line, name of the axis, its numbers. */
const HEAD = 66
const FOOT = 8
const GAP = 10
/** Width of the plot, below which a column of numbers gives way. */
const NARROWEST = 120

/** Height in px at which every row is legible. */
export function rankRangeHeight({ units }: Ranking): number {
  return HEAD + units.length * ROW + FOOT
}

/**
 * Units in the order of their rank, each with the ranks that the data cannot rule out: a band from the best to the worst, the rank itself as a dot. Units
 * that cannot be told apart from the first have a blue band and a full dot, the others a pale one and a hollow dot. The number they are ranked by stands at
 * the right, with the range in words.
 * @param all the units of all pages, where a page shows some of them: axis, names and columns are the same on each
 */
export function rankRangeOption(
  ranking: Ranking,
  chosen: readonly number[] | null,
  theme: ChartTheme,
  words: ChartWords,
  size: ChartSize,
  all = ranking.units,
): EChartsOption {
  const { units, by } = ranking
  const label = labelStyle(theme)
  const names = nameColumn(
    all.map(({ unit }) => plainText(unit)),
    theme,
    size.width,
    0.3,
  )
  const written = nameWriter(
    all.map(({ unit }) => unit),
    theme.fontSize,
  )
  const ranked = Math.max(1, all.filter(({ rank }) => rank !== null).length)
  const row = rowHeight(theme, size.height - HEAD - FOOT, units.length)
  const columns = fittedColumns(columnsOf(by, words), all, theme, {
    room: size.width - names - 18 - NARROWEST,
    gap: GAP,
  })
  const legend = legendKeys(
    [
      ...(units.some(couldBeFirst)
        ? [{ name: words.couldBeFirst, colour: theme.adopted, mark: 'circle' as const }]
        : []),
      ...(units.some((own) => own.range !== null && !couldBeFirst(own))
        ? [{ name: words.notFirst, colour: theme.surface, mark: 'circle' as const, border: theme.common }]
        : []),
    ],
    theme,
    size.width,
  )
  const isChosen = ({ unitId }: RankedUnit): boolean => chosen?.includes(unitId) ?? false
  // A page without the chosen unit stays as it is.
  const marks = theme.slide && units.some(isChosen)
  const opacityOf = (own: RankedUnit): number => (marks && !isChosen(own) ? PALE : 1)
  const ticks = ticksOf(ranked, size.width - names - 18 - columns.width)
  const font = labelFont(theme)
  return {
    textStyle: { fontFamily: theme.font },
    grid: rowGrid(names + 18, columns.width, HEAD, units.length * row),
    legend: legend.legend,
    tooltip: {
      ...axisTooltip(theme, (index) => rowText(units[index]!, by, words), 'rank'),
      axisPointer: { type: 'shadow', axis: 'y', shadowStyle: { color: theme.pointer } },
    },
    xAxis: {
      type: 'value',
      position: 'top',
      min: 0.5,
      max: ranked + 0.5,
      axisLabel: { ...label, margin: 6, customValues: ticks },
      axisTick: { show: false },
      axisLine: { show: false },
      axisPointer: { show: false },
      splitLine: { show: false },
      name: words.rankAxis(ranked),
      nameLocation: 'middle',
      nameGap: 24,
      nameTextStyle: label,
    },
    yAxis: [
      rowAxis(units.length, theme, {
        textAt: (index) => {
          const own = units[index]!
          const look = isChosen(own) ? 'chosen' : own.rank === null || marks ? 'rest' : 'name'
          return `{${look}|${written(own.unit, names)}}`
        },
        rich: {
          name: { ...font, width: names, align: 'left', color: theme.ink },
          rest: { ...font, width: names, align: 'left', color: theme.ink2 },
          chosen: { ...font, width: names, align: 'left', color: theme.chosen, fontWeight: 600 },
        },
      }),
      {
        ...columnsAxis(units, columns, theme),
        axisPointer: { show: false },
      },
    ],
    series: [
      ...legend.series,
      {
        id: 'range',
        type: 'custom',
        renderItem: rangeBand(theme),
        encode: { x: [1, 2], y: 0 },
        silent: true,
        z: 3,
        // A pale unit keeps its shape and colour: the legend is true of it too.
        data: units.flatMap((own, index) => (own.range ? [[index, ...own.range, opacityOf(own)]] : [])),
      },
      {
        id: 'rank',
        name: words.rank,
        type: 'scatter',
        z: 5,
        silent: true,
        symbol: 'circle',
        symbolSize: 9,
        data: units.map((own, index) => ({
          value: [own.rank ?? '-', index],
          itemStyle: couldBeFirst(own)
            ? { opacity: opacityOf(own), color: theme.adopted, borderColor: theme.surface, borderWidth: 1 }
            : { opacity: opacityOf(own), color: theme.surface, borderColor: theme.common, borderWidth: 2 },
        })),
        markLine: {
          silent: true,
          symbol: 'none',
          z: 1,
          label: { show: false },
          lineStyle: { color: theme.hairline, width: 1, type: 'solid' },
          data: ticks.map((tick) => ({ xAxis: tick })),
        },
      },
    ],
  }
}

/** Whether no other unit is surely better; said only where ranks are tested. */
function couldBeFirst({ range }: RankedUnit): boolean {
  return range?.[0] === 1
}

const STEPS = [1, 5, 10, 20, 50, 100] as const
/** Between two numbers of the axis, in px. */
const TICK = 26

/** The first, the last and a few round ranks between them, as many as the width has room for. */
function ticksOf(ranked: number, width: number): number[] {
  const px = width / ranked
  const step = STEPS.find((own) => own * px >= TICK) ?? 200
  const between = Array.from({ length: Math.floor(ranked / step) }, (_, i) => (i + 1) * step)
  const apart = between.filter((tick) => (tick - 1) * px >= TICK / 2 && (ranked - tick) * px >= TICK)
  return [...new Set([1, ...apart, ranked])]
}

/** A band from the best to the worst rank; a rank alone is a short one, so that it shows. */
function rangeBand(theme: ChartTheme): CustomSeriesRenderItem {
  return (_, api) => {
    const index = Number(api.value(0))
    const [best, worst] = [Number(api.value(1)), Number(api.value(2))]
    const [from = 0, middle = 0] = api.coord([best - 0.3, index])
    const [to = 0] = api.coord([worst + 0.3, index])
    const width = Math.max(9, to - from)
    const opacity = Number(api.value(3))
    return {
      type: 'rect',
      shape: { x: (from + to - width) / 2, y: middle - 4, width, height: 8, r: 4 },
      style:
        best === 1
          ? { fill: theme.heat[1], stroke: theme.adopted, lineWidth: 1, opacity }
          : { fill: theme.submittedFill, stroke: theme.outline, lineWidth: 1, opacity },
    }
  }
}

/** The numbers at the right. */
function columnsOf(by: Ranking['by'], words: ChartWords): readonly NumberColumn<RankedUnit>[] {
  const range: NumberColumn<RankedUnit> = { id: 'range', text: (own) => rangeText(own, words) }
  if (by !== 'rate') return [{ id: 'value', text: ({ value }) => countText(value), main: 'ink' }, range]
  return [
    { id: 'value', text: ({ rate }) => percentText(rate), main: 'ink' },
    { id: 'ratio', text: ({ adopted, submitted }) => ratioText(adopted, submitted), spare: true },
    range,
  ]
}

function rangeText({ rank, range }: RankedUnit, words: ChartWords): string {
  if (rank === null) return words.notRanked
  if (!range) return words.rankRange(rank, null)
  return range[0] === range[1] ? words.rankRange(range[0], null) : words.rankRange(range[0], range[1])
}

function rowText(own: RankedUnit, by: Ranking['by'], words: ChartWords): string {
  const measure = by === 'placements' ? words.placements : by === 'adopted' ? words.adopted : words.rate
  const value =
    by === 'rate' ? `${percentText(own.rate)} ${ratioText(own.adopted, own.submitted)}` : countText(own.value)
  return [
    plainText(own.unit),
    own.rank === null ? words.notRanked : `${words.rank} ${own.rank}`,
    own.range ? rangeText(own, words) : null,
    `${measure} ${value}`,
  ]
    .filter((line) => line !== null)
    .join('\n')
}
