/** Fewer signs in common are no office's name. */
export const COMMON_SIGNS = 3

/** What several names that begin alike begin with, by their first signs; something of each is left. */
export function commonStarts(names: readonly string[]): ReadonlyMap<string, string> {
  const alike = new Map<string, string[]>()
  for (const name of new Set(names)) {
    const signs = [...name]
    if (signs.length <= COMMON_SIGNS) continue
    const key = signs.slice(0, COMMON_SIGNS).join('')
    alike.set(key, [...(alike.get(key) ?? []), name])
  }
  const starts = new Map<string, string>()
  for (const [key, own] of alike) {
    if (own.length < 2) continue
    let common = [...own[0]!]
    for (const name of own) {
      const signs = [...name]
      // Two signs are left of the shortest: a bare «局» names nobody.
      const most = Math.min(common.length, signs.length - 2)
      let length = 0
      while (length < most && signs[length] === common[length]) length++
      common = common.slice(0, length)
    }
    if (common.length >= COMMON_SIGNS) starts.set(key, common.join(''))
  }
  return starts
}
