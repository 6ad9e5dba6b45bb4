/** A growing column of 32-bit integers. */
export class IntColumn {
  private values: Int32Array
  length = 0

  constructor(capacity = 1024) {
    this.values = new Int32Array(capacity)
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const next = new Int32Array(this.values.length * 2)
      next.set(this.values)
      this.values = next
    }
    this.values[this.length++] = value
  }

  at(index: number): number {
    return this.values[index]!
  }

  set(index: number, value: number): void {
    this.values[index] = value
  }

  signed(): Int32Array {
    return this.values.slice(0, this.length)
  }

  unsigned(): Uint32Array {
    return new Uint32Array(this.signed().buffer)
  }
}
