import type { Balance } from '../model/balance'
import type { SheetFacts } from '../model/facts'
import type { Finding } from '../model/finding'
import type { RawTable } from './read/rawTable'
import type { Recognition } from './recognise/recogniseSheet'
import type { ColumnChoices } from '../model/column'

/** What a person decides for a sheet where it does not say. */
export interface SheetChoices {
  /** Year for dates without one. */
  readonly year?: number
  /** Period of the whole sheet, as a key such as 2024H1 or 2024-03. */
  readonly period?: string
  /** Columns whose meaning a person corrected. */
  readonly columns?: ColumnChoices
  /** The columns were taken over from an earlier file with the same header. */
  readonly remembered?: boolean
}

/** One sheet, read, recognised and cleaned; `duplicates` of the balance are still 0: only the ledger knows them. */
export interface ImportedSheet {
  readonly table: RawTable
  readonly recognition: Recognition
  readonly facts: SheetFacts
  readonly balance: Balance
  readonly findings: readonly Finding[]
  /** Corrected columns were taken over from an earlier file with the same header. */
  readonly remembered: boolean
}

/** One file as proposed or imported. Without sheets it could not be read, and a finding of level error says why. */
export interface ImportedFile {
  readonly file: string
  readonly size: number
  readonly contentHash: string
  readonly sheets: readonly ImportedSheet[]
  /** About the file as a whole, and about sheets that hold no table. */
  readonly findings: readonly Finding[]
}
