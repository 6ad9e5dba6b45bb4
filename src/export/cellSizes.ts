/** Rows that widths are told by; the rest of a long table is like them. */
const MEASURED_ROWS = 300
const NARROWEST = 6
const WIDEST = 42
/** Points of one line of text and of the least row. */
const LINE = 15
const LOWEST = 21
/** Excel's limit is 409 points; a longer text is read in the cell itself. */
const HIGHEST = 12 * LINE

/** Widths in characters of the standard font that fit the texts of each column; longer texts wrap. */
export function columnWidths(rows: readonly (readonly string[])[], width: number): number[] {
  return Array.from({ length: width }, (_, column) => {
    const longest = rows
      .slice(0, MEASURED_ROWS)
      .reduce((most, row) => Math.max(most, ...(row[column] ?? '').split('\n').map(displayWidth)), 0)
    return Math.min(WIDEST, Math.max(NARROWEST, longest + 2))
  })
}

/** Height in points that shows all of a row's wrapped texts: not every program fits rows to them when it opens a file. */
export function rowHeight(row: readonly string[], widths: readonly number[]): number {
  const lines = row.map((text, column) =>
    text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / Math.max(1, widths[column]! - 1))), 0),
  )
  return Math.min(HIGHEST, Math.max(LOWEST, Math.max(0, ...lines) * LINE + 3))
}

/** Han characters and full-width signs take two places. */
function displayWidth(text: string): number {
  let width = 0
  // More than any row shows is not measured.
  for (const character of text.slice(0, 1000)) width += /[\u1100-\u115f\u2e80-\uffe6]/.test(character) ? 2 : 1
  return width
}
