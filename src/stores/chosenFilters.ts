import type { Clock, ReportingCalendar } from '../model/period'
import type { WorkspaceSummary } from '../model/workspace'
import { spanOfKey } from '../time/calendar'

/** What was chosen in the bar. Units by name: their ids belong to one state of the ledger, and the choice is to outlive it. */
export interface ChosenFilters {
  readonly clock: Clock
  /** 2024-03, 2024Q1, 2024H1, 2024 or two days; null for all time. */
  readonly period: string | null
  /** Facts touched the period when it was chosen: without any it is gone then, else it was empty from the start. */
  readonly held: boolean
  readonly units: readonly string[] | null
  readonly groups: readonly string[] | null
}

/** Nothing is chosen. */
export const NO_FILTERS: ChosenFilters = { clock: 'submitted', period: null, held: false, units: null, groups: null }

/** What of the workspace filters are judged by. */
export type Known = Pick<WorkspaceSummary, 'units' | 'range' | 'names'> & {
  readonly office: { readonly calendar: ReportingCalendar }
}

/** Whether days that facts touch lie in the period. */
export function isHeld(period: string | null, { range, office }: Known): boolean {
  const span = period === null ? null : spanOfKey(period, office.calendar)
  return span !== null && range !== null && span.from < range.to && range.from < span.to
}

/**
 * What of the choice the ledger still knows: a unit that was merged counts under its new name, one that is gone is left out, and so is a period that lost its
 * last fact. The choice itself stays as it was, so that undoing the change of the ledger brings it back.
 */
export function knownFilters(chosen: ChosenFilters, known: Known): ChosenFilters {
  const names = new Set(known.units.map(({ name }) => name))
  const groups = new Set(known.units.map(({ group }) => group))
  const units = (chosen.units ?? []).flatMap((name) => {
    if (names.has(name)) return [name]
    const merged = known.names.merged.find(({ kind, aliases }) => kind === 'units' && aliases.includes(name))
    return merged && names.has(merged.name) ? [merged.name] : []
  })
  const gone = chosen.held && !isHeld(chosen.period, known)
  return {
    clock: chosen.clock,
    period: gone ? null : chosen.period,
    held: chosen.held && !gone,
    units: someOrNone([...new Set(units)]),
    groups: someOrNone((chosen.groups ?? []).filter((group) => groups.has(group))),
  }
}

function someOrNone<Value>(values: readonly Value[]): readonly Value[] | null {
  return values.length > 0 ? values : null
}
