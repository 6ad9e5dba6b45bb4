export const ENCODINGS = ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof ENCODINGS)[number]

let gbTable: Map<string, number[]> | null = null

/** Node can read GB18030 but not write it, so the reader is asked for every code of two and (in the BMP) four bytes. */
function gb18030Table(): Map<string, number[]> {
  if (gbTable) return gbTable
  const decoder = new TextDecoder('gb18030', { fatal: true })
  const table = new Map<string, number[]>()
  const learn = (bytes: number[]) => {
    let text: string
    try {
      text = decoder.decode(Uint8Array.from(bytes))
    } catch {
      return
    }
    if ([...text].length === 1 && !table.has(text)) table.set(text, bytes)
  }
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) learn([lead, trail])
  }
  for (let pointer = 0; pointer < 39420; pointer++) learn(fourBytes(pointer))
  gbTable = table
  return table
}

function fourBytes(pointer: number): number[] {
  return [
    0x81 + Math.floor(pointer / 12600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ]
}

function encodeGb18030(text: string): Uint8Array {
  const table = gb18030Table()
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code >= 0x10000) bytes.push(...fourBytes(189000 + code - 0x10000))
    else {
      const known = table.get(character)
      if (!known) throw new Error(`no GB18030 code for U+${code.toString(16)}`)
      bytes.push(...known)
    }
  }
  return Uint8Array.from(bytes)
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, littleEndian)
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), littleEndian)
  return bytes
}

export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\ufeff${text}`)
  if (encoding === 'gb18030') return encodeGb18030(text)
  return encodeUtf16(text, encoding === 'utf-16le')
}
