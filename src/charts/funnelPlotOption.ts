import type { EChartsOption, LineSeriesOption } from 'echarts'
import type { FunnelLine, FunnelPlace, FunnelPlot, FunnelPoint } from '../model/analysis'
import { labelStyle, plainText, tooltipBase } from './chartText'
import type { ChartTheme } from './chartTheme'
import type { ChartSize, ChartWords } from './chartWords'
import { evenAxis } from './evenAxis'
import { percentText, ratioText } from './numberText'
import { truncated } from './truncated'

/** Widest name beside a point, in px. */
const NAME = 120

/**
 * Rates of units against what they submitted, with the 95 % (dashed) and 99.8 % (solid) limits around the rate of all. Points outside are named, by colour
 * and shape: ▲ above, ▼ below, large ones outside 99.8 %, circles within. Names that would overlap are left to the tooltip and the table.
 */
export function funnelPlotOption(
  { target, points, lines }: FunnelPlot,
  chosen: readonly number[] | null,
  theme: ChartTheme,
  words: ChartWords,
  size: ChartSize,
): EChartsOption {
  const label = labelStyle(theme)
  const most = Math.max(0.05, ...points.map(({ rate }) => rate), Math.min(1, (target ?? 0) * 2))
  const rates = evenAxis(Math.min(1, most), 5, 0.01)
  const sizes = evenAxis(Math.max(1, ...points.map(({ submitted }) => submitted)), size.width > 600 ? 6 : 4, 1)
  const line = (key: Exclude<keyof FunnelLine, 'n'>, name: string): LineSeriesOption => ({
    id: key,
    name,
    type: 'line',
    silent: true,
    symbol: 'none',
    clip: true,
    z: 1,
    lineStyle: {
      color: theme.outline,
      width: 1,
      type: key === 'low95' || key === 'high95' ? [4, 4] : 'solid',
    },
    data: lines.map((own) => [own.n, own[key]]),
  })
  return {
    textStyle: { fontFamily: theme.font },
    grid: { left: 52, right: 24, top: 34, bottom: 44, outerBoundsMode: 'none' },
    legend: {
      top: 0,
      left: 0,
      itemWidth: 24,
      selectedMode: false,
      data: [words.limit95, words.limit998],
      textStyle: { ...label },
    },
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
      ...sizes,
      name: words.submittedItems,
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: label,
      axisLine: { show: true, lineStyle: { color: theme.outline } },
      axisLabel: label,
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...rates,
      axisLabel: { ...label, formatter: (value: number) => percentText(value, rates.interval < 0.01 ? 1 : 0) },
      splitLine: { lineStyle: { color: theme.hairline } },
    },
    series: [
      line('high95', words.limit95),
      line('low95', words.limit95),
      line('high998', words.limit998),
      line('low998', words.limit998),
      {
        id: 'units',
        type: 'scatter',
        z: 5,
        data: points.map((own) => ({
          value: [own.submitted, own.rate],
          ...symbolOf(own.place),
          itemStyle: {
            color: colourOf(own.place, theme),
            borderColor: chosen?.includes(own.unitId) ? theme.chosen : theme.surface,
            borderWidth: chosen?.includes(own.unitId) ? 3 : 1,
          },
          label: {
            show: isOutside(own.place) || (chosen?.includes(own.unitId) ?? false),
            position: 'right' as const,
            distance: 6,
            formatter: truncated(plainText(own.unit), NAME, theme.fontSize),
            color: theme.ink,
            fontSize: theme.fontSize,
            fontFamily: theme.font,
            textBorderColor: theme.surface,
            textBorderWidth: 3,
          },
        })),
        labelLayout: { hideOverlap: true, moveOverlap: 'shiftY' as const },
        ...(target === null
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: 'none',
                lineStyle: { color: theme.ink, width: 1, type: 'solid' as const },
                label: {
                  position: 'insideEndTop' as const,
                  formatter: `${words.overall} ${percentText(target)}`,
                  color: theme.ink,
                  fontSize: theme.fontSize,
                  fontFamily: theme.font,
                },
                data: [{ yAxis: target }],
              },
            }),
      },
    ],
  }
}

function isOutside(place: FunnelPlace): boolean {
  return place !== 'within' && place !== 'tooFew'
}

function symbolOf(place: FunnelPlace): { symbol: string; symbolSize: number; symbolRotate?: number } {
  if (!isOutside(place)) return { symbol: 'circle', symbolSize: 9 }
  const symbolSize = place === 'veryHigh' || place === 'veryLow' ? 14 : 11
  return place === 'high' || place === 'veryHigh'
    ? { symbol: 'triangle', symbolSize }
    : { symbol: 'triangle', symbolSize, symbolRotate: 180 }
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
