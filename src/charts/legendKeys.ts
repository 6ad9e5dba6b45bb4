import type { LegendComponentOption, LineSeriesOption, ScatterSeriesOption } from 'echarts'
import { labelStyle, plainText, textWidth } from './chartText'
import type { ChartTheme } from './chartTheme'

/** A diamond of the library would be stretched to the width of the entry; a path keeps its shape. */
const ICONS = {
  circle: 'circle',
  diamond: 'path://M5,0L10,5L5,10L0,5Z',
  rect: 'path://M0,0L10,0L10,10L0,10Z',
  up: 'path://M5,0L10,10L0,10Z',
  down: 'path://M0,0L10,0L5,10Z',
} as const

/** One entry of a legend: a line, or a mark as it is drawn in the chart. */
export interface LegendKey {
  readonly name: string
  readonly colour: string
  /** Of a line: solid, or lengths of dash and gap. */
  readonly line?: 'solid' | readonly [dash: number, gap: number]
  readonly mark?: keyof typeof ICONS
  /** Rim of a mark, where it is not the surface. */
  readonly border?: string
}

const WIDTH = 24
const GAP = 16
const ROW = 20
/** The library sets rows as far apart as entries. */
const NEXT_ROW = 30

/**
 * A legend that says what lines and marks are, the series without data that it names, and the height it takes when its entries wrap. Entries stand for
 * what is drawn and cannot be switched off.
 */
export function legendKeys(
  keys: readonly LegendKey[],
  theme: ChartTheme,
  width: number,
): {
  legend: LegendComponentOption
  series: (LineSeriesOption | ScatterSeriesOption)[]
  height: number
} {
  let rows = keys.length > 0 ? 1 : 0
  let used = 0
  for (const { name } of keys) {
    const own = WIDTH + 6 + textWidth(name, theme.fontSize) * 1.08
    if (used > 0 && used + GAP + own > width) {
      rows++
      used = 0
    }
    used += (used > 0 ? GAP : 0) + own
  }
  return {
    height: rows === 0 ? 0 : ROW + (rows - 1) * NEXT_ROW,
    legend: {
      top: 0,
      left: 0,
      padding: [2, 0],
      itemWidth: WIDTH,
      itemHeight: 11,
      itemGap: GAP,
      selectedMode: false,
      textStyle: labelStyle(theme),
      data: keys.map(({ name, line, colour, mark, border }) =>
        line
          ? { name: plainText(name), itemStyle: { opacity: 0 } }
          : {
              name: plainText(name),
              icon: ICONS[mark ?? 'circle'],
              itemStyle: {
                color: colour,
                opacity: 1,
                borderColor: border ?? theme.surface,
                borderWidth: border ? 2 : 1,
              },
            },
      ),
    },
    series: keys.map(({ name, line, colour }) =>
      line
        ? {
            type: 'line',
            name: plainText(name),
            silent: true,
            lineStyle: { color: colour, width: 1.5, type: line === 'solid' ? 'solid' : [...line] },
            data: [],
          }
        : { type: 'scatter', name: plainText(name), silent: true, data: [] },
    ),
  }
}
