import type { ControlChart, ControlPhase, ControlPoint, ControlSettings } from '../model/analysis'
import type { PeriodCell } from '../model/measure'
import { laneyLimits, laneyP } from '../stats/laneyP'
import type { Proportion } from '../stats/overdispersion'
import { type ChartedPoint, runSignals } from '../stats/runRules'
import { xmr } from '../stats/xmr'
import { monthNumber, periodKey, spanOfMonth } from '../time/calendar'

/** Fewer months than this make limits for trial. */
const SETTLED = 12

/**
 * Months of a measure with mean, limits and signals (MEASURES §2): Laney's P′ for rates, XmR for counts (screened for the rules of NHS England, not for
 * Wheeler's). Months without facts are gaps. Immature months are drawn and kept out of mean, limits and rules. A rebase date begins a phase with limits of
 * its own; a baseline of k months makes the limits from the first k of a phase. Too few months for limits leave them null.
 */
export function controlChart(months: readonly PeriodCell[], settings: ControlSettings): ControlChart {
  const slots = withGaps(months)
  const phases: ControlPhase[] = []
  const points: ControlPoint[] = []
  for (const slice of phaseSlices(slots, settings.rebase)) {
    const drawn = charted(slice, settings)
    points.push(...drawn.points)
    if (drawn.phase) phases.push(drawn.phase)
  }
  return { measure: settings.measure, rules: settings.rules, points, phases }
}

interface Slot {
  readonly period: string
  readonly number: number
  readonly cell: PeriodCell | null
}

/** Every month from the first to the last, with or without facts. */
function withGaps(months: readonly PeriodCell[]): Slot[] {
  const cells = new Map(months.map((cell) => [monthNumber(cell.span.from), cell]))
  const numbers = [...cells.keys()]
  if (numbers.length === 0) return []
  const first = Math.min(...numbers)
  return Array.from({ length: Math.max(...numbers) - first + 1 }, (_, i) => ({
    number: first + i,
    period: periodKey('month', spanOfMonth(first + i).from),
    cell: cells.get(first + i) ?? null,
  }))
}

function phaseSlices(slots: readonly Slot[], rebase: readonly string[]): Slot[][] {
  const starts = slots.flatMap(({ period }, i) => (i === 0 || rebase.includes(period) ? [i] : []))
  return starts.map((start, i) => slots.slice(start, starts[i + 1]))
}

function charted(
  slots: readonly Slot[],
  { measure, rules, baseline }: ControlSettings,
): { points: ControlPoint[]; phase: ControlPhase | null } {
  const settled = slots.map(({ cell }) => (cell && cell.mature !== false ? cell : null))
  const made = baseline === null ? settled : onlyFirst(settled, baseline, measure)
  const limits = measure === 'rate' ? rateLimits(settled, made) : countLimits(settled, made, measure, rules === 'nhs')
  const against = settled.map((cell, i): ChartedPoint | null => {
    const value = cell?.[measure] ?? null
    const own = limits?.at[i]
    return value === null || !limits || !own ? null : { value, mean: limits.mean, low: own[0], high: own[1] }
  })
  const signals = runSignals(against, rules)
  const points = slots.map(({ period, number, cell }, i): ControlPoint => ({
    period,
    span: spanOfMonth(number),
    value: cell?.[measure] ?? null,
    adopted: cell?.adopted ?? null,
    submitted: cell?.submitted ?? null,
    mean: limits?.mean ?? null,
    low: limits?.at[i]?.[0] ?? null,
    high: limits?.at[i]?.[1] ?? null,
    signals: signals[i]!,
    immature: cell?.mature === false,
  }))
  const count = made.filter((cell) => (cell?.[measure] ?? null) !== null).length
  return {
    points,
    phase: limits ? { from: slots[0]!.period, mean: limits.mean, points: count, trial: count < SETTLED } : null,
  }
}

/** The first `count` months that have a value; the others are kept out of the limits. */
function onlyFirst(
  cells: readonly (PeriodCell | null)[],
  count: number,
  measure: ControlSettings['measure'],
): (PeriodCell | null)[] {
  let taken = 0
  return cells.map((cell) => ((cell?.[measure] ?? null) !== null && taken++ < count ? cell : null))
}

interface Limits {
  readonly mean: number
  readonly at: readonly (readonly [number, number] | null)[]
}

function proportion(cell: PeriodCell | null): Proportion | null {
  return cell &&
    cell.adopted !== null &&
    cell.submitted !== null &&
    cell.submitted > 0 &&
    cell.adopted <= cell.submitted
    ? { x: cell.adopted, n: cell.submitted }
    : null
}

function rateLimits(cells: readonly (PeriodCell | null)[], made: readonly (PeriodCell | null)[]): Limits | null {
  const limits = laneyP(made.map(proportion))
  return (
    limits && {
      mean: limits.mean,
      at: cells.map((cell) => {
        const own = proportion(cell)
        return own && laneyLimits(limits.mean, limits.sigmaZ, own.n)
      }),
    }
  )
}

/** Counts cannot fall below 0, so neither does their lower limit. */
function countLimits(
  cells: readonly (PeriodCell | null)[],
  made: readonly (PeriodCell | null)[],
  measure: Exclude<ControlSettings['measure'], 'rate'>,
  screened: boolean,
): Limits | null {
  const limits = xmr(
    made.map((cell) => cell?.[measure] ?? null),
    screened,
  )
  return limits && { mean: limits.mean, at: cells.map(() => [Math.max(0, limits.low), limits.high] as const) }
}
