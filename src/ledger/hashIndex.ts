/** Open-addressing index from a 64-bit fingerprint and up to three integers to the first entry stored under them. Linear probing, load ≤ ½. */
export class HashIndex {
  private slots: Int32Array
  private readonly entries: {
    a: Int32Array
    b: Int32Array
    x: Int32Array
    y: Int32Array
    z: Int32Array
    value: Int32Array
  }
  private length = 0

  constructor(capacity: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, capacity * 2)))
    this.slots = new Int32Array(size).fill(-1)
    const column = (): Int32Array => new Int32Array(Math.max(1, capacity))
    this.entries = { a: column(), b: column(), x: column(), y: column(), z: column(), value: column() }
  }

  /** The value under the key, or -1; `insert` stores it when the key is new. The index holds at most `capacity` keys. */
  find(a: number, b: number, x: number, y: number, z: number, insert: number = -1): number {
    const { entries: e } = this
    const mask = this.slots.length - 1
    let slot = (a ^ Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b) ^ Math.imul(z, 0xc2b2ae35)) & mask
    for (;;) {
      const entry = this.slots[slot]!
      if (entry < 0) break
      if (
        e.a[entry] === (a | 0) &&
        e.b[entry] === (b | 0) &&
        e.x[entry] === (x | 0) &&
        e.y[entry] === (y | 0) &&
        e.z[entry] === (z | 0)
      )
        return e.value[entry]!
      slot = (slot + 1) & mask
    }
    if (insert >= 0) {
      const entry = this.length++
      e.a[entry] = a
      e.b[entry] = b
      e.x[entry] = x
      e.y[entry] = y
      e.z[entry] = z
      e.value[entry] = insert
      this.slots[slot] = entry
    }
    return -1
  }
}
