import { NONE } from '../../model/facts'
import { cellText, type RawColumn } from '../read/rawColumn'
import type { NameTable } from './nameTable'
import { splitOutlets } from './splitOutlets'

/** Outlets named in the cells of one column; each distinct cell is split once, and coded when a row first uses it. */
export class OutletList {
  private readonly names: readonly (readonly string[])[] | null
  private readonly codes: (readonly number[])[] = []

  constructor(
    private readonly column: RawColumn,
    private readonly table: NameTable,
  ) {
    this.names = column.kind === 'dictionary' ? splitOutlets(column.values) : null
  }

  /** Codes in the order of the cell, NONE for a blank member of a list. */
  rawAt(row: number): readonly number[] {
    const { column, names } = this
    if (!names || column.kind !== 'dictionary') return this.coded(splitOutlets([cellText(column, row)])[0]!)
    const value = column.codes[row]!
    return (this.codes[value] ??= this.coded(names[value]!))
  }

  at(row: number): readonly number[] {
    const codes = this.rawAt(row)
    return codes.includes(NONE) ? codes.filter((code) => code !== NONE) : codes
  }

  private coded(names: readonly string[]): number[] {
    return names.map((name) => (name === '' ? NONE : this.table.code(name)))
  }
}
