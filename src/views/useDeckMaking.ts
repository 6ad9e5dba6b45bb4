import { computed, type ComputedRef, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useWords } from '../components/useWords'
import { newId } from '../composables/newId'
import { useMeasure } from '../composables/useMeasure'
import type { Deck, DeckKind } from '../model/deck'
import type { MeasureQuery } from '../model/measure'
import { buildDeck } from '../report/buildDeck'
import { latestPeriod } from '../report/latestPeriod'
import { stepQuery } from '../report/stepQuery'
import { askUnitChanges } from '../report/unitChanges'
import { useDeckStore } from '../stores/deckStore'
import { useFilterStore } from '../stores/filterStore'
import { useSettingsStore } from '../stores/settingsStore'
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
  const settings = useSettingsStore()

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
  async function make(kind: Exclude<DeckKind, 'free'>, period: string): Promise<void> {
    making.value = true
    try {
      const { clock } = filters
      const words = deckWords(period, say)
      const snapshot = await workspace.freeze(words.name)
      const everyone = { clock, period, units: null, groups: null }
      const { calendar } = workspace.summary.office
      const { fewest } = settings
      const measured = await workspace.measure(stepQuery(everyone, [], { snapshot, calendar }))
      const changes = await askUnitChanges(measured, 'before', fewest, (span) =>
        workspace.measure({ ...measured.query, span }),
      )
      decks.put(buildDeck({ id: newId(), kind, period, clock, snapshot, measured, changes, fewest, newId, words }))
    } finally {
      making.value = false
    }
  }

  async function remake(deck: Deck): Promise<void> {
    const name = t('present.editor.copyName', { name: deck.name })
    const snapshot = await workspace.freeze(name)
    decks.put({ ...deck, id: newId(), name, snapshot, calendar: { ...workspace.summary.office.calendar } })
  }

  return { templates, making, make, remake }
}
