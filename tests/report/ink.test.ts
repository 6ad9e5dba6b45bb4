import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ink, Stroke } from '../../src/model/ink'
import { mergedInk, NO_INK, wipedStep, withStroke } from '../../src/report/ink'

const LINE: readonly (readonly [number, number])[] = Array.from({ length: 9 }, (_, i) => [i / 9, 0.5])
const stroke = (id: string, points: number): Stroke => ({ id, points: LINE.slice(0, points) })

/** Whatever the order in which a window came to know it. */
function sorted({ strokes, wiped }: Ink): unknown {
  const steps = Object.entries(strokes).map(([step, own]) => [step, own.map(({ id, points }) => [id, points.length])])
  return [steps.map(([step, own]) => [step, [...(own as unknown[])].map(String).sort()]).sort(), [...wiped].sort()]
}

describe('ink', () => {
  it('belongs to its step, and a stroke grows', () => {
    const ink = withStroke(
      withStroke(withStroke(NO_INK, 'a', stroke('1', 1)), 'a', stroke('1', 4)),
      'b',
      stroke('2', 2),
    )
    expect(ink.strokes).toEqual({ a: [stroke('1', 4)], b: [stroke('2', 2)] })
  })

  it('is wiped from one step alone, and does not come back with what a slow window still sends', () => {
    const ink = withStroke(withStroke(NO_INK, 'a', stroke('1', 3)), 'b', stroke('2', 3))
    const wiped = wipedStep(ink, 'a')
    expect(wiped.strokes).toEqual({ b: [stroke('2', 3)] })
    expect(withStroke(wiped, 'a', stroke('1', 5)).strokes).toEqual(wiped.strokes)
    expect(mergedInk(ink, wiped).strokes).toEqual(wiped.strokes)
    expect(withStroke(wiped, 'a', stroke('3', 1)).strokes['a']).toEqual([stroke('3', 1)])
    expect(wipedStep(wiped, 'a')).toBe(wiped)
  })

  it('is the same in all windows whatever each drew and wiped, and in whichever order they hear of it', () => {
    const act = fc.oneof(
      fc.record({
        step: fc.constantFrom('a', 'b'),
        id: fc.constantFrom('1', '2', '3'),
        points: fc.integer({ min: 1, max: 9 }),
      }),
      fc.record({ step: fc.constantFrom('a', 'b') }),
    )
    const run = (acts: readonly { step: string; id?: string; points?: number }[]): Ink =>
      acts.reduce(
        // An id is of one step.
        (ink, { step, id, points }) =>
          id === undefined ? wipedStep(ink, step) : withStroke(ink, step, stroke(step + id, points ?? 1)),
        NO_INK,
      )
    fc.assert(
      fc.property(fc.array(act), fc.array(act), fc.array(act), (one, two, three) => {
        const [a, b, c] = [run(one), run(two), run(three)]
        expect(sorted(mergedInk(a, b))).toEqual(sorted(mergedInk(b, a)))
        expect(sorted(mergedInk(mergedInk(a, b), c))).toEqual(sorted(mergedInk(a, mergedInk(b, c))))
        expect(sorted(mergedInk(a, a))).toEqual(sorted(a))
      }),
    )
  })
})
