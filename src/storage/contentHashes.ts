import { ContentHash } from '../ingest/read/contentHash'

/** Fingerprint of bytes: finds what a disk or a broken write changed, promises nothing against forgery. */
export function bytesHash(bytes: Uint8Array): string {
  const hash = new ContentHash()
  hash.update(bytes)
  return hash.digest()
}

export function textHash(text: string): string {
  return bytesHash(new TextEncoder().encode(text))
}
