import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_OFFICE, type Office } from '../../src/model/office'
import { mergedDecks, mergedList, mergedOffice } from '../../src/workspace/threeWay'

interface Thing {
  readonly id: string
  readonly text: number
}
const merge = (base: readonly Thing[], mine: readonly Thing[], theirs: readonly Thing[]) =>
  mergedList(base, mine, theirs, ({ id }) => id)
const things = (text: string): Thing[] =>
  [...text.matchAll(/([a-z])(\d)/g)].map(([, id, number]) => ({ id: id!, text: Number(number) }))
const told = (list: readonly Thing[]): string => list.map(({ id, text }) => `${id}${text}`).join(' ')

describe('a list that two sides changed', () => {
  test.each([
    ['a1 b1 c1', 'a2 b1 c1', 'a1 b1 c2', 'a2 b1 c2', 'each its own thing'],
    ['a1 b1', 'a2 b1', 'a3 b1', 'a2 b1', 'the same thing: this side holds'],
    ['a1 b1', 'a1 b1 x1', 'a1 b1 y1', 'a1 b1 x1 y1', 'both added'],
    ['a1 b1 c1', 'a1 c1', 'a1 b1 c2', 'a1 c2', 'one removed, the other changed another'],
    ['a1 b1', 'a1', 'a1 b2', 'a1 b2', 'one removed what the other changed: it stays'],
    ['a1 b1', 'a1 b2', 'a1', 'a1 b2', 'and the other way round'],
    ['a1 b1 c1', 'c1 a1 b1', 'a1 b2 c1', 'c1 a1 b2', 'one moved, the other changed'],
    ['a1 b1 c1', 'a2 b1 c1', 'c1 b1 a1', 'c1 b1 a2', 'the other moved'],
    ['a1', '', 'a1', '', 'removed by one alone'],
  ])('%s → %s and %s: %s (%s)', (base, mine, theirs, both) => {
    expect(told(merge(things(base), things(mine), things(theirs)))).toBe(both)
  })

  test('things with one key are told apart by their order', () => {
    expect(told(merge(things('a1 a5'), things('a1 a5 b1'), things('a1 a5 c1')))).toBe('a1 a5 b1 c1')
    expect(told(merge(things('a1 a5'), things('a1 a6'), things('a2 a5')))).toBe('a2 a6')
  })

  const list = fc.uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefg'), text: fc.nat(3) }), {
    selector: ({ id }) => id,
  })
  test('loses nothing that one side alone did', () => {
    fc.assert(
      fc.property(list, list, list, (base, mine, theirs) => {
        const result = merge(base, mine, theirs)
        expect(new Set(result.map(({ id }) => id)).size).toBe(result.length)
        const text = (side: readonly Thing[], id: string) => side.find((own) => own.id === id)?.text
        for (const id of 'abcdefg') {
          const [was, own, its, now] = [base, mine, theirs, result].map((side) => text(side, id))
          if (own === its || its === was) expect(now).toBe(own)
          else if (own === was) expect(now).toBe(its)
          else if (own === undefined) expect(now).toBe(its)
          else expect(now).toBe(own)
        }
        expect(told(merge(base, mine, base))).toBe(told(mine))
        expect(told([...merge(base, base, theirs)].sort((a, b) => (a.id < b.id ? -1 : 1)))).toBe(
          told([...theirs].sort((a, b) => (a.id < b.id ? -1 : 1))),
        )
      }),
    )
  })
})

describe('decks', () => {
  const step = (id: string, notes = '', caption: string | null = null) => ({
    id,
    kind: 'text',
    notes,
    caption,
    lines: [] as string[],
  })
  const deck = (id: string, steps: readonly unknown[], name = '例会') => ({ id, name, steps })

  test('a note in one window and a title in the other are both there', () => {
    const base = [deck('d', [step('s1'), step('s2'), step('s3')])]
    const mine = [deck('d', [step('s1'), step('s2'), step('s3', '', '新标题')])]
    const theirs = [deck('d', [step('s1'), step('s2', '要说的话'), step('s3', '也有话说')], '改过名')]
    expect(mergedDecks(base, mine, theirs)).toEqual([
      deck('d', [step('s1'), step('s2', '要说的话'), step('s3', '也有话说', '新标题')], '改过名'),
    ])
  })

  test('of one field that both wrote this side’s holds; lines of a text are one field', () => {
    const lines = (...own: string[]) => [deck('d', [{ ...step('s1'), lines: own }])]
    expect(mergedDecks(lines('甲'), lines('甲', '乙'), lines('丙'))).toEqual(lines('甲', '乙'))
    expect(mergedDecks(lines('甲'), lines('甲'), lines('丙'))).toEqual(lines('丙'))
  })
})

describe('what the office knows', () => {
  const due = (name: string, group: string | null = null) => ({ name, group, from: null, last: null })
  test('rosters that two windows changed hold both changes; other settings are as this side says', () => {
    const seen: Office = { ...NO_OFFICE, roster: [due('甲局'), due('乙镇')] }
    const now: Office = { ...seen, roster: [due('甲局', '县直'), due('乙镇')], namesAs: 'then' }
    expect(mergedOffice(seen, { roster: [due('甲局'), due('乙镇'), due('丙乡')] }, now)).toEqual({
      roster: [due('甲局', '县直'), due('乙镇'), due('丙乡')],
    })
    const note = (period: string) => ({ period, text: period })
    const noted = mergedOffice(NO_OFFICE, { notes: [note('2024-05')] }, { ...NO_OFFICE, notes: [note('2024-02')] })
    expect(noted.notes!.map(({ period }) => period)).toEqual(['2024-02', '2024-05'])
    expect(mergedOffice(seen, { submittedMeans: 'approved' }, now)).toEqual({ submittedMeans: 'approved' })
  })
})
