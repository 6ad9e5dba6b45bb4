import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { keptShow } from '../../src/composables/keptShow'
import { type Show, useShow } from '../../src/composables/useShow'
import type { Deck } from '../../src/model/deck'
import type { Stroke } from '../../src/model/ink'
import { startOfShow } from '../../src/report/showState'
import { deckOf, fakeStorages } from './fakeShow'

vi.mock('../../src/composables/useDeckChannel', () => ({
  useDeckChannel: () => ({ post: () => undefined, supported: false }),
}))

const DECK: Deck = deckOf('deck', ['first', 'second'])
let scope: EffectScope
beforeEach(() => {
  fakeStorages()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.unstubAllGlobals()
})

function begun(): Show {
  const show = scope.run(() => useShow(true))!
  show.start({ pack: { deck: DECK, answers: {}, units: [] }, state: startOfShow(), ink: null })
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
    begun()
    expect(keptShow()?.ink?.strokes).toEqual({})
  })
})
