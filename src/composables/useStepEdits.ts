import { nextTick, ref, type Ref, watch } from 'vue'
import type { Deck, TextStep } from '../model/deck'
import {
  changedStep,
  duplicatedStep,
  movedStep,
  orderedSteps,
  type StepChange,
  type StepText,
  withoutStep,
} from '../report/deckSteps'
import { useDeckStore } from '../stores/deckStore'
import { newId } from './newId'

/** Changes of the steps of a deck, each one step of undo, and the step that is worked on. */
export function useStepEdits(deck: Ref<Deck | null>): {
  /** Id of the step that is worked on; null: the first. */
  readonly selected: Ref<string | null>
  change(id: string, part: StepChange): void
  /** A text as far as it is written. Until `rest` it stays one step of undo, so that a power cut takes no more than the last words. */
  write(id: string, part: StepText): void
  /** The text was left. */
  rest(): void
  order(ids: readonly string[]): void
  move(id: string, by: number): void
  duplicate(id: string): void
  remove(id: string): void
  addText(): void
} {
  const decks = useDeckStore()
  const selected = ref<string | null>(null)

  // What an undo or another tab brings back is looked at.
  watch(deck, (now, before) => {
    if (!now || now.id !== before?.id) return
    const added = now.steps.find(({ id }) => !before.steps.some((step) => step.id === id))
    if (added) selected.value = added.id
  })

  /** The focus follows a step that moves, and goes to its neighbour when it is gone. */
  async function focusStep(id: string | null): Promise<void> {
    selected.value = id
    await nextTick()
    document.querySelector<HTMLElement>('[data-testid=deck-step][aria-current=true]')?.focus()
  }
  function edit(next: (own: Deck) => Deck, writing: string | null = null): void {
    if (deck.value) decks.put(next(deck.value), writing)
  }
  let sitting = newId()

  return {
    selected,
    change: (id, part) => edit((own) => changedStep(own, id, part)),
    write: (id, part) => edit((own) => changedStep(own, id, part), [sitting, id, ...Object.keys(part)].join(' ')),
    rest: () => void (sitting = newId()),
    order: (ids) => edit((own) => orderedSteps(own, ids)),
    move(id, by) {
      edit((own) => movedStep(own, id, by))
      void focusStep(id)
    },
    duplicate(id) {
      const copy = newId()
      edit((own) => duplicatedStep(own, id, copy))
      void focusStep(copy)
    },
    remove(id) {
      const at = deck.value?.steps.findIndex((step) => step.id === id) ?? 0
      edit((own) => withoutStep(own, id))
      const left = deck.value?.steps ?? []
      void focusStep(left[Math.min(at, left.length - 1)]?.id ?? null)
    },
    addText() {
      const step: TextStep = { id: newId(), kind: 'text', caption: null, notes: '', hidden: false, lines: [] }
      edit((own) => ({ ...own, steps: [...own.steps, step] }))
      selected.value = step.id
    },
  }
}
