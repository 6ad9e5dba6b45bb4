/** Codes for names in the order they are met. */
export class NameTable {
  readonly names: string[] = []
  private readonly index = new Map<string, number>()

  code(name: string): number {
    let code = this.index.get(name)
    if (code === undefined) {
      code = this.names.push(name) - 1
      this.index.set(name, code)
    }
    return code
  }
}
