import type { Deck, NamedUnit } from './deck'
import type { SlideAnswer } from './slide'

/** Where a meeting stands: the part that presenter and audience share. */
export interface ShowState {
  /** Index into the steps that are shown, from 0. */
  readonly index: number
  readonly black: boolean
  /** Name of the unit whose card lies over the step. */
  readonly card: string | null
  /** Name of the unit that stands out in every chart; null leaves each step its own. */
  readonly highlight: string | null
  readonly anonymous: boolean
  /** Grows with every change, in whichever window: the larger one counts. */
  readonly turn: number
}

export type ShowAction =
  | { readonly kind: 'next' | 'back' | 'first' | 'last' | 'black' | 'anonymous' | 'close' }
  /** `moved`: the step that is shown now stands elsewhere; nothing on the screen changes. */
  | { readonly kind: 'go' | 'moved'; readonly index: number }
  | { readonly kind: 'card' | 'highlight'; readonly unit: string | null }

/** Everything that a window needs to show a deck: no ledger, no worker. */
export interface ShowPack {
  /** Id of this showing: F5 goes on with it, another start is another one. */
  readonly show: string
  /** When it began, in ms since 1970. */
  readonly since: number
  readonly deck: Deck
  /** By the step's question. */
  readonly answers: Readonly<Record<string, SlideAnswer>>
  readonly units: readonly NamedUnit[]
}
