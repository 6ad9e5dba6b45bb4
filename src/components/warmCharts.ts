import { init } from 'echarts/core'
import type { EChartsOption } from 'echarts'
import './chartParts'

const DAYS = ['1', '2', '3', '4', '5', '6']
const VALUES = [3, 1, 4, 1, 5, 9]

/** Small pictures that between them run through what our charts are made of. */
const PICTURES: readonly EChartsOption[] = [
  {
    legend: {},
    tooltip: {},
    xAxis: { type: 'category', data: DAYS, axisLabel: { interval: 0 } },
    yAxis: [{ type: 'value' }, { type: 'value' }],
    series: [
      { type: 'bar', data: VALUES, label: { show: true } },
      { type: 'line', yAxisIndex: 1, data: VALUES },
    ],
  },
  {
    xAxis: { type: 'value' },
    yAxis: { type: 'category', data: DAYS, axisLabel: { overflow: 'truncate', width: 40 } },
    series: [
      { type: 'bar', data: VALUES, label: { show: true, position: 'right' }, markLine: { data: [{ xAxis: 3 }] } },
      {
        type: 'custom',
        data: VALUES.map((value, at) => [value, at]),
        renderItem: () => ({ type: 'line', shape: { x1: 0, y1: 0, x2: 1, y2: 1 }, style: { stroke: '#000' } }),
      },
    ],
  },
  {
    xAxis: { type: 'category', data: DAYS },
    yAxis: { type: 'category', data: DAYS },
    visualMap: { type: 'continuous', min: 0, max: 9 },
    series: [{ type: 'heatmap', data: VALUES.map((value, at) => [at, at, value]), label: { show: true } }],
  },
]

/**
 * Draws small pictures that nobody sees while the page has nothing to do, one a pause. Code that runs for the first time takes about three times as long: the
 * first charts after an import would hold the page for it.
 *
 * @returns ends it: from then on nothing is drawn any more
 */
export function warmCharts(): () => void {
  let next: number | null = null
  const pictures = [...PICTURES]
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
