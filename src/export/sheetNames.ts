import { xmlText } from './xmlText'

const TO_FULL_WIDTH = 0xfee0

/** The most characters that Excel and WPS take. */
const LONGEST = 31

/**
 * Names as tabs of one workbook: characters that tabs forbid ([ ] : * ? / \) in their full width, at most 31 characters, no apostrophe at either
 * end, each once whatever the case: a repeated one gets «(2)», an empty one its number.
 */
export function sheetNames(names: readonly string[]): string[] {
  // A reserved name of Excel.
  const taken = new Set(['history'])
  return names.map((name, i) => {
    const legal = trimmed(
      xmlText(name)
        .replace(/[[\]:*?/\\]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + TO_FULL_WIDTH))
        .replace(/\s+/g, ' ')
        .replace(/\p{Cc}/gu, '')
        .trim(),
      LONGEST,
    )
    const wanted = legal || String(i + 1)
    let unique = wanted
    for (let n = 2; taken.has(unique.toLowerCase()); n++) {
      const mark = ` (${n})`
      unique = `${trimmed(wanted, LONGEST - mark.length)}${mark}`
    }
    taken.add(unique.toLowerCase())
    return unique
  })
}

/** Never half of a character. */
function trimmed(text: string, length: number): string {
  return xmlText(text.slice(0, length)).replace(/^['\s]+|['\s]+$/g, '')
}
