/** Two FNV-1a lanes over 32-bit words, 64 bits together: tells equal files, promises nothing against forgery. crypto.subtle is missing on plain http. */
export class ContentHash {
  private a = 0x811c9dc5
  private b = 0x01000193
  private length = 0

  update(bytes: Uint8Array): void {
    let { a, b } = this
    for (let i = 0; i < bytes.length; i++) {
      a = Math.imul(a ^ bytes[i]!, 0x01000193)
      b = Math.imul(b ^ bytes[i]!, 0x85ebca6b)
    }
    this.a = a
    this.b = b
    this.length += bytes.length
  }

  /** Passes chunks on while hashing them; starts anew, since a source may be read more than once. */
  async *through(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    this.a = 0x811c9dc5
    this.b = 0x01000193
    this.length = 0
    for await (const chunk of chunks) {
      this.update(chunk)
      yield chunk
    }
  }

  digest(): string {
    return [this.a, this.b, this.length].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('')
  }
}
