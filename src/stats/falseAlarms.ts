import type { RuleSet, Signal } from './runRules'

/** How often rules speak where nothing happens, as shares from 0 to 1. */
export interface FalseAlarms {
  readonly rules: RuleSet
  /** known: limits of ±3σ given beforehand. xmr, pPrime: made from the same 24 months, as the app makes them. */
  readonly limits: 'known' | 'xmr' | 'pPrime'
  /** Share of months that each rule marks; null: the set has no such rule. */
  readonly months: Readonly<Record<Signal, number | null>>
  /** Share of months with any mark. */
  readonly any: number
  /** Share of series of 24 months with at least one mark. */
  readonly series: number
}

/**
 * By simulation of 40,000 series of 24 months without any change: normal noise, for P′ months of 50 items at a rate of 35 %. The method page prints these
 * numbers; tests/stats/falseAlarms.test.ts simulates anew and compares.
 */
export const FALSE_ALARMS: readonly FalseAlarms[] = [
  alarms('nhs', 'known', [0.0027, 0.0019, 0.002, 0.0494], 0.0552, 0.22),
  alarms('nhs', 'xmr', [0.0045, 0.0019, 0.0032, 0.0284], 0.0371, 0.187),
  alarms('nhs', 'pPrime', [0.0027, 0.0003, 0.0027, 0.031], 0.0361, 0.16),
  alarms('wheeler', 'known', [0.0027, null, 0.0043, 0.0263], 0.0329, 0.155),
  alarms('wheeler', 'xmr', [0.0026, null, 0.0044, 0.0118], 0.0183, 0.108),
  alarms('wheeler', 'pPrime', [0.0027, null, 0.005, 0.0135], 0.0207, 0.116),
]

function alarms(
  rules: RuleSet,
  limits: FalseAlarms['limits'],
  [outside, trend, nearLimit, run]: readonly [number, number | null, number, number],
  any: number,
  series: number,
): FalseAlarms {
  return { rules, limits, months: { outside, trend, nearLimit, run }, any, series }
}
