import { readdirSync } from 'node:fs'
import type { EChartsOption } from 'echarts'
import { describe, expect, it } from 'vitest'
import { lagTypical } from '../../src/charts/analysisFixtures'
import { darkTheme, lightTheme, projectorTheme } from '../../src/charts/chartTheme'
import { longTrend, manyUnits, seedHalfYear, twelveUnits } from '../../src/charts/galleryFixtures'
import { halfYearOption } from '../../src/charts/halfYearOption'
import { heatHeight, heatOption, heatRows } from '../../src/charts/heatOption'
import { lagSlideOption } from '../../src/charts/lagSlideOption'
import { outletRows, outletsHeight, outletsOption } from '../../src/charts/outletsOption'
import { rankingHeight, rankingOption } from '../../src/charts/rankingOption'
import { trendOption } from '../../src/charts/trendOption'
import { trendSlideOption } from '../../src/charts/trendSlideOption'
import { rankedUnits } from '../../src/report/rankedUnits'
import { analysisPictures } from './analysisPictures'
import { words } from './chartWords.fixture'
import { pictureOf, textsOf } from './picture'

const PANEL = { width: 560, height: 300 }

function ranking(measured: typeof twelveUnits, width = 450): [EChartsOption, { width: number; height: number }] {
  const rows = rankedUnits(measured.units)
  const size = { width, height: rankingHeight(rows.length) }
  return [rankingOption({ rows, overall: measured.total.rate, chosen: [1] }, lightTheme, words, size), size]
}

function outlets(measured: typeof twelveUnits): [EChartsOption, { width: number; height: number }] {
  const rows = outletRows(measured.outlets)
  const size = { width: 560, height: outletsHeight(rows.length) }
  return [outletsOption(rows, lightTheme, words, size), size]
}

function heat(measured: typeof twelveUnits, width = 1140): [EChartsOption, { width: number; height: number }] {
  const rows = heatRows(measured.heat, measured.units, measured.outlets)
  const size = { width, height: heatHeight(rows.units.length) }
  return [heatOption(rows, lightTheme, words, size), size]
}

function trend(
  months: typeof longTrend,
  clock: 'submitted' | 'adopted' = 'submitted',
  theme = lightTheme,
  size = PANEL,
): [EChartsOption, { width: number; height: number }] {
  return [trendOption({ months, clock, chosen: twelveUnits.query.span }, theme, words, size), size]
}

/** As large as a slide lays it out before it is enlarged. */
const SLIDE = { width: 680, height: 330 }

function trendSlide(
  months: typeof longTrend,
  clock: 'submitted' | 'adopted' = 'submitted',
): [EChartsOption, { width: number; height: number }] {
  return [trendSlideOption({ months, clock, chosen: twelveUnits.query.span }, projectorTheme, words, SLIDE), SLIDE]
}

const pictures: Record<string, readonly [EChartsOption, { width: number; height: number }]> = {
  trend: trend(twelveUnits.months, 'submitted', lightTheme, { width: 660, height: 292 }),
  'trend-dark': trend(twelveUnits.months, 'submitted', darkTheme, { width: 660, height: 292 }),
  'trend-adopted-clock': trend(twelveUnits.months, 'adopted'),
  'trend-long': trend(longTrend),
  'trend-slide': trendSlide(twelveUnits.months),
  'trend-slide-adopted-clock': trendSlide(twelveUnits.months, 'adopted'),
  'trend-slide-long': trendSlide(longTrend),
  'lag-slide': [lagSlideOption(lagTypical, projectorTheme, words, SLIDE), SLIDE],
  'half-year': [halfYearOption(twelveUnits.halfYears, lightTheme, words, PANEL), PANEL],
  'half-year-seed': [halfYearOption(seedHalfYear.halfYears, lightTheme, words, PANEL), PANEL],
  ranking: ranking(twelveUnits),
  'ranking-120-units': ranking(manyUnits),
  outlets: outlets(twelveUnits),
  'outlets-seed': outlets(seedHalfYear),
  heat: heat(twelveUnits),
  'heat-120-units': heat(manyUnits),
  ...Object.fromEntries(
    Object.entries(analysisPictures).map(([name, { option, size, theme }]) => [
      name,
      [option(size, theme), size] as const,
    ]),
  ),
}

/** The builder halfYear(Option) is kept as half-year, rankRange as rank-ranges. */
function namesOf(builder: string): readonly string[] {
  const name = builder.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return [name, `${name}s`]
}

describe('golden pictures', () => {
  const filesIn = (folder: string, ending: string): string[] =>
    readdirSync(new URL(folder, import.meta.url))
      .filter((file) => file.endsWith(ending))
      .map((file) => file.slice(0, -ending.length))

  it.each(filesIn('../../src/charts', 'Option.ts'))('there is one of %sOption', (builder) => {
    expect(namesOf(builder).filter((name) => name in pictures)).not.toEqual([])
  })

  it('none is kept that nothing draws', () => {
    expect(filesIn('golden', '.svg').filter((name) => !(name in pictures))).toEqual([])
  })

  it.each(Object.keys(pictures))('%s is drawn as before', async (name) => {
    const [option, { width, height }] = pictures[name]!
    await expect(pictureOf(option, width, height)).toMatchFileSnapshot(`golden/${name}.svg`)
  })

  it.each(Object.keys(pictures))('%s has no text under 12 px', (name) => {
    const [option, { width, height }] = pictures[name]!
    const svg = pictureOf(option, width, height)
    const sizes = [...svg.matchAll(/font-size:\s*([\d.]+)px/g)].map(([, size]) => Number(size))
    expect(sizes.length).toBeGreaterThan(0)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
  })
})

describe('what the pictures say', () => {
  const texts = (name: string) => {
    const [option, { width, height }] = pictures[name]!
    return textsOf(pictureOf(option, width, height))
  }

  it('names every month, the empty one included', () => {
    const drawn = texts('trend')
    for (let month = 1; month <= 12; month++) expect(drawn).toContain(`${month}月`)
    expect(drawn.filter((text) => text === '8月')).toHaveLength(1)
    expect(drawn).toEqual(expect.arrayContaining(['2023', '2024']))
  })

  it('never calls placements ÷ submitted a rate: the seed shows 15.4% and no 26.7', () => {
    const drawn = [...texts('outlets-seed'), ...texts('half-year-seed')].join(' ')
    expect(drawn).toContain('15.4%')
    expect(drawn).toContain('85/551')
    expect(drawn).toContain('—/551')
    expect(drawn).not.toContain('26.7')
    expect(texts('outlets-seed').filter((text) => text === '—')).toHaveLength(4)
  })

  it('names every unit of the ranking, 120 of them too', () => {
    for (const [name, measured] of [
      ['ranking', twelveUnits],
      ['ranking-120-units', manyUnits],
    ] as const) {
      const drawn = texts(name)
      for (const row of rankedUnits(measured.units)) {
        // Of a cut name what is left stands in it, in order.
        const isCut = (text: string): boolean =>
          text.includes('…') && new RegExp(`^${text.split('…').join('.+')}$`).test(row.unit)
        expect(drawn.some((text) => text === row.unit || isCut(text))).toBe(true)
        expect(drawn.some((text) => text.startsWith(`${row.adopted}/${row.submitted}`))).toBe(true)
      }
    }
  })

  it('prints the rate with n/d above every half-year', () => {
    const drawn = texts('half-year')
    for (const key of ['2023年上半年', '2023年下半年', '2024年上半年']) expect(drawn).toContain(key)
    expect(drawn).toContain('118/272')
  })

  it('draws the twenty largest units of 120 and says how many are left', () => {
    const rows = heatRows(manyUnits.heat, manyUnits.units, manyUnits.outlets)
    expect(rows.units).toHaveLength(20)
    const withPlacements = new Set(manyUnits.heat.map(({ unit }) => unit)).size
    expect(rows.unitsLeft).toBe(withPlacements - 20)
    const drawn = texts('heat-120-units')
    for (const { total } of rows.units) expect(drawn).toContain(String(total))
  })
})
