import { pinyin } from 'pinyin-pro'

/**
 * The sounds of a text, one a character: a Han character as its syllable without tone (吕 is lv), read in its words (重庆, 银行), a
 * letter or digit as itself in lower case; blanks and punctuation make none. Width is folded.
 */
export function pinyinSyllables(text: string): readonly string[] {
  const known = memory.get(text)
  if (known) return known
  const sounds = pinyin(text.normalize('NFKC').toLowerCase(), { toneType: 'none', type: 'array', v: true })
  const syllables = sounds.filter((sound) => /^[\p{L}\p{N}]+$/u.test(sound))
  if (memory.size >= MOST_REMEMBERED) memory.clear()
  memory.set(text, syllables)
  return syllables
}

/** A search asks for the same names at every key that is pressed; more names than any office has are not kept. */
const MOST_REMEMBERED = 10_000
const memory = new Map<string, readonly string[]>()
