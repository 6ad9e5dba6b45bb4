import { pinyinSyllables } from './pinyinSyllables'

/** First letters of the sounds: 石桥镇 is sqz, 县委办A1 is xwba1. A character without a known sound stands for itself. */
export function pinyinInitials(text: string): string {
  return pinyinSyllables(text)
    .map((syllable) => [...syllable][0])
    .join('')
}

/**
 * Whether a name answers a search: the query occurs in it (width, case and blanks aside), or, written in letters, in its initials
 * (sqz) or in its pinyin from the start of a syllable on (shiq, qiaozhen). An empty query finds everything.
 */
export function matchesSearch(text: string, query: string): boolean {
  const wanted = folded(query)
  if (folded(text).includes(wanted)) return true
  // An input method shows its apostrophes while it composes: shi'qiao.
  const letters = wanted.replace(/['’]/g, '')
  if (!/^[a-z0-9]*[a-z][a-z0-9]*$/.test(letters)) return false
  if (pinyinInitials(text).includes(letters)) return true
  const syllables = pinyinSyllables(text)
  return syllables.some((_, from) => syllables.slice(from).join('').startsWith(letters))
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
}
