import { cellTypeOf, type CellType } from './cellType'

/** How well records look like a table. */
export interface RecordScore {
  readonly score: number
  /** The commonest number of cells above 1; 1 when there is none. */
  readonly width: number
  /** Share of the records that are so wide, 0–1. */
  readonly share: number
}

/** Records among which a header is looked for. */
const HEADER_SEARCHED = 12
/** What a column of dates, numbers, percentages or ticks counts, where a known header word counts 1. */
const TYPED_COLUMN = 0.25
/** Share of the cells of a column that have to look alike. */
const ALIKE = 0.8

/**
 * Score = share of records with the commonest width > 1, times log₂(width + 1); plus one for each cell of a row that a header dictionary knows;
 * plus a quarter for each column whose cells look alike. Blank records count nothing; titles and footers weigh alike on every dialect.
 */
export function scoreRecords(records: readonly (readonly string[])[], known: (cell: string) => boolean): RecordScore {
  const filled = records.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const widths = new Map<number, number>()
  for (const cells of filled) if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [1, 0]
  const share = count / Math.max(1, filled.length)
  const words = Math.max(
    0,
    ...filled.slice(0, HEADER_SEARCHED).map((cells) => (cells.length > 1 ? cells.filter(known).length : 0)),
  )
  const table = filled.filter((cells) => cells.length === width)
  return { score: share * Math.log2(width + 1) + words + typedColumns(table, width) * TYPED_COLUMN, width, share }
}

/** Columns in which the cells below the first record are of one type. */
function typedColumns(table: readonly (readonly string[])[], width: number): number {
  if (width < 2) return 0
  let typed = 0
  for (let i = 0; i < width; i++) {
    const counts = new Map<CellType, number>()
    let cells = 0
    for (const record of table.slice(1)) {
      if (record[i]!.trim() === '') continue
      cells++
      const type = cellTypeOf(record[i]!)
      if (type) counts.set(type, (counts.get(type) ?? 0) + 1)
    }
    if (cells > 1 && Math.max(0, ...counts.values()) >= cells * ALIKE) typed++
  }
  return typed
}
