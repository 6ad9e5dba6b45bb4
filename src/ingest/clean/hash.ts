import type { HashColumn } from '../../model/facts'

/** Two lanes of 32 bits, mixed independently: 64 bits, so among a million rows an accidental match has odds of about 1 : 40 million. */
export interface Hash {
  a: number
  b: number
}

export const emptyHash = (): Hash => ({ a: 0x9e3779b9, b: 0x85ebca77 })

export function mix(hash: Hash, value: number): void {
  hash.a = Math.imul(hash.a ^ value, 0x01000193) ^ (hash.a >>> 15)
  hash.b = Math.imul(hash.b ^ value, 0xcc9e2d51) ^ (hash.b >>> 13)
}

export function mixBytes(hash: Hash, bytes: Uint8Array): void {
  for (let i = 0; i < bytes.length; i++) mix(hash, bytes[i]!)
  mix(hash, bytes.length + 0x100)
}

/** 32-bit fingerprint of a name or of a cell that recurs; kept beside its dictionary code so that a million rows hash it once. */
export function textHash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return avalanche(h ^ text.length)
}

/** Final avalanche (MurmurHash3's), so that lanes are well spread for open addressing; never (0, 0), which means «none». */
export function sealed(hash: Hash): Hash {
  const a = avalanche(hash.a)
  const b = avalanche(hash.b ^ 0x5bd1e995)
  return { a: a === 0 && b === 0 ? 1 : a, b }
}

function avalanche(value: number): number {
  let h = value
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

export class HashColumnBuilder {
  private a: Uint32Array = new Uint32Array(1024)
  private b: Uint32Array = new Uint32Array(1024)
  private any = false

  set(index: number, hash: Hash | null): void {
    if (hash && index >= this.a.length) {
      const a = new Uint32Array(Math.max(index + 1, this.a.length * 2))
      const b = new Uint32Array(a.length)
      a.set(this.a)
      b.set(this.b)
      this.a = a
      this.b = b
    }
    if (!hash) return
    this.any = true
    this.a[index] = hash.a
    this.b[index] = hash.b
  }

  finish(length: number): HashColumn {
    // A column that no row fills costs nothing.
    if (!this.any) return { a: new Uint32Array(0), b: new Uint32Array(0) }
    const a = new Uint32Array(length)
    const b = new Uint32Array(length)
    a.set(this.a.subarray(0, length))
    b.set(this.b.subarray(0, length))
    return { a, b }
  }
}
