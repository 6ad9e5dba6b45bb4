import type { ColumnChoice } from '../model/column'
import type { ColumnSummary } from '../model/workspace'

/** Meanings a person can choose from, as keys of `data.role`; `targets` are outlets an item was sent to, `own` is an outlet's own column. */
export const MEANINGS = [
  'unit',
  'group',
  'title',
  'number',
  'author',
  'submittedOn',
  'adoptedOn',
  'status',
  'outlets',
  'targets',
  'own',
  'submittedCount',
  'adoptedCount',
  'period',
  'year',
  'rate',
  'rowTotal',
  'running',
  'target',
  'category',
  'form',
  'level',
  'instruction',
  'commissioned',
  'secret',
  'ignore',
] as const
export type Meaning = (typeof MEANINGS)[number]

/** The meaning a column has now; null when it is none of those that can be chosen. */
export function meaningOf({ role, outlet, target }: ColumnSummary): Meaning | null {
  if (role === 'outlets') return target ? 'targets' : 'outlets'
  if (outlet !== null && (role === 'tick' || role === 'adoptedCount')) return 'own'
  return MEANINGS.find((meaning) => meaning === role) ?? null
}

/** The answer that a chosen meaning stands for. `counted`: the sheet holds counts, so an outlet's own column holds numbers, not ticks. */
export function answerOf(meaning: Meaning, header: string, counted: boolean): ColumnChoice {
  if (meaning === 'targets') return { role: 'outlets', target: true }
  if (meaning === 'own')
    return { role: counted ? 'adoptedCount' : 'tick', outlet: header.split('/').slice(-1)[0] ?? header }
  return { role: meaning }
}
