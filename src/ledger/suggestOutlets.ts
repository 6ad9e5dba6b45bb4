import { AliasPairs, type AliasReason, type AliasSuggestion, named, pairWithin } from './aliasPairs'
import { type OutletName, outletName } from './outletName'
import { isCharacterSlip, soundOf } from './soundAlike'

interface Outlet extends OutletName {
  readonly at: number
}

/** Pairs of outlet names that may be one outlet. Points hang on an outlet's level, so the level is never left out of the comparison. */
export function suggestOutlets(names: readonly string[]): AliasSuggestion[] {
  const outlets = names.map((name, at) => ({ ...outletName(name), at }))
  const pairs = new AliasPairs()
  const of = (reason: AliasReason) => (a: Outlet, b: Outlet) => pairs.add(a.at, b.at, reason)
  pairWithin(outlets, ({ spelling }) => spelling, of('spelling'))
  pairWithin(outlets, sameOutlet, (a, b) => {
    if (!onePlace(a, b) || !oneCarrier(a, b)) return
    if (a.prefix.place !== b.prefix.place) of('prefix')(a, b)
    else of(a.spelling.startsWith(b.spelling) || b.spelling.startsWith(a.spelling) ? 'suffix' : 'abbreviation')(a, b)
  })
  pairWithin(
    outlets,
    ({ spelling }) => soundOf(spelling),
    (a, b) => {
      if (isCharacterSlip(a.spelling, b.spelling)) of('pinyin')(a, b)
    },
  )
  return named(pairs, names)
}

function sameOutlet({ prefix, core }: Outlet): string {
  return `${prefix.level} ${core}`
}

function onePlace(a: Outlet, b: Outlet): boolean {
  return (
    a.prefix.place === b.prefix.place || (a.prefix.level !== '' && (a.prefix.place === '' || b.prefix.place === ''))
  )
}

function oneCarrier(a: Outlet, b: Outlet): boolean {
  return a.carrier === b.carrier || a.carrier === null || b.carrier === null
}
