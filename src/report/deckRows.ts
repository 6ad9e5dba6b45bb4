/** Rows of a ranking that one slide has room for, whatever its shape. */
export const ROWS_A_SLIDE = 12

/** How many slides rows need; one where there is none. */
export function slidesFor(rows: number): number {
  return Math.max(1, Math.ceil(rows / ROWS_A_SLIDE))
}

/** The rows of one page, from 0. Pages are of even length, so that no slide holds a single row. */
export function rowsOfPage<Row>(rows: readonly Row[], page: number): readonly Row[] {
  const each = Math.ceil(rows.length / slidesFor(rows.length))
  return rows.slice(page * each, (page + 1) * each)
}
