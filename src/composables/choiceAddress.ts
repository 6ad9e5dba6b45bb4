import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { ControlMeasure, ControlRules, RankBy } from '../model/analysis'
import { EARLIER } from '../model/comparison'
import type { WorkspaceSummary } from '../model/workspace'
import type { Choices } from '../stores/choiceStore'
import { type ChosenFilters, isHeld } from '../stores/chosenFilters'
import { type RoomSettings, USUAL_ROOMS } from '../stores/roomStore'
import { spanOfKey } from '../time/calendar'

/**
 * Keys of the choices in the address. Filters: period, clock, groups and units by their number. Units: ranked by what, across groups, funnel adjusted. Trends:
 * measure, rules, months of the baseline, months at which phases begin, the earlier period of changes. Never a name: an address may be sent to somebody.
 */
const KEYS = ['p', 'c', 'g', 'u', 'ub', 'ug', 'ua', 'tm', 'tr', 'tb', 'ts', 'te'] as const
type Key = (typeof KEYS)[number]

const BYS: readonly RankBy[] = ['rate', 'adopted', 'placements']
const MEASURES: readonly ControlMeasure[] = ['rate', 'submitted', 'adopted', 'placements']
const RULES: readonly ControlRules[] = ['nhs', 'wheeler']
/** More phases than this come from no person. */
const MOST_PHASES = 60

/** The choices as an address says them; what is as usual is not said. Numbers of groups and units are those of the present ledger. */
export function toAddress(filters: ChosenFilters, rooms: RoomSettings, summary: WorkspaceSummary): LocationQueryRaw {
  const { by, withinGroups, adjusted, control, earlier } = rooms
  const usual = USUAL_ROOMS.control
  const groups = groupsOf(summary)
  const idOf = new Map(summary.units.map(({ id, name }) => [name, id]))
  const said: Partial<Record<Key, string | null>> = {
    p: filters.period,
    c: filters.clock === 'submitted' ? null : filters.clock,
    g: filters.groups && filters.groups.map((group) => groups.indexOf(group)).join('.'),
    u: filters.units && filters.units.map((name) => idOf.get(name)).join('.'),
    ub: by === USUAL_ROOMS.by ? null : by,
    ug: withinGroups ? null : '0',
    ua: adjusted ? '1' : null,
    tm: control.measure === usual.measure ? null : control.measure,
    tr: control.rules === usual.rules ? null : control.rules,
    tb: control.baseline === null ? null : String(control.baseline),
    ts: control.rebase.length > 0 ? control.rebase.join('.') : null,
    te: earlier === USUAL_ROOMS.earlier ? null : earlier,
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null))
}

/** The choices that an address names; what the present ledger does not know, or nobody could have set, is left out. */
export function fromAddress(query: LocationQuery, summary: WorkspaceSummary): Choices {
  const text = (key: Key): string => {
    const value = query[key]
    return typeof value === 'string' ? value : ''
  }
  const named = (key: 'g' | 'u', names: readonly string[]): string[] | null => {
    const numbers = text(key).match(/\d{1,6}/g) ?? []
    const known = [...new Set(numbers.map(Number))].flatMap((number) => names[number] ?? [])
    return known.length > 0 ? known : null
  }
  const oneOf = <Value extends string>(key: Key, values: readonly Value[]): Value =>
    values.find((value) => value === text(key)) ?? values[0]!
  const period = spanOfKey(text('p')) ? text('p') : null
  const months = text('ts')
    .split('.')
    .filter((key) => /^\d{4}-\d{2}$/.test(key) && spanOfKey(key))
  return {
    filters: {
      period,
      held: isHeld(period, summary),
      clock: oneOf('c', ['submitted', 'adopted']),
      groups: named('g', groupsOf(summary)),
      units: named(
        'u',
        summary.units.map(({ name }) => name),
      ),
    },
    rooms: {
      by: oneOf('ub', BYS),
      withinGroups: text('ug') !== '0',
      adjusted: text('ua') === '1',
      control: {
        measure: oneOf('tm', MEASURES),
        rules: oneOf('tr', RULES),
        rebase: [...new Set(months)].sort().slice(0, MOST_PHASES),
        baseline: /^[1-9]\d{0,2}$/.test(text('tb')) ? Number(text('tb')) : null,
      },
      earlier: oneOf('te', EARLIER),
    },
  }
}

/** The choices of an address as one text: equal texts name equal choices. */
export function choicesIn(query: LocationQuery | LocationQueryRaw): string {
  return KEYS.map((key) => query[key] ?? '').join('&')
}

/** What an address says besides the choices. */
export function besideChoices(query: LocationQuery): LocationQuery {
  return Object.fromEntries(Object.entries(query).filter(([key]) => !KEYS.some((own) => own === key)))
}

function groupsOf({ units }: WorkspaceSummary): string[] {
  return [...new Set(units.flatMap(({ group }) => (group === null ? [] : [group])))]
}
