import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { effectScope, type EffectScope, nextTick } from 'vue'
import { keptPosition, keptShow } from '../../src/composables/keptShow'
import type { ShowMessage } from '../../src/composables/useDeckChannel'
import { type Show, useShow } from '../../src/composables/useShow'
import type { Deck } from '../../src/model/deck'
import type { Stroke } from '../../src/model/ink'
import { startOfShow } from '../../src/report/showState'
import { deckOf, fakeStorages, packOf } from './fakeShow'

/** Windows of one PC that hear each other at once. */
const windows = vi.hoisted(() => new Set<(message: ShowMessage) => void>())
vi.mock('../../src/composables/useDeckChannel', () => ({
  useDeckChannel: (receive: (message: ShowMessage) => void) => {
    windows.add(receive)
    return {
      post: (message: ShowMessage) => {
        for (const other of windows) if (other !== receive) other(message)
      },
      supported: true,
    }
  },
}))

const DECK: Deck = deckOf('deck', ['first', 'second'])
let scope: EffectScope
beforeEach(() => {
  fakeStorages()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  windows.clear()
  vi.unstubAllGlobals()
})

function begun(showing = 'a showing'): Show {
  const show = scope.run(() => useShow(true))!
  show.start({ pack: packOf(DECK, showing), state: startOfShow(), ink: null })
  return show
}
const stroke = (id: string, points: number): Stroke => ({
  id,
  points: Array.from({ length: points }, (_, i) => [i / 10, 0.5] as const),
})

describe('ink', () => {
  test('a stroke during which the page is turned stays on the page where it began', () => {
    const show = begun()
    show.draw(stroke('a', 1), false)
    show.act({ kind: 'next' })
    show.draw(stroke('a', 2), false)
    show.draw(stroke('a', 3), true)
    expect(show.ink.value.strokes).toEqual({ first: [stroke('a', 3)] })
    show.draw(stroke('b', 1), true)
    expect(show.ink.value.strokes).toEqual({ first: [stroke('a', 3)], second: [stroke('b', 1)] })
  })

  test('of a show that nobody left does not come back in the next one after F5', () => {
    begun().draw(stroke('a', 2), true)
    expect(keptShow()?.ink?.strokes).toHaveProperty('first')
    begun('another showing')
    expect(keptShow()?.ink?.strokes).toEqual({})
  })
})

test('what another version kept for F5 is not taken up: its answers may have other shapes', () => {
  begun()
  const text = sessionStorage.getItem('caiyong.show') ?? ''
  expect(keptShow()).not.toBe(null)
  sessionStorage.setItem('caiyong.show', JSON.stringify({ ...(JSON.parse(text) as object), build: 'another' }))
  expect(keptShow()).toBe(null)
})

describe('another showing of the same deck', () => {
  test('takes nothing of the one before from a window left open', () => {
    const first = begun('first')
    const speaker = scope.run(() => useShow(false))!
    first.draw(stroke('a', 2), true)
    first.act({ kind: 'next' })
    expect([speaker.ink.value.strokes, speaker.state.value.index]).toEqual([{ first: [stroke('a', 2)] }, 1])
    // The tab of the first one is closed without leaving the show.
    windows.delete([...windows][0]!)

    const second = begun('second')
    expect([second.ink.value.strokes, second.state.value.index]).toEqual([{}, 0])
    expect([speaker.pack.value?.show, speaker.ink.value.strokes, speaker.state.value.index]).toEqual(['second', {}, 0])
  })

  test('runs at its own pace beside the first, and leaving one leaves the note of the other', async () => {
    const [first, second] = [begun('first'), begun('second')]
    first.act({ kind: 'next' })
    expect([first.state.value.index, second.state.value.index]).toEqual([1, 0])
    await nextTick()
    second.act({ kind: 'black' })
    first.draw(stroke('a', 1), true)
    expect(second.ink.value.strokes).toEqual({})
    await nextTick()
    first.end()
    expect(keptPosition()).toMatchObject({ show: 'second', interrupted: true })
    second.end()
    expect(keptPosition()).toMatchObject({ show: 'second', interrupted: false })
  })
})

describe('the presenter', () => {
  test('is told that the show has ended, and follows the next one', () => {
    const first = begun('first')
    const speaker = scope.run(() => useShow(false))!
    expect([speaker.pack.value?.show, speaker.ended.value]).toEqual(['first', false])
    first.end()
    expect([speaker.pack.value, speaker.ended.value]).toEqual([null, true])
    begun('second')
    expect([speaker.pack.value?.show, speaker.ended.value]).toEqual(['second', false])
  })

  test('counts the time anew for all windows, and F5 goes on with it', () => {
    const first = begun('first')
    const speaker = scope.run(() => useShow(false))!
    speaker.restart()
    const since = speaker.pack.value!.since
    expect(since).toBeGreaterThan(0)
    expect([first.pack.value!.since, keptShow()?.pack.since]).toEqual([since, since])
  })
})
