import { cellText } from '../read/rawColumn'
import type { RawTable } from '../read/rawTable'
import { cleanCount } from './cleanCount'
import type { FindingList } from './findingList'
import type { RowKind } from './rowKind'

type Sums = ReadonlyMap<number, number>

/** Running sums of the columns that a totals row may repeat; compares and reports, never overwrites. */
export class PrintedTotals {
  private readonly grand = new Map<number, number>()
  private readonly block = new Map<number, number>()
  /** Of a folded table one each band; its totals row may be that of one band or of all. */
  private readonly bands: Map<number, number>[] = []

  /** @param bandRows rows in which a further band of a folded table begins. */
  constructor(
    private readonly table: RawTable,
    private readonly findings: FindingList,
    private readonly bandRows: readonly number[] = [],
  ) {
    if (bandRows.length > 0) this.bands.push(new Map())
  }

  /** Declares a column whose total may be printed, so that a column without any count compares with 0. */
  watch(column: number): void {
    this.grand.set(column, 0)
    this.block.set(column, 0)
  }

  /** A value of a data row; of a column that is not watched it is nothing. */
  add(column: number, value: number): void {
    const sum = this.grand.get(column)
    if (sum === undefined) return
    this.grand.set(column, sum + value)
    this.block.set(column, this.block.get(column)! + value)
    const band = this.bands[this.bands.length - 1]
    band?.set(column, (band.get(column) ?? 0) + value)
  }

  /** A column whose total says nothing that could be compared. */
  forget(column: number): void {
    this.grand.delete(column)
    this.block.delete(column)
  }

  /** The rows have come to this one. */
  reach(row: number): void {
    if (this.bandRows[this.bands.length - 1] === row) this.bands.push(new Map())
  }

  /** A section heading starts a new block of subtotals. */
  startBlock(): void {
    for (const column of this.block.keys()) this.block.set(column, 0)
  }

  /** What a totals row may repeat: the sums of the data rows above, of its block for a subtotal; of a folded table also those of a band. */
  sums(kind: RowKind): readonly Sums[] {
    return [kind === 'subtotal' ? this.block : this.grand, ...this.bands]
  }

  check(row: number, kind: RowKind): void {
    if (kind === 'unchecked') return
    const sums = this.sums(kind)
    for (const column of this.grand.keys()) {
      const printed = cleanCount(cellText(this.table.columns[column]!, row))
      if (printed.kind !== 'number' || sums.some((sum) => (sum.get(column) ?? 0) === printed.value)) continue
      this.findings.row('warning', 'printed-total-differs', row, column, {
        params: { printed: printed.value, computed: sums[0]!.get(column) ?? 0 },
      })
    }
    if (kind === 'subtotal') this.startBlock()
  }
}
