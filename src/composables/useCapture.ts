import { useI18n } from 'vue-i18n'
import type { Deck, PanelCapture, PanelStep, StepFilters } from '../model/deck'
import { slidesFor } from '../report/deckRows'
import { useDeckStore } from '../stores/deckStore'
import { useFilterStore } from '../stores/filterStore'
import { useWorkspaceStore } from '../stores/workspaceStore'
import { newId } from './newId'

/** Captures a panel with the filters of the bar into the current deck, making one where there is none. Returns what was done, in words. */
export function useCapture(): (capture: PanelCapture) => string {
  const { t } = useI18n()
  const decks = useDeckStore()
  const filters = useFilterStore()
  const workspace = useWorkspaceStore()

  return ({ panel, rows, marksUnits }) => {
    const chosen = filters.unitIds && [...filters.unitIds]
    const units = chosen && workspace.summary.units.filter(({ id }) => chosen.includes(id)).map(({ name }) => name)
    const frozen: StepFilters = {
      clock: filters.clock,
      period: filters.period,
      units: marksUnits ? null : units,
      groups: filters.groups && [...filters.groups],
    }
    const pages = 'page' in panel ? slidesFor(rows ?? 1) : 1
    const steps = Array.from({ length: pages }, (_, page): PanelStep => ({
      id: newId(),
      caption: null,
      notes: '',
      hidden: false,
      kind: 'panel',
      filters: frozen,
      panel: 'page' in panel ? { ...panel, page } : panel,
      highlight: marksUnits ? (units ?? []) : [],
    }))
    const deck: Deck = decks.current ?? {
      format: 'caiyong-deck',
      version: 1,
      id: newId(),
      name: t('present.deck.free'),
      kind: 'free',
      period: filters.period,
      snapshot: null,
      revision: workspace.summary.revision,
      anonymous: false,
      steps: [],
    }
    decks.put({ ...deck, steps: [...deck.steps, ...steps] })
    const said = { deck: deck.name, page: deck.steps.length + 1, count: pages }
    return t(pages > 1 ? 'present.capture.donePages' : 'present.capture.done', said)
  }
}
