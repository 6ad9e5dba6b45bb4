import type { ByteSource } from './byteSource'

const CHUNK = 2 * 1024 * 1024

/** A File read slice by slice, so that no more than 2 MB of its bytes are in memory; works in workers of Chromium 86. */
export function fileSource(file: File): ByteSource {
  return {
    name: file.name,
    size: file.size,
    async *chunks() {
      for (let at = 0; at < file.size; at += CHUNK) yield new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer())
    },
  }
}
