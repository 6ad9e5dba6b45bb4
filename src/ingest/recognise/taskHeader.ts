import type { TaskRow } from '../../model/facts'
import { headerMonths } from './headerMonths'
import { mentionsAdoption } from './headerWords'

/** What the header of a column of targets says. */
export interface TaskHeader {
  readonly every: TaskRow['every']
  /** The months of the year that it is due in, once; null where the header names none. */
  readonly months: { readonly first: number; readonly last: number } | null
  readonly measure: TaskRow['measure']
}

const POINTS = /分值|积分|得分|分数|总分|计分|[标务核]分(?![解类管配工])|分$|[(（]分[)）]/
const EVERY: readonly (readonly [RegExp, TaskRow['every']])[] = [
  [/半年/, 'halfYear'],
  [/季/, 'quarter'],
  [/月/, 'month'],
  [/年/, 'year'],
]

/**
 * «月任务» is due every month, «上半年任务» once in those months, «目标分值» once in the period of the sheet. It is of points where the header
 * speaks of them, of adoptions where it speaks of those (采用任务), else of submissions.
 */
export function taskHeader(header: string): TaskHeader {
  const text = header.normalize('NFKC').replace(/[\s/]+/g, '')
  const months = headerMonths(text)
  return {
    every: months ? 'once' : (EVERY.find(([pattern]) => pattern.test(text))?.[1] ?? 'once'),
    months,
    measure: POINTS.test(text) ? 'points' : mentionsAdoption(text) ? 'adopted' : 'submitted',
  }
}
