import { cellText } from '../read/rawColumn'
import type { RawTable } from '../read/rawTable'
import { cleanCount } from './cleanCount'
import type { FindingList } from './findingList'
import type { RowKind } from './rowKind'

/** Running sums of the columns that a totals row may repeat; compares and reports, never overwrites. */
export class PrintedTotals {
  private readonly grand = new Map<number, number>()
  private readonly block = new Map<number, number>()

  constructor(
    private readonly table: RawTable,
    private readonly findings: FindingList,
  ) {}

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
  }

  /** A column whose total says nothing that could be compared. */
  forget(column: number): void {
    this.grand.delete(column)
    this.block.delete(column)
  }

  /** A section heading starts a new block of subtotals. */
  startBlock(): void {
    for (const column of this.block.keys()) this.block.set(column, 0)
  }

  /** Sum of the data rows above, for the rate that a totals row prints. */
  sum(column: number, kind: RowKind): number {
    return (kind === 'subtotal' ? this.block : this.grand).get(column) ?? 0
  }

  check(row: number, kind: RowKind): void {
    if (kind === 'unchecked') return
    for (const column of this.grand.keys()) {
      const printed = cleanCount(cellText(this.table.columns[column]!, row))
      if (printed.kind !== 'number') continue
      const sum = this.sum(column, kind)
      if (printed.value !== sum) {
        this.findings.row('warning', 'printed-total-differs', row, column, {
          params: { printed: printed.value, computed: sum },
        })
      }
    }
    if (kind === 'subtotal') this.startBlock()
  }
}
