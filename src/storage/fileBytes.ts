import * as v from 'valibot'
import { BLOCK, type DictionaryColumn, type TextColumn } from '../ingest/read/rawColumn'
import type { RawTable } from '../ingest/read/rawTable'
import type { ReadFile } from '../ingest/read/readFile'
import type { Finding } from '../model/finding'
import { findingShape } from './shapes'
import { StorageError } from './storageError'

/*
 * One file of a project as bytes: «CYF1», the length of a JSON header, the header, then the numbers and texts of the columns one after the other, in the
 * order of the header, little-endian. A million rows are a dozen arrays, never a million objects.
 */
const MAGIC = 0x31465943

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const HEADER = v.object({
  file: v.string(),
  size: count,
  contentHash: v.string(),
  findings: v.array(findingShape),
  tables: v.array(
    v.object({
      file: v.string(),
      sheet: v.nullable(v.string()),
      encoding: v.nullable(v.string()),
      delimiter: v.nullable(v.string()),
      quote: v.optional(v.literal("'")),
      rows: count,
      names: v.nullable(v.array(v.string())),
      columns: v.array(
        v.variant('kind', [
          v.object({ kind: v.literal('dictionary'), values: v.array(v.string()) }),
          v.object({ kind: v.literal('text'), blocks: v.array(count) }),
        ]),
      ),
    }),
  ),
})
type Header = v.InferOutput<typeof HEADER>

/** The bytes of a file, in parts that follow each other. Parts may share memory with the tables. */
export function* fileBytes(read: ReadFile): Generator<Uint8Array> {
  const header: Header = {
    file: read.file,
    size: read.size,
    contentHash: read.contentHash,
    findings: read.findings as unknown as Header['findings'],
    tables: read.tables.map(({ file, sheet, encoding, delimiter, quote, rows, names, columns }) => ({
      file,
      sheet,
      encoding,
      delimiter,
      ...(quote && { quote }),
      rows,
      names: names && [...names],
      columns: columns.map((column) =>
        column.kind === 'dictionary'
          ? { kind: 'dictionary', values: [...column.values] }
          : { kind: 'text', blocks: usedBytes(column) },
      ),
    })),
  }
  const json = new TextEncoder().encode(JSON.stringify(header))
  yield bytesOf(Uint32Array.of(MAGIC, json.length))
  yield json
  for (const { widths, columns } of read.tables) {
    yield bytesOf(widths)
    for (const column of columns) {
      if (column.kind === 'dictionary') {
        yield bytesOf(narrowed(column.codes, column.values.length))
        continue
      }
      yield bytesOf(column.starts)
      yield bytesOf(column.lengths)
      const used = usedBytes(column)
      yield* column.blocks.map((block, i) => block.subarray(0, used[i]))
    }
  }
}

/** The file again. @throws StorageError `damaged`: the bytes are no file, or its parts do not agree with each other. */
export function fileFromBytes(parts: readonly Uint8Array[]): ReadFile {
  const reader = new PartReader(parts)
  const [magic, length] = reader.words(2)
  if (magic !== MAGIC) throw new StorageError('damaged', 'no file')
  const { tables, findings, ...rest } = headerOf(reader.bytes(length!))
  const read = tables.map(({ columns, quote, ...table }): RawTable => {
    const widths = new Uint16Array(reader.copy(table.rows * 2))
    return {
      ...table,
      ...(quote && { quote }),
      widths,
      columns: columns.map((column) =>
        column.kind === 'dictionary'
          ? dictionaryColumn(reader, table.rows, column.values)
          : textColumn(reader, table.rows, column.blocks),
      ),
    }
  })
  if (!reader.done) throw new StorageError('damaged', 'more bytes than the file has')
  return { ...rest, findings: findings as Finding[], tables: read }
}

function headerOf(bytes: Uint8Array): Header {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new StorageError('damaged', 'the header of a file is no JSON')
  }
  const { success, output } = v.safeParse(HEADER, json)
  if (!success) throw new StorageError('damaged', 'the header of a file has another shape')
  return output
}

function dictionaryColumn(reader: PartReader, rows: number, values: readonly string[]): DictionaryColumn {
  if (values[0] !== '') throw new StorageError('damaged', 'a column without the blank')
  const width = widthOf(values.length)
  const bytes = reader.copy(rows * width)
  const codes = Uint32Array.from(
    width === 1 ? new Uint8Array(bytes) : width === 2 ? new Uint16Array(bytes) : new Uint32Array(bytes),
  )
  if (codes.some((code) => code >= values.length)) throw new StorageError('damaged', 'a cell without a value')
  return { kind: 'dictionary', codes, values }
}

function textColumn(reader: PartReader, rows: number, used: readonly number[]): TextColumn {
  const starts = new Uint32Array(reader.copy(rows * 4))
  const lengths = new Uint32Array(reader.copy(rows * 4))
  const blocks = used.map((length) => new Uint8Array(reader.copy(length)))
  for (let row = 0; row < rows; row++) {
    const start = starts[row]!
    if (lengths[row]! > 0 && (start % BLOCK) + lengths[row]! > (blocks[Math.floor(start / BLOCK)]?.length ?? 0))
      throw new StorageError('damaged', 'a text beyond its block')
  }
  return { kind: 'text', blocks, starts, lengths }
}

/** Bytes of each block that texts stand in. */
function usedBytes({ blocks, starts, lengths }: TextColumn): number[] {
  const used = blocks.map(() => 0)
  for (let row = 0; row < starts.length; row++) {
    if (lengths[row] === 0) continue
    const block = Math.floor(starts[row]! / BLOCK)
    used[block] = Math.max(used[block]!, (starts[row]! % BLOCK) + lengths[row]!)
  }
  return used
}

/** Bytes a code of a dictionary with so many values takes. */
function widthOf(values: number): 1 | 2 | 4 {
  return values <= 0x100 ? 1 : values <= 0x1_0000 ? 2 : 4
}

function narrowed(codes: Uint32Array, values: number): Uint8Array | Uint16Array | Uint32Array {
  const width = widthOf(values)
  return width === 1 ? Uint8Array.from(codes) : width === 2 ? Uint16Array.from(codes) : codes
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint8Array | Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

/** Reads on through parts as if they were one array. @throws StorageError `damaged` when they end too soon. */
class PartReader {
  private part = 0
  private at = 0

  constructor(private readonly parts: readonly Uint8Array[]) {}

  get done(): boolean {
    while (this.part < this.parts.length && this.at === this.parts[this.part]!.length) this.next()
    return this.part === this.parts.length
  }

  bytes(length: number): Uint8Array {
    return new Uint8Array(this.copy(length))
  }

  words(length: number): Uint32Array {
    return new Uint32Array(this.copy(length * 4))
  }

  copy(length: number): ArrayBuffer {
    // Before the memory is taken: a header may promise more than there is.
    if (length > this.left()) throw new StorageError('damaged', 'the file ends too soon')
    const whole = new Uint8Array(length)
    for (let filled = 0; filled < length;) {
      if (this.done) break
      const part = this.parts[this.part]!
      const piece = part.subarray(this.at, this.at + length - filled)
      whole.set(piece, filled)
      filled += piece.length
      this.at += piece.length
    }
    return whole.buffer
  }

  private left(): number {
    return this.parts.slice(this.part).reduce((sum, { length }) => sum + length, -this.at)
  }

  private next(): void {
    this.part++
    this.at = 0
  }
}

/** Joins parts into pieces of about `size` bytes each, for a store that takes no limit of parts. */
export function* pieces(parts: Iterable<Uint8Array>, size: number): Generator<Uint8Array> {
  let piece = new Uint8Array(size)
  let used = 0
  for (const part of parts) {
    for (let at = 0; at < part.length;) {
      const taken = part.subarray(at, at + size - used)
      piece.set(taken, used)
      used += taken.length
      at += taken.length
      if (used === size) {
        yield piece
        piece = new Uint8Array(size)
        used = 0
      }
    }
  }
  if (used > 0) yield piece.slice(0, used)
}
