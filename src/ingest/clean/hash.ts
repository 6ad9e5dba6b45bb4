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

const encoder = new TextEncoder()

export function mixText(hash: Hash, text: string): void {
  mixBytes(hash, encoder.encode(text))
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

  set(index: number, hash: Hash | null): void {
    if (index >= this.a.length) {
      const a = new Uint32Array(this.a.length * 2)
      const b = new Uint32Array(this.b.length * 2)
      a.set(this.a)
      b.set(this.b)
      this.a = a
      this.b = b
    }
    this.a[index] = hash?.a ?? 0
    this.b[index] = hash?.b ?? 0
  }

  finish(length: number): HashColumn {
    return { a: this.a.slice(0, length), b: this.b.slice(0, length) }
  }
}
