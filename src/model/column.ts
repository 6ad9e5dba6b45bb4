/** What a column is used as. `tick`: an outlet's own column in an item log. `outlets`: names of outlets in the cell. */
export const ROLES = [
  'sequence',
  'number',
  'unit',
  'group',
  'title',
  'author',
  'category',
  'form',
  'level',
  'secret',
  'instruction',
  'commissioned',
  'submittedOn',
  'adoptedOn',
  'period',
  'year',
  'status',
  'outlets',
  'tick',
  'submittedCount',
  'adoptedCount',
  'pair',
  'rate',
  'score',
  'rank',
  'target',
  'rowTotal',
  'running',
  'ignore',
] as const
export type Role = (typeof ROLES)[number]

/** What a person says a column means, in place of what was recognised. */
export interface ColumnChoice {
  readonly role: Role
  /** For an outlet's own column: the outlet's name. */
  readonly outlet?: string
  /** For `outlets`: the item was sent to them. */
  readonly target?: boolean
}

/** By column index. */
export type ColumnChoices = Readonly<Record<number, ColumnChoice>>
