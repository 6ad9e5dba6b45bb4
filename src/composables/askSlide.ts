import { peersOf } from '../measures/peers'
import type { Deck, NamedUnit, Step } from '../model/deck'
import type { MeasureQuery } from '../model/measure'
import type { Span } from '../model/period'
import type { ShowPack } from '../model/show'
import type { SlideAnswer, UnitAnswer } from '../model/slide'
import { namesOf } from '../report/anonymous'
import { askCompared, comparedPeriod, comparedSpans } from '../report/comparedPeriods'
import { reducedCard } from '../report/reducedCard'
import { stepQuery } from '../report/stepQuery'
import { askUnitChanges } from '../report/unitChanges'
import type { useWorkspaceStore } from '../stores/workspaceStore'

type Workspace = Pick<ReturnType<typeof useWorkspaceStore>, 'measure' | 'rankings' | 'funnel' | 'control' | 'lags'>

/** The units of a deck's frozen state with the ids that they have there. */
export async function askUnits(deck: Deck, workspace: Workspace): Promise<NamedUnit[]> {
  const everything = { clock: 'submitted' as const, period: null, units: null, groups: null }
  const { units } = await workspace.measure(stepQuery(everything, [], deck))
  return units.map(({ unitId, unit, group }) => ({ id: unitId, name: unit, group }))
}

/** The numbers of one step; null for steps of words alone. */
export async function askSlide(
  deck: Deck,
  step: Step,
  units: readonly NamedUnit[],
  workspace: Workspace,
): Promise<SlideAnswer | null> {
  if (step.kind === 'title' || step.kind === 'text') return null
  const query: MeasureQuery = stepQuery(step.filters, units, deck)
  const measured = await workspace.measure(query)
  const answer: SlideAnswer = {
    measured,
    ranking: null,
    funnel: null,
    control: null,
    lags: null,
    compared: null,
    peers: null,
    changes: null,
  }
  if (step.kind !== 'panel') return answer
  const { panel } = step
  switch (panel.id) {
    case 'rankRange': {
      const all = await workspace.rankings(query, panel.by, panel.fewest, panel.withinGroups)
      return { ...answer, ranking: all.find(({ group }) => group === panel.group) ?? null }
    }
    case 'funnel':
      return { ...answer, funnel: await workspace.funnel(query, panel.adjusted) }
    case 'control':
      return { ...answer, control: await workspace.control(query, panel.settings) }
    case 'peers': {
      const own = units.find(({ name }) => name === panel.unit)
      const peers = own ? peersOf(measured.units, own.id) : []
      return { ...answer, peers: { unit: panel.unit, group: own?.group ?? null, peers } }
    }
    case 'unitChanges': {
      const ask = (span: Span) => workspace.measure({ ...query, span })
      return { ...answer, changes: await askUnitChanges(measured, panel.earlier, deck.fewest, ask) }
    }
    case 'lag':
      return { ...answer, lags: await workspace.lags(query) }
    case 'comparison': {
      const period = comparedPeriod(measured)
      const compared = period
        ? await askCompared(measured, comparedSpans(period, measured.calendar, measured.referenceDay), (span) =>
            workspace.measure({ ...query, span }),
          )
        : []
      return { ...answer, compared }
    }
    default:
      return answer
  }
}

/** The card of one unit during a show; without the ledger of what its slides know. null: nothing is known of it. */
export async function askCard(pack: ShowPack, unit: string, workspace: Workspace): Promise<UnitAnswer | null> {
  const { deck, units, answers } = pack
  const step = deck.steps.find((own) => 'filters' in own)
  const clock = step && 'filters' in step ? step.filters.clock : 'submitted'
  const query = stepQuery({ clock, period: deck.period, units: null, groups: null }, units, deck)
  if (!namesOf(pack).includes(unit)) return null
  // The ledger may be gone while the deck still has its numbers.
  const answer = await askUnit(unit, query, deck.fewest, units, workspace).catch(() => null)
  if (answer) return answer
  for (const { measured } of Object.values(answers)) {
    const reduced = measured.query.unitIds === null ? reducedCard(measured, unit) : null
    if (reduced) return reduced
  }
  return null
}

/** The card of one unit under the clock and period of a deck; of a unit that reported nothing, nothing. */
async function askUnit(
  name: string,
  query: MeasureQuery,
  fewest: number,
  units: readonly NamedUnit[],
  workspace: Workspace,
): Promise<UnitAnswer> {
  const unit = units.find((own) => own.name === name)
  // Of the roster, without a fact: it reported nothing.
  if (!unit)
    return { unit: name, group: null, measured: await workspace.measure({ ...query, unitIds: [] }), ranking: null }
  const [measured, rankings] = await Promise.all([
    workspace.measure({ ...query, unitIds: [unit.id], groups: null }),
    workspace.rankings({ ...query, unitIds: null, groups: null }, 'rate', fewest, true),
  ])
  const ranking = rankings.find((own) => own.units.some(({ unitId }) => unitId === unit.id)) ?? null
  return { unit: name, group: unit.group, measured, ranking }
}
