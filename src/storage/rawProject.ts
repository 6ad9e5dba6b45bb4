import { strToU8, zipSync } from 'fflate'

/** What is stored of a project, unchecked, as a zip: `document.json` and the pieces of each file under its key. */
export function rawProject({
  document,
  files,
}: {
  readonly document: string
  readonly files: ReadonlyMap<string, readonly Uint8Array[]>
}): Uint8Array {
  const entries: Record<string, Uint8Array> = { 'document.json': strToU8(document) }
  for (const [key, parts] of files) for (const [i, bytes] of parts.entries()) entries[`files/${key}/${i}`] = bytes
  return zipSync(entries, { level: 1 })
}
