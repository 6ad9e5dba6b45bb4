import type { Deck, PanelStep, Step, TextStep, TitleStep } from '../model/deck'

/** The steps that show and print have, in order. */
export function shownSteps({ steps }: Deck): readonly Step[] {
  return steps.filter(({ hidden }) => !hidden)
}

/** The deck with a step moved by some places; beyond the ends it stays there. */
export function movedStep(deck: Deck, id: string, by: number): Deck {
  const from = deck.steps.findIndex((step) => step.id === id)
  if (from < 0) return deck
  const to = Math.min(Math.max(0, from + by), deck.steps.length - 1)
  const steps = [...deck.steps]
  steps.splice(to, 0, ...steps.splice(from, 1))
  return { ...deck, steps }
}

/** The deck with a copy of a step behind it. */
export function duplicatedStep(deck: Deck, id: string, newId: string): Deck {
  return { ...deck, steps: deck.steps.flatMap((step) => (step.id === id ? [step, { ...step, id: newId }] : [step])) }
}

export function withoutStep(deck: Deck, id: string): Deck {
  return { ...deck, steps: deck.steps.filter((step) => step.id !== id) }
}

/** The deck in another order of its steps; ids that are missing stay at the end. */
export function orderedSteps(deck: Deck, ids: readonly string[]): Deck {
  const place = ({ id }: Step): number => (ids.includes(id) ? ids.indexOf(id) : ids.length)
  return { ...deck, steps: [...deck.steps].sort((a, b) => place(a) - place(b)) }
}

/** What is written on a step. */
export type StepText = Partial<Pick<Step, 'caption' | 'notes'> & Pick<TextStep, 'lines'> & Pick<TitleStep, 'subtitle'>>

/** Fields of a step that may change; its kind never does. */
export type StepChange = StepText & Partial<Pick<Step, 'hidden'> & Pick<PanelStep, 'highlight'>>

export function changedStep(deck: Deck, id: string, part: StepChange): Deck {
  return { ...deck, steps: deck.steps.map((step) => (step.id === id ? { ...step, ...part } : step)) }
}
