import type { LabelRole } from '../model/facts'
import type { LabelCell } from '../model/measure'

/** What the card of a unit tells of its items, a table a kind: by whom, about what, in which form, which had a leader's instruction, which were commissioned. */
export const CARD_ROLES = [
  'author',
  'category',
  'form',
  'instruction',
  'commissioned',
] as const satisfies readonly LabelRole[]

export type CardRole = (typeof CARD_ROLES)[number]

export interface CardLabels {
  readonly role: CardRole
  readonly rows: readonly LabelCell[]
}
