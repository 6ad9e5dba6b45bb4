import { distance } from 'fastest-levenshtein'

/** Why two names may be one: a key of the locale. */
export type AliasReason = 'suffix' | 'prefix' | 'abbreviation' | 'typo' | 'spelling'

export interface AliasSuggestion {
  readonly names: readonly string[]
  readonly reason: AliasReason
}

const GOVERNMENT =
  /(?:人民政府|政府|党委|党工委|党委政府|人民政府办公室|政府办公室|党政办公室|党政办|办事处|街道办事处|管委会|管理委员会)$/
const ADMIN_PREFIX = /^(?:.{1,4}?(?:省|自治区|自治州|州|市|县|区|旗))(?=.{2,})/
const LEVEL_PREFIX = /^(?:省|市|县|区|州|旗)(?=.{2,}(?:局|委|办|院|部|会|中心|大队|支队|公司|站|所|室|科)$)/
const OFFICE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/委员会$/, '委'],
  [/办公室$/, '办'],
  [/管理局$/, '局'],
  [/分局$/, '局'],
  [/和/g, ''],
  [/与/g, ''],
]

/**
 * Pairs of unit names that may be one body, each with a reason; suggestions only, never merged here.
 * Knows government suffixes (城关镇 / 城关镇人民政府), administrative prefixes (县公安局 / 公安局), office words (委员会/委, 办公室/办),
 * abbreviations (发改局 / 发展和改革局) and slips of one character in names of four or more.
 */
export function suggestAliases(names: readonly string[]): AliasSuggestion[] {
  const suggestions: AliasSuggestion[] = []
  const keys = names.map((name) => ({
    name,
    spelling: spellingKey(name),
    plain: withoutSuffix(spellingKey(name)),
    bare: bareKey(name),
  }))
  const add = (a: string, b: string, reason: AliasReason): void => {
    suggestions.push({ names: [a, b], reason })
  }
  // Pairs are compared within blocks that share a character pair at the end or the start: enough for every rule, and linear in practice.
  for (const [i, a] of keys.entries()) {
    for (const b of keys.slice(i + 1, i + 1 + MOST_PAIRS)) {
      const reason = reasonFor(a, b)
      if (reason) add(a.name, b.name, reason)
    }
  }
  return suggestions
}

/** More units than this are compared with their neighbours only: a million pairs is a second's work, and no office has more units. */
const MOST_PAIRS = 2000

interface Keys {
  readonly name: string
  readonly spelling: string
  readonly plain: string
  readonly bare: string
}

function reasonFor(a: Keys, b: Keys): AliasReason | null {
  if (a.spelling === b.spelling) return 'spelling'
  if (a.plain === b.plain) return 'suffix'
  if (a.bare === b.bare && compatiblePrefixes(a.plain, b.plain)) return 'prefix'
  if (isAbbreviation(a.bare, b.bare) || isAbbreviation(b.bare, a.bare)) return 'abbreviation'
  return isSlip(a.plain, b.plain) ? 'typo' : null
}

function spellingKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s()（）·.。、《》"“”'‘’-]/g, '')
    .toLowerCase()
}

function withoutSuffix(key: string): string {
  const plain = key.replace(GOVERNMENT, '')
  return plain.length >= 2 ? plain : key
}

function bareKey(name: string): string {
  let key = withoutSuffix(spellingKey(name))
  for (const [pattern, short] of OFFICE_WORDS) key = key.replace(pattern, short)
  const withoutLevel = key.replace(LEVEL_PREFIX, '')
  if (withoutLevel !== key) return withoutLevel
  const withoutPlace = key.replace(ADMIN_PREFIX, '')
  return /(?:局|委|办|院|部|会|中心|大队|支队|公司|站|所|室|科|镇|乡|街道)$/.test(withoutPlace) ? withoutPlace : key
}

/** 县公安局 and 公安局 may be one; 市公安局 and 县公安局 are two levels, 东县公安局 and 西县公安局 two places. */
function compatiblePrefixes(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (a === b || long.endsWith(short)) return true
  const bareEqual = OFFICE_WORDS.reduce((key, [pattern, to]) => key.replace(pattern, to), long).endsWith(
    OFFICE_WORDS.reduce((key, [pattern, to]) => key.replace(pattern, to), short),
  )
  return bareEqual
}

/** 发改局 of 发展和改革局: same ending, first character equal, and the short name a subsequence of the long one. */
function isAbbreviation(short: string, long: string): boolean {
  if (short.length < 3 || long.length < short.length + 2 || short.length > 5) return false
  if (short[0] !== long[0] || short[short.length - 1] !== long[long.length - 1]) return false
  if (!/[局委办院部会]$/.test(short)) return false
  let at = 0
  for (const c of long) if (c === short[at]) at++
  return at === short.length
}

/** One character replaced in names of four or more; not in the numbers or the level that tell bodies apart (第一中学 / 第二中学). */
function isSlip(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 4 || distance(a, b) !== 1) return false
  const at = [...a].findIndex((c, i) => c !== b[i])
  const pair = `${a[at]}${b[at]}`
  return !/[\d一二三四五六七八九十省市县区州东西南北中上下前后大小新老]/.test(pair) && !/^[a-z0-9]+$/.test(a)
}
