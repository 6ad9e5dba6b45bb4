import { textWidth } from '../../charts/chartText'

/** One size in which texts may be set, in px of the slide. */
export interface TypeSize {
  readonly size: number
  readonly line: number
  /** Between two texts on one line. */
  readonly gap: number
  /** Each text has a line, or lines, of its own. */
  readonly single: boolean
}

/** How many of the texts have room in that size, in order. */
export function fitting(texts: readonly string[], type: TypeSize, width: number, height: number): number {
  const rows = Math.floor(height / type.line)
  let [row, used] = [1, 0]
  for (const [index, text] of texts.entries()) {
    // A tenth more: widths are estimated.
    const own = textWidth(text, type.size) * 1.05
    if (used > 0 && (type.single || used + type.gap + own > width)) {
      row++
      used = 0
    }
    row += Math.ceil(Math.max(1, own) / width) - 1
    used += (used > 0 ? type.gap : 0) + (own % width || own)
    if (row > rows) return index
  }
  return texts.length
}

/** The largest of the sizes in which all lists have room, else the smallest. @param sizes largest first */
export function fittingType(
  lists: readonly (readonly string[])[],
  sizes: readonly [TypeSize, ...TypeSize[]],
  width: number,
  height: number,
): TypeSize {
  const fits = (type: TypeSize): boolean => lists.every((own) => fitting(own, type, width, height) === own.length)
  return sizes.find(fits) ?? sizes[sizes.length - 1]!
}
