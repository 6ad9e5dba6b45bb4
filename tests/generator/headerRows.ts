import type { Column } from './table'
import type { Merge } from './sheet'

/** A column under one or more headings, from the top; the headings of neighbours that agree are one cell. */
export interface NestedColumn extends Column {
  path: string[]
}

export interface HeaderRows {
  above: string[][]
  header: string[]
  merges: Merge[]
}

function underTheSame(one: NestedColumn | undefined, other: NestedColumn | undefined, level: number): boolean {
  if (!one || !other || one.path.length <= level + 1 || other.path.length <= level + 1) return false
  return one.path.slice(0, level + 1).every((heading, at) => heading === other.path[at])
}

/**
 * The rows of a header as a spreadsheet saves them: a heading stands in the first cell that it spans, the rest is blank; a
 * column with fewer levels than others has its name at the top.
 */
export function headerRowsOf(columns: readonly NestedColumn[]): HeaderRows {
  const depth = Math.max(...columns.map(({ path }) => path.length))
  const merges: Merge[] = []
  const rows = Array.from({ length: depth }, (_, level) =>
    columns.map((column, at) => {
      const heading = column.path[level]
      if (heading === undefined || underTheSame(columns[at - 1], column, level)) return ''
      let wide = 1
      while (underTheSame(column, columns[at + wide], level)) wide++
      const tall = level === column.path.length - 1 ? depth - level : 1
      if (wide > 1 || tall > 1) merges.push({ row: level, column: at, rows: tall, columns: wide })
      return heading
    }),
  )
  return { above: rows.slice(0, -1), header: rows.at(-1) ?? [], merges }
}
