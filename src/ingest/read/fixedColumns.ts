/** How wide a program took a character to be when it padded cells: as shown (Han 2), as GBK bytes (everything but ASCII 2), or 1 each. */
export type CharacterMeasure = 'shown' | 'bytes' | 'characters'

/** Columns of a table whose cells are aligned by blanks. Positions count from 0 in units of the measure. */
export interface FixedColumns {
  readonly measure: CharacterMeasure
  /** A position between each two columns that is blank on every line that fits. */
  readonly cuts: readonly number[]
  /** Where the cells of a column begin or end. */
  readonly edges: readonly { readonly align: 'left' | 'right'; readonly at: number }[]
}

/** A run of characters without a blank: its positions and its place in the line. */
interface Piece {
  readonly start: number
  end: number
  readonly from: number
  to: number
}

const MEASURES: readonly CharacterMeasure[] = ['shown', 'bytes', 'characters']
/** Share of lines that may lie across the columns (notes, overlong titles), and of cells that may stand beside their column's edge. */
const STRAY = 0.1

/**
 * The columns of lines (the header first) that are aligned by position; null when they are not. Every line but a few must fit, every column must
 * have a common edge, cells that wide gaps separate must come out whole, and the gaps must differ: constant gaps are separators.
 */
export function recogniseFixedColumns(lines: readonly string[]): FixedColumns | null {
  if (lines.length < 2 || lines.some((line) => line.includes('\t'))) return null
  for (const measure of MEASURES) {
    const laid = lines.map((line) => piecesOf(line, measure))
    for (const gap of [2, 1]) {
      const found = columnsUnder(laid, fieldsOf(laid[0]!, gap), measure)
      if (found && laid.every((pieces) => keepsWhole(pieces, found))) return found
    }
  }
  return null
}

/**
 * The cells of a line by position; null when it does not fit: a text lies across a cut or, where cells must be `aligned` (those of a header
 * need not), beside its column's edge.
 */
export function fixedCells(line: string, columns: FixedColumns, aligned: boolean): string[] | null {
  const fields = fieldsIn(piecesOf(line, columns.measure), columns.cuts)
  if (!fields) return null
  const fits = fields.every((field, i) => {
    const { align, at } = columns.edges[i]!
    return !aligned || field === null || (align === 'left' ? field.start : field.end) === at
  })
  return fits ? fields.map((field) => (field ? line.slice(field.from, field.to) : '')) : null
}

function columnsUnder(
  laid: readonly (readonly Piece[])[],
  header: readonly Piece[],
  measure: CharacterMeasure,
): FixedColumns | null {
  if (header.length < 2) return null
  const strays = Math.floor(laid.length * STRAY)
  const taken = new Map<number, number>()
  for (const pieces of laid)
    for (const { start, end } of pieces) for (let at = start; at < end; at++) taken.set(at, (taken.get(at) ?? 0) + 1)
  const cuts: number[] = []
  for (let i = 1; i < header.length; i++) {
    let cut = -1
    // The blank position nearest to the next column: blanks inside cells may stand in line too.
    for (let at = header[i]!.start - 1; at >= header[i - 1]!.end; at--)
      if (cut === -1 || (taken.get(at) ?? 0) < (taken.get(cut) ?? 0)) cut = at
    if (cut === -1 || (taken.get(cut) ?? 0) > strays) return null
    cuts.push(cut)
  }
  const rows = laid.slice(1).flatMap((pieces) => {
    const fields = fieldsIn(pieces, cuts)
    return fields ? [fields] : []
  })
  if (rows.length === 0 || laid.length - 1 - rows.length > strays) return null
  const edges = header.map((own, i) => {
    const cells = rows.flatMap((fields) => fields[i] ?? [])
    return edgeOf(own, cells, rows.length)
  })
  if (edges.some((edge) => edge === null)) return null
  return gapsDiffer(header, rows) ? { measure, cuts, edges: edges as FixedColumns['edges'] } : null
}

/** The side on which the cells of a column stand in line. With fewer than three rows the header must stand there too: two cells may meet by chance. */
function edgeOf(header: Piece, cells: readonly Piece[], rows: number): FixedColumns['edges'][number] | null {
  if (cells.length === 0) return { align: 'left', at: header.start }
  for (const align of ['left', 'right'] as const) {
    const place = (piece: Piece): number => (align === 'left' ? piece.start : piece.end)
    const counts = new Map<number, number>()
    for (const cell of cells) counts.set(place(cell), (counts.get(place(cell)) ?? 0) + 1)
    const [at, count] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))
    const chance = rows < 3 || cells.length < 3
    if (cells.length - count <= cells.length * STRAY && (!chance || place(header) === at)) return { align, at }
  }
  return null
}

/**
 * Whether the gaps betray padding: between the cells of two neighbouring columns they differ, a row begins with a blank cell, or one with blank
 * cells has a wider gap than any full row.
 */
function gapsDiffer(header: readonly Piece[], rows: readonly (readonly (Piece | null)[])[]): boolean {
  if (rows.some((fields) => fields[0] === null)) return true
  let widest = 0
  for (let i = 1; i < header.length; i++) {
    const gaps = [header, ...rows].flatMap((fields) => gapsOf([fields[i - 1]!, fields[i]!]))
    if (new Set(gaps).size > 1) return true
    widest = Math.max(widest, ...gaps)
  }
  return rows.some((fields) => gapsOf(fields).some((gap) => gap > widest))
}

/** Gaps between neighbours that are not blank. */
function gapsOf(fields: readonly (Piece | null)[]): number[] {
  const filled = fields.filter((field) => field !== null)
  return filled.slice(1).map((field, i) => field.start - filled[i]!.end)
}

/** Cells that several blanks separate may not be cut by a single blank that happens to stand in line. */
function keepsWhole(pieces: readonly Piece[], columns: FixedColumns): boolean {
  const wide = fieldsOf(pieces, 2)
  const cells = fieldsIn(pieces, columns.cuts)
  if (!cells || wide.length !== cells.length) return true
  return cells.every((cell, i) => cell !== null && cell.from === wide[i]!.from)
}

/** One field a column, null where it is blank; null when a piece lies on a cut. */
function fieldsIn(pieces: readonly Piece[], cuts: readonly number[]): (Piece | null)[] | null {
  const fields: (Piece | null)[] = new Array<Piece | null>(cuts.length + 1).fill(null)
  let column = 0
  for (const piece of pieces) {
    while (column < cuts.length && piece.start > cuts[column]!) column++
    if (column < cuts.length && piece.end > cuts[column]!) return null
    const field = fields[column]
    fields[column] = field ? { ...field, end: piece.end, to: piece.to } : piece
  }
  return fields
}

/** Pieces with fewer than `gap` blanks between them are one field. */
function fieldsOf(pieces: readonly Piece[], gap: number): Piece[] {
  const fields: Piece[] = []
  for (const piece of pieces) {
    const before = fields[fields.length - 1]
    if (before && piece.from - before.to < gap) fields[fields.length - 1] = { ...before, end: piece.end, to: piece.to }
    else fields.push(piece)
  }
  return fields
}

function piecesOf(line: string, measure: CharacterMeasure): Piece[] {
  const pieces: Piece[] = []
  let piece: Piece | null = null
  let position = 0
  for (let at = 0; at < line.length;) {
    const code = line.codePointAt(at)!
    const next = at + (code > 0xffff ? 2 : 1)
    const end = position + widthOf(code, measure)
    if (code === 0x20 || code === 0xa0 || code === 0x3000) piece = null
    else if (piece) {
      piece.end = end
      piece.to = next
    } else pieces.push((piece = { start: position, end, from: at, to: next }))
    position = end
    at = next
  }
  return pieces
}

function widthOf(code: number, measure: CharacterMeasure): number {
  if (measure === 'characters' || code < 0x80) return 1
  return measure === 'bytes' || isWide(code) ? 2 : 1
}

/** East Asian Wide and Fullwidth, by blocks. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  )
}
