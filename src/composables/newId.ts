/** An id that no other deck or step of this office has; crypto.randomUUID is missing on plain http and in older kernels. */
export function newId(): string {
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint32Array(2))
  return a.toString(36) + b.toString(36)
}
