import { cellTypeOf, type CellType } from './cellType'

/** How well records look like a table. */
export interface RecordScore {
  readonly score: number
  /** The commonest number of cells above 1; 1 when there is none. */
  readonly width: number
}

/** Records among which a header is looked for. */
const HEADER_SEARCHED = 12
/** Known words that make a record the header. */
const KNOWN_WORDS = 2
/** What a column of dates, numbers, percentages or ticks counts, where a known header word counts 1. */
const TYPED_COLUMN = 0.25

/** What a record counts that is as wide as most but not as wide as the header: a header may lack a cell, but «1,234» adds one to every row. */
const UNLIKE_HEADER = 0.5

/**
 * Score = share of records as wide as the header (where no two words of a row are known: of the commonest width), times log₂(width + 1); plus one for
 * each known word of the header; plus a quarter for each column of cells that look alike (less, where only some do). Only widths above 1 count, and blank records count
 * nothing; titles and footers weigh alike on every dialect.
 */
export function scoreRecords(records: readonly (readonly string[])[], known: (cell: string) => boolean): RecordScore {
  const filled = records.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const widths = new Map<number, number>()
  for (const cells of filled) if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [1, 0]
  let header = { words: 0, width, at: 0 }
  for (const [at, cells] of filled.slice(0, HEADER_SEARCHED).entries()) {
    const words = cells.length > 1 ? cells.filter(known).length : 0
    if (words > header.words) header = { words, width: words >= KNOWN_WORDS ? cells.length : width, at }
  }
  const alike = header.width === width ? count : (widths.get(header.width) ?? 0) + count * UNLIKE_HEADER
  const rows = filled.slice(header.at + 1).filter((cells) => cells.length === width)
  return {
    score:
      (alike / Math.max(1, filled.length)) * Math.log2(header.width + 1) +
      header.words +
      typedColumns(rows, width) * TYPED_COLUMN,
    width,
  }
}

/** Σ over the columns of the share of their cells that are of one type. */
function typedColumns(rows: readonly (readonly string[])[], width: number): number {
  if (width < 2) return 0
  let typed = 0
  for (let i = 0; i < width; i++) {
    const counts = new Map<CellType, number>()
    let cells = 0
    for (const record of rows) {
      if (record[i]!.trim() === '') continue
      cells++
      const type = cellTypeOf(record[i]!)
      if (type) counts.set(type, (counts.get(type) ?? 0) + 1)
    }
    if (cells > 1) typed += Math.max(0, ...counts.values()) / cells
  }
  return typed
}
