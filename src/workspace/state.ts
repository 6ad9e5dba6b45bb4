import type { ReadFile } from '../ingest/read/readFile'
import { NO_ALIASES } from '../ledger/aliases'
import type { Mapping, SheetChoices } from '../model/choices'
import type { Finding } from '../model/finding'
import type { AliasMap } from '../model/names'
import { NO_OFFICE, type Office } from '../model/office'
import type { Day, Span } from '../model/period'
import type { UndoStep } from '../model/workspace'

/** One file in the workspace: what was read of it and what a person decided. Its facts follow from both. */
export interface Import {
  readonly id: number
  readonly read: ReadFile
  /** By the table's index in the file. */
  readonly choices: readonly SheetChoices[]
  readonly importedOn: Day
  /** Findings of files of the same drop that could not be imported. */
  readonly refused: readonly Finding[]
  /** Months that a later file of the same table replaced. */
  readonly replaced: readonly Span[]
  /** Counts where it repeats another import. */
  readonly preferred: boolean
  readonly byHand: boolean
}

/** An accepted header with what a person said of it; the next file with the same header is read so. */
export interface RememberedMapping extends Mapping {
  readonly headers: readonly string[]
  readonly file: string
  readonly on: Day
}

/** One state of the workspace; undo goes back to the one before. Data only: facts are derived. */
export interface State {
  readonly imports: readonly Import[]
  readonly aliases: AliasMap
  readonly office: Office
  /** By header fingerprint. */
  readonly mappings: ReadonlyMap<string, RememberedMapping>
  /** Pairs of names that a person said are different, as «kind a b» keys. */
  readonly apart: ReadonlySet<string>
  /** Decks as plain data. No number follows from them; states share those that did not change. */
  readonly decks: readonly unknown[]
  /** What led here, for the undo button: a key of the locale with the names it speaks of. */
  readonly action: UndoStep
}

/** Whether two states have the same facts: one ledger follows from both. */
export function sameFacts(one: State, other: State): boolean {
  const { decks: _, action: __, imports, office, ...parts } = one
  return (
    imports.length === other.imports.length &&
    imports.every((entry, index) => entry === other.imports[index]) &&
    sameBut('fewest', office, other.office) &&
    (Object.keys(parts) as (keyof typeof parts)[]).every((key) => parts[key] === other[key])
  )
}

/** Whether two records have the very same values, but for one of them. */
function sameBut<Part extends object>(field: keyof Part, one: Part, other: Part): boolean {
  return (Object.keys(one) as (keyof Part)[]).every((key) => key === field || one[key] === other[key])
}

export const START: State = {
  imports: [],
  aliases: NO_ALIASES,
  office: NO_OFFICE,
  mappings: new Map(),
  apart: new Set(),
  decks: [],
  action: { kind: 'start', files: [] },
}
