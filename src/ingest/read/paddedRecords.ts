import { BLANK_CHARACTERS, trimBlanks } from './blankCells'
import type { Grammar } from './dialect'
import type { ParsedRecords } from './parsedRecords'

/**
 * Records of a text whose separators have blanks beside them: `a, "b, c", d`. A quote may stand behind the blanks; what is quoted keeps its own.
 * With blanks as `part` of the separator, one without a blank (or the end of the line) behind it is text.
 */
export function paddedRecords(text: string, grammar: Grammar, whole: boolean, limit: number): ParsedRecords {
  const { separator, quote, blanks } = grammar
  const data: string[][] = []
  const faulty = new Set<number>()
  const separates = (at: number): boolean =>
    text[at] === separator &&
    (blanks === 'padding' || at + 1 >= text.length || text[at + 1] === '\n' || isBlank(text[at + 1]!))
  const isBlank = (character: string): boolean => character !== separator && BLANK_CHARACTERS.has(character)
  const skipBlanks = (at: number): number => {
    while (at < text.length && isBlank(text[at]!)) at++
    return at
  }
  let at = 0
  let cells: string[] = []
  let start = 0
  let open = false
  while (at < text.length && (limit === 0 || data.length < limit)) {
    const from = skipBlanks(at)
    let end = -1
    if (text[from] === quote) {
      const close = closingQuote(text, from + 1, quote)
      if (close === -1) {
        // Nobody can tell yet where the cell ends.
        open = true
        cells.push(text.slice(from + 1))
        at = text.length
        break
      }
      const behind = skipBlanks(close + 1)
      if (behind >= text.length || text[behind] === '\n' || separates(behind)) {
        end = behind
        cells.push(
          text
            .slice(from + 1, close)
            .split(quote + quote)
            .join(quote),
        )
      } else faulty.add(data.length)
    }
    if (end === -1) {
      end = from
      while (end < text.length && text[end] !== '\n' && !separates(end)) end++
      cells.push(trimBlanks(text.slice(from, end)))
    }
    at = end + 1
    if (end < text.length && text[end] !== '\n') {
      // A separator at the very end of the text has a blank cell behind it.
      if (at >= text.length) cells.push('')
      continue
    }
    if (end >= text.length) break
    data.push(cells)
    cells = []
    start = at
  }
  if (whole && cells.length > 0 && (limit === 0 || data.length < limit)) {
    if (open) faulty.add(data.length)
    data.push(cells)
    start = text.length
  }
  return { data, faulty, open: whole && open, cursor: start }
}

function closingQuote(text: string, from: number, quote: string): number {
  for (let at = text.indexOf(quote, from); at !== -1; at = text.indexOf(quote, at + 2))
    if (text[at + 1] !== quote) return at
  return -1
}
