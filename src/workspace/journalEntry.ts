import { cellText } from '../ingest/read/rawColumn'
import { columnLetters } from '../ingest/recognise/columnLetters'
import type { JournalEdit, JournalEntry, JournalTotals } from '../model/journal'
import type { Cell } from '../model/measure'
import type { UndoStep } from '../model/workspace'
import type { Import, State } from './state'

/** Corrected cells that an entry lists one by one. */
const LISTED = 20
/** Entries kept: some years of an office's work. */
const LONGEST = 2_000

export function journalTotals({ submitted, adopted, placements }: Cell): JournalTotals {
  return { submitted, adopted, placements }
}

/** What a step from one state to another changed, with the numbers before and after it. */
export function journalEntry(
  at: number,
  way: JournalEntry['way'],
  action: UndoStep,
  states: { readonly before: State; readonly after: State },
  totals: { readonly before: JournalTotals; readonly after: JournalTotals },
): JournalEntry {
  const edits = action.kind === 'edit' ? editedCells(states.before, states.after) : []
  return { at, way, action, edits: edits.slice(0, LISTED), cells: edits.length, ...totals }
}

/** The journal with one more entry; the oldest give way. */
export function withEntry(journal: readonly JournalEntry[], entry: JournalEntry): JournalEntry[] {
  return [...journal, entry].slice(-LONGEST)
}

function editedCells(before: State, after: State): JournalEdit[] {
  const earlier = new Map(before.imports.map((entry) => [entry.id, entry]))
  return after.imports.flatMap((entry) => {
    const old = earlier.get(entry.id)
    if (!old || old === entry) return []
    return entry.read.tables.flatMap((table, place) => {
      const olds = cellsOf(old, place)
      const news = cellsOf(entry, place)
      const text = (cells: Map<string, string>, key: string, row: number, column: number): string =>
        cells.get(key) ?? (table.columns[column] ? cellText(table.columns[column], row - 1) : '')
      return [...new Set([...olds.keys(), ...news.keys()])].flatMap((key): JournalEdit[] => {
        const [row = 0, column = 0] = key.split(' ').map(Number)
        const [was, is] = [text(olds, key, row, column), text(news, key, row, column)]
        return was === is
          ? []
          : [{ file: table.file, sheet: table.sheet, row, column: columnLetters(column), before: was, after: is }]
      })
    })
  })
}

/** Corrected texts of a table by «row column». */
function cellsOf({ choices }: Import, place: number): Map<string, string> {
  return new Map((choices[place]?.edits ?? []).map(({ row, column, text }) => [`${row} ${column}`, text]))
}
