export interface ZipEntry {
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: number
  /** Bytes in the archive and after unpacking, as the directory claims. */
  readonly packed: number
  readonly unpacked: number
  /** Where the entry's own header begins. */
  readonly offset: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
/** A 32-bit field that says «see the 64-bit one». */
const IN_EXTRA = 0xffffffff

/**
 * The entries of a zip by its central directory, without unpacking anything: sizes are checked before memory is spent.
 * null when there is no directory, as in a truncated file. (APPNOTE 6.3.9, 4.3.12, 4.3.16 and 4.5.3.)
 */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  for (const floor = Math.max(0, end - 65_535); end >= floor; end--)
    if (view.getUint32(end, true) === END_OF_DIRECTORY) break
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) return null
  const count = view.getUint16(end + 10, true)
  const decoder = new TextDecoder()
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    if (extraEnd > bytes.length) return null
    const [unpacked, packed, offset] = longFields(view, nameEnd, extraEnd, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ])
    entries.push({
      name: decoder.decode(bytes.subarray(at + 46, nameEnd)),
      method: view.getUint16(at + 10, true),
      packed: packed!,
      unpacked: unpacked!,
      offset: offset!,
    })
    at = extraEnd + view.getUint16(at + 32, true)
  }
  return entries
}

/** The fields with their 64-bit values, which stand in the ZIP64 extra field in this order, each only where the 32-bit one is full. */
function longFields(view: DataView, from: number, to: number, fields: readonly number[]): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 0x0001) continue
    let value = at + 4
    return fields.map((field) => {
      if (field !== IN_EXTRA || value + 8 > to) return field
      value += 8
      return view.getUint32(value - 8, true) + view.getUint32(value - 4, true) * 2 ** 32
    })
  }
  return [...fields]
}
