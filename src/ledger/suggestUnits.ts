import { distance } from 'fastest-levenshtein'
import { type AdministrativePrefix, mayBeOnePlace, NO_PREFIX } from './administrativePrefix'
import { AliasPairs, type AliasReason, type AliasSuggestion, blocks, named, pairWithin } from './aliasPairs'
import { departmentOf } from './departmentNames'
import { isCharacterSlip, lookOf, soundOf } from './soundAlike'
import { type UnitName, unitName } from './unitName'

interface Unit extends UnitName {
  readonly at: number
}

/** Pairs of unit names that may be one body. */
export function suggestUnits(names: readonly string[]): AliasSuggestion[] {
  const units = names.map((name, at) => ({ ...unitName(name), at }))
  const pairs = new AliasPairs()
  const add = (a: Unit, b: Unit, reason: AliasReason): void => pairs.add(a.at, b.at, reason)
  pairWithin(
    units,
    ({ spelling }) => spelling,
    (a, b) => add(a, b, 'spelling'),
  )
  sameBody(units, add)
  shortForms(units, add)
  withoutType(units, add)
  withParent(units, add)
  slips(units, add)
  return named(pairs, names)
}

type Add = (a: Unit, b: Unit, reason: AliasReason) => void

/** One body under different prefixes, suffixes or known short names. */
function sameBody(units: readonly Unit[], add: Add): void {
  for (const same of blocks(units, ({ core, department }) => (department === null ? core : `#${department}`)).values())
    for (const group of placesThatAgree(same))
      pairWithin(
        group,
        () => '',
        (a, b) => {
          if (a.plain === b.plain) add(a, b, 'suffix')
          else add(a, b, a.core === b.core && isEnding(a.plain, b.plain) ? 'prefix' : 'abbreviation')
        },
      )
}

function isEnding(a: string, b: string): boolean {
  return a.endsWith(b) || b.endsWith(a)
}

/**
 * Names of one body in groups that may be one place. A name without place goes with none where several places have the body: beside
 * 江源县公安局 and 清河县公安局, 公安局 is a third.
 */
function placesThatAgree(same: readonly Unit[]): (readonly Unit[])[] {
  const byPrefix = [...blocks(same, ({ prefix }) => `${prefix.place} ${prefix.level}`).values()]
  if (byPrefix.length > MOST_PREFIXES) return byPrefix
  const groups = byPrefix.map((units) => ({ units, prefix: units[0]!.prefix }))
  const isOnly = (a: AdministrativePrefix, b: AdministrativePrefix): boolean =>
    groups.every(({ prefix }) => !mayBeOnePlace(a, prefix) || mayBeOnePlace(b, prefix))
  return groups.flatMap((a, i) => [
    a.units,
    ...groups
      .slice(i + 1)
      .filter((b) => mayBeOnePlace(a.prefix, b.prefix) && isOnly(a.prefix, b.prefix) && isOnly(b.prefix, a.prefix))
      .map((b) => [...a.units, ...b.units]),
  ])
}

/** So many places share a body only where no name without place can be told apart. */
const MOST_PREFIXES = 50

const SHORT_TYPE = /(?:局|委|办|部|会|院|中心|公司|集团|所|站)$/

/** Short forms that no list knows: 城投公司 of 城市建设投资公司. Where a name has two candidates, it is neither. */
function shortForms(units: readonly Unit[], add: Add): void {
  const candidates: (readonly [Unit, Unit])[] = []
  pairWithin(
    units.filter(({ core }) => SHORT_TYPE.test(core)),
    ({ core }) => `${core[0]!}${SHORT_TYPE.exec(core)![0]}`,
    (a, b) => {
      const [short, long] = a.core.length < b.core.length ? [a, b] : [b, a]
      if (mayBeOne(short, long) && isShortForm(short.core, long.core)) candidates.push([short, long])
    },
  )
  for (const [short, long] of onlyChoices(candidates)) add(short, long, 'abbreviation')
}

/**
 * 城投 of 城市建设投资: the first characters are one, all follow in order, and the last stands in the last word. 林业 of 林业草原 is no
 * short form but a part.
 */
function isShortForm(shortName: string, longName: string): boolean {
  const short = shortName.replace(SHORT_TYPE, '')
  const long = longName.replace(SHORT_TYPE, '')
  if (short.length < 2 || short.length > 4 || long.length < short.length + 2 || long.startsWith(short.slice(0, 2)))
    return false
  if (!long.slice(-2).includes(short[short.length - 1]!)) return false
  let at = 0
  for (const character of long) if (character === short[at]) at++
  return at === short.length
}

/** 城关 and 城关镇, 教育 and 教育局: the kind of body is left out. Beside 石桥镇 and 石桥乡, 石桥 is neither. */
function withoutType(units: readonly Unit[], add: Add): void {
  const byCore = blocks(units, ({ core }) => core)
  const candidates = units.flatMap((long) => {
    const stem = /^(.{2,})(?:镇|乡|街道|局|委|办)$/.exec(long.core)?.[1]
    return (byCore.get(stem ?? '') ?? [])
      .filter((short) => mayBeOne(short, long))
      .map((short) => [short, long] as const)
  })
  for (const [short, long] of onlyChoices(candidates)) add(short, long, 'suffix')
}

/** 公安局交警大队 and 交警大队: only the bureau above is left out. */
function withParent(units: readonly Unit[], add: Add): void {
  const byCore = blocks(units, ({ core }) => (/..(?:大队|支队|中心|院|馆|站|所)$/.test(core) ? core : null))
  const candidates = units.flatMap((long) =>
    [...long.core.slice(0, LONGEST_BUREAU)].flatMap((_, head) => {
      const part = byCore.get(long.core.slice(head))
      return part && departmentOf(long.core.slice(0, head)) !== null
        ? part.filter((short) => mayBeOnePlace(short.prefix, long.prefix)).map((short) => [short, long] as const)
        : []
    }),
  )
  for (const [short, long] of onlyChoices(candidates)) add(short, long, 'parent')
}

/** Characters of the longest bureau's name. */
const LONGEST_BUREAU = 20

/** Names that sound or look alike, and known bodies misspelt. */
function slips(units: readonly Unit[], add: Add): void {
  const known = blocks(units, ({ core, department }) => (department === null || !LONG_BODY.test(core) ? null : core))
  for (const unit of units)
    if (unit.department === null && unit.core.length > 3)
      for (const [core, bodies] of known)
        if (isMisspelt(unit.core, core))
          for (const body of bodies) if (mayBeOnePlace(unit.prefix, body.prefix)) add(unit, body, 'typo')
  const slip = (reason: AliasReason, part: 'core' | 'plain') => (a: Unit, b: Unit) => {
    if (mayBeOne(a, b) && isCharacterSlip(a[part], b[part])) add(a, b, reason)
  }
  pairWithin(units, ({ core }) => soundOf(core), slip('pinyin', 'core'))
  // A slip in the place: 江源县 and 江原县.
  const anywhere = slip('pinyin', 'plain')
  pairWithin(
    units,
    ({ plain }) => soundOf(plain),
    (a, b) => anywhere({ ...a, prefix: NO_PREFIX }, b),
  )
  pairWithin(units, ({ core }) => lookOf(core), slip('typo', 'core'))
}

/** Bureaus of five characters and more are so unlike each other that one changed character is a slip; centres are not. */
const LONG_BODY = /^.{4,}[局委部会]$/

function isMisspelt(name: string, body: string): boolean {
  if (Math.abs(name.length - body.length) > 1) return false
  return distance(name, body) === 1 || (name.length === body.length && sorted(name) === sorted(body))
}

function sorted(name: string): string {
  return [...name].sort().join('')
}

function mayBeOne(a: Unit, b: Unit): boolean {
  const two = a.department !== null && b.department !== null && a.department !== b.department
  return !two && mayBeOnePlace(a.prefix, b.prefix)
}

/** Pairs whose members have no other candidate by name. */
function onlyChoices(candidates: readonly (readonly [Unit, Unit])[]): (readonly [Unit, Unit])[] {
  const partners = new Map<string, Set<string>>()
  const meet = (own: string, other: string): void => void partners.set(own, (partners.get(own) ?? new Set()).add(other))
  for (const [short, long] of candidates) {
    meet(`short ${short.core}`, long.core)
    meet(`long ${long.core}`, short.core)
  }
  return candidates.filter(
    ([short, long]) => partners.get(`short ${short.core}`)!.size === 1 && partners.get(`long ${long.core}`)!.size === 1,
  )
}
