import { type ByteSource, CancelledError, headOf, type ReadControl } from './byteSource'
import { utf16ByPattern } from './sniffFormat'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

export interface DecodedChunk {
  readonly text: string
}

/**
 * The encoding of a text: byte-order mark, then UTF-16 by its NUL pattern, then strict UTF-8 over the whole file, then GB18030.
 * A file that is UTF-8 but for a few bad bytes (at most one in ten multi-byte characters; GBK text read as UTF-8 has more bad bytes than good characters) stays UTF-8: reading it as GB18030
 * would garble all of it to save one character.
 */
export async function detectEncoding(
  source: ByteSource,
  control: ReadControl,
): Promise<{ encoding: Encoding; badBytes: number }> {
  const head = await headOf(source, 64 * 1024)
  const utf16 = utf16ByPattern(head)
  if (utf16) return { encoding: utf16, badBytes: 0 }
  const bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
  const { characters, bad } = await countUtf8(source, control)
  const encoding = bom || bad * 10 <= characters || (bad === 1 && characters >= 8) ? 'utf-8' : 'gb18030'
  return { encoding, badBytes: encoding === 'utf-8' ? bad : 0 }
}

/** Well-formed multi-byte characters and bad bytes, by the table of RFC 3629. Stops early once the text is certainly not UTF-8. */
async function countUtf8(source: ByteSource, control: ReadControl): Promise<{ characters: number; bad: number }> {
  let characters = 0
  let bad = 0
  let pending = 0
  let low = 0x80
  let high = 0xbf
  for await (const chunk of source.chunks()) {
    if (control.isCancelled?.()) throw new CancelledError()
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!
      if (pending > 0) {
        if (byte >= low && byte <= high) {
          low = 0x80
          high = 0xbf
          if (--pending === 0) characters++
          continue
        }
        bad++
        pending = 0
        low = 0x80
        high = 0xbf
      }
      if (byte < 0x80) continue
      if (byte >= 0xc2 && byte <= 0xdf) pending = 1
      else if (byte >= 0xe0 && byte <= 0xef) {
        pending = 2
        if (byte === 0xe0) low = 0xa0
        if (byte === 0xed) high = 0x9f
      } else if (byte >= 0xf0 && byte <= 0xf4) {
        pending = 3
        if (byte === 0xf0) low = 0x90
        if (byte === 0xf4) high = 0x8f
      } else bad++
    }
    if (bad > 1000 && bad * 10 > characters) return { characters, bad }
  }
  return { characters, bad: bad + (pending > 0 ? 1 : 0) }
}

/** Decodes chunk by chunk (a character is never split) into texts with line ends normalised to LF. */
export async function* decodedChunks(
  source: ByteSource,
  encoding: Encoding,
  control: ReadControl,
): AsyncGenerator<DecodedChunk> {
  const decoder = new TextDecoder(encoding)
  let read = 0
  let heldCr = ''
  for await (const chunk of source.chunks()) {
    if (control.isCancelled?.()) throw new CancelledError()
    read += chunk.length
    let text = heldCr + decoder.decode(chunk, { stream: true })
    heldCr = text.endsWith('\r') ? '\r' : ''
    if (heldCr) text = text.slice(0, -1)
    control.onProgress?.({ file: source.name, read, size: source.size })
    yield { text: lineFeeds(text) }
  }
  const rest = lineFeeds(heldCr + decoder.decode())
  if (rest) yield { text: rest }
}

function lineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
