import { pinyinSyllables } from './pinyinSyllables'

const HAN = /^\p{Script=Han}+$/u
/** 时报 and 市报 sound alike and are two papers. */
const LEVELS = '省市县区州旗'
const LOOK_ALIKE = new Map(
  [
    '己已巳',
    '未末',
    '土士',
    '日曰目',
    '设没',
    '侯候',
    '治冶',
    '管菅',
    '崇祟',
    '坪枰',
    '戊戌戍',
    '洋祥',
    '技枝',
    '桥侨',
    '析折',
    '今令',
    '拔拨',
    '贷货',
    '住往',
  ].flatMap((group) => [...group].map((character) => [character, group[0]!] as const)),
)

/** The sound of a name without tones, a character at a time; null for names of less than `least` characters or with other than Han. */
export function soundOf(name: string, least = 3): string | null {
  if (name.length < least || !HAN.test(name)) return null
  // Read alone, a character of two readings has the same one in both names that are compared.
  return [...name].map((character) => pinyinSyllables(character)[0] ?? character).join(' ')
}

/** A name with characters that are taken for each other (已 and 己) made one; null for names of less than three characters. */
export function lookOf(name: string): string | null {
  return name.length < 3 ? null : [...name].map((character) => LOOK_ALIKE.get(character) ?? character).join('')
}

/** Whether two names of equal length differ in one character, in two when they are long, and never in a level. */
export function isCharacterSlip(a: string, b: string): boolean {
  const [from, to] = [[...a], [...b]]
  if (from.length !== to.length) return false
  const changed = from.flatMap((character, i) => (character === to[i] ? [] : [i]))
  if (changed.length === 0 || changed.length > (from.length > 4 ? 2 : 1)) return false
  return !changed.some((i) => LEVELS.includes(from[i]!) || LEVELS.includes(to[i]!))
}
