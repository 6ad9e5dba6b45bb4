import type { MergeRange } from 'hucre/xlsx'

/**
 * Cells of a header of several rows that say the same, as the merged cells they once were: neighbours in the upper rows, and one above
 * the other. `top` is the row of the sheet where the header begins. The lowest row keeps its columns apart.
 */
export function headerMerges(header: readonly (readonly string[])[], top: number, width: number): MergeRange[] {
  const merges: MergeRange[] = []
  const seen = header.map(() => new Set<number>())
  const text = (row: number, column: number): string => header[row]?.[column] ?? ''
  for (let row = 0; row < header.length - 1; row++)
    for (let column = 0; column < width; column++) {
      const own = text(row, column)
      if (own === '' || seen[row]!.has(column)) continue
      const same = (r: number, c: number): boolean => text(r, c) === own && !seen[r]!.has(c)
      let right = column
      while (right + 1 < width && same(row, right + 1)) right++
      let bottom = row
      const across = Array.from({ length: right - column + 1 }, (_, i) => column + i)
      // Into the lowest row only straight down.
      while (
        bottom + 1 < header.length &&
        (right === column || bottom + 2 < header.length) &&
        across.every((c) => same(bottom + 1, c))
      )
        bottom++
      for (let r = row; r <= bottom; r++) for (const c of across) seen[r]!.add(c)
      if (right > column || bottom > row)
        merges.push({ startRow: top + row, endRow: top + bottom, startCol: column, endCol: right })
    }
  return merges
}
