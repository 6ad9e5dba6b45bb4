import type { Deck, NamedUnit, StepFilters } from '../model/deck'
import type { MeasureQuery } from '../model/measure'
import { spanOfKey } from '../time/calendar'

/** The filters of a step as a question to the frozen state that its deck is bound to. A name that the workspace does not know stands for no unit, not for all. */
export function stepQuery(
  filters: StepFilters,
  units: readonly NamedUnit[],
  { snapshot, calendar }: Pick<Deck, 'snapshot' | 'calendar'>,
): MeasureQuery {
  const { clock, period, groups } = filters
  const wanted = filters.units && new Set(filters.units)
  return {
    clock,
    span: period === null ? null : spanOfKey(period, calendar),
    unitIds: wanted && units.filter(({ name }) => wanted.has(name)).map(({ id }) => id),
    groups: groups && [...groups],
    ...(snapshot && { snapshot: snapshot.id }),
  }
}
