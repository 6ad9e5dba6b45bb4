import words from '../../../data/dictionaries/headers.json'
import { matchKey } from '../clean/cleanText'

export type WordList = Exclude<keyof typeof words, 'note'>

const sets = new Map<WordList, ReadonlySet<string>>()
const sorted = new Map<WordList, readonly string[]>()

/** The words of a list of the dictionary, as headers are compared. */
export function wordsOf(name: WordList): ReadonlySet<string> {
  let set = sets.get(name)
  if (!set) sets.set(name, (set = new Set(words[name].map(headerKey))))
  return set
}

/** The same, the longest word first. */
export function longestFirst(name: WordList): readonly string[] {
  let list = sorted.get(name)
  if (!list) sorted.set(name, (list = [...wordsOf(name)].sort((a, b) => b.length - a.length)))
  return list
}

/** A header as it is compared: width folded, no blanks, line breaks, underscores or brackets «（条）», lower case. */
export function headerKey(text: string): string {
  const camel = text.replace(/([a-z])([A-Z])/g, '$1 $2')
  return matchKey(camel)
    .replace(/[(（【\[].*?[)）】\]]/g, '')
    .replace(/[_\-*:：'"、,，.。%/\\]/g, '')
}

/** Whether an unknown header looks like the name of an outlet (报, 网, 专报, 办 …). */
export function looksLikeOutlet(text: string): boolean {
  const key = headerKey(text)
  return /《.+》/.test(text) || words.outletMarks.some((mark) => key.includes(mark))
}

const FORMS = /^(?:单篇|单条|单独|独立|独编|综合|合编|简讯|一句话|摘要|专报|头条|原创|转载)+$/

/** Whether a header names a form of adoption: 单条, 综合, «一句话/综合». Whether it is an outlet of that name the columns beside it tell. */
export function isForm(text: string): boolean {
  return FORMS.test(headerKey(text))
}

/** Whether a text speaks of adoption: the title «2024年上半年信息采用情况统计表», the header «采用任务». */
export function mentionsAdoption(text: string): boolean {
  const key = matchKey(text)
  return longestFirst('adopt').some((word) => key.includes(word))
}

/** Whether a text speaks of submission: «累计报送». */
export function mentionsSubmission(text: string): boolean {
  const key = matchKey(text)
  return longestFirst('submit').some((word) => key.includes(word))
}
