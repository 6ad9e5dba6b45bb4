const HAN_BLANK = /(?<=[\p{Script=Han}〇○、，。《》“”（）])\s+(?=[\p{Script=Han}〇○、，。《》“”（）])/gu
// Zero-width and byte-order marks, and controls other than TAB, LF and CR: invisible in a spreadsheet, so never part of a name.
// eslint-disable-next-line no-control-regex -- the controls are the point
const INVISIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B-\u200D\u2060\uFEFF]/g

/** A cell without what a reader cannot see: invisible characters removed, outer blanks (full-width too) trimmed. */
export function trimCell(text: string): string {
  return text.replace(INVISIBLE, '').trim()
}

/**
 * A name as it is compared and shown: width folded (NFKC: «ＡＢＣ１２» → «ABC12», full-width blank → blank),
 * blanks between Han characters removed («单　位» → «单位»), other runs of blanks made one. Book marks and Chinese punctuation stay.
 */
export function cleanName(text: string): string {
  const trimmed = trimCell(text)
  if (!trimmed) return ''
  const folded = foldWidth(trimmed).replace(/\s+/g, ' ')
  return folded.replace(HAN_BLANK, '').trim()
}

/** Full-width ASCII letters, digits, blanks and compatibility forms folded; Chinese punctuation (，：；（）！？) is left as written. */
function foldWidth(text: string): string {
  return text.replace(/[Ａ-Ｚａ-ｚ０-９　％＋－．／＃＊＝＠]/g, (c) =>
    c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  )
}

/** Everything folded for matching against dictionaries: NFKC, lower case, no blanks at all. */
export function matchKey(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, '').toLowerCase()
}
