import { describe, expect, it } from 'vitest'
import { createSSRApp } from 'vue'
import { createI18n } from 'vue-i18n'
import { renderToString } from 'vue/server-renderer'
import { flowOf } from '../../src/charts/flowOption'
import { outletOf, unitOf, cellOf } from '../../src/charts/galleryFixtures'
import { heatRows } from '../../src/charts/heatOption'
import { zhCN } from '../../src/locales'
import en from '../../src/locales/en'
import { PANEL_IDS } from '../../src/model/deck'
import { funnelStanding } from '../../src/stats/funnelPlace'
import { FALSE_ALARMS } from '../../src/stats/falseAlarms'
import { funnelLimits, normalLimits } from '../../src/stats/funnelLimits'
import { newcombe } from '../../src/stats/newcombe'
import { quantile } from '../../src/stats/quantile'
import { wilson } from '../../src/stats/wilson'
import { METHOD_PARTS, type MethodTopic } from '../../src/views/methodTopics'
import MethodView from '../../src/views/MethodView.vue'

const MEASURES = ['submitted', 'adopted', 'placements', 'pending', 'rate', 'decidedRate', 'outletRate', 'lag']
const TOPICS = METHOD_PARTS.flatMap((part): readonly MethodTopic[] => part.topics)
const LOCALES = { 'zh-CN': zhCN, en }
const percent = (share: number, digits: number): string => `${(share * 100).toFixed(digits)}%`

async function page(locale: keyof typeof LOCALES): Promise<string> {
  const i18n = createI18n({
    legacy: false,
    locale,
    messages: LOCALES as never,
    missing: (_, key) => {
      throw new Error(`no words for ${key}`)
    },
  })
  return renderToString(createSSRApp(MethodView).use(i18n))
}

describe('the topics of the method page', () => {
  it('are one for each panel that a deck can hold, and for each measure', () => {
    for (const id of [...PANEL_IDS, ...MEASURES]) expect(TOPICS, id).toContain(id)
    expect(new Set(TOPICS).size).toBe(TOPICS.length)
  })

  it.each(Object.keys(LOCALES) as (keyof typeof LOCALES)[])(
    'have formula, source, golden value and limit: %s',
    (locale) => {
      const { topics } = LOCALES[locale].method
      expect(Object.keys(topics).sort()).toEqual([...TOPICS].sort())
      for (const topic of TOPICS) {
        const { title, lines, source, test, limit } = topics[topic]
        for (const text of [title, ...lines, source, test, limit]) expect(text.trim().length, topic).toBeGreaterThan(1)
        // A number, not a promise.
        expect(test, topic).toMatch(/\d/)
        expect(test, topic).not.toMatch(/自动测试|automatic tests/)
      }
    },
  )
})

describe.each(Object.keys(LOCALES) as (keyof typeof LOCALES)[])('the page in %s', (locale) => {
  it('prints what the formulas give', async () => {
    const text = await page(locale)
    const golden: string[] = []
    for (const [x, n] of [
      [65, 100],
      [1, 29],
      [81, 263],
      [15, 148],
    ] as const)
      golden.push(
        wilson(x, n)
          .map((limit) => percent(limit, 2))
          .join('–'),
      )
    for (const [x1, n1, x2, n2] of [
      [56, 70, 48, 80],
      [9, 10, 3, 10],
    ] as const) {
      const { low, high } = newcombe(x1, n1, x2, n2)
      const comma = locale === 'en' ? ', ' : '，'
      golden.push(`${(low * 100).toFixed(2)}${comma}${(high * 100).toFixed(2)}`)
    }
    for (const [adopted, submitted] of [
      [85, 551],
      [159, 301],
      [250, 578],
      [131, 362],
      [105, 251],
    ] as const)
      golden.push(percent(adopted / submitted, 1))
    const normal = normalLimits(539, 0.806424478571495)
    for (const limit of Object.values(normal)) golden.push(percent(limit, 3))
    const exact = funnelLimits(20, 0.3)
    golden.push(percent(exact.low95, 3), percent(exact.high95, 3))
    golden.push(quantile([1, 2, 3, 4], 0.1).toFixed(1), quantile([1, 2, 3, 4], 0.9).toFixed(1))
    golden.push((0.6 ** 7).toFixed(4), (0.6 ** 8).toFixed(4))
    for (const value of golden) expect(text).toContain(value)
  })

  it('prints the false alarms that the simulation holds', async () => {
    const text = await page(locale)
    for (const { months, any, series } of FALSE_ALARMS)
      for (const share of [...Object.values(months), any, series])
        if (share !== null) expect(text).toContain(percent(share, 2))
  })

  it('shows the signs of formulas as they are', async () => {
    expect(await page(locale)).toContain('|zᵢ − zᵢ₋₁|')
  })
})

describe('what is worked by hand on the page', () => {
  it('heat map and flow: A 4 + 2, B 3 + 1', () => {
    const units = [unitOf(0, 'A', cellOf(9, 6)), unitOf(1, 'B', cellOf(9, 4))]
    const outlets = [outletOf(0, 'x', 7, null, 10), outletOf(1, 'y', 3, null, 10)]
    const heat = [
      [0, 0, 4],
      [0, 1, 2],
      [1, 0, 3],
      [1, 1, 1],
    ].map(([unit, outlet, placements]) => ({
      unit: unit!,
      outlet: outlet!,
      placements: placements!,
    }))
    expect(heatRows(heat, units, outlets).units.map(({ total }) => total)).toEqual([6, 4])
    const flow = flowOf(heat, units, outlets)
    expect([flow.units, flow.outlets].map((side) => side.map(({ total }) => total))).toEqual([
      [6, 4],
      [7, 3],
    ])
  })

  it('colours: 81/263 is low at 40 %, around 30 %', () => {
    expect([0.4, 0.3].map((overall) => funnelStanding(81, 263, overall))).toEqual(['below', 'around'])
  })
})
