import type { Finding } from '../../model/finding'

/** Turns text that arrives in pieces (line ends are LF) into records. */
export interface RecordReader {
  /** Physical lines handed out so far. */
  readonly lines: number
  readonly findings: readonly Finding[]
  push(text: string): void
  /** Takes the end of the text: what is left is the last record. */
  finish(): void
}

/** Takes one record; `had` is the number of cells it really had where that differs. */
export type OnRecord = (cells: readonly string[], had?: number) => void
