import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ShowAction, ShowState } from '../../src/model/show'
import { laterShow, nextShow, startOfShow } from '../../src/report/showState'

const STEPS = 5
const run = (actions: readonly ShowAction[], from = startOfShow()): ShowState =>
  actions.reduce((state, action) => nextShow(state, action, STEPS), from)

describe('a show', () => {
  it('stays between its ends', () => {
    expect(run([{ kind: 'back' }])).toEqual(startOfShow())
    expect(run([{ kind: 'last' }, { kind: 'next' }]).index).toBe(4)
    expect(run([{ kind: 'go', index: 99 }]).index).toBe(4)
    expect(run([{ kind: 'go', index: -3 }]).index).toBe(0)
    expect(nextShow(startOfShow(), { kind: 'next' }, 0).index).toBe(0)
  })

  it('first brings the picture back, then turns', () => {
    const dark = run([{ kind: 'next' }, { kind: 'black' }])
    expect(dark).toMatchObject({ index: 1, black: true })
    expect(run([{ kind: 'next' }], dark)).toMatchObject({ index: 1, black: false })
    const asked = run([{ kind: 'next' }, { kind: 'card', unit: '石桥镇' }])
    expect(run([{ kind: 'next' }], asked)).toMatchObject({ index: 1, card: null })
    expect(run([{ kind: 'close' }], asked)).toMatchObject({ index: 1, card: null })
  })

  it('counts a turn only where something changed', () => {
    const state = run([{ kind: 'next' }])
    expect(state.turn).toBe(1)
    expect(nextShow(state, { kind: 'close' }, STEPS)).toBe(state)
    expect(nextShow(state, { kind: 'highlight', unit: null }, STEPS)).toBe(state)
  })
})

const action: fc.Arbitrary<ShowAction> = fc.oneof(
  fc.constantFrom(
    { kind: 'next' as const },
    { kind: 'back' as const },
    { kind: 'black' as const },
    { kind: 'last' as const },
    { kind: 'anonymous' as const },
  ),
  fc.record({ kind: fc.constant('go' as const), index: fc.integer({ min: -2, max: 7 }) }),
  fc.record({ kind: fc.constant('card' as const), unit: fc.constantFrom('甲局', '乙局', null) }),
)

describe('two windows', () => {
  it('end at one state whatever each did and in whichever order they hear of it', () => {
    fc.assert(
      fc.property(fc.array(action), fc.array(action), fc.array(action), (before, mine, theirs) => {
        const start = run(before)
        const [a, b] = [run(mine, start), run(theirs, start)]
        expect(laterShow(a, b)).toEqual(laterShow(b, a))
        // Hearing it twice changes nothing.
        expect(laterShow(laterShow(a, b), b)).toEqual(laterShow(a, b))
      }),
    )
  })
})
