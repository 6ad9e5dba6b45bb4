import type { SheetChoices } from '../model/choices'
import type { Day } from '../model/period'
import type { HandItem, UndoStep } from '../model/workspace'
import { handFile, handRow, handRows } from './handImport'
import { withAccepted } from './mappings'
import type { Proposal } from './proposal'
import { withChoices } from './sheetChoices'
import type { Import, State } from './state'
import type { Understanding } from './understanding'

/** What becomes of a state in one step, and what the step is called. */
export interface StateChange {
  readonly change: Partial<Omit<State, 'action'>>
  readonly action: UndoStep
}

/**
 * Everything that can be imported of a proposal, taken into a state; null when there is nothing. Files imported before (same bytes) stay out with a finding.
 * @param firstId number of the first new import; the others follow
 */
export function accepted(
  { imports, mappings }: State,
  proposal: Proposal,
  understanding: Understanding,
  firstId: number,
  on: Day,
): (StateChange & { readonly added: number }) | null {
  const { taken, refused } = proposal.accepted()
  if (taken.length === 0) return null
  const { replaced } = proposal
  const added = taken.map((source, i): Import => {
    const entry: Import = {
      ...newImport(firstId + i, on),
      read: source.read,
      choices: source.choices,
      refused: i === 0 ? refused : [],
    }
    understanding.adopt(entry, source)
    return entry
  })
  const base = imports
    .filter(({ id }) => id !== replaced)
    .map((entry) => {
      const months = proposal.replacedMonths(entry.id)
      return months.length > 0 ? changed(entry, { replaced: [...entry.replaced, ...months] }, understanding) : entry
    })
  // A replaced file keeps its place in the list, since the order of imports decides which of two equal rows is the duplicate.
  const place = replaced === null ? base.length : imports.findIndex(({ id }) => id === replaced)
  const known = added.reduce(
    (before, entry) => withAccepted(before, understanding.of(entry), entry.choices, on),
    mappings,
  )
  return {
    added: added.length,
    change: { imports: [...base.slice(0, place), ...added, ...base.slice(place)], mappings: new Map(known) },
    action: { kind: replaced === null ? 'import' : 'replace', files: added.map(({ read }) => read.file) },
  }
}

/**
 * What a person decides of a sheet after its import: an answer, another reading, a corrected cell; the table was kept as it was read. What was said of the
 * header is remembered for the next file. null: no such table.
 */
export function answered(
  state: State,
  understanding: Understanding,
  id: number,
  place: number,
  given: SheetChoices,
): StateChange | null {
  const entry = importOf(state, id)
  if (!entry?.read.tables[place]) return null
  const choices = [...entry.choices]
  choices[place] = withChoices(choices[place] ?? {}, given)
  const next = { ...entry, choices }
  const teaches = given.columns ?? given.headerRows ?? given.rowsAre ?? given.vocabulary
  const mappings = teaches
    ? withAccepted(state.mappings, understanding.of(next), choices, entry.importedOn)
    : state.mappings
  return {
    change: { imports: exchanged(state, entry, next), mappings },
    action: { kind: given.edits ? 'edit' : 'answer', files: [entry.read.file] },
  }
}

/** A state without an import; null: no such import. */
export function removed(state: State, id: number): StateChange | null {
  const gone = importOf(state, id)
  return (
    gone && {
      change: { imports: state.imports.filter((entry) => entry !== gone) },
      action: { kind: 'remove', files: [gone.read.file] },
    }
  )
}

/** Where imports repeat each other's numbers this one counts, or again by the usual rule; null: no such import. */
export function preferring(
  state: State,
  understanding: Understanding,
  id: number,
  preferred: boolean,
): StateChange | null {
  const entry = importOf(state, id)
  return (
    entry && {
      change: { imports: exchanged(state, entry, changed(entry, { preferred }, understanding)) },
      action: { kind: 'prefer', files: [entry.read.file] },
    }
  )
}

/** One item more among those entered by hand. @param newId number of their import, where it is the first. */
export function withHandItem(state: State, item: HandItem, on: Day, newId: () => number): StateChange {
  const entry = state.imports.find(({ byHand }) => byHand) ?? null
  const before = entry ? handRows(entry.read.tables[0]!, entry.choices[0] ?? {}) : []
  const next: Import = {
    ...newImport(entry?.id ?? newId(), on),
    read: handFile([...before, handRow(item)]),
    choices: [],
    byHand: true,
  }
  return {
    change: { imports: entry ? exchanged(state, entry, next) : [...state.imports, next] },
    action: { kind: 'hand', files: [item.title || item.unit] },
  }
}

function newImport(id: number, importedOn: Day): Omit<Import, 'read' | 'choices'> {
  return { id, importedOn, refused: [], replaced: [], preferred: false, byHand: false }
}

function importOf({ imports }: State, id: number): Import | null {
  return imports.find((entry) => entry.id === id) ?? null
}

function exchanged({ imports }: State, entry: Import, next: Import): Import[] {
  return imports.map((other) => (other === entry ? next : other))
}

/** An import with something changed that its facts do not depend on. */
function changed(
  entry: Import,
  change: Partial<Pick<Import, 'replaced' | 'preferred'>>,
  understanding: Understanding,
): Import {
  const next = { ...entry, ...change }
  understanding.adopt(next, entry)
  return next
}
