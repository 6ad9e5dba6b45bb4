import type { EChartsOption, LineSeriesOption } from 'echarts'
import type { FunnelLine, FunnelPlace, FunnelPlot, FunnelPoint } from '../model/analysis'
import { labelStyle, plainText, tooltipBase } from './chartText'
import { type ChartTheme, PALE } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { type LegendKey, legendKeys } from './legendKeys'
import { percentText, ratioText } from './numberText'
import { NAME_DISTANCE, type NamePlace, placedNames } from './placedNames'
import { percentDigits, roundAxis } from './roundAxis'
import { nameWriter } from './truncated'

/** Widest name beside a point, in px, and as a share of the chart. */
const NAME = 168
const NAME_SHARE = 0.26
const LEFT = 52
const RIGHT = 24
const BOTTOM = 44
const DASHES = [5, 4] as const

/**
 * Rates of units against what they submitted, with the 95 % (dashed) and 99.8 % (solid) limits around the rate of all, where there are
 * any. Points outside are named, by colour
 * and shape: ▲ above, ▼ below, large ones outside 99.8 %. Circles lie within, hollow ones are too small to be judged low. A name stands where it covers no
 * point and no other name; where there is no such place it is left to the tooltip and the table.
 */
export function funnelPlotOption(
  { target, points, lines }: FunnelPlot,
  chosen: readonly number[] | null,
  theme: ChartTheme,
  words: ChartWords,
  size: ChartSize,
): EChartsOption {
  const label = labelStyle(theme)
  const most = Math.max(0.05, ...points.map(({ rate }) => rate), limitOfMiddle(points, lines))
  const rates = roundAxis(Math.min(1, most), 5, 0.01)
  // The limits end where the axis does, a little beyond the largest unit.
  const largest = Math.max(2, lines[lines.length - 1]?.n ?? 0, ...points.map(({ submitted }) => submitted))
  const sizes = roundAxis(largest, size.width > 600 ? 6 : 4, 1)
  const keys = legendKeys(
    keysOf(
      target,
      lines.length > 0,
      points.some(({ place }) => place === 'tooFew'),
      theme,
      words,
    ),
    theme,
    size.width,
  )
  const top = keys.height + 14
  const isChosen = (own: FunnelPoint): boolean => chosen?.includes(own.unitId) ?? false
  const width = Math.min(NAME, size.width * NAME_SHARE)
  const dimmed = (own: FunnelPoint): boolean => theme.slide && points.some(isChosen) && !isChosen(own)
  const written = nameWriter(
    points.map(({ unit }) => unit),
    theme.fontSize,
  )
  const names = points.map((own) =>
    (isOutside(own.place) && !dimmed(own)) || isChosen(own) ? written(own.unit, width) : null,
  )
  const plot = { left: LEFT, top, right: size.width - RIGHT, bottom: size.height - BOTTOM }
  const places = placedNames(
    points.map((own, index) => ({
      x: plot.left + (own.submitted / largest) * (plot.right - plot.left),
      y: plot.bottom - (own.rate / rates.max) * (plot.bottom - plot.top),
      radius: symbolOf(own.place, isChosen(own)).symbolSize / 2,
      name: names[index]!,
      weight: (isChosen(own) ? 4 : 0) + weightOf(own.place),
    })),
    { ...plot, left: plot.left + 2, right: size.width - 2 },
    theme.fontSize,
  )
  return {
    textStyle: { fontFamily: theme.font },
    grid: { left: LEFT, right: RIGHT, top, bottom: BOTTOM, outerBoundsMode: 'none' },
    legend: keys.legend,
    tooltip: {
      ...tooltipBase(theme),
      trigger: 'item',
      formatter: (params) => {
        const own = points[(Array.isArray(params) ? params[0] : params)?.dataIndex ?? -1]
        return own ? pointText(own, words) : ''
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: largest,
      interval: sizes.interval,
      name: words.submittedItems,
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: label,
      axisLine: { show: true, lineStyle: { color: theme.outline } },
      axisTick: { show: false },
      axisLabel: { ...label, showMaxLabel: largest % sizes.interval === 0 },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...rates,
      axisLabel: { ...label, formatter: (value: number) => percentText(value, percentDigits(rates.interval)) },
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: theme.hairline } },
    },
    series: [
      ...keys.series,
      ...(target === null
        ? []
        : [
            {
              id: 'target',
              type: 'line' as const,
              silent: true,
              symbol: 'none',
              z: 1,
              lineStyle: { color: theme.ink, width: 1.5 },
              data: [
                [0, target],
                [largest, target],
              ],
            },
          ]),
      ...(['high95', 'low95', 'high998', 'low998'] as const).map((key) => limitLine(key, lines, theme)),
      {
        id: 'units',
        type: 'scatter',
        z: 5,
        clip: false,
        data: points.map((own, index) => ({
          value: [own.submitted, own.rate],
          ...symbolOf(own.place, isChosen(own)),
          itemStyle: { ...styleOf(own.place, isChosen(own), theme), ...(dimmed(own) && { opacity: PALE }) },
          label: nameLabel(names[index]!, places[index]!, isChosen(own), theme),
        })),
      },
    ],
  }
}

function keysOf(
  target: number | null,
  limits: boolean,
  tooFew: boolean,
  theme: ChartTheme,
  words: ChartWords,
): LegendKey[] {
  const keys: LegendKey[] = []
  if (target !== null) keys.push({ name: `${words.overall} ${percentText(target)}`, colour: theme.ink, line: 'solid' })
  if (limits) {
    keys.push({ name: words.limit95, colour: theme.outline, line: DASHES })
    keys.push({ name: words.limit998, colour: theme.outline, line: 'solid' })
  }
  if (tooFew)
    keys.push({ name: words.funnelPlace('tooFew'), colour: theme.surface, mark: 'circle', border: theme.common })
  return keys
}

/** The upper limit of a unit of middle size: the funnel itself is to be seen, but its mouth may be cut where all rates are low. */
function limitOfMiddle(points: readonly FunnelPoint[], lines: readonly FunnelLine[]): number {
  const sizes = points.map(({ submitted }) => submitted).sort((a, b) => a - b)
  const middle = sizes[Math.floor(sizes.length / 2)]
  return lines.find(({ n }) => middle !== undefined && n >= middle)?.high998 ?? 0
}

/** Where a limit still is 0 or 1 it says nothing, and would lie on the axis: it begins at the last such size. */
function limitLine(
  key: Exclude<keyof FunnelLine, 'n'>,
  lines: readonly FunnelLine[],
  theme: ChartTheme,
): LineSeriesOption {
  const end = key === 'low95' || key === 'low998' ? 0 : 1
  const inner = lines.findIndex((own) => own[key] !== end)
  return {
    id: key,
    type: 'line',
    silent: true,
    symbol: 'none',
    clip: true,
    z: 1,
    lineStyle: {
      color: theme.outline,
      width: 1.25,
      type: key === 'low95' || key === 'high95' ? [...DASHES] : 'solid',
    },
    data: inner < 0 ? [] : eased(lines, key).slice(Math.max(0, inner - 1)),
  }
}

/** Neighbours on each side that a limit is eased with, and the most that it may move by that. */
const EASED = 2
const MOST_EASED = 0.01

/**
 * Exact limits of whole counts jump to and fro from one size to the next, by less than anyone could read: drawn is the straight line through the
 * neighbouring sizes, never more than one percentage point from the exact limit. What is outside is judged by the exact limit of its own size.
 */
function eased(lines: readonly FunnelLine[], key: Exclude<keyof FunnelLine, 'n'>): [n: number, limit: number][] {
  return lines.map((own, at) => {
    const reach = Math.min(EASED, at, lines.length - 1 - at)
    const near = lines.slice(at - reach, at + reach + 1)
    const n = near.reduce((sum, line) => sum + line.n, 0) / near.length
    const mean = near.reduce((sum, line) => sum + line[key], 0) / near.length
    const width = near.reduce((sum, line) => sum + (line.n - n) ** 2, 0)
    const slope = near.reduce((sum, line) => sum + (line.n - n) * (line[key] - mean), 0) / Math.max(1, width)
    const limit = mean + slope * (own.n - n)
    return [own.n, Math.min(1, own[key] + MOST_EASED, Math.max(0, own[key] - MOST_EASED, limit))]
  })
}

function nameLabel(name: string | null, place: NamePlace | null, chosen: boolean, theme: ChartTheme) {
  if (name === null || place === null) return { show: false, formatter: name ?? '' }
  return {
    show: true,
    position: place.position,
    offset: [...place.offset],
    distance: NAME_DISTANCE,
    formatter: name,
    color: chosen ? theme.chosen : theme.ink,
    fontWeight: chosen ? 600 : 400,
    fontSize: theme.fontSize,
    fontFamily: theme.font,
    textBorderColor: theme.surface,
    textBorderWidth: 3,
  }
}

function isOutside(place: FunnelPlace): boolean {
  return place !== 'within' && place !== 'tooFew' && place !== 'open'
}

/** Those farthest out choose the place of their name first. */
function weightOf(place: FunnelPlace): number {
  if (!isOutside(place)) return 0
  return place === 'veryHigh' || place === 'veryLow' ? 2 : 1
}

function symbolOf(place: FunnelPlace, chosen: boolean): { symbol: string; symbolSize: number; symbolRotate: 0 | 180 } {
  const size = !isOutside(place) ? 9 : place === 'veryHigh' || place === 'veryLow' ? 14 : 10
  return {
    symbol: isOutside(place) ? 'triangle' : 'circle',
    // The rim of the chosen one must not eat the mark.
    symbolSize: chosen ? size + 4 : size,
    symbolRotate: place === 'low' || place === 'veryLow' ? 180 : 0,
  }
}

function styleOf(place: FunnelPlace, chosen: boolean, theme: ChartTheme) {
  const hollow = place === 'tooFew' || place === 'open'
  return {
    opacity: 1,
    color: hollow ? theme.surface : colourOf(place, theme),
    borderColor: chosen ? theme.chosen : hollow ? theme.common : theme.surface,
    borderWidth: chosen ? 3 : hollow ? 2 : 1,
  }
}

function colourOf(place: FunnelPlace, theme: ChartTheme): string {
  if (place === 'high' || place === 'veryHigh') return theme.above
  return place === 'low' || place === 'veryLow' ? theme.below : theme.common
}

function pointText({ unit, submitted, adopted, rate, place }: FunnelPoint, words: ChartWords): string {
  return [
    plainText(unit),
    `${words.rate} ${percentText(rate)} ${ratioText(adopted, submitted)}`,
    words.funnelPlace(place),
  ].join('\n')
}
