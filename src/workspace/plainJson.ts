const MAP = '$map'
const SET = '$set'

/** JSON of data that holds maps and sets; `fromPlainJson` gives them back. Keys are data: a map may have one called __proto__. */
export function plainJson(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) => {
    if (value instanceof Map) return { [MAP]: [...(value as Map<unknown, unknown>)] }
    return value instanceof Set ? { [SET]: [...(value as Set<unknown>)] } : value
  })
}

/** @throws SyntaxError the text is no JSON. */
export function fromPlainJson(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value
    const keys = Object.keys(value)
    if (keys.length !== 1) return value
    const held = (value as Record<string, unknown>)[keys[0]!]
    if (!Array.isArray(held)) return value
    if (keys[0] === MAP && held.every((pair) => Array.isArray(pair) && pair.length === 2))
      return new Map(held as [unknown, unknown][])
    return keys[0] === SET ? new Set(held) : value
  })
}
