/** Records of a text, and which of them have faulty quotes. */
export interface ParsedRecords {
  readonly data: string[][]
  /** Indices of records with a fault. */
  readonly faulty: ReadonlySet<number>
  /** The last record's quote is still open at the end of the text. */
  readonly open: boolean
  /** Characters that the records take. */
  readonly cursor: number
}
