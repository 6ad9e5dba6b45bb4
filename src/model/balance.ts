/** The table shapes of the domain; T-numbers in the public schema. */
export type Shape =
  'items' | 'itemsByOutlet' | 'itemsSent' | 'counts' | 'countsByOutlet' | 'countsByMonth' | 'scores' | 'targets'

/** Where every row of one sheet went. Law: read = used + setAside + blank + headings + totals + duplicates. */
export interface Balance {
  readonly file: string
  readonly sheet: string | null
  /** utf-8, gb18030, utf-16le, utf-16be; null for workbooks. */
  readonly encoding: string | null
  readonly shape: Shape
  readonly read: number
  readonly used: number
  readonly setAside: number
  readonly blank: number
  /** Title, header, section, note and signature rows. */
  readonly headings: number
  readonly totals: number
  readonly duplicates: number
}
