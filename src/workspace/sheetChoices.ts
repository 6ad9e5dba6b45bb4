import type { CellEdit, SheetChoices } from '../model/choices'

/**
 * Choices with newer ones on top. Columns, explained values and corrected cells add up; another header or another kind of rows
 * makes earlier answers about columns void, since they spoke of other columns.
 */
export function withChoices(before: SheetChoices, given: SheetChoices): SheetChoices {
  const anew = given.headerRows !== undefined || given.rowsAre !== undefined
  const columns = anew ? given.columns : given.columns ? { ...before.columns, ...given.columns } : before.columns
  const vocabulary = given.vocabulary ? new Map([...(before.vocabulary ?? []), ...given.vocabulary]) : before.vocabulary
  const edits = given.edits ? mergedEdits(before.edits ?? [], given.edits) : before.edits
  const { columns: _, ...rest } = { ...before, ...given }
  return { ...rest, ...(columns && { columns }), ...(vocabulary && { vocabulary }), ...(edits && { edits }) }
}

/** Of two corrections of one cell the later one counts. */
function mergedEdits(before: readonly CellEdit[], given: readonly CellEdit[]): CellEdit[] {
  const byCell = new Map<string, CellEdit>()
  for (const edit of [...before, ...given]) byCell.set(`${edit.row} ${edit.column}`, edit)
  return [...byCell.values()]
}
