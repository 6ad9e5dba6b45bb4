export type Format = 'empty' | 'text' | 'zip' | 'ole' | 'binary'

export interface Sniffed {
  readonly format: Format
  /** What a binary file really is, a key under `finding.detail`: pdf, png, jpeg, gif, bmp, webp, rar, 7z, gzip, media, program, binary. */
  readonly kind: string
}

const MAGIC: readonly (readonly [kind: string, bytes: readonly number[], format: Format])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04], 'zip'],
  ['zip', [0x50, 0x4b, 0x05, 0x06], 'zip'],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0], 'ole'],
  ['pdf', [0x25, 0x50, 0x44, 0x46], 'binary'],
  ['png', [0x89, 0x50, 0x4e, 0x47], 'binary'],
  ['jpeg', [0xff, 0xd8, 0xff], 'binary'],
  ['gif', [0x47, 0x49, 0x46, 0x38], 'binary'],
  ['webp', [0x52, 0x49, 0x46, 0x46], 'binary'],
  ['rar', [0x52, 0x61, 0x72, 0x21], 'binary'],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf], 'binary'],
  ['gzip', [0x1f, 0x8b, 0x08], 'binary'],
  ['program', [0x4d, 0x5a, 0x90], 'binary'],
  ['program', [0x7f, 0x45, 0x4c, 0x46], 'binary'],
]

/** Whether a text is a web page or an XML spreadsheet (2003, flat OpenDocument): what many systems export under the name .xls. */
export function looksLikeMarkup(text: string): boolean {
  return /^\s*<(?:!--|(?:\?xml|!doctype|html|head|meta|style|body|div|table|workbook|\w+:workbook)\b)/i.test(text)
}

/** What a file is by its first bytes; the name's ending is never trusted. «text» still has to prove to be a table. */
export function sniffFormat(head: Uint8Array): Sniffed {
  if (head.length === 0) return { format: 'empty', kind: 'empty' }
  for (const [kind, bytes, format] of MAGIC) if (bytes.every((byte, i) => head[i] === byte)) return { format, kind }
  return looksBinary(head) ? { format: 'binary', kind: 'binary' } : { format: 'text', kind: 'text' }
}

/** Control characters that no ledger contains, above 1 % of the first bytes, or NULs above 5 %: fewer NULs are slips of an export. */
function looksBinary(head: Uint8Array): boolean {
  if (utf16ByPattern(head)) return false
  let controls = 0
  let nuls = 0
  for (const byte of head)
    if (byte === 0) nuls++
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a)
      controls++
  return (controls / head.length > 0.01 && controls > 4) || (nuls / head.length > 0.05 && nuls > 4)
}

/** UTF-16 of plain English is half NULs; with fewer than this share of its bytes, a text that is sound UTF-8 only has strays. */
const CERTAIN_NULS = 0.25

/** UTF-16 with or without a byte-order mark: NULs stand at odd (LE) or even (BE) places only. null when the bytes are something else. */
export function utf16ByPattern(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  let even = 0
  let odd = 0
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++
  if (even + odd < head.length * CERTAIN_NULS && isUtf8(head)) return null
  const pairs = head.length / 2
  if (odd > pairs * 0.08 && even < odd * 0.05) return 'utf-16le'
  if (even > pairs * 0.08 && odd < even * 0.05) return 'utf-16be'
  return null
}

function isUtf8(head: Uint8Array): boolean {
  try {
    // As a stream: the last character may be cut off.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
