/** A reason has at least this many letters or Chinese characters beside the file's name. */
const SHORTEST_REASON = 3

/**
 * Whether a screen names a file and says something about it: words on the name's own line, or on the lines after it
 * until another of the files is named.
 */
export function namedWithReason(file: string, allFiles: readonly string[], screen: string): boolean {
  const others = allFiles.filter((name) => name !== file)
  const lines = screen.split('\n')
  return lines.some((line, at) => {
    if (!mentions(line, file, others)) return false
    const next = lines.findIndex((later, index) => index > at && allFiles.some((name) => later.includes(name)))
    const said = [line, ...lines.slice(at + 1, next === -1 ? at + 4 : Math.min(next, at + 4))].join(' ')
    const words = [...allFiles].sort(longestFirst).reduce((text, name) => text.replaceAll(name, ' '), said)
    return (words.match(/\p{L}/gu) ?? []).length >= SHORTEST_REASON
  })
}

/**
 * How a screen writes a number: as itself or as a percentage, rounded or cut at any number of digits that still tells
 * it apart.
 *
 * @returns the text found, or null
 */
export function numberOnScreen(value: number, screen: string): string | null {
  const spellings = [
    ...[3, 4, 5, 6].flatMap((digits) => written(value, digits)),
    ...[1, 2, 3, 4].flatMap((digits) => written(value * 100, digits).map((text) => `${text}\\s*[%％﹪]`)),
    ...[0, 1, 2, 3].flatMap((digits) => written(value * 1000, digits).map((text) => `${text}\\s*‰`)),
  ]
  return new RegExp(`(?<![\\d.])(?:${spellings.join('|')})(?!\\d)`).exec(screen)?.[0] ?? null
}

/** A number at so many digits, rounded and cut, as a regular expression. */
function written(value: number, digits: number): string[] {
  const scale = 10 ** digits
  return [...new Set([Math.round(value * scale), Math.floor(value * scale)])].map((scaled) =>
    (scaled / scale).toFixed(digits).replace('.', '\\.'),
  )
}

/** «a.csv» stands inside «b-a.csv»: a longer name of the list does not count for a shorter one. */
function mentions(line: string, file: string, others: readonly string[]): boolean {
  const rest = others.filter((name) => name.includes(file)).reduce((text, name) => text.replaceAll(name, ' '), line)
  return rest.includes(file)
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length
}
