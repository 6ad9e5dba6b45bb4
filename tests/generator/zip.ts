const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}

function little(...fields: [value: number, size: 2 | 4][]): Uint8Array {
  const bytes: number[] = []
  for (const [value, size] of fields) for (let at = 0; at < size; at++) bytes.push((value >>> (8 * at)) & 0xff)
  return Uint8Array.from(bytes)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    result.set(part, at)
    at += part.length
  }
  return result
}

/** An uncompressed archive; workbooks are archives. */
export function zipOf(entries: readonly (readonly [name: string, text: string])[]): Uint8Array {
  const bodies: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, text] of entries) {
    const label = new TextEncoder().encode(name)
    const data = new TextEncoder().encode(text)
    const version: [number, 2][] = [
      [20, 2],
      [0x0800, 2],
      [0, 2],
      [0, 2],
      [0x21, 2],
    ]
    const sizes: [number, 4][] = [
      [crc32(data), 4],
      [data.length, 4],
      [data.length, 4],
    ]
    const body = joined([little([0x04034b50, 4], ...version, ...sizes, [label.length, 2], [0, 2]), label, data])
    const rest: [number, 2 | 4][] = [
      [label.length, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [offset, 4],
    ]
    directory.push(joined([little([0x02014b50, 4], [20, 2], ...version, ...sizes, ...rest), label]))
    bodies.push(body)
    offset += body.length
  }
  const listing = joined(directory)
  const end = little(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [entries.length, 2],
    [entries.length, 2],
    [listing.length, 4],
    [offset, 4],
    [0, 2],
  )
  return joined([...bodies, listing, end])
}
