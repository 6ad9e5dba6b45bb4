import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, test } from 'vitest'
import { carriedBehind } from '../../src/composables/carriedBehind'
import { besideChoices, choicesIn, fromAddress, toAddress } from '../../src/composables/choiceAddress'
import type { WorkspaceSummary } from '../../src/model/workspace'
import { NO_FILTERS } from '../../src/stores/chosenFilters'
import { type RoomSettings, USUAL_ROOMS } from '../../src/stores/roomStore'
import { stateOf } from '../stores/ledgerStates'

let ledger: WorkspaceSummary
beforeEach(() => {
  setActivePinia(createPinia())
  ledger = stateOf({ place: 1, units: ['甲局:县直', '乙局:县直', '丙镇:乡镇'], years: [2023, 2024] })
})

const ROOMS: RoomSettings = {
  by: 'placements',
  withinGroups: false,
  adjusted: true,
  control: { measure: 'adopted', rules: 'wheeler', baseline: 12, rebase: ['2024-03', '2024-07'] },
  earlier: 'lastYear',
}

describe('choices in the address', () => {
  test('are read as they were written, and name nobody', () => {
    const filters = {
      clock: 'adopted',
      period: '2024H1',
      held: true,
      units: ['乙局', '丙镇'],
      groups: ['乡镇'],
    } as const
    const query = toAddress(filters, ROOMS, ledger)
    expect(query).toEqual({
      ...{ p: '2024H1', c: 'adopted', g: '1', u: '1.2', ub: 'placements', ug: '0', ua: '1' },
      ...{ tm: 'adopted', tr: 'wheeler', tb: '12', ts: '2024-03.2024-07', te: 'lastYear' },
    })
    expect(JSON.stringify(query)).not.toMatch(/\p{Script=Han}/u)
    expect(fromAddress(query as Record<string, string>, ledger)).toEqual({ filters, rooms: ROOMS })
  })

  test('what is as usual is not said', () => {
    expect(toAddress(NO_FILTERS, USUAL_ROOMS, ledger)).toEqual({})
    expect(fromAddress({}, ledger)).toEqual({ filters: NO_FILTERS, rooms: USUAL_ROOMS })
  })

  test('what nobody could have chosen is left out', () => {
    const odd = {
      ...{ p: '2024H3', c: 'x', g: '9', u: '7.x.1.1', ub: 'toString', ug: 'no', ua: 'yes' },
      ...{ tm: '甲局', tr: '', tb: '-6', ts: '2024-13.2024-05.2024.2024-05.x', te: 'never' },
    }
    expect(fromAddress(odd, ledger)).toEqual({
      filters: { ...NO_FILTERS, units: ['乙局'] },
      rooms: { ...USUAL_ROOMS, control: { ...USUAL_ROOMS.control, rebase: ['2024-05'] } },
    })
    expect(fromAddress({ ub: ['adopted', 'rate'], tb: null }, ledger).rooms).toEqual(USUAL_ROOMS)
  })

  test('are told apart from what else an address says', () => {
    const query = { p: '2024', tm: 'adopted', bm: 'rate', bu: '1' }
    expect(besideChoices(query)).toEqual({ bm: 'rate', bu: '1' })
    expect(choicesIn(query)).toBe(choicesIn({ tm: 'adopted', p: '2024' }))
    expect(choicesIn(query)).not.toBe(choicesIn({ p: '2024' }))
  })
})

describe('the number behind which rows are shown, over a change of the ledger', () => {
  const outlets = (...names: string[]) => names.map((name, id) => ({ id, name, level: null, own: false }))
  const after = () => ({
    ...stateOf({ place: 2, units: ['丙镇', '甲局'] }),
    outlets: outlets('市日报'),
  })

  test('is of the same units and outlets', () => {
    const before = { ...ledger, outlets: outlets('县信息', '市日报') }
    expect(carriedBehind({ bm: 'placements', bu: '0.1.2', bo: '1', bp: '2024-03' }, before, after())).toEqual({
      ...{ bm: 'placements', bu: '1.0', bo: '0', bp: '2024-03' },
    })
  })

  test('is gone with the last of them', () => {
    expect(carriedBehind({ bm: 'placements', bu: '1', p: '2024' }, ledger, after())).toEqual({ p: '2024' })
  })
})
