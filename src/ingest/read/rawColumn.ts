const encoder = new TextEncoder()
// A byte-order mark at the start of a cell is part of its text; only a file's first one is not.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
/** Bytes of a block of a text column. */
export const BLOCK = 4 * 1024 * 1024
/** A column is kept as a dictionary until it has this many different values and half of its cells differ. */
const DICTIONARY_LIMIT = 40_000

/** One column of cells as text; `codes` + `values` (few different values) or UTF-8 blocks (titles, numbers). Blank cells are ''. */
export type RawColumn = DictionaryColumn | TextColumn

export interface DictionaryColumn {
  readonly kind: 'dictionary'
  /** One code a row into `values`; code 0 is always ''. */
  readonly codes: Uint32Array
  readonly values: readonly string[]
}

export interface TextColumn {
  readonly kind: 'text'
  readonly blocks: readonly Uint8Array[]
  /** Byte position block × 4 MiB + offset; a text never straddles blocks. */
  readonly starts: Uint32Array
  readonly lengths: Uint32Array
}

/** The cell of a row. */
export function cellText(column: RawColumn, row: number): string {
  if (column.kind === 'dictionary') return column.values[column.codes[row]!]!
  const bytes = cellBytes(column, row)
  return bytes.length === 0 ? '' : decoder.decode(bytes)
}

/** The UTF-8 bytes of a cell of a text column. */
export function cellBytes(column: TextColumn, row: number): Uint8Array {
  const start = column.starts[row]!
  const block = column.blocks[Math.floor(start / BLOCK)]
  return block ? block.subarray(start % BLOCK, (start % BLOCK) + column.lengths[row]!) : new Uint8Array(0)
}

/** Whether the cell is blank, without decoding it. */
export function isBlankCell(column: RawColumn, row: number): boolean {
  return column.kind === 'dictionary' ? column.codes[row] === 0 : column.lengths[row] === 0
}

/** The column with other texts in some rows (by row index); the column itself is left as it is. Texts that do not fit a block are cut by the caller. */
export function withCells(column: RawColumn, texts: ReadonlyMap<number, string>): RawColumn {
  return column.kind === 'dictionary' ? withCodes(column, texts) : withTexts(column, texts)
}

function withCodes(column: DictionaryColumn, texts: ReadonlyMap<number, string>): DictionaryColumn {
  const codes = column.codes.slice()
  const values = [...column.values]
  const index = new Map(values.map((value, code) => [value, code]))
  for (const [row, text] of texts) {
    let code = index.get(text)
    if (code === undefined) index.set(text, (code = values.push(text) - 1))
    codes[row] = code
  }
  return { kind: 'dictionary', codes, values }
}

/** New texts go into blocks of their own, behind those of the column, which both columns then share. */
function withTexts(column: TextColumn, texts: ReadonlyMap<number, string>): TextColumn {
  const builder = new TextBuilder()
  for (const [row, text] of texts) builder.set(row, text)
  const added = builder.finish(column.starts.length)
  const starts = column.starts.slice()
  const lengths = column.lengths.slice()
  for (const row of texts.keys()) {
    starts[row] = added.starts[row]! + column.blocks.length * BLOCK
    lengths[row] = added.lengths[row]!
  }
  return { kind: 'text', blocks: [...column.blocks, ...added.blocks], starts, lengths }
}

/** A copy that shares no memory with the text chunk it was cut from: V8 slices would keep the whole chunk alive. */
function detached(text: string): string {
  return decoder.decode(encoder.encode(text))
}

/** Grows a column cell by cell; switches from dictionary to text by itself when the values prove to be mostly different. */
export class RawColumnBuilder {
  private codes: Uint32Array = new Uint32Array(64)
  private length = 0
  private index = new Map<string, number>([['', 0]])
  private values: string[] = ['']
  private text: TextBuilder | null = null

  /** Appends a cell; rows skipped since the last call are filled with ''. */
  set(row: number, cell: string): void {
    if (this.text) {
      this.text.set(row, cell)
      return
    }
    if (row >= this.codes.length) this.codes = grown(this.codes, row + 1)
    this.length = row + 1
    if (cell === '') return
    let code = this.index.get(cell)
    if (code === undefined) {
      const own = detached(cell)
      code = this.values.push(own) - 1
      this.index.set(own, code)
      if (code > DICTIONARY_LIMIT && code > row / 2) this.toText(row, cell)
      else this.codes[row] = code
      return
    }
    this.codes[row] = code
  }

  private toText(row: number, cell: string): void {
    const text = new TextBuilder()
    for (let i = 0; i < row; i++) if (this.codes[i]) text.set(i, this.values[this.codes[i]!]!)
    text.set(row, cell)
    this.text = text
    this.codes = new Uint32Array(0)
    this.index = new Map()
    this.values = []
  }

  finish(rows: number): RawColumn {
    if (this.text) return this.text.finish(rows)
    const codes = new Uint32Array(rows)
    codes.set(this.codes.subarray(0, Math.min(this.length, rows)))
    return { kind: 'dictionary', codes, values: this.values }
  }
}

class TextBuilder {
  private blocks: Uint8Array[] = [new Uint8Array(BLOCK)]
  private used = 0
  private starts: Uint32Array = new Uint32Array(1024)
  private lengths: Uint32Array = new Uint32Array(1024)

  set(row: number, cell: string): void {
    if (row >= this.starts.length) {
      this.starts = grown(this.starts, row + 1)
      this.lengths = grown(this.lengths, row + 1)
    }
    if (cell === '') return
    // One UTF-16 unit takes at most three bytes in UTF-8; longer texts are clipped by the cell cap before they come here.
    if (this.used + cell.length * 3 > BLOCK) {
      this.blocks.push(new Uint8Array(BLOCK))
      this.used = 0
    }
    const block = this.blocks[this.blocks.length - 1]!
    const { written } = encoder.encodeInto(cell, block.subarray(this.used))
    this.starts[row] = (this.blocks.length - 1) * BLOCK + this.used
    this.lengths[row] = written
    this.used += written
  }

  finish(rows: number): TextColumn {
    const starts = new Uint32Array(rows)
    const lengths = new Uint32Array(rows)
    starts.set(this.starts.subarray(0, rows))
    lengths.set(this.lengths.subarray(0, rows))
    return { kind: 'text', blocks: this.blocks, starts, lengths }
  }
}

function grown(array: Uint32Array, needed: number): Uint32Array {
  const next = new Uint32Array(Math.max(needed, array.length * 2))
  next.set(array)
  return next
}
