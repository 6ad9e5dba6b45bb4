import type { Proportion } from '../stats/overdispersion'
import { fisherExact, hasFewExpected } from '../stats/fisherExact'
import { newcombe } from '../stats/newcombe'
import { Z_998 } from '../stats/wilson'

/** Outside Newcombe's 95 % interval (`up`, `down`: possible), outside the 99.8 % one (`farUp`, `farDown`: hardly chance), within, or no difference at all. */
export type Grade = 'farUp' | 'up' | 'same' | 'within' | 'down' | 'farDown'

export interface GradedChange {
  /** Rate − earlier rate, as a fraction, with Newcombe's 95 % interval. */
  readonly difference: number
  readonly low: number
  readonly high: number
  readonly grade: Grade
}

/** One-sided level of the 99.8 % limits. */
const FAR = 0.001

/**
 * The difference of two rates and how sure it is (MEASURES §2). Where one of the expected counts is below 5, Newcombe's 99.8 % interval misses zero up to
 * twenty times as often as it says; there «far» needs Fisher's exact test as well.
 */
export function gradedChange(now: Proportion, before: Proportion): GradedChange {
  const { difference, low, high } = newcombe(now.x, now.n, before.x, before.n)
  const far = newcombe(now.x, now.n, before.x, before.n, Z_998)
  const isSure = (more: Proportion, less: Proportion): boolean =>
    !hasFewExpected(more, less) || fisherExact(more, less) <= FAR
  const grade: Grade =
    low > 0
      ? far.low > 0 && isSure(now, before)
        ? 'farUp'
        : 'up'
      : high < 0
        ? far.high < 0 && isSure(before, now)
          ? 'farDown'
          : 'down'
        : difference === 0
          ? 'same'
          : 'within'
  return { difference, low, high, grade }
}
