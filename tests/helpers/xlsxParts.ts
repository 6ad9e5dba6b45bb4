import { inflateRawSync } from 'node:zlib'
import { zipDirectory } from '../../src/ingest/read/zipDirectory'

/** The parts of a workbook as text, by path. */
export function xlsxParts(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Map(
    (zipDirectory(bytes) ?? []).map(({ name, method, packed, offset }) => {
      const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
      const content = bytes.subarray(from, from + packed)
      return [name, new TextDecoder().decode(method === 0 ? content : inflateRawSync(content))]
    }),
  )
}
