import { describe, expect, it } from 'vitest'
import { spanOfKey } from '../../src/time/calendar'
import { isMostlyOpen, isOver, isSettled } from '../../src/time/maturity'

const JUNE = spanOfKey('2024-06')!
const END = JUNE.to - 1

describe('a span', () => {
  it('is over when the log reaches its end, give or take a week', () => {
    const over = (referenceDay: number | null) => isOver(JUNE, { referenceDay })
    expect([over(END - 8), over(END - 7), over(END), over(END + 90), over(null)]).toEqual([
      false,
      true,
      true,
      true,
      true,
    ])
  })

  it('is settled when the reference day minus its end is at least the 90th percentile', () => {
    const settled = (referenceDay: number | null, p90: number | null = 20) =>
      isSettled(JUNE, { clock: 'submitted', p90, referenceDay })
    expect([settled(END + 19), settled(END + 20)]).toEqual([false, true])
    expect(settled(null)).toBe(null)
    expect(settled(END + 300, null)).toBe(null)
    // Not over is not settled, whatever is known of the lag.
    expect(settled(END - 8, null)).toBe(false)
    expect(settled(END - 8, 0)).toBe(false)
  })

  it('by the clock of adoption is settled as soon as it is over', () => {
    const settled = (referenceDay: number, p90: number | null = 20) =>
      isSettled(JUNE, { clock: 'adopted', p90, referenceDay })
    expect([settled(END), settled(END - 8), settled(END, null)]).toEqual([true, false, null])
  })
})

it('a unit is mostly open when more of its items wait than not', () => {
  expect(isMostlyOpen({ submitted: 40, settled: { submitted: 19 } })).toBe(true)
  expect(isMostlyOpen({ submitted: 40, settled: { submitted: 20 } })).toBe(false)
  expect(isMostlyOpen({ submitted: 40, settled: null })).toBe(false)
  expect(isMostlyOpen({ submitted: null, settled: { submitted: null } })).toBe(false)
})
