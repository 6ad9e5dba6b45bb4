import type { Cell } from '../model/measure'
import { wilson } from '../stats/wilson'

/** Sums of the measures over n buckets, and for each whether some fact in the bucket does not know the measure. */
export class Tally {
  readonly submitted: Float64Array
  readonly adopted: Float64Array
  readonly placements: Float64Array
  readonly pending: Float64Array
  readonly submittedUnknown: Uint8Array
  readonly adoptedUnknown: Uint8Array
  readonly placementsUnknown: Uint8Array
  readonly pendingUnknown: Uint8Array
  /** 1 where any fact fell into the bucket: empty buckets are not shown as zeros. */
  readonly touched: Uint8Array

  constructor(readonly size: number) {
    this.submitted = new Float64Array(size)
    this.adopted = new Float64Array(size)
    this.placements = new Float64Array(size)
    this.pending = new Float64Array(size)
    this.submittedUnknown = new Uint8Array(size)
    this.adoptedUnknown = new Uint8Array(size)
    this.placementsUnknown = new Uint8Array(size)
    this.pendingUnknown = new Uint8Array(size)
    this.touched = new Uint8Array(size)
  }

  cell(i: number): Cell {
    return cellOf(
      this.submittedUnknown[i] ? null : this.submitted[i]!,
      this.adoptedUnknown[i] ? null : this.adopted[i]!,
      this.placementsUnknown[i] ? null : this.placements[i]!,
      this.pendingUnknown[i] ? null : this.pending[i]!,
    )
  }
}

/** A cell with its rate: null when submitted is 0 or unknown, or adopted unknown; the interval also when adopted > submitted. */
export function cellOf(
  submitted: number | null,
  adopted: number | null,
  placements: number | null,
  pending: number | null,
): Cell {
  const rate = submitted !== null && submitted > 0 && adopted !== null ? adopted / submitted : null
  return {
    submitted,
    adopted,
    placements,
    pending,
    rate,
    interval: rate !== null && adopted! <= submitted! ? wilson(adopted!, submitted!) : null,
  }
}
