import { LIST_MARK } from '../read/listMark'
import { cleanName } from './cleanText'

const SEPARATORS = /[、，,;；/／\n|]+/

/**
 * Splits the distinct outlet cells of a sheet into names, one list a cell value.
 * A list cell keeps its members as they are; else 、，,;；/ and line breaks separate, never inside 《》;
 * blanks separate only where every part recurs as a whole value somewhere in the sheet.
 */
export function splitOutlets(values: readonly string[]): string[][] {
  const firstPass = values.map((value) =>
    value.includes(LIST_MARK) ? value.split(LIST_MARK).map(cleanName) : splitOutsideMarks(value),
  )
  const whole = new Set<string>()
  for (const [i, parts] of firstPass.entries())
    for (const part of parts) if (!/\s/.test(values[i]!.trim()) || !/\s/.test(part)) whole.add(cleanName(part))
  return firstPass.map((parts, i) => {
    // Parts of a JSON list stand beside their dates: blanks keep their place there.
    if (values[i]!.includes(LIST_MARK)) return parts
    return parts.flatMap((part) => onBlanks(part, whole)).filter((name) => name !== '' && !isNothing(name))
  })
}

function splitOutsideMarks(value: string): string[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const c of value) {
    if (c === '《' || c === '（' || c === '(') depth++
    if ((c === '》' || c === '）' || c === ')') && depth > 0) depth--
    if (depth === 0 && SEPARATORS.test(c)) {
      parts.push(part)
      part = ''
    } else part += c
  }
  // An unclosed bracket is a typing slip: then separators inside it count after all.
  if (depth > 0) return value.split(SEPARATORS)
  parts.push(part)
  return parts
}

function onBlanks(part: string, whole: ReadonlySet<string>): string[] {
  const pieces = part
    .trim()
    .split(/\s+/)
    .map(cleanName)
    .filter((piece) => piece !== '')
  return pieces.length > 1 && pieces.every((piece) => whole.has(piece)) ? pieces : [cleanName(part)]
}

/** «无», «-» and the like in an outlet cell name no outlet. */
function isNothing(name: string): boolean {
  return /^(?:无|没有|未采用|否|暂无|[-—–/\\×xX]+|0|null|none)$/.test(name)
}
