import type { Deck, DeckKind, FiguresStep, PanelChoice, PanelStep, Step, StepFilters, TextStep } from '../model/deck'
import type { RankBy } from '../model/analysis'
import type { UnitChanges } from '../model/comparison'
import type { Held, Measured, UnitCell } from '../model/measure'
import type { Clock } from '../model/period'
import type { SnapshotSummary } from '../model/snapshot'
import { isProportion } from '../stats/pooledRate'
import { pagesOf, ROWS_A_SLIDE } from './deckRows'
import { comparisonVerdict } from './analysisVerdict'
import { isSettled, isWhole } from './maturity'
import { isSpoken } from './unitChanges'
import { rankingVerdict } from './verdict'
import { judgedZero, zeroLists } from './zeroLists'

/** The words that a template writes into its steps; from there on they are the user's. */
export interface DeckWords {
  readonly name: string
  readonly subtitle: string
  readonly problems: string
  readonly nextSteps: string
  /** Sentences that a number supports. */
  readonly problem: (code: ProblemCode, names: readonly string[]) => string
  readonly next: (code: ProblemCode) => string
}

/** A weakness that the numbers show, and that a page of problems therefore names, or why it names no more. */
export type ProblemCode =
  'silent' | 'absent' | 'zero' | 'below' | 'fell' | 'down' | 'farDown' | 'nothing' | 'unjudged' | Held

export interface DeckOrder {
  readonly id: string
  readonly kind: Exclude<DeckKind, 'free'>
  readonly period: string
  readonly clock: Clock
  readonly snapshot: SnapshotSummary | null
  readonly fewest: number
  /** Everything, of that period and clock. */
  readonly measured: Measured
  /** Units against the period before; null where there is none to compare with. */
  readonly changes: UnitChanges | null
  readonly newId: () => string
  readonly words: DeckWords
}

/** Fewest units with a rate that make a funnel. */
const FEWEST_POINTS = 3

/**
 * The deck of a meeting: title, key figures, trend, half-years, ranking within groups, changes of units, funnel plot, outlets, zero lists, problems, next steps. A page that the
 * ledger has no numbers for is left out.
 */
export function buildDeck(order: DeckOrder): Deck {
  const { id, kind, period, clock, snapshot, measured, fewest, words } = order
  const filters: StepFilters = { clock, period, units: null, groups: null }
  const blank = () => ({ id: order.newId(), caption: null, notes: '', hidden: false })
  const panel = (own: PanelChoice, its: StepFilters = filters): PanelStep => ({
    ...blank(),
    kind: 'panel',
    filters: its,
    panel: own,
    highlight: [],
  })
  const figures: FiguresStep = { ...blank(), kind: 'figures', filters }
  const text = (caption: string, lines: readonly string[]): TextStep => ({ ...blank(), caption, kind: 'text', lines })
  const problems = problemsOf(order)
  const steps: Step[] = [
    { ...blank(), kind: 'title', caption: words.name, subtitle: words.subtitle },
    figures,
    ...(measured.months.length > 1 ? [panel({ id: 'trend' })] : []),
    ...(measured.halfYears.length > 1 ? [panel({ id: 'halfYear' })] : []),
    ...rankings(measured, filters, fewest, panel),
    ...changesOf(order).map((own) => panel(own)),
    ...(measured.units.filter(({ rate }) => rate !== null && rate <= 1).length >= FEWEST_POINTS
      ? [panel({ id: 'funnel', adjusted: false })]
      : []),
    ...(measured.outlets.some(({ adopted }) => adopted > 0) ? [panel({ id: 'outlets' })] : []),
    ...(measured.units.length > 0 ? [{ ...blank(), kind: 'zeroList' as const, filters }] : []),
    text(
      words.problems,
      problems.map(({ code, names }) => words.problem(code, names)),
    ),
    text(
      words.nextSteps,
      problems.map(({ code }) => words.next(code)),
    ),
  ]
  return {
    format: 'caiyong-deck',
    version: 1,
    id,
    name: words.name,
    kind,
    period,
    snapshot,
    calendar: measured.calendar,
    fewest,
    anonymous: false,
    steps,
  }
}

/** One ranking a group with the ranges of ranks, over as many slides as its rows need: by rate where two have enough
 * items for one, else by what is known. */
function rankings(
  { units }: Measured,
  filters: StepFilters,
  fewest: number,
  panel: (own: PanelChoice, its: StepFilters) => PanelStep,
): PanelStep[] {
  const groups = [...new Set(units.map(({ group }) => group))]
  return groups.flatMap((group) => {
    const own = units.filter((unit) => unit.group === group)
    if (own.length < 2) return []
    // Units without a group beside grouped ones have no filter of their own but their names.
    const only =
      groups.length === 1 ? {} : group === null ? { units: own.map(({ unit }) => unit) } : { groups: [group] }
    const rows = ROWS_A_SLIDE.rankRange
    const ranked: PanelChoice = {
      id: 'rankRange',
      page: 0,
      rows,
      by: rankedBy(own, fewest),
      fewest,
      withinGroups: true,
      group,
    }
    return pagesOf(ranked, own.length).map((page) => panel(page, { ...filters, ...only }))
  })
}

/** Who rose and who fell, where units can be judged; of a month alone most units have too few items to say so. */
function changesOf({ kind, changes }: DeckOrder): readonly PanelChoice[] {
  if (!changes || changes.held || kind === 'month') return []
  const rows = changes.units.filter(isSpoken).length
  const panel: PanelChoice = { id: 'unitChanges', page: 0, rows: ROWS_A_SLIDE.unitChanges, earlier: changes.earlier }
  return rows < 2 ? [] : pagesOf(panel, rows)
}

function rankedBy(units: readonly UnitCell[], fewest: number): RankBy {
  if (units.filter((unit) => isProportion(unit) && unit.submitted >= fewest).length > 1) return 'rate'
  return units.some(({ adopted }) => adopted !== null) ? 'adopted' : 'placements'
}

interface Problem {
  readonly code: ProblemCode
  readonly names: readonly string[]
}

/**
 * Weaknesses that hold against chance: who sent nothing, who sent enough and had none adopted, who lies below the limits, who clearly fell, and whether all
 * together did. Where nobody is judged only the first, and why.
 */
function problemsOf({ measured, changes, fewest }: DeckOrder): readonly Problem[] {
  const { silent } = zeroLists(measured)
  // Without a roster nobody knows who owed a report.
  const code = measured.due === null ? ('absent' as const) : ('silent' as const)
  const silence: Problem[] = silent.length > 0 ? [{ code, names: silent }] : []
  if (measured.held) return [...silence, { code: measured.held, names: [] }]
  const zero = judgedZero(measured)
  const ranking = rankingVerdict(measured.units, measured.total, fewest)
  const { below } = ranking.params
  const low = (Array.isArray(below) ? (below as readonly string[]) : []).filter((name) => !zero.includes(name))
  const fell =
    changes && !changes.held ? changes.units.filter(({ move }) => move === 'farDown').map(({ unit }) => unit) : []
  const judged: readonly Problem[] = [
    { code: 'zero', names: zero },
    { code: 'below', names: low },
    { code: 'fell', names: fell },
  ]
  const found = [...silence, ...overall(measured, fewest), ...judged.filter(({ names }) => names.length > 0)]
  if (found.length > 0) return found
  // «Nobody has to be named» is a judgement, too.
  const judges = JUDGED.has(ranking.code) && zeroLists(measured).zero !== null
  return [{ code: judges ? 'nothing' : 'unjudged', names: [] }]
}

/** What a ranking says where it told units apart, or found that none stands out. */
const JUDGED: ReadonlySet<string> = new Set(['all-within', 'above', 'below', 'above-and-below'])

/** A fall of the rate of everything against the period before. */
function overall(measured: Measured, fewest: number): Problem[] {
  const { total, previous, query } = measured
  const settled = query.span === null || isSettled(measured, query.span) !== false
  if (!previous || !settled || !isWhole(measured, previous.span)) return []
  const { code } = comparisonVerdict(total, previous.total, fewest)
  return code === 'down' || code === 'farDown' ? [{ code, names: [] }] : []
}
