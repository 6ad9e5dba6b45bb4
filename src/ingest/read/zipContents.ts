import type { ZipEntry } from './zipDirectory'

const LOCAL_ENTRY = 0x04034b50
const CHUNK = 1 << 16

/** What stands for a sheet in the part that lists them: .xlsx names them in workbook.xml, .ods holds them in content.xml. */
const SHEET_MARKS: readonly (readonly [part: string, mark: RegExp])[] = [
  ['xl/workbook.xml', /<(?:\w+:)?sheet\s/g],
  ['content.xml', /<table:table\s/g],
]
/** Longest text a mark may span where two chunks meet. */
const MARK_LENGTH = 64

export interface ZipContents {
  /** Bytes that really came out; counting ends behind the limit. */
  readonly unpacked: number
  /** Sheets as their list has them, however many parts there are. */
  readonly sheets: number
  /** The first part that is not what the directory says, with both sizes; null when the archive is honest. */
  readonly wrong: string | null
}

/**
 * Unpacks every part once and only counts: a directory may lie about sizes, and the library would believe it. null where the browser has
 * no DecompressionStream (Chromium before 103); then the sizes of the directory are all there is.
 */
export async function zipContents(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  limit: number,
): Promise<ZipContents | null> {
  if (typeof DecompressionStream === 'undefined') return null
  let unpacked = 0
  let sheets = 0
  let wrong: string | null = null
  for (const entry of entries) {
    const mark = SHEET_MARKS.find(([part]) => part === entry.name)?.[1]
    let size = 0
    let carry = ''
    try {
      for await (const chunk of partChunks(bytes, entry)) {
        size += chunk.length
        if (unpacked + size > limit) return { unpacked: unpacked + size, sheets, wrong }
        if (!mark) continue
        const text = carry + latin1(chunk)
        const found = [...text.matchAll(mark)]
        sheets += found.length
        // A mark that was counted must not be met again in the next chunk.
        const last = found[found.length - 1]
        carry = text.slice(Math.max(text.length - MARK_LENGTH, last ? last.index + last[0].length : 0))
      }
      if (size !== entry.unpacked) wrong ??= `${entry.name}: ${size} ≠ ${entry.unpacked}`
    } catch {
      wrong ??= entry.name
    }
    unpacked += size
  }
  return { unpacked, sheets, wrong }
}

/** The bytes of one part, unpacked chunk by chunk; throws when they are damaged. */
async function* partChunks(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(entry.offset, true) !== LOCAL_ENTRY) throw new Error('no entry')
  const from = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(from, from + entry.packed)
  if (packed.length !== entry.packed) throw new Error('cut off')
  if (entry.method !== 8) {
    yield packed
    return
  }
  const { readable, writable } = new DecompressionStream('deflate-raw')
  const writer = writable.getWriter()
  // What goes wrong in writing comes out of the reader; unheard, it would be an unhandled rejection.
  const written = feed(writer, packed).catch(() => undefined)
  const reader = readable.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      yield value
    }
  } finally {
    // Ends the writing too, where the caller had enough.
    await reader.cancel().catch(() => undefined)
    await writer.abort().catch(() => undefined)
    await written
  }
}

async function feed(writer: WritableStreamDefaultWriter<BufferSource>, packed: Uint8Array): Promise<void> {
  for (let at = 0; at < packed.length; at += CHUNK) {
    await writer.ready
    await writer.write(packed.slice(at, at + CHUNK))
  }
  await writer.close()
}

function latin1(chunk: Uint8Array): string {
  let text = ''
  for (let at = 0; at < chunk.length; at += 8192) text += String.fromCharCode(...chunk.subarray(at, at + 8192))
  return text
}
