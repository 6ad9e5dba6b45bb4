import { COMMON_SIGNS, commonStarts } from '../model/commonStarts'
import { drawnText, plainText, textWidth } from './chartText'

/** Writes a name in a width in px. */
export type NameWriter = (name: string, width: number) => string

/**
 * How the names of one chart are written where they do not fit, so that they can still be told apart: what the long ones begin with in common gives way to «…»
 * first (海东市互助土族自治县教育局 → …教育局), of all of them where it does of one, then their middle, since the beginning and the end tell offices apart. The full names stand in tooltip and table.
 */
export function nameWriter(names: readonly string[], fontSize: number): NameWriter {
  const plains = names.map(plainText)
  const starts = commonStarts(plains)
  const keyOf = (plain: string): string => [...plain].slice(0, COMMON_SIGNS).join('')
  const longest = new Map<string, number>()
  for (const plain of plains)
    longest.set(keyOf(plain), Math.max(longest.get(keyOf(plain)) ?? 0, textWidth(plain, fontSize)))
  return (name, width) => {
    const plain = plainText(name)
    const common = starts.get(keyOf(plain)) ?? ''
    const fits = textWidth(plain, fontSize) <= width
    // Where one of those that begin alike is too long, all of them are written alike.
    if (fits && (common === '' || longest.get(keyOf(plain))! <= width)) return drawnText(plain)
    const rest = common !== '' && plain.startsWith(common) ? plain.slice(common.length) : ''
    if (rest !== '' && textWidth(`…${rest}`, fontSize) <= width) return `…${rest}`
    return withoutMiddle([...(rest || plain)], rest === '' ? '' : '…', width, fontSize)
  }
}

/** The name cut to a width in px; the full name stands in tooltip and table. */
export function truncated(name: string, width: number, fontSize: number): string {
  return nameWriter([name], fontSize)(name, width)
}

/** As many signs of both ends as fit, the last one with the odd sign. */
function withoutMiddle(signs: readonly string[], before: string, width: number, fontSize: number): string {
  const room = width - textWidth(`${before}…`, fontSize)
  let [head, tail] = ['', '']
  let [first, last] = [0, signs.length - 1]
  while (first <= last) {
    const takesTail = textWidth(tail, fontSize) <= textWidth(head, fontSize)
    const sign = takesTail ? signs[last]! : signs[first]!
    if (textWidth(head + tail + sign, fontSize) > room) break
    if (takesTail) {
      tail = sign + tail
      last--
    } else {
      head += sign
      first++
    }
  }
  return `${before}${head}…${tail}`
}
