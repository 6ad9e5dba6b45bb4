import { useI18n } from 'vue-i18n'
import type { Deck, PanelCapture, PanelStep, StepFilters } from '../model/deck'
import { pagesOf } from '../report/deckRows'
import { useDeckStore } from '../stores/deckStore'
import { useFilterStore } from '../stores/filterStore'
import { useWorkspaceStore } from '../stores/workspaceStore'
import { newId } from './newId'
import { hasNewer } from './useNewerData'

/** Captures a panel with the filters of the bar into the current deck, making one where there is none. Returns what was done, in words. */
export function useCapture(): (capture: PanelCapture) => Promise<string> {
  const { t } = useI18n()
  const decks = useDeckStore()
  const filters = useFilterStore()
  const workspace = useWorkspaceStore()
  /** Captures wait for each other: two quick ones must not make two decks. */
  let last: Promise<unknown> = Promise.resolve()

  /** What is on the screen now, whenever its turn comes. */
  function stepsOf({ panel, rows, marksUnits }: PanelCapture): PanelStep[] {
    const chosen = filters.unitIds && [...filters.unitIds]
    const units = chosen && workspace.summary.units.filter(({ id }) => chosen.includes(id)).map(({ name }) => name)
    const frozen: StepFilters = {
      clock: filters.clock,
      period: filters.period,
      units: marksUnits ? null : units,
      groups: filters.groups && [...filters.groups],
    }
    return pagesOf(panel, rows ?? 1).map((page): PanelStep => ({
      id: newId(),
      caption: null,
      notes: '',
      hidden: false,
      kind: 'panel',
      filters: frozen,
      panel: page,
      highlight: marksUnits ? (units ?? []) : [],
    }))
  }

  async function newDeck(): Promise<Deck> {
    const name = t('present.deck.free')
    return {
      format: 'caiyong-deck',
      version: 1,
      id: newId(),
      name,
      kind: 'free',
      period: filters.period,
      snapshot: await workspace.freeze(name),
      calendar: { ...workspace.summary.office.calendar },
      fewest: workspace.summary.office.fewest,
      anonymous: false,
      steps: [],
    }
  }

  return (capture) => {
    const steps = stepsOf(capture)
    const done = last.then(async () => {
      const deck = decks.current ?? (await newDeck())
      decks.put({ ...deck, steps: [...deck.steps, ...steps] })
      const said = { deck: deck.name, page: deck.steps.length + 1, count: steps.length }
      const done = t(steps.length > 1 ? 'present.capture.donePages' : 'present.capture.done', said)
      // The page shows the numbers of the deck, which need not be those on the screen.
      const older = await hasNewer({ ...deck, period: filters.period }, workspace).catch(() => false)
      return older ? t('present.capture.older', { done }) : done
    })
    last = done.catch(() => undefined)
    return done
  }
}
