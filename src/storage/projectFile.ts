import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { ReadFile } from '../ingest/read/readFile'
import type { WorkspaceDocument } from '../workspace/document'
import { bytesHash } from './contentHashes'
import { documentFromText, documentText, filesOf } from './documentText'
import { fileBytes, fileFromBytes } from './fileBytes'
import { StorageError } from './storageError'

/*
 * A project file (.caiyong) is a zip of `project.json` (format, name, fingerprints), `document.json`, and `files/` with one entry a ledger file
 * (fileBytes.ts).
 */
const FORMAT = 'caiyong-project'
/** Most bytes that a project file may unpack to; a larger one is refused before it is unpacked. */
const MOST = 2 * 1024 * 1024 * 1024

interface Manifest {
  readonly format: typeof FORMAT
  readonly version: 1
  readonly name: string
  /** Fingerprint of each entry beside this one. */
  readonly hashes: Readonly<Record<string, string>>
}

/** A workspace as the bytes of a project file. */
export function projectFile(document: WorkspaceDocument, name: string): Uint8Array {
  const keys = new Map(filesOf(document).map((file, i) => [file, `file-${i + 1}`]))
  const entries: Record<string, Uint8Array> = {
    'document.json': strToU8(documentText(document, (file: ReadFile) => keys.get(file)!)),
  }
  for (const [file, key] of keys) entries[`files/${key}`] = joined([...fileBytes(file)])
  const manifest: Manifest = {
    format: FORMAT,
    version: 1,
    name,
    hashes: Object.fromEntries(Object.entries(entries).map(([path, bytes]) => [path, bytesHash(bytes)])),
  }
  return zipSync({ 'project.json': strToU8(JSON.stringify(manifest)), ...entries }, { level: 6 })
}

/**
 * The workspace of a project file.
 * @throws StorageError `damaged`: it is no project file, or a part does not agree with its fingerprint. `newer`: a later app wrote it. `full`: it unpacks
 *   to more than this app takes.
 */
export async function projectFromFile(bytes: Uint8Array): Promise<{ document: WorkspaceDocument; name: string }> {
  const entries = unpacked(bytes)
  const manifest = manifestOf(entries.get('project.json'))
  const text = entries.get('document.json')
  if (!text) throw new StorageError('damaged', 'the project file has no document')
  for (const [path, own] of entries)
    if (path !== 'project.json' && manifest.hashes.get(path) !== bytesHash(own))
      throw new StorageError('damaged', `${path} does not agree with its fingerprint`)
  const document = await documentFromText(strFromU8(text), (key) => {
    const own = entries.get(`files/${key}`)
    if (!own) throw new StorageError('damaged', 'a file is missing')
    return Promise.resolve(fileFromBytes([own]))
  })
  return { document, name: manifest.name }
}

function unpacked(bytes: Uint8Array): Map<string, Uint8Array> {
  let sum = 0
  try {
    const entries = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        sum += originalSize
        if (sum > MOST) throw new StorageError('full', `unpacks to ${sum} bytes`)
        return true
      },
    })
    return new Map(Object.entries(entries))
  } catch (error) {
    if (error instanceof StorageError) throw error
    throw new StorageError('damaged', 'no project file')
  }
}

function manifestOf(bytes: Uint8Array | undefined): { name: string; hashes: Map<string, unknown> } {
  let json: unknown
  try {
    json = JSON.parse(strFromU8(bytes ?? new Uint8Array()))
  } catch {
    throw new StorageError('damaged', 'no project file')
  }
  const { format, version, name, hashes } = (json ?? {}) as Record<string, unknown>
  if (format !== FORMAT || typeof version !== 'number' || typeof hashes !== 'object' || hashes === null)
    throw new StorageError('damaged', 'no project file')
  if (version > 1) throw new StorageError('newer', `version ${version}`)
  return { name: typeof name === 'string' ? name : '', hashes: new Map(Object.entries(hashes)) }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
