import type { HeaderMonths } from './headerMonths'

/** What a header cell speaks of. `submit` and `adopt` alone stay open until the values of the column are seen. */
export type Concept =
  | 'sequence'
  | 'number'
  | 'unit'
  | 'group'
  | 'title'
  | 'author'
  | 'category'
  | 'form'
  | 'level'
  | 'secret'
  | 'instruction'
  | 'commissioned'
  | 'date'
  | 'submittedOn'
  | 'adoptedOn'
  | 'period'
  | 'month'
  | 'submit'
  | 'adopt'
  | 'submitFlag'
  | 'adoptFlag'
  | 'status'
  | 'outlet'
  | 'adoptOutlet'
  | 'targetOutlet'
  | 'outletCount'
  | 'submittedCount'
  | 'adoptedCount'
  | 'rate'
  | 'score'
  | 'rank'
  | 'target'
  | 'rowTotal'
  | 'running'
  | 'ignore'

export interface HeaderConcept {
  readonly concept: Concept
  /** For `outletCount`: the outlet's name inside the header, «甲网采用条数» → 甲网. */
  readonly outlet?: string
  /** For `outletCount` below an outlet: its name without the last level, which may be a form, «园林动态/综合» → 园林动态. */
  readonly formOf?: string
  /** For `month`: the months a matrix column stands for, and what it counts if the header says so. For `rowTotal`: those it adds up. */
  readonly months?: HeaderMonths
  readonly measure?: 'submitted' | 'adopted'
  /** For counts: the heading over them, in words that the dictionary does not know; it may be an outlet. */
  readonly under?: string
  /** 1 for a whole phrase of the dictionary, less for a composition or an open word. */
  readonly confidence: number
}
