import { computed, type ComputedRef, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useWords } from '../components/useWords'
import { newId } from '../composables/newId'
import { useMeasure } from '../composables/useMeasure'
import type { Deck, DeckKind, Step } from '../model/deck'
import type { MeasureQuery } from '../model/measure'
import type { Clock } from '../model/period'
import { buildDeck, type DeckWords } from '../report/buildDeck'
import { freeName } from '../report/deckNames'
import { latestPeriod } from '../report/latestPeriod'
import { withNewSentences } from '../report/remadeDeck'
import { stepQuery } from '../report/stepQuery'
import { askUnitChanges } from '../report/unitChanges'
import { useDeckStore } from '../stores/deckStore'
import { useFilterStore } from '../stores/filterStore'
import { useWorkspaceStore } from '../stores/workspaceStore'
import { kindOfSpan, spanOfKey } from '../time/calendar'
import { deckWords } from './deckWords'

const TEMPLATES = ['month', 'quarter', 'halfYear'] as const

/** A template with the period that a deck of it would be of; null: the ledger has none. */
export interface Template {
  readonly kind: (typeof TEMPLATES)[number]
  readonly period: string | null
}

/** Makes decks: of a template, or of a deck with the numbers of now. */
export function useDeckMaking(): {
  readonly templates: ComputedRef<readonly Template[]>
  readonly making: Ref<boolean>
  make(kind: Exclude<DeckKind, 'free'>, period: string): Promise<void>
  /** The same pages with the numbers of now; the old deck stays as it is. */
  remake(deck: Deck): Promise<void>
} {
  const { t } = useI18n()
  const { say } = useWords()
  const workspace = useWorkspaceStore()
  const filters = useFilterStore()
  const decks = useDeckStore()

  /** What the workspace covers: the periods a template can be of. */
  const { measured: all } = useMeasure(
    computed<MeasureQuery>(() => ({ clock: filters.clock, span: null, unitIds: null, groups: null })),
  )
  const templates = computed(() =>
    TEMPLATES.map((kind) => {
      const { calendar } = workspace.summary.office
      const span = filters.period === null ? null : spanOfKey(filters.period, calendar)
      const chosen = span && kindOfSpan(span, calendar) === kind ? filters.period : null
      return { kind, period: chosen ?? (all.value && latestPeriod(all.value, kind)) }
    }),
  )

  const making = ref(false)
  const nameOf = (wanted: string): string =>
    freeName(
      wanted,
      decks.decks.map(({ name }) => name),
      (name, number) => t('present.editor.numberedName', { name, number }),
    )

  /** What a template makes of a frozen state. */
  async function template(
    kind: Exclude<DeckKind, 'free'>,
    own: Pick<Deck, 'snapshot' | 'calendar' | 'fewest'>,
    period: string,
    clock: Clock,
    words: DeckWords,
  ): Promise<Deck> {
    const { snapshot, fewest } = own
    const measured = await workspace.measure(stepQuery({ clock, period, units: null, groups: null }, [], own))
    const changes = await askUnitChanges(measured, 'before', fewest, (span) =>
      workspace.measure({ ...measured.query, span }),
    )
    return buildDeck({ id: newId(), kind, period, clock, snapshot, measured, changes, fewest, newId, words })
  }

  async function make(kind: Exclude<DeckKind, 'free'>, period: string): Promise<void> {
    making.value = true
    try {
      const words = deckWords(period, say)
      const name = nameOf(words.name)
      const snapshot = await workspace.freeze(name)
      const { calendar, fewest } = workspace.summary.office
      decks.put({ ...(await template(kind, { snapshot, calendar, fewest }, period, filters.clock, words)), name })
    } finally {
      making.value = false
    }
  }

  async function remake(deck: Deck): Promise<void> {
    if (making.value) return
    making.value = true
    try {
      await putAnew(deck)
    } finally {
      making.value = false
    }
  }

  async function putAnew(deck: Deck): Promise<void> {
    // A copy of a copy is called as one copy is.
    const [before = '', after = ''] = t('present.editor.copyName', { name: '\u0000' }).split('\u0000')
    const bare = after !== '' && deck.name.endsWith(after) ? deck.name.slice(before.length, -after.length) : deck.name
    const name = nameOf(t('present.editor.copyName', { name: bare }))
    const snapshot = await workspace.freeze(name)
    const { calendar, fewest } = workspace.summary.office
    const anew = { ...deck, id: newId(), name, snapshot, calendar: { ...calendar }, fewest }
    decks.put({ ...anew, steps: (await newSentences(deck, anew)).map((step) => withFewest(step, fewest)) })
  }

  /** A captured ranking with the fewest items of now. */
  function withFewest(step: Step, fewest: number): Step {
    return step.kind === 'panel' && step.panel.id === 'rankRange' ? { ...step, panel: { ...step.panel, fewest } } : step
  }

  /** Sentences that nobody touched speak of the new numbers; where the old ones are gone, all stay as they are. */
  async function newSentences(deck: Deck, anew: Deck): Promise<readonly Step[]> {
    const { kind, period } = deck
    const first = deck.steps.find((step) => 'filters' in step)
    if (kind === 'free' || period === null || !first || !('filters' in first)) return deck.steps
    const words = deckWords(period, say)
    try {
      const { clock } = first.filters
      const [old, now] = await Promise.all([
        template(kind, deck, period, clock, words),
        template(kind, anew, period, clock, words),
      ])
      return withNewSentences(deck, old.steps, now.steps)
    } catch {
      return deck.steps
    }
  }

  return { templates, making, make, remake }
}
