import { type OutletRows, UNDATED } from '../../model/facts'
import type { Span } from '../../model/period'
import { IntColumn } from './intColumn'

/** Collects adoptions or targets of item rows. */
export class OutletRowsBuilder {
  private readonly item = new IntColumn()
  private readonly outlet = new IntColumn()
  private readonly from = new IntColumn()
  private readonly to = new IntColumn()

  get length(): number {
    return this.item.length
  }

  push(item: number, outlet: number, span: Span | null): void {
    this.item.push(item)
    this.outlet.push(outlet)
    this.from.push(span?.from ?? UNDATED)
    this.to.push(span?.to ?? UNDATED)
  }

  undated(): number {
    let count = 0
    for (let i = 0; i < this.length; i++) if (this.from.at(i) === UNDATED) count++
    return count
  }

  finish(): OutletRows {
    return {
      length: this.length,
      item: this.item.unsigned(),
      outlet: this.outlet.unsigned(),
      from: this.from.signed(),
      to: this.to.signed(),
    }
  }
}
