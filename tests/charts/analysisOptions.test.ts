import type { EChartsOption } from 'echarts'
import { describe, expect, it } from 'vitest'
import * as fixtures from '../../src/charts/analysisFixtures'
import { textWidth } from '../../src/charts/chartText'
import { darkTheme, lightTheme } from '../../src/charts/chartTheme'
import { controlChartOption } from '../../src/charts/controlChartOption'
import { flowHeight, flowOf, flowOption } from '../../src/charts/flowOption'
import { funnelPlotOption } from '../../src/charts/funnelPlotOption'
import { cellOf, outletOf, periodOf, unitOf } from '../../src/charts/galleryFixtures'
import { lagOption } from '../../src/charts/lagOption'
import { legendKeys } from '../../src/charts/legendKeys'
import { placedNames } from '../../src/charts/placedNames'
import { rankRangeHeight, rankRangeOption } from '../../src/charts/rankRangeOption'
import { percentDigits, roundAxis } from '../../src/charts/roundAxis'
import { controlChart } from '../../src/measures/controlChart'
import { funnelPlot } from '../../src/measures/funnelPlot'
import { rankUnits } from '../../src/measures/rankUnits'
import type { PeriodCell, UnitCell } from '../../src/model/measure'
import { words } from './chartWords.fixture'
import { pictureOf, textsOf } from './picture'
import { unitChangesOption } from '../../src/charts/unitChangesOption'
import { isSpoken, unitChanges } from '../../src/report/unitChanges'

const SIZE = { width: 560, height: 300 }
const HOSTILE = ['{a|b}', '__proto__', '<img src=x onerror=alert(1)>', '长'.repeat(60), 'constructor', 'a\nb']

interface Series {
  id?: string
  name?: string
  type: string
  data: (readonly [number, number | '-'] | number | '-')[]
  markLine?: { data: { xAxis?: number; label?: { formatter: string; align: string } }[] }
}
interface Marked {
  value: unknown
  symbol: string
  symbolSize: number
  symbolRotate?: number
  itemStyle: { color: string; borderColor: string }
  label: { show: boolean; formatter: string; position?: string }
}

const seriesOf = (option: EChartsOption, id: string): Series =>
  (option.series as Series[]).find((one) => one.id === id)!
const marksOf = (option: EChartsOption, id: string): Marked[] => seriesOf(option, id).data as unknown as Marked[]
const legendOf = (option: EChartsOption): string[] =>
  (option.legend as { data: { name: string }[] }).data.map(({ name }) => name)
const drawn = (option: EChartsOption, { width, height } = SIZE): string[] => textsOf(pictureOf(option, width, height))
const tooltip = (option: EChartsOption, params: unknown): string =>
  (option.tooltip as { formatter: (params: unknown) => string }).formatter(params)
const untouched = (draw: () => void): void => {
  const before = Object.getOwnPropertyNames(Object.prototype).length
  draw()
  expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before)
}

describe('funnel plot', () => {
  const optionOf = (units: readonly UnitCell[], chosen: readonly number[] | null = null, size = SIZE, adjust = false) =>
    funnelPlotOption(funnelPlot(units, adjust), chosen, lightTheme, words, size)
  const option = optionOf(fixtures.funnelTwelve, [6])
  const marks = marksOf(option, 'units')

  it('keeps the points in the order of the result, so that a press finds its unit', () => {
    expect(marks.map(({ value }) => value)).toEqual(
      fixtures.funnelTwelve
        .filter(({ adopted }) => adopted !== null)
        .map(({ submitted, adopted }) => [submitted, adopted! / submitted!]),
    )
  })

  it('tells place by shape, size and colour', () => {
    const [, , , low] = marks
    expect(marks[0]).toMatchObject({ symbol: 'triangle', symbolSize: 14, symbolRotate: 0 })
    expect(marks[0]!.itemStyle.color).toBe(lightTheme.above)
    expect(low).toMatchObject({ symbol: 'triangle', symbolSize: 14, symbolRotate: 180 })
    expect(low!.itemStyle.color).toBe(lightTheme.below)
    expect(marks[5]).toMatchObject({ symbol: 'triangle', symbolSize: 10, symbolRotate: 0 })
    expect(marks[7]).toMatchObject({ symbol: 'triangle', symbolSize: 10, symbolRotate: 180 })
    // Four items, none adopted: too few to be judged, hollow.
    expect(marks[9]).toMatchObject({ symbol: 'circle', itemStyle: { color: lightTheme.surface } })
  })

  it('names those outside and the chosen, and no others', () => {
    expect(marks.flatMap(({ label }, index) => (label.show ? [index] : []))).toEqual([0, 3, 5, 6, 7])
    expect(marks[6]!.itemStyle.borderColor).toBe(lightTheme.chosen)
    expect(drawn(option)).toEqual(expect.arrayContaining(['农业农村局', '教育局', '民政局', '财政局']))
    expect(drawn(option).some((text) => /^城东区八.*….*综合治理中心$/.test(text))).toBe(true)
  })

  it('carries the name of every outlier in its data, and hides it only where it would cover something', () => {
    for (const size of [SIZE, { width: 760, height: 420 }, { width: 340, height: 260 }]) {
      const plot = funnelPlot(fixtures.funnelSixty, false)
      const own = marksOf(optionOf(fixtures.funnelSixty, null, size), 'units')
      const outside = plot.points.flatMap(({ place }, index) =>
        place === 'within' || place === 'tooFew' ? [] : [index],
      )
      expect(outside.length).toBeGreaterThan(10)
      for (const index of outside) {
        const { formatter } = own[index]!.label
        expect(formatter.length).toBeGreaterThan(0)
        const [head = '', tail = ''] = formatter.split('…')
        expect(plot.points[index]!.unit.startsWith(head) && plot.points[index]!.unit.endsWith(tail)).toBe(true)
      }
      const shown = outside.filter((index) => own[index]!.label.show).length
      expect(shown).toBeGreaterThanOrEqual(size.width < 400 ? 4 : Math.ceil(outside.length * 0.8))
    }
  })

  it('has a legend that says what the lines are, with the rate of all', () => {
    expect(legendOf(option)).toEqual(['总体 44.3%', '95%限', '99.8%限', 'tooFew'])
    // No limits, no names of limits.
    expect(legendOf(optionOf([]))).toEqual([])
  })

  it('draws limits within one percentage point of the exact ones, not where they say nothing', () => {
    const { lines } = funnelPlot(fixtures.funnelTwelve, false)
    const exact = new Map(lines.map((line) => [line.n, line]))
    for (const key of ['low95', 'high95', 'low998', 'high998'] as const) {
      const data = seriesOf(option, key).data as [number, number][]
      for (const [n, limit] of data) {
        expect(Math.abs(limit - exact.get(n)![key])).toBeLessThanOrEqual(0.01 + 1e-12)
        expect(limit).toBeGreaterThanOrEqual(0)
        expect(limit).toBeLessThanOrEqual(1)
      }
      expect(data[data.length - 1]![0]).toBe(lines[lines.length - 1]!.n)
    }
    // Below a dozen items not even none adopted is outside 99.8 %.
    expect((seriesOf(option, 'low998').data[0] as [number, number])[0]).toBeGreaterThan(9)
  })

  it('ends the axis of sizes with the limits and that of rates at 100 % at most', () => {
    const x = option.xAxis as { max: number }
    expect(x.max).toBe(61)
    for (const units of [fixtures.funnelTwelve, fixtures.funnelThree, fixtures.funnelSixty])
      expect((optionOf(units).yAxis as { max: number }).max).toBeLessThanOrEqual(1)
    const low = Array.from({ length: 20 }, (_, id) => unitOf(id, `单位${id}`, cellOf(200, 4 + (id % 3))))
    expect((optionOf(low).yAxis as { max: number }).max).toBeLessThan(0.15)
  })

  it.each([
    ['no unit', []],
    ['one unit', [unitOf(0, '甲', cellOf(7, 3))]],
    ['one item', [unitOf(0, '甲', cellOf(1, 1))]],
    ['all 0', [unitOf(0, '甲', cellOf(9, 0)), unitOf(1, '乙', cellOf(30, 0))]],
    ['all 1', [unitOf(0, '甲', cellOf(9, 9)), unitOf(1, '乙', cellOf(30, 30))]],
    ['hostile names', HOSTILE.map((name, id) => unitOf(id, name, cellOf(40 + id, id % 2 === 0 ? 39 : 1)))],
  ])('draws %s', (_, units) => {
    untouched(() => {
      for (const adjust of [false, true]) {
        const svg = pictureOf(optionOf(units, [0], SIZE, adjust), SIZE.width, SIZE.height)
        expect(svg).not.toMatch(/NaN|Infinity|<img/)
      }
    })
  })

  it('tells a point on hover as plain text', () => {
    const units = HOSTILE.map((name, id) => unitOf(id, name, cellOf(40, 20)))
    expect(tooltip(optionOf(units), { dataIndex: 0 })).toBe('｛a|b｝\n采用率 50.0% 20/40\nwithin')
    expect(tooltip(optionOf(units), { dataIndex: 3 }).split('\n')[0]).toHaveLength(60)
    expect(tooltip(optionOf(units), { dataIndex: 99 })).toBe('')
  })
})

describe('places of names', () => {
  const mark = (x: number, y: number, name: string | null, weight = 1) => ({ x, y, radius: 5, name, weight })
  const box = { left: 0, top: 0, right: 300, bottom: 200 }

  it('stand right of the mark, left at the right border, above and below between two others', () => {
    expect(placedNames([mark(100, 100, '教育局')], box, 12)[0]).toMatchObject({ position: 'right' })
    expect(placedNames([mark(290, 100, '教育局')], box, 12)[0]).toMatchObject({ position: 'left' })
    const between = placedNames([mark(150, 100, '教育局'), mark(165, 100, null), mark(135, 100, null)], box, 12)
    expect(between[0]).toMatchObject({ position: 'top' })
    expect(between.slice(1)).toEqual([null, null])
  })

  it('never overlap marks or each other, and the weightiest comes first', () => {
    const crowd = Array.from({ length: 40 }, (_, i) =>
      mark(20 + ((i * 67) % 260), 20 + ((i * 41) % 160), '总寨镇人民政府', i === 39 ? 2 : 1),
    )
    const places = placedNames(crowd, box, 12)
    expect(places.filter(Boolean).length).toBeGreaterThan(3)
    expect(places.filter((place) => place === null).length).toBeGreaterThan(3)
    const width = textWidth('总寨镇人民政府', 12)
    const rects = places.flatMap((place, i) => {
      if (!place) return []
      const { x, y } = crowd[i]!
      const left =
        (place.position === 'right' ? x + 9 : place.position === 'left' ? x - 9 - width : x - width / 2) +
        place.offset[0]
      const top =
        (place.position === 'top' ? y - 9 - 14 : place.position === 'bottom' ? y + 9 : y - 7) + place.offset[1]
      return [{ i, left, top, right: left + width, bottom: top + 14 }]
    })
    for (const a of rects) {
      expect(a.left).toBeGreaterThanOrEqual(0)
      expect(a.right).toBeLessThanOrEqual(300)
      for (const b of rects)
        if (a !== b) expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)
      for (const [i, { x, y }] of crowd.entries())
        if (i !== a.i) expect(x + 5 > a.left && x - 5 < a.right && y + 5 > a.top && y - 5 < a.bottom).toBe(false)
    }
    // Two marks beside each other at a border where one name fits.
    const narrow = { left: 0, top: 90, right: 110, bottom: 110 }
    expect(placedNames([mark(40, 100, '农业农村局', 1), mark(49, 100, '财政局', 2)], narrow, 12)).toMatchObject([
      null,
      { position: 'right' },
    ])
  })
})

describe('control chart', () => {
  const optionOf = (months: readonly PeriodCell[], settings = fixtures.controlByRate, size = SIZE) =>
    controlChartOption(controlChart(months, settings), lightTheme, words, size)
  const option = optionOf(fixtures.controlMonths)
  const rebased = optionOf(fixtures.controlMonths, fixtures.controlRebased)
  const valueOf = (data: Series['data'], x: number) => (data as [number, number | '-'][]).filter(([at]) => at === x)

  it('keeps the months in order, a gap where there are no facts', () => {
    const values = marksOf(option, 'values').map(({ value }) => value)
    expect(values).toHaveLength(24)
    expect(values[0]).toBeCloseTo(15 / 42, 12)
    expect(values[7]).toBe('-')
    expect(seriesOf(option, 'line').data[7]).toBe('-')
  })

  it('marks signals by shape and colour, above and below the mean; the outlier carries its number', () => {
    const marks = marksOf(option, 'values')
    expect(marks[4]).toMatchObject({ symbol: 'diamond', itemStyle: { color: lightTheme.below } })
    expect(marks[4]!.label).toMatchObject({ show: true, formatter: '8.5%', position: 'bottom' })
    expect(marks[14]).toMatchObject({ symbol: 'diamond', itemStyle: { color: lightTheme.above } })
    expect(marks[10]).toMatchObject({ symbol: 'circle', itemStyle: { color: lightTheme.common } })
    expect(marks[23]).toMatchObject({ symbol: 'circle', itemStyle: { color: lightTheme.surface } })
  })

  it('stands mean and limits over whole months, and over none that is a gap or immature', () => {
    for (const key of ['mean', 'low', 'high']) {
      const { data } = seriesOf(option, key)
      const months = (data as [number, number | '-'][]).filter(([, level]) => level !== '-')
      // 24 months without the gap and the two immature ones, a line from border to border each.
      expect(months).toHaveLength(21 * 2)
      expect(months[0]![0]).toBe(-0.5)
      expect(months[months.length - 1]![0]).toBe(21.5)
      // Parted at the gap of February 2023, month 7.
      expect(valueOf(data, 7.5).map(([, level]) => level === '-')).toEqual([true, false])
      expect(months.some(([x]) => x > 6.5 && x < 7.5)).toBe(false)
    }
  })

  it('never runs a limit across a rebase, and marks the border between the months', () => {
    const { data } = seriesOf(rebased, 'mean')
    const at = valueOf(data, 13.5).map(([, level]) => level)
    expect(at).toHaveLength(3)
    expect(at[1]).toBe('-')
    expect(at[0]).toBeLessThan(0.4)
    expect(at[2]).toBeGreaterThan(0.5)
    expect(seriesOf(rebased, 'rebased').markLine!.data).toEqual([{ xAxis: 13.5 }])
    expect(seriesOf(option, 'rebased')).toBeUndefined()
    // The second phase has eight months: its limits are dotted, those of the first dashed.
    expect((seriesOf(rebased, 'high').data as [number, number][]).every(([x]) => x <= 13.5)).toBe(true)
    expect((seriesOf(rebased, 'high-trial').data as [number, number][]).every(([x]) => x >= 13.5)).toBe(true)
  })

  it('says in the legend what lines and marks are, with the means', () => {
    expect(legendOf(option)).toEqual(['平均 42.3%', '范围', '高于平均的信号', '低于平均的信号', '未成熟'])
    expect(legendOf(rebased)).toEqual(['平均 34.6% → 54.6%', '范围', '试用范围', '低于平均的信号', '未成熟'])
    expect(legendOf(optionOf(fixtures.controlEight))).toContain('试用范围')
    expect(legendOf(optionOf(fixtures.controlEight))).not.toContain('范围')
  })

  it('ends the axis of rates at 100 %, unless a month itself is above', () => {
    expect((optionOf(fixtures.controlHigh).yAxis as { max: number }).max).toBe(1)
    const above = Array.from({ length: 6 }, (_, i) => periodOf(`2024-0${i + 1}`, cellOf(4, i === 3 ? 6 : 2 + (i % 2))))
    expect((optionOf(above).yAxis as { max: number }).max).toBeGreaterThanOrEqual(1.5)
    expect(drawn(optionOf(above))).toContain('150%')
  })

  it('numbers half steps of percent as such', () => {
    const few = Array.from({ length: 6 }, (_, i) => periodOf(`2024-0${i + 1}`, cellOf(1000, 40 + 7 * (i % 3))))
    const texts = drawn(optionOf(few))
    expect(new Set(texts.filter((text) => /^[\d.]+%$/.test(text))).size).toBeGreaterThan(3)
    expect(texts).not.toContain('3%')
  })

  it('puts ticks on the same months each year and names each year once', () => {
    const long = Array.from({ length: 60 }, (_, i) =>
      periodOf(`${2020 + Math.floor((i + 4) / 12)}-${String(((i + 4) % 12) + 1).padStart(2, '0')}`, cellOf(30, 12)),
    )
    const texts = drawn(optionOf(long))
    for (const year of ['2020', '2021', '2022', '2023', '2024', '2025'])
      expect(texts.filter((text) => text === year)).toHaveLength(1)
    expect(texts.filter((text) => text === '1月')).toHaveLength(5)
  })

  it('prints counts with one decimal at most', () => {
    const counts = optionOf(fixtures.controlMonths, fixtures.controlBySubmitted)
    expect(tooltip(counts, [{ seriesId: 'values', dataIndex: 0 }])).toMatch(/^2022年7月\n42 15\/42\n平均 44(\.\d)?\n/)
    expect(tooltip(option, [{ seriesId: 'values', dataIndex: 23 }])).toBe('2024年6月\n14.6% 7/48\n未成熟')
    expect(tooltip(option, [{ seriesId: 'values', dataIndex: 7 }])).toBe('2023年2月\n—')
    expect(tooltip(option, [])).toBe('')
  })

  it.each([
    ['no month', []],
    ['one month', [periodOf('2024-01', cellOf(5, 2))]],
    ['two months', [periodOf('2024-01', cellOf(5, 2)), periodOf('2024-02', cellOf(6, 1))]],
    ['all 0', Array.from({ length: 9 }, (_, i) => periodOf(`2024-0${i + 1}`, cellOf(9, 0)))],
    ['all 1', Array.from({ length: 9 }, (_, i) => periodOf(`2024-0${i + 1}`, cellOf(9, 9)))],
    ['nothing submitted', [periodOf('2024-01', cellOf(0, 0)), periodOf('2024-02', cellOf(0, 0))]],
    ['only immature months', [periodOf('2024-01', cellOf(5, 2), false), periodOf('2024-02', cellOf(6, 1), false)]],
  ])('draws %s', (_, months) => {
    for (const settings of [fixtures.controlByRate, fixtures.controlBySubmitted, fixtures.controlRebased])
      expect(pictureOf(optionOf(months, settings), SIZE.width, SIZE.height)).not.toMatch(/NaN|Infinity/)
  })
})

describe('flow', () => {
  const { heat, units, outlets } = fixtures.flowLarge
  const flow = flowOf(heat, units, outlets)
  const all = heat.reduce((sum, { placements }) => sum + placements, 0)

  it('draws the nine largest of each side and the rest together; nothing is lost', () => {
    for (const side of [flow.units, flow.outlets]) {
      expect(side).toHaveLength(10)
      expect(side.map(({ others }) => others)).toEqual([...Array<boolean>(9).fill(false), true])
      const totals = side.slice(0, 9).map(({ total }) => total)
      expect(totals).toEqual([...totals].sort((a, b) => b - a))
      expect(side.reduce((sum, { total }) => sum + total, 0)).toBe(all)
    }
    expect(flow.streams.reduce((sum, { placements }) => sum + placements, 0)).toBe(all)
    expect(new Set(flow.streams.map(({ unit, outlet }) => `${unit} ${outlet}`)).size).toBe(flow.streams.length)
  })

  it('draws a rest of one by itself', () => {
    const ten = Array.from({ length: 10 }, (_, unit) => ({ unit, outlet: 0, placements: 10 - unit }))
    const own = flowOf(
      ten,
      ten.map(({ unit }) => unitOf(unit, `单位${unit}`, cellOf(20, 10))),
      [outletOf(0, '州日报', 55, null, 55)],
    )
    expect(own.units).toHaveLength(10)
    expect(own.units.some(({ others }) => others)).toBe(false)
  })

  it('prints every name and total, no two lines nearer than they are high', () => {
    const height = flowHeight(flow)
    const svg = pictureOf(flowOption(flow, lightTheme, words, { width: 760, height }), 760, height)
    const rows = [...svg.matchAll(/<text [^>]*translate\(([\d.]+) ([\d.]+)\)[^>]*>([^<]+)</g)]
    expect(rows).toHaveLength(20)
    for (const x of new Set(rows.map(([, at]) => Math.round(Number(at) / 200)))) {
      const column = rows.filter(([, at]) => Math.round(Number(at) / 200) === x).map(([, , y]) => Number(y))
      column.sort((a, b) => a - b)
      for (const [i, y] of column.entries()) if (i > 0) expect(y - column[i - 1]!).toBeGreaterThanOrEqual(14)
    }
    expect(rows.map(([, , , text]) => text)).toContain(`其余 ${flow.units[9]!.total}`)
  })

  it('draws hostile and equal names on both sides, one stream, and none', () => {
    untouched(() => {
      const hostile = flowOf(
        HOSTILE.map((_, index) => ({ unit: index, outlet: index, placements: index + 1 })),
        HOSTILE.map((name, id) => unitOf(id, name, cellOf(9, 3))),
        HOSTILE.map((name, id) => outletOf(id, name, 3, null, 9)),
      )
      for (const own of [hostile, flowOf([], [], [])]) {
        const option = flowOption(own, darkTheme, words, SIZE)
        expect(pictureOf(option, SIZE.width, SIZE.height)).not.toMatch(/NaN|Infinity|<img/)
      }
      const option = flowOption(hostile, lightTheme, words, SIZE)
      expect(drawn(option)).toContain('｛a|b｝ 1')
      expect(tooltip(option, { data: { source: 'u5', target: 'o5', value: 1 } })).toBe('｛a|b｝ → ｛a|b｝\n采用次数 1')
    })
  })
})

describe('time to adoption', () => {
  const optionOf = (lags: typeof fixtures.lagTypical, size = SIZE) => lagOption(lags, lightTheme, words, size)
  const marks = (option: EChartsOption) => seriesOf(option, 'marks').markLine!.data

  it('marks half and nine in ten at their day, between two days too', () => {
    const own = marks(optionOf(fixtures.lagTypical))
    expect(own.map(({ xAxis }) => xAxis)).toEqual([fixtures.lagTypical.median, fixtures.lagTypical.p90])
    expect(own.map(({ label }) => label!.formatter)).toEqual(['半数 6天', '九成 14.7天'])
  })

  it('says both at once where they fall on one day', () => {
    expect(marks(optionOf(fixtures.lagOneDay)).map(({ label }) => label!.formatter)).toEqual(['半数·九成 1天'])
  })

  it('keeps the text of a mark inside and apart from the other', () => {
    const long = marks(optionOf(fixtures.lagLong))
    expect(long[1]).toMatchObject({ xAxis: 60, label: { formatter: '九成 75天', align: 'right' } })
    const near = marks(optionOf({ n: 40, median: 2, p90: 3, days: [0, 0, 30, 10, ...Array<number>(57).fill(0)] }))
    expect(near.map(({ label }) => (label as unknown as { distance: number }).distance)).toEqual([21, 4])
  })

  it('tells the last bar as «or more» and the others by their day', () => {
    const option = optionOf(fixtures.lagLong)
    expect(tooltip(option, [{ seriesId: 'items', dataIndex: 60 }])).toBe('60天以上\n采用 58')
    expect(tooltip(option, [{ seriesId: 'items', dataIndex: 0 }])).toContain('0天\n采用 ')
    expect(drawn(option)).toContain('60+')
    expect(drawn(optionOf(fixtures.lagTypical))).not.toContain('60+')
  })

  it('draws nothing, one item on day 0, and all beyond the last day', () => {
    const none = Array<number>(61).fill(0)
    for (const lags of [
      { n: 0, median: 0, p90: 0, days: none },
      { n: 1, median: 0, p90: 0, days: [1, ...none.slice(1)] },
      { n: 5, median: 400, p90: 900, days: [...none.slice(1), 5] },
    ])
      expect(pictureOf(optionOf(lags), SIZE.width, SIZE.height)).not.toMatch(/NaN|Infinity/)
  })
})

describe('rank ranges', () => {
  const optionOf = (units: readonly UnitCell[], by: 'rate' | 'adopted' = 'rate', width = 560) => {
    const ranking = rankUnits(units, by, 5, false)[0]!
    return rankRangeOption(ranking, [7], lightTheme, words, { width, height: rankRangeHeight(ranking) })
  }
  const ranking = rankUnits(fixtures.rankTwelve, 'rate', 5, false)[0]!
  const option = optionOf(fixtures.rankTwelve)

  it('keeps the order of the ranking, those not ranked last and without a mark', () => {
    expect(marksOf(option, 'rank').map(({ value }) => value)).toEqual(
      ranking.units.map(({ rank }, index) => [rank ?? '-', index]),
    )
    expect(seriesOf(option, 'range').data).toEqual(
      ranking.units.flatMap(({ range }, index) => (range ? [[index, ...range, 1]] : [])),
    )
  })

  it('fills the dots of those that could be the first, wherever they stand', () => {
    const full = marksOf(option, 'rank').map(({ itemStyle }) => itemStyle.color === lightTheme.adopted)
    expect(full).toEqual(ranking.units.map(({ range }) => range?.[0] === 1))
    expect(legendOf(option)).toEqual(['难分先后', '落后'])
  })

  it('prints rate, ratio and range of every unit, and a few ranks over the plot', () => {
    const texts = drawn(option, { width: 560, height: rankRangeHeight(ranking) })
    expect(texts).toEqual(expect.arrayContaining(['75.9%', '44/58', '1–7', '不排名', '—/22', '名次1–10', '5', '10']))
    const counts = drawn(optionOf(fixtures.rankCounts, 'adopted', 760), { width: 760, height: 320 })
    for (const count of [31, 28, 25, 22, 20, 17, 15, 12, 9, 4]) expect(counts).toContain(String(count))
    expect(counts.some((text) => text.includes('/'))).toBe(false)
  })

  it('leaves the ratio to the tooltip where the plot would get too narrow', () => {
    expect(drawn(optionOf(fixtures.rankTwelve, 'rate', 300), { width: 300, height: 400 })).not.toContain('44/58')
    expect(tooltip(option, [{ seriesId: 'rank', dataIndex: 0 }])).toBe('农业农村局\n名次 1\n1–7\n采用率 75.9% 44/58')
  })

  it('keeps numbered ranks apart at any width', () => {
    for (const width of [300, 420, 560, 760, 1140]) {
      const own = optionOf(fixtures.rankSixty, 'rate', width)
      const { customValues } = (own.xAxis as { axisLabel: { customValues: number[] } }).axisLabel
      const { left, right } = own.grid as { left: number; right: number }
      expect(customValues[0]).toBe(1)
      expect(customValues[customValues.length - 1]).toBe(55)
      for (const [i, tick] of customValues.entries())
        if (i > 0) expect(((tick - customValues[i - 1]!) * (width - left - right)) / 55).toBeGreaterThanOrEqual(13)
    }
  })

  it.each([
    ['one unit', [unitOf(0, '甲', cellOf(9, 3))]],
    ['none ranked', [unitOf(0, '甲', cellOf(3, 3)), unitOf(1, '乙', cellOf(9, null))]],
    ['all 0', [unitOf(0, '甲', cellOf(9, 0)), unitOf(1, '乙', cellOf(30, 0))]],
    ['all 1', [unitOf(0, '甲', cellOf(9, 9)), unitOf(1, '乙', cellOf(30, 30))]],
    ['hostile names', HOSTILE.map((name, id) => unitOf(id, name, cellOf(40, 30 - id)))],
  ])('draws %s', (_, units) => {
    untouched(() => {
      for (const by of ['rate', 'adopted'] as const) {
        const svg = pictureOf(optionOf(units, by), 560, 400)
        expect(svg).not.toMatch(/NaN|Infinity|<img/)
      }
    })
  })

  it('of a page of a longer ranking reaches to the last rank of all, so that no band runs out of the plot', () => {
    const page = { ...ranking, units: ranking.units.slice(0, 4) }
    const worst = Math.max(...page.units.map(({ range }) => range?.[1] ?? 0))
    expect(worst).toBeGreaterThan(4)
    const axis = rankRangeOption(page, null, lightTheme, words, SIZE, ranking.units).xAxis as { max: number }
    expect(axis.max).toBe(ranking.units.filter(({ rank }) => rank !== null).length + 0.5)
    expect(axis.max).toBeGreaterThan(worst)
  })

  it('tells nobody apart where ranks are not tested: no bands, plain dots, no legend', () => {
    const unjudged = {
      ...ranking,
      held: 'clock' as const,
      units: ranking.units.map((own) => ({ ...own, range: null })),
    }
    const own = rankRangeOption(unjudged, null, lightTheme, words, SIZE)
    expect(legendOf(own)).toEqual([])
    expect(seriesOf(own, 'range').data).toEqual([])
    expect(marksOf(own, 'rank').some(({ itemStyle }) => itemStyle.color === lightTheme.adopted)).toBe(false)
  })

  it('draws an empty ranking', () => {
    const empty = { ...ranking, units: [], undecided: 0 }
    expect(pictureOf(rankRangeOption(empty, null, lightTheme, words, SIZE), 560, 300)).not.toMatch(/NaN|Infinity/)
  })
})

describe('parts', () => {
  it('ends an axis with the step above the largest value', () => {
    expect(roundAxis(21, 4, 1)).toEqual({ interval: 10, max: 30 })
    expect(roundAxis(0.6, 5, 0.01)).toEqual({ interval: 0.2, max: 0.6 })
    expect(roundAxis(1, 4, 0.0125)).toEqual({ interval: 0.25, max: 1 })
    expect(roundAxis(0, 4, 1)).toEqual({ interval: 1, max: 1 })
    expect([percentDigits(0.025), percentDigits(0.2), percentDigits(0.07)]).toEqual([1, 0, 0])
  })

  it('counts the rows of a legend that wraps', () => {
    const key = { name: '正常波动范围', colour: '#000000', line: 'solid' as const }
    expect(legendKeys([], lightTheme, 560).height).toBe(0)
    expect(legendKeys([key, key], lightTheme, 560).height).toBe(20)
    expect(legendKeys([key, key, key], lightTheme, 240).height).toBe(50)
  })
})

describe('changes of units', () => {
  it('that nobody judges have no whiskers, and stay inside the axis', () => {
    const rows = unitChanges(fixtures.changedNow, fixtures.changedBefore, 5, 'clock').filter(isSpoken)
    const own = unitChangesOption(rows, null, lightTheme, words, SIZE)
    expect(seriesOf(own, 'interval').data).toEqual([])
    const most = Math.max(...rows.map(({ difference }) => Math.abs(difference ?? 0)))
    expect(most).toBeGreaterThan(0.1)
    expect((own.xAxis as { max: number }).max).toBeGreaterThanOrEqual(most)
  })
})

describe('names beside marks', () => {
  it('stand apart, so that two of them do not read as one', () => {
    const box = { left: 0, top: 0, right: 400, bottom: 100 }
    const mark = (x: number, name: string) => ({ x, y: 50, radius: 4, name, weight: 1 })
    // At the left of the second mark its name would begin where the first one's ends, at 344.
    const close = placedNames([mark(300, '石桥镇'), mark(388, '教育局')], { ...box, right: 396 }, 12)
    expect(close[0]).toEqual({ position: 'right', offset: [0, 0] })
    expect(close[1]?.position === 'left' && close[1].offset[1] === 0).toBe(false)
  })
})
