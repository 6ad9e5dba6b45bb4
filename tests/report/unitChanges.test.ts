import { describe, expect, it } from 'vitest'
import { cellOf, measuredOf, periodOf, unitOf } from '../../src/charts/galleryFixtures'
import type { Move } from '../../src/model/comparison'
import type { Measured, UnitCell } from '../../src/model/measure'
import type { Span } from '../../src/model/period'
import { askUnitChanges, unitChanges } from '../../src/report/unitChanges'
import { spanOfKey } from '../../src/time/calendar'

const unit = (id: number, submitted: number | null, adopted: number | null): UnitCell =>
  unitOf(id, `单位${id}`, cellOf(submitted, adopted))
const span = (key: string): Span => spanOfKey(key)!

describe('the change of a unit', () => {
  // Newcombe 1998, method 10.
  it.each([
    [70, 56, 80, 48, 0.2, 0.0524, 0.3339, 'up', 'down'],
    [10, 9, 10, 3, 0.6, 0.1705, 0.809, 'up', 'down'],
    [10, 10, 20, 0, 1, 0.6791, 1, 'farUp', 'farDown'],
  ])('%i/%i against %i/%i', (n, x, nBefore, xBefore, difference, low, high, rise, fall) => {
    const [up] = unitChanges([unit(1, n, x)], [unit(1, nBefore, xBefore)], 5)
    expect(up).toMatchObject({ unitId: 1, move: rise })
    expect(up!.difference).toBeCloseTo(difference, 10)
    expect(up!.interval![0]).toBeCloseTo(low, 4)
    expect(up!.interval![1]).toBeCloseTo(high, 4)
    const [down] = unitChanges([unit(1, nBefore, xBefore)], [unit(1, n, x)], 5)
    expect(down!.move).toBe(fall)
    expect(down!.difference).toBeCloseTo(-difference, 10)
    expect(down!.interval!.map((end) => -end).reverse()).toEqual(up!.interval!.map((end) => expect.closeTo(end, 10)))
  })

  it('is not spoken of where an interval holds 0, items are too few, or a rate is missing', () => {
    const moveOf = (now: UnitCell | null, before: UnitCell | null) =>
      unitChanges(now ? [now] : [], before ? [before] : [], 5)[0]!.move
    expect(moveOf(unit(1, 20, 11), unit(1, 20, 10))).toBe('unclear')
    expect(moveOf(unit(1, 4, 4), unit(1, 20, 0))).toBe('tooFew')
    expect(moveOf(unit(1, 20, 0), unit(1, 4, 4))).toBe('tooFew')
    // Outside both intervals, but 1 in 252 by Fisher's test: not sure.
    expect(moveOf(unit(1, 5, 5), unit(1, 5, 0))).toBe('up')
    expect(moveOf(unit(1, 9, 9), unit(1, 9, 0))).toBe('farUp')
    expect(moveOf(unit(1, 5, 4), unit(1, 5, 0))).toBe('up')
    expect(moveOf(unit(1, 20, 10), null)).toBe('unknown')
    expect(moveOf(null, unit(1, 20, 10))).toBe('unknown')
    expect(moveOf(unit(1, 0, 0), unit(1, 20, 10))).toBe('unknown')
    expect(moveOf(unit(1, 20, null), unit(1, 20, 10))).toBe('unknown')
    // More adopted than submitted: by the clock of adoption.
    expect(moveOf(unit(1, 20, 22), unit(1, 20, 10))).toBe('unknown')
  })

  it('is drawn and not judged while it is held back', () => {
    const [own, small] = unitChanges([unit(1, 70, 56), unit(2, 2, 1)], [unit(1, 80, 48), unit(2, 9, 1)], 5, 'immature')
    expect(own).toMatchObject({ move: 'open' })
    expect(own!.difference).toBeCloseTo(0.2, 10)
    expect(small!.move).toBe('tooFew')
  })
})

describe('the list of changes', () => {
  it('has every unit once: who moved, surest first, rises before falls; the others by their change; those not spoken of last', () => {
    const now = [unit(0, 20, 4), unit(1, 20, 16), unit(2, 3, 1), unit(4, 30, 3), unit(5, 20, 10)]
    const before = [unit(0, 20, 10), unit(1, 20, 10), unit(2, 20, 10), unit(3, 40, 10), unit(5, 20, 10)]
    const list = unitChanges(now, before, 5)
    expect(list.map(({ unitId, move }) => [unitId, move])).toEqual([
      [1, 'up'],
      [0, 'down'],
      [5, 'unclear'],
      [2, 'tooFew'],
      [3, 'unknown'],
      [4, 'unknown'],
    ])
    const sure = unitChanges(
      [unit(0, 60, 10), unit(1, 60, 50), unit(2, 60, 5), unit(3, 60, 41), unit(4, 60, 31), unit(5, 60, 29)],
      [0, 1, 2, 3, 4, 5].map((id) => unit(id, 60, 30)),
      5,
    )
    expect(sure.map(({ unitId, move }) => [unitId, move])).toEqual([
      [1, 'farUp'],
      [2, 'farDown'],
      [0, 'farDown'],
      [3, 'up'],
      [4, 'unclear'],
      [5, 'unclear'],
    ])
    expect(list.find(({ unitId }) => unitId === 3)).toMatchObject({ now: null, before: { submitted: 40 } })
    expect(list.find(({ unitId }) => unitId === 4)).toMatchObject({ before: null, now: { submitted: 30 } })
  })
})

describe('noise and signal', () => {
  /** Numbers in [0, 1) that follow from a seed (Lehmer). */
  function numbers(seed: number): () => number {
    let state = seed
    return () => (state = (state * 48271) % 2147483647) / 2147483647
  }
  const drawn = (next: () => number, n: number, p: number): number => {
    let hits = 0
    for (let i = 0; i < n; i++) if (next() < p) hits++
    return hits
  }
  const MOVED: readonly Move[] = ['farUp', 'farDown', 'up', 'down']
  const moved = (n: number, now: number, before: number, seed: number, wanted = MOVED): number => {
    const next = numbers(seed)
    const ids = Array.from({ length: 6000 }, (_, id) => id)
    const list = unitChanges(
      ids.map((id) => unit(id, n, drawn(next, n, now))),
      ids.map((id) => unit(id, n, drawn(next, n, before))),
      5,
    )
    return list.filter(({ move }) => wanted.includes(move)).length / ids.length
  }

  it.each([
    [10, 0.3],
    [30, 0.35],
    [100, 0.5],
  ])('of units of %i items without a true change at a rate of %f, one in twenty at most seems to have one', (n, p) => {
    const share = moved(n, p, p, 20241130 + n)
    expect(share).toBeGreaterThan(0.015)
    expect(share).toBeLessThan(0.058)
    // «Clearly» is said of one in some five hundred.
    expect(moved(n, p, p, 20241130 + n, ['farUp', 'farDown'])).toBeLessThan(0.0045)
  })

  it('a true change of 30 points in 60 items is mostly found', () => {
    expect(moved(60, 0.6, 0.3, 7)).toBeGreaterThan(0.85)
  })
})

describe('the question', () => {
  const asked = (parts: Partial<Measured>, own: Span | null) =>
    measuredOf(
      { total: cellOf(40, 20), units: [unit(1, 40, 20)], lag: { median: 5, p90: 20, n: 30 }, ...parts },
      'submitted',
      own,
    )
  const answers = (seen: string[]) => (own: Span) => {
    seen.push(`${own.from}-${own.to}`)
    return Promise.resolve(asked({ units: [unit(1, 30, 25)] }, own))
  }
  const settled = { firstDay: span('2023').from, referenceDay: span('2024').to - 1 }

  it('is of the chosen period against the one before, or the same of last year', async () => {
    const seen: string[] = []
    const measured = asked(settled, span('2024H1'))
    const before = await askUnitChanges(measured, 'before', 5, answers(seen))
    expect(before).toMatchObject({ period: span('2024H1'), before: span('2023H2'), held: null, earlier: 'before' })
    expect(before!.units).toMatchObject([{ now: { submitted: 40 }, before: { submitted: 30 }, move: 'down' }])
    const lastYear = await askUnitChanges(measured, 'lastYear', 5, answers(seen))
    expect(lastYear).toMatchObject({ before: span('2023H1'), earlier: 'lastYear' })
    expect(seen).toEqual([span('2023H2'), span('2023H1')].map(({ from, to }) => `${from}-${to}`))
  })

  it('without a period is of the latest half-year whose decisions are in', async () => {
    const halfYears = [
      periodOf('2023H2', cellOf(30, 20)),
      periodOf('2024H1', cellOf(40, 20)),
      periodOf('2024H2', cellOf(9, 1), false),
    ]
    const seen: string[] = []
    const changes = await askUnitChanges(asked({ ...settled, halfYears }, null), 'before', 5, answers(seen))
    expect(changes).toMatchObject({ period: span('2024H1'), before: span('2023H2') })
    expect(seen).toHaveLength(2)
    expect(await askUnitChanges(asked({ ...settled, halfYears: [] }, null), 'before', 5, answers(seen))).toBe(null)
  })

  it('is held back while decisions are open, and against a part of a period', async () => {
    const measured = asked({ ...settled, referenceDay: span('2024H1').to + 10 }, span('2024H1'))
    const early = await askUnitChanges(measured, 'before', 5, answers([]))
    expect(early).toMatchObject({ held: 'immature', units: [{ move: 'open' }] })
    const cut = asked({ ...settled, firstDay: span('2023-10').from }, span('2024H1'))
    expect(await askUnitChanges(cut, 'before', 5, answers([]))).toMatchObject({ held: 'partial' })
  })
})
