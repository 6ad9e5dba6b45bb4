/** Bytes with a name: a dropped File, a paste, a sample, a Buffer in tests. `chunks` may be read more than once, from the start each time. */
export interface ByteSource {
  readonly name: string
  readonly size: number
  chunks(): AsyncIterable<Uint8Array>
}

/** How far one file has been read, in bytes. */
export interface Progress {
  readonly file: string
  readonly read: number
  readonly size: number
}

export interface ReadControl {
  readonly onProgress?: (progress: Progress) => void
  /** Checked between chunks; true ends the reading with `CancelledError`. */
  readonly isCancelled?: () => boolean
}

/** The user cancelled: not a defect of the file, so not a finding. */
export class CancelledError extends Error {
  constructor() {
    super('cancelled')
    this.name = 'CancelledError'
  }
}

export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    async *chunks() {
      const size = 1 << 20
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    },
  }
}

/** The first bytes of a source, at most `length`. */
export async function headOf(source: ByteSource, length: number): Promise<Uint8Array> {
  const head = new Uint8Array(Math.min(length, source.size))
  let filled = 0
  for await (const chunk of source.chunks()) {
    head.set(chunk.subarray(0, head.length - filled), filled)
    filled += Math.min(chunk.length, head.length - filled)
    if (filled >= head.length) break
  }
  return head.subarray(0, filled)
}

/** All bytes of a source. The caller has checked the size against a cap. */
export async function allBytes(source: ByteSource, control: ReadControl): Promise<Uint8Array> {
  const bytes = new Uint8Array(source.size)
  let filled = 0
  for await (const chunk of source.chunks()) {
    if (control.isCancelled?.()) throw new CancelledError()
    bytes.set(chunk.subarray(0, bytes.length - filled), filled)
    filled += chunk.length
    control.onProgress?.({ file: source.name, read: Math.min(filled, source.size), size: source.size })
  }
  return bytes.subarray(0, Math.min(filled, bytes.length))
}
