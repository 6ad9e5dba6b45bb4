import { laneyP, laneyWidth } from '../../src/stats/laneyP'
import { type ChartedPoint, type RuleSet, runSignals, type Signal } from '../../src/stats/runRules'
import { xmr } from '../../src/stats/xmr'

/** How the limits came about: known beforehand, or made from the same months as the app makes them. */
export type Limits = 'known' | 'xmr' | 'pPrime'

const MONTHS = 24
/** Items a month and their rate, for the chart of rates. */
const ITEMS = 50
const RATE = 0.35

/** Shares of months with each signal, with any, and of series of 24 months with at least one, over series in which nothing happens. */
export function quietMonths(
  rules: RuleSet,
  limits: Limits,
  series: number,
  seed: number,
): Record<Signal | 'any' | 'series', number> {
  const random = uniform(seed)
  const found = { outside: 0, trend: 0, nearLimit: 0, run: 0, any: 0, series: 0 }
  for (let s = 0; s < series; s++) {
    const marks = runSignals(charted(rules, limits, random), rules)
    for (const own of marks) {
      for (const signal of own) found[signal]++
      if (own.length > 0) found.any++
    }
    if (marks.some((own) => own.length > 0)) found.series++
  }
  for (const key of ['outside', 'trend', 'nearLimit', 'run', 'any'] as const) found[key] /= series * MONTHS
  return { ...found, series: found.series / series }
}

function charted(rules: RuleSet, limits: Limits, random: () => number): ChartedPoint[] {
  if (limits === 'pPrime') {
    const points = Array.from({ length: MONTHS }, () => {
      let x = 0
      for (let i = 0; i < ITEMS; i++) if (random() < RATE) x++
      return { x, n: ITEMS }
    })
    const { mean, sigmaZ } = laneyP(points)!
    const width = laneyWidth(mean, sigmaZ, ITEMS)
    return points.map(({ x, n }) => ({ value: x / n, mean, low: mean - width, high: mean + width }))
  }
  const values = Array.from({ length: MONTHS }, () => normal(random))
  const { mean, low, high } = limits === 'known' ? { mean: 0, low: -3, high: 3 } : xmr(values, rules === 'nhs')!
  return values.map((value) => ({ value, mean, low, high }))
}

/** Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Numbers in [0, 1) from a fixed seed (mulberry32). */
function uniform(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
