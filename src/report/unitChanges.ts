import type { Earlier, Move, UnitChange, UnitChanges } from '../model/comparison'
import type { Cell, Held, Measured, UnitCell } from '../model/measure'
import type { ReportingCalendar, Span } from '../model/period'
import { spanBefore, spanYearBefore } from '../time/calendar'
import { comparedPeriod } from './comparedPeriods'
import { gradedChange } from './gradedChange'
import { isOver, isSettled, isWhole } from './maturity'

/** The period that a change is measured from. */
export function earlierSpan(period: Span, earlier: Earlier, calendar: ReportingCalendar): Span {
  return earlier === 'before' ? spanBefore(period, calendar) : spanYearBefore(period, calendar)
}

/**
 * The units of a question in its period, or in the latest settled half-year where it names none, against an earlier period. `ask` gives the figures of a span
 * under the same filters. null: no period to speak of.
 */
export async function askUnitChanges(
  measured: Measured,
  earlier: Earlier,
  fewest: number,
  ask: (span: Span) => Promise<Measured>,
): Promise<UnitChanges | null> {
  const period = comparedPeriod(measured)
  if (!period) return null
  const before = earlierSpan(period, earlier, measured.calendar)
  const [now, then] = await Promise.all([measured.query.span ? measured : ask({ ...period }), ask(before)])
  const held = heldBy(measured, period) ?? (then.units.length > 0 && !isWhole(measured, before) ? 'partial' : null)
  return { period, before, earlier, fewest, held, units: unitChanges(now.units, then.units, fewest, held) }
}

function heldBy(measured: Measured, period: Span): Held | null {
  if (!isOver(measured, period)) return 'notOver'
  if (measured.query.clock === 'adopted') return 'clock'
  return isSettled(measured, period) === false ? 'immature' : null
}

/**
 * Change of each unit's rate with Newcombe's interval (MEASURES §2). Units of either list, each once, who moved first: sure rises, sure falls, then those that
 * one in twenty would show by chance; then the others by their change; those that are not spoken of last, larger ones first.
 * @param fewest items in both periods below which a unit is `tooFew`. @param held why nobody is judged: who could be is `open`.
 */
export function unitChanges(
  now: readonly UnitCell[],
  before: readonly UnitCell[],
  fewest: number,
  held: UnitChanges['held'] = null,
): readonly UnitChange[] {
  const earlier = new Map(before.map((cell) => [cell.unitId, cell]))
  const later = new Set(now.map(({ unitId }) => unitId))
  const changes = [
    ...now.map((own) => changeOf(own, figures(own), figures(earlier.get(own.unitId)), fewest, held)),
    ...before.filter(({ unitId }) => !later.has(unitId)).map((own) => changeOf(own, null, figures(own), fewest, held)),
  ]
  const size = ({ now: own, before: its }: UnitChange): number => (own?.submitted ?? 0) + (its?.submitted ?? 0)
  return changes.sort((a, b) => {
    const [one, other] = [ORDER.indexOf(a.move), ORDER.indexOf(b.move)]
    if (one !== other) return one - other
    if (!isSpoken(a)) return size(b) - size(a)
    const fell = a.move === 'farDown' || a.move === 'down'
    return (fell ? a.difference! - b.difference! : b.difference! - a.difference!) || size(b) - size(a)
  })
}

/** Reading order: what needs a word first. */
const ORDER: readonly Move[] = ['farUp', 'farDown', 'up', 'down', 'unclear', 'open', 'tooFew', 'unknown']

/** Whether a difference is shown: of too few items it would say nothing. */
export function isSpoken({ move }: UnitChange): boolean {
  return move !== 'tooFew' && move !== 'unknown'
}

function changeOf(
  { unitId, unit, group }: UnitCell,
  now: Cell | null,
  before: Cell | null,
  fewest: number,
  held: UnitChanges['held'],
): UnitChange {
  const named = { unitId, unit, group, now, before }
  if (!hasRate(now) || !hasRate(before)) return { ...named, difference: null, interval: null, move: 'unknown' }
  const [own, its] = [now, before].map(({ adopted, submitted }) => ({ x: adopted!, n: submitted! }))
  const { difference, low, high, grade } = gradedChange(own!, its!)
  const tooFew = now.submitted! < fewest || before.submitted! < fewest
  const move: Move = tooFew ? 'tooFew' : held ? 'open' : grade === 'same' || grade === 'within' ? 'unclear' : grade
  return { ...named, difference, interval: held === 'clock' ? null : [low, high], move }
}

/** The figures alone: a name that stood beside them would not be replaced where units are called 甲, 乙, 丙. */
function figures(unit: UnitCell | undefined): Cell | null {
  if (!unit) return null
  const { submitted, adopted, placements, pending, rate, interval } = unit
  return { submitted, adopted, placements, pending, rate, interval }
}

function hasRate(cell: Cell | null): cell is Cell {
  return cell !== null && cell.rate !== null && cell.rate <= 1
}
