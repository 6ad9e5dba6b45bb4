import type { FixedColumns } from './fixedColumns'

/** Cells between separators, as in CSV. */
export interface DelimitedDialect {
  readonly kind: 'delimited'
  /** One character. */
  readonly separator: string
  readonly quote: '"' | "'"
  /**
   * Blanks beside a separator: `text` of the cells (as the standard says), `padding` that belongs to no cell and may stand before a quote,
   * or `part` of the separator, so that a separator without a blank behind it is text («1,234, 甲,乙»).
   */
  readonly blanks: 'text' | 'padding' | 'part'
  /** The commonest number of cells of a record. */
  readonly width: number
  /** The first line is a spreadsheet hint such as «sep=;» and no row. */
  readonly hintLine: boolean
}

/** What it takes to split a text into records. */
export type Grammar = Pick<DelimitedDialect, 'separator' | 'quote' | 'blanks'>

/** Cells between blanks; a blank cell cannot be seen, so only rows as wide as the header can be trusted. */
export interface BlanksDialect {
  readonly kind: 'blanks'
  /** Two blanks or more (or a tab) between cells, single ones inside cells; or every blank separates. */
  readonly runs: 'several' | 'single'
  /** Cells may be wrapped in "". */
  readonly quoted: boolean
  /** Cells of the header. */
  readonly width: number
  /** Index of the header's line; above it stand titles. */
  readonly headerLine: number
}

/** Cells in columns of characters; blank cells are seen. */
export interface FixedDialect {
  readonly kind: 'fixed'
  readonly columns: FixedColumns
  readonly headerLine: number
}

/** How a text marks its cells. */
export type Dialect = DelimitedDialect | BlanksDialect | FixedDialect

/** What a dialect is called in a raw table: the separator itself («, » with its blank), `blanks`, `blank` (single ones) or `fixed`. */
export function dialectName(dialect: Dialect): string {
  switch (dialect.kind) {
    case 'delimited':
      return dialect.blanks === 'part' ? `${dialect.separator} ` : dialect.separator
    case 'blanks':
      return dialect.runs === 'several' ? 'blanks' : 'blank'
    case 'fixed':
      return 'fixed'
  }
}
