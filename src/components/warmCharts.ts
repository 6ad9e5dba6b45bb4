import { init } from 'echarts/core'
import type { EChartsOption } from 'echarts'
import './chartParts'

const ROWS = Array.from({ length: 24 }, (_, row) => String(row))
const VALUES = ROWS.map((_, row) => (row * 7) % 10)
const VALUE_AXIS = { type: 'value' } as const
const NAMES = { type: 'category', data: ROWS } as const

/** Small pictures, from the simplest on: between them they run through what our charts are made of, and each adds a little. */
const pictures: EChartsOption[] = [
  { grid: {}, xAxis: VALUE_AXIS, yAxis: VALUE_AXIS },
  { xAxis: NAMES, yAxis: VALUE_AXIS, series: [{ type: 'bar', data: VALUES }] },
  {
    legend: {},
    tooltip: {},
    xAxis: NAMES,
    yAxis: [VALUE_AXIS, VALUE_AXIS],
    series: [{ type: 'line', yAxisIndex: 1, data: VALUES, label: { show: true } }],
  },
  {
    xAxis: VALUE_AXIS,
    yAxis: {
      ...NAMES,
      axisLabel: {
        interval: 0,
        formatter: (name: string) => `{rank|${name}}{name|${name}}`,
        rich: { rank: { width: 20, align: 'left' }, name: { width: 60, align: 'left', fontWeight: 600 } },
      },
    },
    series: [{ type: 'bar', data: VALUES, markLine: { symbol: 'none', data: [{ xAxis: 3 }] } }],
  },
  {
    xAxis: VALUE_AXIS,
    yAxis: NAMES,
    series: [
      {
        type: 'custom',
        data: VALUES.map((value, row) => [value, row]),
        renderItem: () => ({ type: 'line', shape: { x1: 0, y1: 0, x2: 1, y2: 1 }, style: { stroke: '#000' } }),
      },
    ],
  },
  {
    xAxis: NAMES,
    yAxis: NAMES,
    visualMap: { type: 'continuous', min: 0, max: 9 },
    series: [{ type: 'heatmap', data: VALUES.map((value, row) => [row, row, value]), label: { show: true } }],
  },
]

/**
 * Draws small pictures that nobody sees while the page has nothing to do, one a pause. Code that runs for the first time takes about three times as long: the
 * first charts after an import would hold the page for it.
 *
 * @returns ends it: from then on nothing is drawn until it is called again, which goes on where it ended
 */
export function warmCharts(): () => void {
  let next: number | null = null
  function draw(): void {
    const option = pictures.shift()
    if (!option) return
    const chart = init(document.createElement('div'), null, { width: 320, height: 200 })
    chart.setOption({ ...option, animation: false, aria: { enabled: true, decal: { show: true } } })
    chart.dispose()
    next = requestIdleCallback(draw)
  }
  next = requestIdleCallback(draw)
  return () => {
    if (next !== null) cancelIdleCallback(next)
  }
}
