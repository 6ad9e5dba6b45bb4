import { describe, expect, test } from 'vitest'
import { compareExpected, type Expected } from './compareExpected'

const expected: Expected = {
  note: 'a counted table',
  total: { submitted: 3, adopted: null, rate: 0.333333 },
  units: { 甲: { submitted: 1 }, 乙: { submitted: 2, rate: null } },
  outlets: { 手机报: { adopted: 1 } },
  months: { '2024-03': { submitted: 3 } },
  quarters: { '2024Q1': { submitted: 3 } },
  halfYears: { '2024H1': { submitted: 3 } },
  differences: 1,
  suggestions: [['甲', '甲局']],
  balance: { setAside: 2 },
  errors: ['坏.csv'],
  never: { rate: 0.266788 },
}

const screen = '采用台\n坏.csv\n文件是空的\n报送 3'

const balance = { read: 6, used: 3, setAside: 1, blank: 0, headings: 1, totals: 1, duplicates: 0 }

/** measures.json that agrees in all points, made anew so that a test can spoil it. */
function agreeing() {
  return {
    balance: [
      { file: 'a.csv', sheet: null, ...balance },
      { file: 'b.xlsx', sheet: '一', ...balance },
    ],
    findings: [
      { code: 'printed-rate-differs', level: 'warning', file: 'a.csv' },
      { code: 'alias-suggested', level: 'info', file: 'a.csv', names: ['甲局', '甲'] },
      { code: 'alias-suggested', level: 'info', file: 'a.csv', names: ['乙', '乙局'] },
      { code: 'empty-file', level: 'error', file: '坏.csv' },
    ] as Record<string, unknown>[],
    total: { submitted: 3, adopted: null as unknown, rate: 1 / 3 },
    units: [
      { unit: '乙', submitted: 2, rate: null as unknown },
      { unit: '甲', submitted: 1, rate: 0.5 },
    ],
    outlets: [
      { outlet: '手机报', adopted: 1 },
      { outlet: '日报', adopted: 0 },
    ],
    months: [{ period: '2024-03', submitted: 3 }],
    quarters: [{ period: '2024Q1', submitted: 3 }],
    halfYears: [{ period: '2024H1', submitted: 3 }],
  }
}

type Measures = ReturnType<typeof agreeing>

test('what agrees has no mismatch', () => {
  expect(compareExpected(expected, { measures: agreeing(), screen })).toEqual([])
})

describe('a planted mismatch is found', () => {
  test.each<[string, RegExp, (measures: Measures) => void]>([
    ['a number', /total\.submitted: expected 3, got 4/, (m) => (m.total.submitted = 4)],
    ['a rate off by 2e-6', /total\.rate/, (m) => (m.total.rate = 0.333335)],
    ['0 for unknown', /total\.adopted: expected null, got 0/, (m) => (m.total.adopted = 0)],
    [
      'nothing for unknown',
      /total\.adopted: expected null/,
      (m) => delete (m.total as Record<string, unknown>).adopted,
    ],
    ['a unit too many', /units has 丙 unexpectedly/, (m) => m.units.push({ unit: '丙', submitted: 0, rate: null })],
    ['a unit too few', /units\[甲\] is missing/, (m) => m.units.pop()],
    ['a unit twice', /units has 甲 twice/, (m) => m.units.push({ unit: '甲', submitted: 1, rate: null })],
    ['a figure of a unit', /units\[乙\]\.rate/, (m) => (m.units[0]!.rate = 0)],
    ['an outlet', /outlets\[手机报\]\.adopted/, (m) => (m.outlets[0]!.adopted = 2)],
    ['a month', /months\[2024-03\] is missing/, (m) => (m.months = [])],
    ['a quarter', /quarters\[2024Q1\]/, (m) => (m.quarters[0]!.submitted = 0)],
    ['a half-year', /halfYears\[2024H1\]/, (m) => (m.halfYears[0]!.period = '2024-H1')],
    [
      'a difference too many',
      /differences: expected 1, got 2/,
      (m) => (m.findings[2]!['code'] = 'printed-total-differs'),
    ],
    ['a suggestion missing', /no suggestion of 甲 = 甲局/, (m) => (m.findings[1]!['names'] = ['甲', '乙'])],
    ['a sum over sheets', /balance\.setAside: expected 2, got 3/, (m) => (m.balance[0]!.setAside = 2)],
    ['a row in two places', /balance of b\.xlsx 一: read 6, accounted for 7/, (m) => (m.balance[1]!.used = 4)],
    ['no balance', /balance is missing/, (m) => delete (m as Record<string, unknown>)['balance']],
    ['an error not reported', /no error finding for 坏\.csv/, (m) => m.findings.pop()],
    ['a forbidden number', /measures\.units\.1\.rate is 0\.266788/, (m) => (m.units[1]!.rate = 147 / 551)],
    ['a forbidden number in words', /measures\.findings\.0\.value/, (m) => (m.findings[0]!['value'] = '26.7%')],
  ])('%s', (_, message, spoil) => {
    const measures = agreeing()
    spoil(measures)
    expect(compareExpected(expected, { measures, screen }).join('\n')).toMatch(message)
  })

  test('a file that is not named', () => {
    const mismatches = compareExpected(expected, { measures: agreeing(), screen: '有一个文件是空的' })
    expect(mismatches).toEqual(['坏.csv is not named on screen with a reason'])
  })

  test('a forbidden number on screen', () => {
    const mismatches = compareExpected(expected, { measures: agreeing(), screen: `${screen}\n采用率 26.68%` })
    expect(mismatches).toEqual(['the screen shows 26.68%, which must never appear'])
  })

  test('no measures at all', () => {
    expect(compareExpected(expected, { measures: null, screen })).toContain('total is missing')
  })

  test('a key that has no rule', () => {
    const unknown = { ...expected, scores: {} } as Expected
    expect(compareExpected(unknown, { measures: agreeing(), screen })).toEqual([
      'expected.json has a key without a rule: scores',
    ])
  })
})

test('where nothing could be imported only the screen is asked', () => {
  expect(compareExpected({ errors: ['坏.csv'] }, { measures: null, screen })).toEqual([])
})
