import { expect, test } from 'vitest'
import { buildLedger } from '../../src/ledger/buildLedger'
import { indexLedger, measureLedger } from '../../src/measures/measureLedger'
import type { Balance } from '../../src/model/balance'
import { assertLaws } from '../../src/workspace/laws'

const { ledger } = buildLedger([])
const nothing = measureLedger(indexLedger(ledger), { clock: 'submitted', span: null, unitIds: null, groups: null })
const sound: Balance = {
  file: '台账.csv',
  sheet: null,
  encoding: 'utf-8',
  shape: 'items',
  read: 10,
  used: 5,
  setAside: 1,
  blank: 1,
  headings: 1,
  totals: 1,
  duplicates: 1,
}

test('a sound workspace passes', () => {
  expect(() => assertLaws([sound], ledger, nothing)).not.toThrow()
})

test('a row that is nowhere, or twice, stops the program with the figures', () => {
  expect(() => assertLaws([{ ...sound, used: 4 }], ledger, nothing)).toThrow('read 10, accounted for 9')
  expect(() => assertLaws([{ ...sound, duplicates: 2 }], ledger, nothing)).toThrow('read 10, accounted for 11')
  expect(() => assertLaws([{ ...sound, used: -1, blank: 7 }], ledger, nothing)).toThrow(
    'rows not conserved in 台账.csv',
  )
})

test('units and outlets that do not add up to the total stop it too', () => {
  const more = { ...nothing, total: { ...nothing.total, submitted: 3 } }
  expect(() => assertLaws([sound], ledger, more)).toThrow('submitted: units sum to 0, total is 3')
  const placed = {
    ...nothing,
    outlets: [
      { outletId: 0, outlet: '日报', level: null, submitted: null, adopted: 2, rate: null, interval: null, share: 1 },
    ],
  }
  expect(() => assertLaws([sound], ledger, placed)).toThrow('placements: outlets sum to 2, total is 0')
})
