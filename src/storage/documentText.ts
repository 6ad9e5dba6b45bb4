import * as v from 'valibot'
import type { ReadFile } from '../ingest/read/readFile'
import type { WorkspaceDocument } from '../workspace/document'
import { fromPlainJson, plainJson } from '../workspace/plainJson'
import type { Import, State } from '../workspace/state'
import { migrated, VERSION } from './migrations'
import { documentShape, type StoredDocument } from './shapes'
import { StorageError } from './storageError'

/** Things that many states share, each written once and known by its place. */
class Pool<Part, Written> {
  readonly written: Written[] = []
  private readonly places = new Map<Part, number>()

  constructor(private readonly write: (part: Part) => Written) {}

  place(part: Part): number {
    let place = this.places.get(part)
    if (place === undefined) {
      place = this.written.push(this.write(part)) - 1
      this.places.set(part, place)
    }
    return place
  }
}

/** Files that a document needs: those of all states of the undo stack and of all snapshots, each once. */
export function filesOf({ states, snapshots }: WorkspaceDocument): ReadFile[] {
  const all = [...states, ...snapshots.map(({ state }) => state)]
  return [...new Set(all.flatMap(({ imports }) => imports.map(({ read }) => read)))]
}

/** The document as JSON. @param keyOf the key under which a file is kept. */
export function documentText(document: WorkspaceDocument, keyOf: (file: ReadFile) => string): string {
  const files = new Pool<ReadFile, string>(keyOf)
  const imports = new Pool<Import, unknown>(({ read, choices, ...entry }) => ({
    ...entry,
    file: files.place(read),
    choices: Array.from(choices, (own) => own ?? null),
  }))
  const same = <Part>(part: Part): Part => part
  const aliases = new Pool<State['aliases'], unknown>(same)
  const offices = new Pool<State['office'], unknown>(same)
  const mappings = new Pool<State['mappings'], unknown>(same)
  const aparts = new Pool<State['apart'], unknown>(same)
  const decks = new Pool<unknown, unknown>(same)
  const state = (own: State): unknown => ({
    imports: own.imports.map((entry) => imports.place(entry)),
    aliases: aliases.place(own.aliases),
    office: offices.place(own.office),
    mappings: mappings.place(own.mappings),
    apart: aparts.place(own.apart),
    decks: own.decks.map((deck) => decks.place(deck)),
    action: own.action,
  })
  const states = document.states.map(state)
  const snapshots = document.snapshots.map((snapshot) => ({ ...snapshot, state: state(snapshot.state) }))
  const { at, nextId, repeated, journal } = document
  return plainJson({
    format: 'caiyong-document',
    version: VERSION,
    files: files.written,
    imports: imports.written,
    aliases: aliases.written,
    offices: offices.written,
    mappings: mappings.written,
    aparts: aparts.written,
    decks: decks.written,
    states,
    at,
    nextId,
    repeated,
    snapshots,
    journal,
  })
}

/** Keys of the files that a written document needs, without anything else of it being checked; [] where it has no such list. */
export function fileKeys(text: string): string[] {
  try {
    const { files } = JSON.parse(text) as { files?: unknown }
    return Array.isArray(files) ? files.filter((key) => typeof key === 'string') : []
  } catch {
    return []
  }
}

/**
 * The document that was written, brought up to this version.
 * @throws StorageError `newer`: a later version wrote it. `damaged`: it is no document, or a part or a file that it names is missing.
 */
export async function documentFromText(
  text: string,
  fileOf: (key: string) => Promise<ReadFile>,
): Promise<WorkspaceDocument> {
  const stored = checked(text)
  const files = await Promise.all(stored.files.map(fileOf))
  const imports = stored.imports.map(
    ({ file, choices, ...entry }): Import =>
      ({
        ...entry,
        read: part(files, file),
        choices: choices.map((own) => own ?? {}),
      }) as Import,
  )
  const state = ({ action, ...own }: StoredDocument['states'][number]): State =>
    ({
      imports: own.imports.map((place) => part(imports, place)),
      aliases: part(stored.aliases, own.aliases),
      office: part(stored.offices, own.office),
      mappings: part(stored.mappings, own.mappings),
      apart: part(stored.aparts, own.apart),
      decks: own.decks.map((place) => part(stored.decks, place)),
      action,
    }) as State
  const { at, nextId, journal, repeated } = stored
  const states = stored.states.map(state)
  part(states, at)
  return {
    states,
    at,
    nextId,
    repeated: repeated as unknown as WorkspaceDocument['repeated'],
    snapshots: stored.snapshots.map((snapshot) => ({ ...snapshot, state: state(snapshot.state) })),
    journal,
  }
}

function checked(text: string): StoredDocument {
  let json: unknown
  try {
    json = fromPlainJson(text)
  } catch {
    throw new StorageError('damaged', 'the document is no JSON')
  }
  const { success, output, issues } = v.safeParse(documentShape, migrated(json))
  if (success) return output
  const [first] = issues
  throw new StorageError('damaged', `the document has another shape at ${v.getDotPath(first) ?? 'its root'}`)
}

function part<Part>(parts: readonly Part[], place: number): Part {
  if (!(place in parts)) throw new StorageError('damaged', `a part is missing: ${place} of ${parts.length}`)
  return parts[place]!
}
