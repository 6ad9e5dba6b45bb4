import { NONE } from '../../model/facts'
import type { RawColumn } from '../read/rawColumn'
import { isDittoOfOutlet, RepeatedCells } from './ditto'
import type { NameTable } from './nameTable'
import { splitOutlets } from './splitOutlets'

/** Outlets named in the cells of one column, also by «同上»; each distinct cell is split once, and coded when a row first uses it. */
export class OutletList {
  private readonly names: readonly (readonly string[])[] | null
  private readonly codes: (readonly number[])[] = []
  private readonly cells: RepeatedCells

  constructor(
    private readonly column: RawColumn,
    private readonly table: NameTable,
    rows: Uint32Array,
  ) {
    this.cells = new RepeatedCells(column, rows, isDittoOfOutlet)
    this.names = column.kind === 'dictionary' ? splitOutlets(column.values) : null
  }

  /** Codes in the order of the cell, NONE for a blank member of a list. */
  rawAt(row: number): readonly number[] {
    const { column, names } = this
    if (!names || column.kind !== 'dictionary') return this.coded(splitOutlets([this.cells.text(row)])[0]!)
    const value = column.codes[this.cells.rowOf(row)]!
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
