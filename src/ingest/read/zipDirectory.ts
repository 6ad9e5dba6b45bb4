export interface ZipEntry {
  readonly name: string
  readonly packed: number
  readonly unpacked: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50

/**
 * The entries of a zip by its central directory, without unpacking anything: sizes are checked before memory is spent.
 * null when there is no directory, as in a truncated file. (APPNOTE 6.3.9, 4.3.12 and 4.3.16; ZIP64 sizes read as their 32-bit ceiling.)
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
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}
