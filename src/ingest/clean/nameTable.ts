import { textHash } from './hash'

/** Codes for names in the order they are met, each with a 32-bit fingerprint. */
export class NameTable {
  readonly names: string[] = []
  readonly hashes: number[] = []
  private readonly index = new Map<string, number>()

  code(name: string): number {
    let code = this.index.get(name)
    if (code === undefined) {
      code = this.names.push(name) - 1
      this.hashes.push(textHash(name))
      this.index.set(name, code)
    }
    return code
  }
}
