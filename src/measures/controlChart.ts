import type { ControlChart, ControlPhase, ControlPoint, ControlSettings } from '../model/analysis'
import type { PeriodCell } from '../model/measure'
import { CALENDAR_YEAR, type Day, type ReportingCalendar, type Span } from '../model/period'
import { laneyP, laneyWidth } from '../stats/laneyP'
import type { Proportion } from '../stats/overdispersion'
import { type ChartedPoint, runSignals } from '../stats/runRules'
import { xmr } from '../stats/xmr'
import { monthKey, monthNumber, spanOfMonth } from '../time/calendar'

/** Fewer months than this make limits for trial. */
const SETTLED = 12

/**
 * Months of a measure with mean, limits and signals (MEASURES §2): Laney's P′ for rates, XmR for counts (screened for the rules of NHS England, not for
 * Wheeler's). Months without facts are gaps. Immature months are drawn and kept out of mean, limits and rules. A rebase date begins a phase with limits of
 * its own; a baseline of k months makes the limits from the first k of a phase. Too few months for limits leave them null, and so do neighbours that never
 * differ: limits of no width would call every other month a signal.
 * @param begins first day from which the log holds all adoptions of its clock; months before it are as open as immature ones. null: from its first day
 */
export function controlChart(
  months: readonly PeriodCell[],
  settings: ControlSettings,
  calendar: ReportingCalendar = CALENDAR_YEAR,
  begins: Day | null = null,
): ControlChart {
  const slots = withGaps(months, calendar)
  const phases: ControlPhase[] = []
  const points: ControlPoint[] = []
  let lacking: ControlChart['lacking'] = 'months'
  for (const slice of phaseSlices(slots, settings.rebase)) {
    const drawn = charted(slice, settings, begins)
    points.push(...drawn.points)
    if (drawn.phase) phases.push(drawn.phase)
    lacking = drawn.lacking
  }
  return { measure: settings.measure, rules: settings.rules, points, phases, lacking }
}

interface Slot {
  readonly period: string
  readonly span: Span
  readonly cell: PeriodCell | null
}

/** More empty months than this in a row shrink to one, so that one stray date cannot empty the picture. */
const LONGEST_GAP = 12

/** The months in order with those between them that hold no facts. */
function withGaps(months: readonly PeriodCell[], calendar: ReportingCalendar): Slot[] {
  const slots: Slot[] = []
  const push = (number: number, cell: PeriodCell | null): void => {
    slots.push({ span: spanOfMonth(number, calendar), cell, period: monthKey(number) })
  }
  let before: number | null = null
  for (const cell of [...months].sort((a, b) => a.span.from - b.span.from)) {
    const number = monthNumber(cell.span.from, calendar)
    before ??= number - 1
    const missing = number - before - 1
    for (let i = 1; i <= (missing > LONGEST_GAP ? 1 : missing); i++) push(before + i, null)
    push(number, cell)
    before = number
  }
  return slots
}

function phaseSlices(slots: readonly Slot[], rebase: readonly string[]): Slot[][] {
  const starts = slots.flatMap(({ period }, i) => (i === 0 || rebase.includes(period) ? [i] : []))
  return starts.map((start, i) => slots.slice(start, starts[i + 1]))
}

function charted(
  slots: readonly Slot[],
  { measure, rules, baseline }: ControlSettings,
  begins: Day | null,
): { points: ControlPoint[]; phase: ControlPhase | null; lacking: ControlChart['lacking'] } {
  // What was submitted waits for the month's end alone, not for decisions.
  const isOpen = (cell: PeriodCell | null): boolean =>
    cell !== null &&
    (!cell.over || (measure !== 'submitted' && (cell.mature === false || (begins !== null && cell.span.from < begins))))
  const settled = slots.map(({ cell }) => (isOpen(cell) ? null : cell))
  const made = baseline === null ? settled : onlyFirst(settled, baseline, measure)
  const limits = measure === 'rate' ? rateLimits(settled, made) : countLimits(settled, made, measure, rules === 'nhs')
  const against = settled.map((cell, i): ChartedPoint | null => {
    const value = cell?.[measure] ?? null
    const own = limits?.at[i]
    return value === null || !limits || !own ? null : { value, mean: limits.mean, low: own[0], high: own[1] }
  })
  const signals = runSignals(against, rules)
  const points = slots.map(({ period, span, cell }, i): ControlPoint => ({
    period,
    span,
    value: cell?.[measure] ?? null,
    adopted: cell?.adopted ?? null,
    submitted: cell?.submitted ?? null,
    mean: limits?.mean ?? null,
    ...drawnLimits(limits?.at[i] ?? null, measure),
    signals: signals[i]!,
    immature: isOpen(cell),
  }))
  const counts = made.map((cell) => (measure === 'rate' ? proportion(cell) : (cell?.[measure] ?? null)) !== null)
  const count = counts.filter(Boolean).length
  return {
    points,
    lacking: limits ? null : counts.some((own, i) => own && counts[i + 1]) ? 'scatter' : 'months',
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

/**
 * Counts and rates cannot fall below 0, nor rates rise above 1: limits are drawn no farther. The rules are asked by the whole width, else a month of none
 * would lie near a limit that is only the end of the scale.
 */
function drawnLimits(
  at: readonly [number, number] | null,
  measure: ControlSettings['measure'],
): { low: number | null; high: number | null } {
  if (!at) return { low: null, high: null }
  return { low: Math.max(0, at[0]), high: measure === 'rate' ? Math.min(1, at[1]) : at[1] }
}

/** Not clipped. */
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
  if (!limits || limits.sigmaZ === 0) return null
  return {
    mean: limits.mean,
    at: cells.map((cell) => {
      const own = proportion(cell)
      if (!own) return null
      const width = laneyWidth(limits.mean, limits.sigmaZ, own.n)
      return [limits.mean - width, limits.mean + width] as const
    }),
  }
}

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
  if (!limits || limits.averageRange === 0) return null
  return { mean: limits.mean, at: cells.map(() => [limits.low, limits.high] as const) }
}
