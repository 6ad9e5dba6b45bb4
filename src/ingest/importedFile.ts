import type { Balance } from '../model/balance'
import type { SheetFacts } from '../model/facts'
import type { Finding } from '../model/finding'
import type { UnknownValue } from './clean/cleanedSheet'
import type { RawTable } from './read/rawTable'
import type { NotATable, Recognition } from './recognise/recogniseSheet'

/** One sheet, read, recognised and cleaned; `duplicates` of the balance are still 0: only the ledger knows them. */
export interface ImportedSheet {
  /** As it was read, with the cells that a person corrected. */
  readonly table: RawTable
  readonly recognition: Recognition
  readonly facts: SheetFacts
  readonly balance: Balance
  readonly findings: readonly Finding[]
  /** Index among the tables that were read of the file. */
  readonly place: number
  /** Numbers of the rows that were set aside, ascending. */
  readonly setAside: Uint32Array
  /** Values of the status column that nobody explained yet, with how many rows are set aside for them; the most frequent first, at most 50. */
  readonly unknownValues: readonly UnknownValue[]
  /** Choices were taken over from an earlier file with the same header. */
  readonly remembered: boolean
}

/** A sheet that was read and gives no facts: it holds no table, or a person left it out. Choices may bring it in. */
export interface SheetLeftOut {
  readonly place: number
  readonly table: RawTable
  readonly why: NotATable | 'skipped'
}

/** One file as proposed or imported. Without sheets it could not be read, and a finding of level error says why, or a person left all of it out. */
export interface ImportedFile {
  readonly file: string
  readonly size: number
  readonly contentHash: string
  readonly sheets: readonly ImportedSheet[]
  readonly leftOut: readonly SheetLeftOut[]
  /** About the file as a whole, and about sheets that hold no table. */
  readonly findings: readonly Finding[]
}
