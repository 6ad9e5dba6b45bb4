/** Where a row went. Of the bands of a folded table the highest counts: a row is used if any of its bands is. */
export const BLANK = 1
export const HEADING = 2
export const TOTAL = 3
export const SET_ASIDE = 4
export const USED = 5

/** One fate a row, by row index; 0 for a row that nobody looked at, which the law of the balance does not forgive. */
export type RowFates = Uint8Array

/** How many rows went where; together all rows that were looked at. */
export function countFates(fates: RowFates): {
  used: number
  setAside: number
  blank: number
  headings: number
  totals: number
} {
  const counts = new Uint32Array(6)
  for (const fate of fates) counts[fate]!++
  return {
    used: counts[USED]!,
    setAside: counts[SET_ASIDE]!,
    blank: counts[BLANK]!,
    headings: counts[HEADING]!,
    totals: counts[TOTAL]!,
  }
}

/** Numbers (as a spreadsheet shows them) of the rows that were set aside, ascending. */
export function setAsideRows(fates: RowFates): Uint32Array {
  let count = 0
  for (const fate of fates) if (fate === SET_ASIDE) count++
  const rows = new Uint32Array(count)
  let next = 0
  for (let row = 0; row < fates.length; row++) if (fates[row] === SET_ASIDE) rows[next++] = row + 1
  return rows
}
