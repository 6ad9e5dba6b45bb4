import type { Office } from '../model/office'
import type { UndoStep } from '../model/workspace'

/** What a change of the office is called by the undo button and in the journal. */
export function officeStep(change: Partial<Office>): UndoStep {
  if (change.fewest !== undefined) return { kind: 'fewest', files: [String(change.fewest)] }
  const kind = change.roster ? 'roster' : change.outlets ? 'outlets' : change.successions ? 'successions' : 'office'
  return { kind, files: [] }
}
