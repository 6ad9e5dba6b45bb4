import type { Measured } from '../model/measure'
import type { SlideAnswer, UnitAnswer } from '../model/slide'
import { COMMON_SIGNS, commonStarts } from '../model/commonStarts'

/** What stands for each unit's name. */
export type Pseudonyms = ReadonlyMap<string, string>

/**
 * 甲, 乙, 丙 for every unit of the workspace, one for the whole deck. Their order says nothing: it follows from the deck's id, neither from the ledger's order
 * nor from any rank. More units than letters get letters with a number.
 */
export function pseudonyms(names: readonly string[], letters: string, seed: string): Pseudonyms {
  const signs = [...letters]
  const order = [...new Set(names)]
    .map((name) => ({ name, key: scattered(`${seed} ${name}`) }))
    .sort((a, b) => a.key - b.key || (a.name < b.name ? -1 : 1))
  const numbered = order.length > signs.length
  return new Map(
    order.map(({ name }, index) => [
      name,
      `${signs[index % signs.length]!}${numbered ? Math.floor(index / signs.length) + 1 : ''}`,
    ]),
  )
}

/** Every unit that a deck may name: those of its frozen state, and those of the roster that reported nothing. */
export function namesOf(held: {
  readonly units: readonly { readonly name: string }[]
  readonly answers: Readonly<Record<string, SlideAnswer>>
}): string[] {
  const silent = Object.values(held.answers).flatMap(({ measured }) => measured.silentUnits)
  return [...new Set([...held.units.map(({ name }) => name), ...silent])]
}

/** FNV-1a with a final mix: near names fall far apart. */
function scattered(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

/**
 * A text with every known name replaced, and the short forms that people write of it (县教育局 → 教育局, 城关镇 → 城关), longer ones first, so that 城关镇中学 does
 * not become «甲中学». Other abbreviations (人社局) nobody can know.
 */
export function textWithoutNames(text: string, names: Pseudonyms): string {
  const all = shortFormsOf(names)
  const known = [...all.keys()].filter((name) => text.includes(name)).sort((a, b) => b.length - a.length)
  // One pass: what was put in is not searched again.
  let left = text
  let out = ''
  while (left !== '') {
    const before = text.slice(0, text.length - left.length)
    const hit = known.find(
      (name) =>
        left.startsWith(name) &&
        (names.has(name) || !BARE.has(name.length) || standsAlone(before, left.slice(name.length))),
    )
    const taken = hit ?? [...left][0]!
    out += hit === undefined ? taken : all.get(hit)!
    left = left.slice(taken.length)
  }
  return out
}

/** One sign of the place that an office belongs to, when the rest names it as well. */
const OF_A_PLACE = /^[省市州县区旗](?=.{3})/
/** Townships are called by their bare names. */
const TOWNSHIP = /(?:街道办事处|街道|民族乡|[镇乡])$/

/** A bare name of two signs may be a common word (中心, 团结): it is one of a township only where it stands between marks or small words. */
const BARE = new Set([2])
const BEFORE = /(?:^|[\s、，。；：！？（“《]|[和与及由对给在比])$/
const AFTER = /^(?:$|[\s、，。；：！？）”》]|[和与及两三四五六七八九十各等])/

function standsAlone(before: string, after: string): boolean {
  return BEFORE.test(before) && AFTER.test(after)
}

const made = new WeakMap<Pseudonyms, Pseudonyms>()

/** Made once for the names of a deck: every text of every slide asks. */
function shortFormsOf(names: Pseudonyms): Pseudonyms {
  const forms = made.get(names) ?? withShortForms(names)
  made.set(names, forms)
  return forms
}

function withShortForms(names: Pseudonyms): Pseudonyms {
  const starts = commonStarts([...names.keys()])
  const meant = new Map<string, Set<string>>()
  for (const [name, sign] of names) {
    const start = starts.get([...name].slice(0, COMMON_SIGNS).join(''))
    const own = start !== undefined && name.startsWith(start) ? name.slice(start.length) : name
    for (const form of [own, own.replace(OF_A_PLACE, ''), own.replace(TOWNSHIP, '')])
      if ([...form].length > 1) meant.set(form, (meant.get(form) ?? new Set()).add(sign))
  }
  // A form that two units share names neither.
  const forms = [...meant].flatMap(([form, signs]) => (signs.size === 1 ? [[form, [...signs][0]!] as const] : []))
  return new Map([...forms, ...names])
}

/** The numbers of a step without names of units. */
export function answerWithoutNames(answer: SlideAnswer, names: Pseudonyms): SlideAnswer {
  const { measured, ranking, funnel, peers, changes } = answer
  return {
    ...answer,
    measured: measuredWithoutNames(measured, names),
    ranking: ranking && { ...ranking, units: ranking.units.map((own) => renamed(own, names)) },
    funnel: funnel && { ...funnel, points: funnel.points.map((own) => renamed(own, names)) },
    peers: peers && renamed(peers, names),
    changes: changes && { ...changes, units: changes.units.map((own) => renamed(own, names)) },
  }
}

/** The card of a unit without names of units. */
export function cardWithoutNames(card: UnitAnswer, names: Pseudonyms): UnitAnswer {
  return {
    ...renamed(card, names),
    measured: measuredWithoutNames(card.measured, names),
    ranking: card.ranking && { ...card.ranking, units: card.ranking.units.map((own) => renamed(own, names)) },
  }
}

function measuredWithoutNames(measured: Measured, names: Pseudonyms): Measured {
  return {
    ...measured,
    units: measured.units.map((own) => renamed(own, names)),
    silentUnits: measured.silentUnits.map((name) => names.get(name) ?? HIDDEN),
  }
}

/** Of a unit that the deck does not know: nothing of its name may show. */
const HIDDEN = '※'

function renamed<Named extends { readonly unit: string }>(own: Named, names: Pseudonyms): Named {
  return { ...own, unit: names.get(own.unit) ?? HIDDEN }
}
