import { describe, expect, test } from 'vitest'
import { History } from '../../src/workspace/history'

/** A state of the ledger with the page of a deck that was last written. */
interface Stand {
  readonly ledger: number
  readonly page: number
}
const light = (from: Stand, to: Stand): boolean => from.ledger === to.ledger

describe('a history', () => {
  test('keeps the last 50 states', () => {
    const history = new History<number>([0])
    for (let state = 1; state <= 120; state++) history.push(state)
    expect(history.states).toHaveLength(50)
    expect([history.states[0], history.now, history.at]).toEqual([71, 120, 49])
  })

  test('lets go of small steps before weighty ones', () => {
    const history = new History<Stand>([{ ledger: 0, page: 0 }], 0, light)
    for (let ledger = 1; ledger <= 3; ledger++) {
      history.push({ ledger, page: 0 })
      for (let page = 1; page <= 60; page++) history.push({ ledger, page })
    }
    expect(history.states).toHaveLength(50)
    expect([...new Set(history.states.map(({ ledger }) => ledger))]).toEqual([0, 1, 2, 3])
    // Every weighty step stands by itself: the state that it led to is still there.
    for (let ledger = 1; ledger <= 3; ledger++) expect(history.states).toContainEqual({ ledger, page: 0 })
    for (let n = 0; n < 49; n++) expect(history.undo()).toBe(true)
    expect(history.now).toEqual({ ledger: 0, page: 0 })
    expect(history.undo()).toBe(false)
  })

  test('of weighty steps alone lets the oldest go', () => {
    const history = new History<Stand>([{ ledger: 0, page: 0 }], 0, light)
    for (let ledger = 1; ledger <= 60; ledger++) history.push({ ledger, page: 0 })
    expect(history.states.map(({ ledger }) => ledger)).toEqual(Array.from({ length: 50 }, (_, i) => i + 11))
  })

  test('puts a state in place of the present one: one step back as before, nothing to redo', () => {
    const history = new History<number>([0, 1, 2])
    history.undo()
    history.replace(9)
    expect([history.states, history.now, history.redo()]).toEqual([[0, 9], 9, false])
    history.undo()
    expect(history.now).toBe(0)
  })

  test('drops what was undone when something new is done, and knows no state outside', () => {
    const history = new History<number>([0, 1, 2])
    history.undo()
    history.undo()
    expect([history.before, history.now, history.after]).toEqual([null, 0, 1])
    history.push(9)
    expect([history.states, history.redo()]).toEqual([[0, 9], false])
    expect(() => new History([0], 3)).toThrow(RangeError)
  })
})
