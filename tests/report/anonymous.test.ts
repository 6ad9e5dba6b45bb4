import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twelveUnits } from '../../src/charts/galleryFixtures'
import { peersOf } from '../../src/measures/peers'
import { answerWithoutNames, pseudonyms, textWithoutNames } from '../../src/report/anonymous'
import { reducedCard } from '../../src/report/reducedCard'
import { unitChanges } from '../../src/report/unitChanges'

const LETTERS = '甲乙丙丁戊己庚辛壬癸'

describe('pseudonyms', () => {
  it('are letters, with a number where there are more units than letters', () => {
    const few = pseudonyms(['城关镇', '石桥镇', '东岭乡'], LETTERS, 'deck')
    expect([...few.values()].sort()).toEqual(['丙', '乙', '甲'].sort())
    const many = pseudonyms(
      Array.from({ length: 23 }, (_, i) => `单位${i}`),
      LETTERS,
      'deck',
    )
    expect(new Set(many.values()).size).toBe(23)
    expect([...many.values()]).toContain('丙3')
  })

  it('are the same whatever order the names come in, and differ from deck to deck', () => {
    const names = Array.from({ length: 10 }, (_, i) => `单位${i}`)
    const one = pseudonyms(names, LETTERS, 'deck one')
    const turned = pseudonyms([...names].reverse(), LETTERS, 'deck one')
    for (const name of names) expect(turned.get(name)).toBe(one.get(name))
    const orders = ['deck one', 'deck two', 'deck three'].map((seed) =>
      names.map((name) => pseudonyms(names, LETTERS, seed).get(name)).join(''),
    )
    expect(new Set(orders).size).toBe(3)
    // The ledger's own order would give the names away.
    expect(orders).not.toContain(LETTERS)
  })

  it('leave no name in a text, longer names first', () => {
    const names = new Map([
      ['城关镇', '甲'],
      ['城关镇中学', '乙'],
    ])
    expect(textWithoutNames('城关镇中学高于城关镇。', names)).toBe('乙高于甲。')
  })

  it('know the short forms that people write, but none that two units share', () => {
    const COUNTY = '海东市互助土族自治县'
    const names = new Map([
      ['县教育局', '甲'],
      ['城关镇', '乙'],
      ['石桥镇', '丙'],
      ['八一路街道办事处', '丁'],
      [`${COUNTY}民政局`, '戊'],
      [`${COUNTY}农业农村和科技局`, '己'],
      ['新城区医院', '庚'],
      ['新城县医院', '辛'],
    ])
    expect(textWithoutNames('教育局领先，城关、石桥两镇并列，县教育局请发言。', names)).toBe(
      '甲领先，乙、丙两镇并列，甲请发言。',
    )
    expect(textWithoutNames('民政局、农业农村和科技局、八一路；医院不在此列。', names)).toBe(
      '戊、己、丁；医院不在此列。',
    )
  })

  it('leave none of a text’s names, and change nothing else', () => {
    const letters = fc.string({ unit: fc.constantFrom('城', '关', '中', '学', 'a'), minLength: 1, maxLength: 3 })
    const texts = fc.string({ unit: fc.constantFrom('城', '关', '中', '学', 'a', '，'), maxLength: 14 })
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 5 }), texts, (names, text) => {
        const map = new Map([...new Set(names)].map((name, i) => [name, `〔${i}〕`]))
        const changed = textWithoutNames(text, map)
        for (const kept of changed.split(/〔\d〕/)) for (const name of names) expect(kept).not.toContain(name)
        const back = changed.replace(/〔(\d)〕/g, (_, i: string) => [...map.keys()][Number(i)]!)
        expect(back).toBe(text)
      }),
    )
  })

  it('take every name out of the numbers; one that the deck does not know shows nothing of itself', () => {
    const measured = { ...twelveUnits, silentUnits: ['没有人知道的乡'] }
    const own = measured.units[2]!
    const peers = { unit: own.unit, group: own.group, peers: peersOf(measured.units, own.unitId) }
    const changes = {
      period: { from: 10, to: 20 },
      before: { from: 0, to: 10 },
      earlier: 'before' as const,
      fewest: 5,
      held: null,
      units: unitChanges(measured.units, measured.units.slice(1), 5),
    }
    const answer = { measured, ranking: null, funnel: null, control: null, lags: null, compared: null, peers, changes }
    const names = pseudonyms(
      measured.units.map(({ unit }) => unit),
      LETTERS,
      'deck',
    )
    const text = JSON.stringify(answerWithoutNames(answer, names))
    expect(changes.units.length).toBeGreaterThan(5)
    for (const { unit } of measured.units) expect(text).not.toContain(unit)
    expect(text).not.toContain('没有人知道的乡')
    expect(answerWithoutNames(answer, names).peers).toEqual({ ...peers, unit: names.get(own.unit) })
  })
})

describe('a card without a ledger', () => {
  it('has the figures of the unit that a slide knows, and nothing of the others', () => {
    const card = reducedCard(twelveUnits, twelveUnits.units[3]!.unit)!
    expect(card.measured.total.submitted).toBe(twelveUnits.units[3]!.submitted)
    expect(card.measured.units).toHaveLength(1)
    expect(reducedCard(twelveUnits, '没有的局')).toBe(null)
  })
})
