import { describe, expect, it } from 'vitest'
import { chartWordsOf } from '../../src/components/chartWordsOf'
import { periodText } from '../../src/components/periodText'
import { spanText } from '../../src/components/spanText'
import { verdictText } from '../../src/components/verdictText'
import { cellOf, periodOf } from '../../src/charts/galleryFixtures'
import en from '../../src/locales/en'
import { zhCN } from '../../src/locales'
import { periodVerdict, type Verdict, type VerdictTopic } from '../../src/report/verdict'
import { spanOfKey } from '../../src/time/calendar'
import { say } from '../helpers/say'

const messages = { 'zh-CN': zhCN, en }

/** Paths of all messages with the placeholders each uses. */
function shape(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return [`${path} ${[...new Set(value.match(/\{\w+\}/g))].sort().join('')}`]
  return Object.entries(value as Record<string, unknown>).flatMap(([key, part]) => shape(part, `${path}.${key}`))
}

/** Topics of verdicts: the objects of sentences, without the parts that sentences are made of. */
const PARTS = ['difference', 'list', 'measure', 'funnelClause', 'changeClause']
const topicsOf = (words: object): string[] =>
  Object.entries(words).flatMap(([topic, own]) => (typeof own === 'object' && !PARTS.includes(topic) ? [topic] : []))

describe('both languages', () => {
  it('have the same messages', () => {
    const paths = (locale: 'zh-CN' | 'en') =>
      shape(messages[locale])
        .map((line) => line.split(' ')[0])
        .sort()
    expect(paths('en')).toEqual(paths('zh-CN'))
  })

  it('have words for every verdict, and leave no placeholder open', () => {
    const params = {
      period: '2024-06',
      before: '2024-05',
      rate: 0.387,
      rateBefore: 0.345,
      adopted: 12,
      submitted: 31,
      difference: 0.042,
      low: -0.19,
      high: 0.27,
      fewest: 5,
      reason: 'adopted-unknown',
      overall: 0.5,
      share: 0.4,
      units: 9,
      above: ['甲'],
      below: ['乙', '丙', '丁', '戊'],
      farAbove: ['己'],
      farBelow: [],
      tooFew: 2,
      rest: 3,
      of: 3,
      names: ['甲报', '乙报'],
      unit: '甲',
      outlet: '甲报',
      placements: 7,
      pairs: 2,
      all: 20,
      expected: 1,
      count: 3,
      median: 11,
      days: 25,
      measure: 'rate',
      value: 0.31,
      mean: 0.35,
      limitLow: 0.1,
      limitHigh: 0.6,
      level: 'city',
      levels: ['city', 'county'],
      whom: 'group',
      open: 0,
      earlier: 'before',
      up: ['甲'],
      down: [],
    }
    for (const locale of ['zh-CN', 'en'] as const)
      for (const topic of topicsOf(zhCN.verdict))
        for (const code of Object.keys(zhCN.verdict[topic as VerdictTopic])) {
          const text = verdictText({ topic, code, params } as Verdict, say(locale))
          expect(text).not.toMatch(/[{}]|undefined|NaN/)
          expect(text.length).toBeGreaterThan(1)
        }
  })
})

describe('sentences', () => {
  const cells = [periodOf('2024-05', cellOf(29, 10)), periodOf('2024-06', cellOf(31, 12))]

  it('read as a meeting would say them', () => {
    expect(verdictText(periodVerdict('trend', cells, null), say('zh-CN'))).toBe(
      '2024年6月采用率 38.7%（12/31），较5月高4.2个百分点，在正常波动内',
    )
    expect(verdictText(periodVerdict('trend', cells, null), say('en'))).toBe(
      'Jun 2024: 38.7% (12/31), 4.2 points higher than May, within usual variation',
    )
  })

  it('name the year of the earlier month when it is another', () => {
    const verdict = periodVerdict(
      'trend',
      [periodOf('2023-12', cellOf(29, 10)), periodOf('2024-01', cellOf(31, 12))],
      null,
    )
    expect(verdictText(verdict, say('zh-CN'))).toContain('较2023年12月')
  })

  it('say of a funnel who lies how far out, who cannot be judged, and nothing of those who are not there', () => {
    const params = {
      farAbove: [],
      above: ['甲局'],
      farBelow: ['丁镇'],
      below: ['乙局', '丙局', '戊镇'],
      tooFew: 2,
      rest: 4,
    }
    const outside = { topic: 'funnel', code: 'outside', params } as const
    expect(verdictText(outside, say('zh-CN'))).toBe(
      '甲局偏高，丁镇显著偏低，乙局、丙局等 3 个单位偏低，2 个单位的件数还不足以判断，其余在正常波动内',
    )
    const alone = { ...outside, params: { ...params, above: [], below: [], tooFew: 0, rest: 0 } }
    expect(verdictText(alone, say('zh-CN'))).toBe('丁镇显著偏低')
  })

  it('say which units rose and fell, and how many others may have by chance', () => {
    const lists = { farUp: [], farDown: ['戊镇'], up: ['甲局'], down: ['乙局', '丙局', '丁镇'] }
    const params = { period: '2024H1', earlier: 'lastYear', units: 9, ...lists, rest: 4 }
    const moved = { topic: 'unitChanges', code: 'moved', params } as const
    expect(verdictText(moved, say('zh-CN'))).toBe(
      '2024年上半年与上年同期相比，戊镇采用率明显下降，甲局可能提高，乙局、丙局等 3 个单位可能下降，其余 4 个单位看不出升降',
    )
    const one = { ...moved, params: { ...params, farDown: [], up: [], rest: 0 } }
    expect(verdictText(one, say('en'))).toBe(
      'H1 2024 against the same period last year: 乙局, 丙局, 丁镇 may have fallen',
    )
  })

  it('list three units and count the rest', () => {
    const params = { overall: 0.5, units: 20, above: ['甲', '乙', '丙', '丁'], below: [], expected: 1 }
    expect(verdictText({ topic: 'ranking', code: 'above', params }, say('zh-CN'))).toBe(
      '甲、乙、丙等 4 个单位高于总体 50.0%，其余没有超出波动范围',
    )
  })
})

describe('periods', () => {
  it.each([
    ['2024-03', '2024年3月', 'Mar 2024'],
    ['2024Q1', '2024年第一季度', 'Q1 2024'],
    ['2024H2', '2024年下半年', 'H2 2024'],
    ['2024', '2024年', '2024'],
    ['?', '?', '?'],
  ])('%s', (key, zh, en) => {
    expect(periodText(key, say('zh-CN'))).toBe(zh)
    expect(periodText(key, say('en'))).toBe(en)
  })

  it('of other length are told by their days', () => {
    expect(spanText(spanOfKey('2024H1'), say('zh-CN'))).toBe('2024年上半年')
    expect(spanText(spanOfKey('2024-01-05~2024-02-10'), say('zh-CN'))).toBe('2024-01-05至2024-02-10')
    expect(spanText(null, say('en'))).toBe('All time')
  })

  it('have ticks on the axis', () => {
    const words = chartWordsOf(say('zh-CN'))
    expect([words.monthTick('2024-03'), words.yearTick('2024-03'), words.periodName('2024H1')]).toEqual([
      '3月',
      '2024',
      '2024年上半年',
    ])
  })
})
