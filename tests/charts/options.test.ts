import type { EChartsOption } from 'echarts'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { drawnText, plainText } from '../../src/charts/chartText'
import { darkTheme, lightTheme } from '../../src/charts/chartTheme'
import { evenAxis } from '../../src/charts/evenAxis'
import { cellOf, judged, longTrend, outletOf, periodOf, twelveUnits, unitOf } from '../../src/charts/galleryFixtures'
import { heatOption, heatRows } from '../../src/charts/heatOption'
import { monthSlots } from '../../src/charts/monthSlots'
import { countText, intervalText, percentText, pointsText, ratioText } from '../../src/charts/numberText'
import { outletsOption } from '../../src/charts/outletsOption'
import { rankingOption } from '../../src/charts/rankingOption'
import { textOnHeat } from '../../src/charts/textOnHeat'
import { trendOption } from '../../src/charts/trendOption'
import { truncated } from '../../src/charts/truncated'
import { rankedUnits } from '../../src/report/rankedUnits'
import { words } from './chartWords.fixture'
import { pictureOf, textsOf } from './picture'

const SIZE = { width: 560, height: 300 }

interface Series {
  id: string
  data: { value: unknown; itemStyle?: { decal?: unknown } }[]
  markArea?: { data: unknown }
}

function series(option: EChartsOption, id: string): Series {
  return (option.series as Series[]).find((one) => one.id === id)!
}

function tooltip(option: EChartsOption, params: unknown): string {
  return (option.tooltip as { formatter: (params: unknown) => string }).formatter(params)
}

const luminance = (colour: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string) => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

describe('trend', () => {
  const option = trendOption(
    { months: twelveUnits.months, clock: 'submitted', chosen: twelveUnits.query.span },
    lightTheme,
    words,
    SIZE,
  )

  it('leaves a gap where a month has no facts or no rate', () => {
    const rate = series(option, 'rate').data.map(({ value }) => value)
    expect(rate).toHaveLength(18)
    expect(rate[7]).toBe('-')
    expect(rate[9]).toBe('-')
    expect(series(option, 'submitted').data[7]!.value).toBe('-')
    expect(series(option, 'submitted').data[9]!.value).not.toBe('-')
    expect((option.series as { connectNulls?: boolean }[])[2]!.connectNulls).toBe(false)
  })

  it('hatches the immature month and takes its rate out of the solid line', () => {
    expect(series(option, 'adopted').data[17]!.itemStyle!.decal).toBeDefined()
    expect(series(option, 'adopted').data[16]!.itemStyle!.decal).toBeUndefined()
    expect(series(option, 'rate').data[17]!.value).toBe('-')
    expect(
      series(option, 'rate-immature')
        .data.slice(15)
        .map(({ value }) => value === '-'),
    ).toEqual([true, false, false])
  })

  it('marks the chosen half-year, and nothing when no period is chosen or all are', () => {
    expect(series(option, 'submitted').markArea!.data).toEqual([[{ xAxis: '12' }, { xAxis: '17' }]])
    const none = trendOption({ months: twelveUnits.months, clock: 'submitted', chosen: null }, lightTheme, words, SIZE)
    expect(series(none, 'submitted').markArea).toBeUndefined()
    const all = trendOption(
      { months: twelveUnits.months.slice(-6), clock: 'submitted', chosen: twelveUnits.query.span },
      lightTheme,
      words,
      SIZE,
    )
    expect(series(all, 'submitted').markArea).toBeUndefined()
  })

  it('shares grid lines between both axes', () => {
    const [counts, rates] = option.yAxis as { max: number; interval: number }[]
    expect(counts!.max / counts!.interval).toBe(4)
    expect(rates!.max / rates!.interval).toBeCloseTo(4, 9)
  })

  it('gets a slider from 37 months on', () => {
    expect(option.dataZoom).toBeUndefined()
    expect(
      trendOption({ months: longTrend, clock: 'submitted', chosen: null }, lightTheme, words, SIZE).dataZoom,
    ).toBeDefined()
  })

  it('draws without a month, with one, and with a rate above 1', () => {
    for (const months of [[], [periodOf('2024-01', cellOf(0, 0))], [periodOf('2024-01', cellOf(2, 5))]])
      expect(() =>
        pictureOf(trendOption({ months, clock: 'adopted', chosen: null }, lightTheme, words, SIZE), 560, 300),
      ).not.toThrow()
  })

  it('tells a month on hover, «—» for what is unknown', () => {
    expect(tooltip(option, [{ dataIndex: 17 }])).toContain('2024年6月 · 未成熟')
    expect(tooltip(option, [{ dataIndex: 9 }])).toContain('采用 —')
    expect(tooltip(option, [{ dataIndex: 7 }])).toBe('2023年8月\n报送 —')
  })
})

describe('ranking', () => {
  const overall = 0.5
  const units = [
    unitOf(0, '甲', cellOf(40, 36)),
    unitOf(1, '乙', cellOf(10, 5)),
    unitOf(2, '丙', cellOf(20, 10)),
    unitOf(3, '丁', cellOf(40, 6)),
    unitOf(4, '戊', cellOf(4, 4)),
    unitOf(5, '己', cellOf(0, 0)),
    unitOf(6, '庚', cellOf(12, null)),
  ]
  const rows = rankedUnits(judged(units, overall))
  const option = rankingOption({ rows, overall, chosen: null }, lightTheme, words, SIZE)

  it('draws no bar for units not ranked, and a whisker for each ranked one', () => {
    expect(series(option, 'rate').data.map(({ value }) => value)).toEqual([0.9, 0.5, 0.5, 0.15, '-', '-', '-'])
    expect(series(option, 'interval').data).toHaveLength(4)
  })

  it('says so in words after a unit not ranked', () => {
    const drawn = textsOf(pictureOf(option, SIZE.width, SIZE.height))
    expect(drawn).toContain('4/4 不排名')
    expect(drawn).toContain('▲')
    expect(drawn).toContain('▼')
  })

  it('draws without an overall rate', () => {
    expect(() =>
      pictureOf(rankingOption({ rows, overall: null, chosen: [1] }, darkTheme, words, SIZE), 560, 300),
    ).not.toThrow()
  })
})

describe('outlets and heat map', () => {
  it('tells an outlet without a denominator as «—» with the reason', () => {
    const rows = [outletOf(0, '州日报', 28, null, 147)]
    expect(tooltip(outletsOption(rows, lightTheme, words, SIZE), [{ dataIndex: 0 }])).toContain('采用率 — (没有报送数)')
  })

  it('prints numbers only where a cell has room for them', () => {
    const rows = heatRows(twelveUnits.heat, twelveUnits.units, twelveUnits.outlets)
    const shows = (width: number) =>
      (heatOption(rows, lightTheme, words, { width, height: 300 }).series as { label: { show: boolean } }[])[0]!.label
        .show
    expect(shows(1140)).toBe(true)
    expect(shows(260)).toBe(false)
  })

  it('picks black or white with at least 4.5:1 at both ends and in the middle of both themes', () => {
    for (const { heat } of [lightTheme, darkTheme])
      for (const [fraction, shade] of [
        [0, heat[0]],
        [0.5, heat[1]],
        [1, heat[2]],
      ] as const)
        expect(contrast(textOnHeat(fraction, heat), shade)).toBeGreaterThanOrEqual(4.5)
    expect(textOnHeat(1, lightTheme.heat)).toBe('#ffffff')
    expect(textOnHeat(0, lightTheme.heat)).toBe('#000000')
  })

  it('skips pairs of zero', () => {
    expect(heatRows([{ unit: 0, outlet: 0, placements: 0 }], twelveUnits.units, twelveUnits.outlets).cells).toEqual([])
  })
})

describe('names that are code elsewhere', () => {
  it('never reach the drawing library as keys of its plain objects', () => {
    expect(drawnText('__proto__')).not.toBe('__proto__')
    expect(drawnText('constructor')).not.toBe('constructor')
    expect(drawnText('教育局')).toBe('教育局')
    const units = ['__proto__', 'constructor', 'toString'].map((name, id) => unitOf(id, name, cellOf(10, 5)))
    const before = Object.getOwnPropertyNames(Object.prototype).length
    pictureOf(
      rankingOption({ rows: rankedUnits(judged(units, 0.5)), overall: 0.5, chosen: null }, lightTheme, words, SIZE),
      560,
      300,
    )
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before)
  })

  it('open no style of a rich label', () => {
    expect(plainText('{rate|99%}')).toBe('｛rate|99%｝')
    expect(plainText('a\nb\tc')).toBe('a b c')
    expect(plainText('长'.repeat(80))).toHaveLength(60)
  })
})

describe('small parts', () => {
  it('rounds percentages half up, with a real minus sign', () => {
    expect(percentText(85 / 551)).toBe('15.4%')
    expect(percentText(0.0585)).toBe('5.9%')
    expect(percentText(-0.0421)).toBe('−4.2%')
    expect(percentText(-0.0001)).toBe('0.0%')
    expect(percentText(null)).toBe('—')
    expect(pointsText(-0.0421)).toBe('4.2')
  })

  it('parts thousands from 10 000 on', () => {
    expect([countText(551), countText(9999), countText(12345), countText(-1234567), countText(null)]).toEqual([
      '551',
      '9999',
      '12,345',
      '−1,234,567',
      '—',
    ])
    expect(ratioText(null, 551)).toBe('—/551')
    expect(intervalText(null)).toBe('—')
  })

  it('makes axes of round steps', () => {
    expect(evenAxis(0, 4, 1)).toEqual({ interval: 1, max: 4 })
    expect(evenAxis(51, 4, 1)).toEqual({ interval: 20, max: 80 })
    expect(evenAxis(9, 4, 1)).toEqual({ interval: 5, max: 20 })
    expect(evenAxis(0.61, 4, 0.025)).toEqual({ interval: 0.2, max: 0.8 })
  })

  it('shrinks a long stretch without facts to one slot', () => {
    const slots = monthSlots([
      periodOf('2011-05', cellOf(1, 1)),
      periodOf('2024-01', cellOf(1, 1)),
      periodOf('2024-03', cellOf(1, 1)),
    ])
    expect(slots.map(({ key }) => key)).toEqual(['2011-05', null, '2024-01', '2024-02', '2024-03'])
  })

  it('goes on to the last month of a period in which nothing was sent', () => {
    const keys = (last: string | null) => monthSlots([periodOf('2024-01', cellOf(1, 1))], last).map(({ key }) => key)
    expect(keys('2024-04')).toEqual(['2024-01', '2024-02', '2024-03', '2024-04'])
    expect(keys('2023-12')).toEqual(['2024-01'])
    expect(keys(null)).toEqual(['2024-01'])
    expect(monthSlots([], '2024-04')).toEqual([])
  })

  it('cuts a long name in its middle by its width', () => {
    expect(truncated('教育局', 60, 12)).toBe('教育局')
    expect(truncated('城东区八一路街道办事处', 60, 12)).toBe('城东…事处')
  })
})

describe('colours', () => {
  const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8')
  const block = (selector: string) => css.slice(css.indexOf(selector), css.indexOf('}', css.indexOf(selector)))
  const token = (selector: string, name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(block(selector))?.[1]

  it.each([
    [':root', lightTheme],
    ["[data-theme='dark']", darkTheme],
  ] as const)('of charts are those of the tokens: %s', (selector, theme) => {
    const pairs = {
      ink: theme.ink,
      'ink-2': theme.ink2,
      hairline: theme.hairline,
      surface: theme.surface,
      cinnabar: theme.chosen,
      'data-blue': theme.adopted,
      'data-vermilion': theme.rate,
      'data-grey': theme.outline,
      improvement: theme.above,
      concern: theme.below,
      common: theme.common,
    }
    for (const [name, colour] of Object.entries(pairs)) expect([name, token(selector, name)]).toEqual([name, colour])
  })

  it.each([':root', "[data-theme='dark']"])('of text reach 4.5:1 on paper and surface: %s', (selector) => {
    for (const ground of ['paper', 'surface'])
      for (const name of [
        'ink',
        'ink-2',
        'ink-3',
        'cinnabar',
        'improvement',
        'concern',
        'common',
        'info',
        'warning',
        'error',
      ])
        expect([name, ground, contrast(token(selector, name)!, token(selector, ground)!) >= 4.5]).toEqual([
          name,
          ground,
          true,
        ])
    expect(contrast(token(selector, 'on-cinnabar')!, token(selector, 'cinnabar')!)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(token(selector, 'hairline-strong')!, token(selector, 'surface')!)).toBeGreaterThanOrEqual(3)
  })
})
