import words from '../../../data/dictionaries/values.json'

const NOTE = new RegExp(`^(?:${words.notes.join('|')})[^:：]{0,8}[:：]|^(?:${words.notes.join('|')})$|^[*※]`)
const HEADING =
  /^(?:[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]).{0,30}$|^\S{0,12}(?:部门|单位|乡镇|镇街|街道|机关|企业|学校)[:：]?$/

/** A day written out, of a signature. */
export const SIGNED_DAY =
  '(?:\\d{4}|[〇○零一二三四五六七八九]{4})年(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]'
const SIGNED = new RegExp(`^${SIGNED_DAY}$`)

/** Whether a line between the rows of a table that blanks separate is a note, a signature or the heading of a section, and no row that lost cells. */
export function isRemarkLine(text: string): boolean {
  return NOTE.test(text) || HEADING.test(text) || SIGNED.test(text)
}
