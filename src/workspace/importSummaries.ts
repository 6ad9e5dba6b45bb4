import { NONE } from '../model/facts'
import type { ImportSummary, LocatedFinding, TaskSummary } from '../model/workspace'
import { periodKey, periodsBetween } from '../time/calendar'
import type { StateLedger } from './stateLedger'
import { summarise } from './summarise'
import type { Understanding } from './understanding'

/** The imports of a state as pages list them. */
export function importSummaries(
  { state, balances, updates }: StateLedger,
  understanding: Understanding,
  findings: readonly LocatedFinding[],
): ImportSummary[] {
  const { calendar } = state.office
  let at = 0
  return state.imports.map((entry): ImportSummary => {
    const { id, importedOn, byHand, preferred, replaced, choices } = entry
    const file = understanding.of(entry)
    const own = file.sheets.map((_, i) => ({ balance: balances[at + i]!, updates: updates[at + i]! }))
    at += file.sheets.length
    return {
      id,
      importedOn,
      byHand,
      preferred,
      overlaps: findings.some(
        ({ code, detail, source }) =>
          code === 'overlap' && source?.id === id && (detail === 'counts' || detail === 'partly'),
      ),
      replaced: replaced.flatMap(({ from, to }) =>
        periodsBetween('month', from, to, calendar).map((month) => periodKey('month', month.from, calendar)),
      ),
      ...summarise(file, own, 'imported', id, choices),
    }
  })
}

/** Targets of all imports. */
export function taskSummaries({ sheets }: StateLedger): TaskSummary[] {
  return sheets.flatMap(({ entry, sheet: { facts, place } }) =>
    facts.tasks.map(({ row, unit, ...task }) => ({
      ...task,
      unit: unit === NONE ? null : facts.units[unit]!,
      source: { importId: entry.id, place, row },
    })),
  )
}
