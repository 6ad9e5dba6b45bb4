import words from '../../../data/dictionaries/values.json'
import { matchKey } from './cleanText'

/** What a status or flag cell says of an item. */
export type Decision = 'adopted' | 'notAdopted' | 'pending' | 'blank' | 'unknown'

const yes = new Set(words.yes.map(matchKey))
const no = new Set(words.no.map(matchKey))
const adopted = words.adopted.map(matchKey)
const notAdopted = new Set(words.notAdopted.map(matchKey))
const pending = new Set(words.pending.map(matchKey))

/**
 * Reads a decision: whole words of the dictionary first, then the grammar «negative + adopt word» (未录用), «opening + word» (待刊发),
 * «已/被 + adopt word». Anything else is `unknown`, to be asked, never guessed.
 */
export function cleanStatus(text: string): Decision {
  const key = matchKey(text).replace(/[。.;；!！]+$/, '')
  if (key === '') return 'blank'
  if (yes.has(key)) return 'adopted'
  if (no.has(key)) return 'notAdopted'
  if (notAdopted.has(key)) return 'notAdopted'
  if (pending.has(key)) return 'pending'
  const plain = key.replace(/^(?:已经?|被|获|已被|确认)/, '')
  if (adopted.includes(plain)) return 'adopted'
  if (notAdopted.has(plain)) return 'notAdopted'
  if (isTwoWords(key)) return 'pending'
  const negative = words.negatives.find((word) => plain.startsWith(word))
  if (negative) {
    const rest = plain.slice(negative.length).replace(/^(?:予|被|获|能|有|曾)/, '')
    if (adopted.some((word) => rest.startsWith(word)) || rest === '') return 'notAdopted'
    if (/^(?:审|定|处理|反馈|办结|答复|审核|决定)/.test(rest)) return 'pending'
    return 'unknown'
  }
  if (words.openings.some((word) => plain.startsWith(word))) return 'pending'
  // «市级采用», «综合采用», «采用(单篇)»: an adopt word of two characters or more inside a short text, no negative anywhere.
  if (
    plain.length <= 8 &&
    !words.negatives.some((word) => plain.includes(word)) &&
    adopted.some((word) => word.length >= 2 && plain.includes(word))
  )
    return 'adopted'
  return 'unknown'
}

/** «留用待定»: two words for undecided. */
function isTwoWords(key: string): boolean {
  return [...pending].some((word) => key.startsWith(word) && pending.has(key.slice(word.length)))
}

/** The issue or the page that an item stood in: «第3期», «头版». */
export function isIssue(text: string): boolean {
  return /^第?\d+(?:期|版)$|^头[版条]$/.test(matchKey(text))
}

/** A tick in a yes/no or outlet column: yes (also a number above 0, an issue, a page), no (blank, crosses, 0), or unknown. */
export function cleanTick(text: string): 'yes' | 'no' | 'unknown' {
  const key = matchKey(text)
  if (key === '' || no.has(key)) return 'no'
  if (yes.has(key)) return 'yes'
  if (/^\d+(?:\.0+)?$/.test(key)) return Number(key) > 0 ? 'yes' : 'no'
  if (isIssue(text)) return 'yes'
  const decision = cleanStatus(text)
  return decision === 'adopted' ? 'yes' : decision === 'notAdopted' ? 'no' : 'unknown'
}

/** Whether the text belongs to the plain yes/no vocabulary (ticks, 是/否, 采用/未采用), which says nothing about open decisions. */
export function isPlainYesNo(text: string): boolean {
  const key = matchKey(text)
  const bare = key.replace(/^(?:已经?|未被|未予|未|没有|没|不予|不|被)/, '')
  return key === '' || yes.has(key) || no.has(key) || adopted.includes(bare)
}
