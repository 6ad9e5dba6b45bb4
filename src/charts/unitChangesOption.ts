import type { EChartsOption } from 'echarts'
import type { Move, UnitChange } from '../model/comparison'
import type { Cell } from '../model/measure'
import { axisTooltip } from './axisTooltip'
import { labelFont, labelStyle, nameColumn, plainText } from './chartText'
import { type ChartTheme, PALE } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { type EvenAxis, evenAxis } from './evenAxis'
import { type LegendKey, legendKeys } from './legendKeys'
import { columnsAxis, fittedColumns, type NumberColumn } from './numberColumns'
import { percentText, ratioText, signedPointsText } from './numberText'
import { rowAxis, rowGrid, rowHeight } from './rowAxes'
import { nameWriter } from './truncated'
import { overRows, pointsAxis } from './valueAxes'
import { whiskers } from './whisker'

const ROW = 24
/** Legend on one line, name of the axis, its numbers. */
const HEAD = 66
const FOOT = 8
const GAP = 16
/** Between two numbers of the axis, in px. */
const TICK = 44
/** Width of the plot, below which a column of numbers gives way. */
const NARROWEST = 120
/** Share of the width that names may take. */
const NAMES = 0.3

/** Height in px at which every row is legible. */
export function unitChangesHeight(rows: number): number {
  return HEAD + rows * ROW + FOOT
}

/**
 * Change of each unit's rate in percentage points: a mark with Newcombe's 95 % interval as whiskers over a line at 0. A blue triangle is a rise and an
 * orange one on its tip a fall: full where the 99.8 % interval misses 0 as well, hollow where only the 95 % one does; all others are grey circles. The change stands at the right, with both rates and
 * both n/d where there is room.
 * @param all the rows of all pages, where a page shows some of them: axis, names and columns are the same on each
 */
export function unitChangesOption(
  rows: readonly UnitChange[],
  chosen: readonly number[] | null,
  theme: ChartTheme,
  words: ChartWords,
  size: ChartSize,
  all = rows,
): EChartsOption {
  const font = labelFont(theme)
  const names = nameColumn(
    all.map(({ unit }) => plainText(unit)),
    theme,
    size.width,
    NAMES,
  )
  const written = nameWriter(
    all.map(({ unit }) => unit),
    theme.fontSize,
  )
  const row = rowHeight(theme, size.height - HEAD - FOOT, rows.length)
  const columns = fittedColumns(COLUMNS, all, theme, { room: size.width - names - 18 - NARROWEST, gap: GAP })
  const plot = size.width - names - 18 - columns.width
  const axis = tightAxis(Math.max(0.05, farthest(all)), plot >= 8 * TICK ? [4, 3, 2] : [2, 1])
  const legend = legendKeys(keysOf(rows, theme, words), theme, size.width)
  const isChosen = ({ unitId }: UnitChange): boolean => chosen?.includes(unitId) ?? false
  // A page without the chosen unit stays as it is.
  const marks = theme.slide && rows.some(isChosen)
  return {
    textStyle: { fontFamily: theme.font },
    grid: rowGrid(names + 18, columns.width, HEAD, rows.length * row),
    legend: legend.legend,
    tooltip: axisTooltip(theme, (index) => rowText(rows[index]!, words), 'change'),
    xAxis: {
      ...overRows(pointsAxis(axis, theme)),
      name: words.changeAxis,
      nameLocation: 'middle',
      nameGap: 24,
      nameTextStyle: labelStyle(theme),
    },
    yAxis: [
      rowAxis(rows.length, theme, {
        textAt: (index) => {
          const own = rows[index]!
          const look = isChosen(own) ? 'chosen' : marks ? 'rest' : 'name'
          return `{${look}|${written(own.unit, names)}}`
        },
        rich: {
          name: { ...font, width: names, align: 'left', color: theme.ink },
          rest: { ...font, width: names, align: 'left', color: theme.ink2 },
          chosen: { ...font, width: names, align: 'left', color: theme.chosen, fontWeight: 600 },
        },
      }),
      columnsAxis(rows, columns, theme),
    ],
    series: [
      ...legend.series,
      whiskers(
        rows.map(({ interval }) => interval),
        theme,
        words,
      ),
      {
        id: 'change',
        name: words.change,
        type: 'scatter',
        z: 6,
        silent: true,
        data: rows.map((own, index) => ({
          value: [own.difference ?? '-', index],
          ...markOf(own.move, theme, marks && !isChosen(own) ? PALE : 1),
        })),
        markLine: {
          silent: true,
          symbol: 'none',
          z: 1,
          label: { show: false },
          lineStyle: { color: theme.ink2, width: 1, type: 'solid' },
          data: [{ xAxis: 0 }],
        },
      },
    ],
  }
}

/** Of axes with these numbers of steps on either side of 0 the one that leaves least empty. */
function tightAxis(most: number, steps: readonly number[]): EvenAxis {
  return steps.map((count) => evenAxis(most, count, 0.025)).reduce((best, axis) => (axis.max < best.max ? axis : best))
}

/** Largest distance from 0 of a change or of an end of its interval. */
function farthest(rows: readonly UnitChange[]): number {
  return Math.max(
    0,
    ...rows.flatMap(({ difference, interval }) => [difference ?? 0, ...(interval ?? [])]).map(Math.abs),
  )
}

const MOVED = {
  farUp: { up: true, sure: true },
  up: { up: true, sure: false },
  farDown: { up: false, sure: true },
  down: { up: false, sure: false },
} as const

function markOf(move: Move, theme: ChartTheme, opacity: number) {
  if (move in MOVED) {
    const { up, sure } = MOVED[move as keyof typeof MOVED]
    const colour = up ? theme.above : theme.below
    return {
      symbol: 'triangle',
      symbolRotate: up ? 0 : 180,
      symbolSize: 11,
      itemStyle: sure
        ? { opacity, color: colour, borderColor: theme.surface, borderWidth: 1 }
        : { opacity, color: theme.surface, borderColor: colour, borderWidth: 2 },
    }
  }
  return {
    symbol: 'circle',
    symbolSize: 9,
    itemStyle: { opacity, color: theme.surface, borderColor: theme.common, borderWidth: 2 },
  }
}

function keysOf(rows: readonly UnitChange[], theme: ChartTheme, words: ChartWords): LegendKey[] {
  const has = (...moves: Move[]): boolean => rows.some(({ move }) => moves.includes(move))
  const moved = (Object.keys(MOVED) as (keyof typeof MOVED)[]).filter((move) => has(move))
  return [
    ...moved.map((move): LegendKey => {
      const { up, sure } = MOVED[move]
      const colour = up ? theme.above : theme.below
      return {
        name: words.move(move),
        colour: sure ? colour : theme.surface,
        mark: up ? 'up' : 'down',
        ...(sure ? {} : { border: colour }),
      }
    }),
    ...(has('unclear', 'open')
      ? [
          {
            name: words.move(has('open') ? 'open' : 'unclear'),
            colour: theme.surface,
            mark: 'circle' as const,
            border: theme.common,
          },
        ]
      : []),
  ]
}

/** Of a cell of both periods. */
const pair = (text: (cell: Cell | null) => string) => (own: UnitChange) => `${text(own.before)}→${text(own.now)}`

/** The numbers at the right. */
const COLUMNS: readonly NumberColumn<UnitChange>[] = [
  { id: 'points', text: ({ difference }) => signedPointsText(difference), main: 'bold' },
  { id: 'rates', text: pair((cell) => percentText(cell?.rate ?? null)), spare: true },
  { id: 'ratios', text: pair((cell) => ratioText(cell?.adopted ?? null, cell?.submitted ?? null)), spare: true },
]

function rowText({ unit, now, before, difference, interval }: UnitChange, words: ChartWords): string {
  const rate = (cell: Cell | null): string =>
    `${percentText(cell?.rate ?? null)} ${ratioText(cell?.adopted ?? null, cell?.submitted ?? null)}`
  return [
    plainText(unit),
    `${words.rate} ${rate(before)} → ${rate(now)}`,
    words.changePoints(signedPointsText(difference)),
    ...(interval ? [words.changeInterval(signedPointsText(interval[0]), signedPointsText(interval[1]))] : []),
  ].join('\n')
}
