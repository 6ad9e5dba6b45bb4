import type { ByteSource } from '../../src/ingest/read/byteSource'

/** Bytes that arrive in pieces of a size, so that a character, a quote or a line end is cut anywhere. */
export function chunked(name: string, bytes: Uint8Array, size: number): ByteSource {
  return {
    name,
    size: bytes.length,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    },
  }
}
