import type { MonthNote, Office } from '../model/office'

/*
 * Another tab may have changed the project between the moment a page drew its list and the moment the changed list arrives here. What the page sends is then a
 * change of what it saw, not of what is: it is applied to what is, so that neither side's work is lost.
 */

/**
 * A list of things with a key, changed from `base` to `mine` by one side and to `theirs` by the other. What only one side touched is as that side left it; a
 * thing that both changed is what `both` makes of it; what one side removed and the other changed stays. The order is that of the side which moved something.
 */
export function mergedList<Thing>(
  base: readonly Thing[],
  mine: readonly Thing[],
  theirs: readonly Thing[],
  keyOf: (thing: Thing) => string,
  both: (base: Thing | undefined, mine: Thing, theirs: Thing) => Thing = (_, own) => own,
): Thing[] {
  // As a rule nobody else was there.
  if (same(base, theirs)) return [...mine]
  const [wasKeys, ownKeys, itsKeys] = [base, mine, theirs].map((list) => keysOf(list, keyOf))
  const [was, own, its] = [base, mine, theirs].map(
    (list, side) => new Map(list.map((thing, index) => [[wasKeys!, ownKeys!, itsKeys!][side]![index]!, thing])),
  )
  const merged = (key: string): Thing | null => {
    const [before, here, there] = [was!.get(key), own!.get(key), its!.get(key)]
    if (here === undefined && there === undefined) return null
    if (here === undefined) return before !== undefined && same(before, there) ? null : there!
    if (there === undefined) return before !== undefined && same(before, here) ? null : here
    if (same(here, there) || same(before, here)) return there
    return same(before, there) ? here : both(before, here, there)
  }
  const iMoved = !same(
    ownKeys!.filter((key) => was!.has(key)),
    wasKeys!.filter((key) => own!.has(key)),
  )
  const order = iMoved ? withInserted(ownKeys!, itsKeys!) : withInserted(itsKeys!, ownKeys!)
  return order.flatMap((key) => merged(key) ?? [])
}

/** The keys of a list; of things with one key the second is another thing, and so on. */
function keysOf<Thing>(list: readonly Thing[], keyOf: (thing: Thing) => string): string[] {
  const met = new Map<string, number>()
  return list.map((thing) => {
    const key = keyOf(thing)
    const times = (met.get(key) ?? 0) + 1
    met.set(key, times)
    return `${key}\u0000${times}`
  })
}

/** The keys of one order with those of another that it lacks, each after the one that it follows there. */
function withInserted(order: readonly string[], other: readonly string[]): string[] {
  const all = [...order]
  other.forEach((key, index) => {
    if (all.includes(key)) return
    const before = other
      .slice(0, index)
      .reverse()
      .find((own) => all.includes(own))
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, key)
  })
  return all
}

/** Decks with their steps by id; of a step that both sides changed each field is as the side left it that changed it, this one where both did. */
export function mergedDecks(base: readonly unknown[], mine: readonly unknown[], theirs: readonly unknown[]): unknown[] {
  return mergedList(base, mine, theirs, idOf, mergedFields)
}

function mergedFields(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (!isRecord(mine) || !isRecord(theirs)) return mine
  const before = isRecord(base) ? base : {}
  const fields = new Set([...Object.keys(theirs), ...Object.keys(mine)])
  return Object.fromEntries(
    [...fields].map((field) => {
      const [was, own, its] = [before[field], mine[field], theirs[field]]
      if (same(was, own)) return [field, its]
      const lists = [was ?? [], own, its].filter(Array.isArray) as unknown[][]
      const identified =
        lists.length === 3 && lists.flat().every((thing) => isRecord(thing) && typeof thing['id'] === 'string')
      return [field, identified ? mergedDecks(lists[0]!, lists[1]!, lists[2]!) : own]
    }),
  )
}

/** A change of the office as it was seen, as a change of the office as it is: lists are merged by name, anything else is as this side says. */
export function mergedOffice(seen: Office, change: Partial<Office>, office: Office): Partial<Office> {
  return {
    ...change,
    ...(change.roster && { roster: mergedList(seen.roster, change.roster, office.roster, ({ name }) => name) }),
    ...(change.outlets && { outlets: mergedList(seen.outlets, change.outlets, office.outlets, ({ name }) => name) }),
    ...(change.successions && {
      successions: mergedList(seen.successions, change.successions, office.successions, ({ before }) => before),
    }),
    ...(change.notes && { notes: inOrder(mergedList(seen.notes, change.notes, office.notes, ({ period }) => period)) }),
  }
}

/** Notes stand in the order of time, whoever wrote them. */
function inOrder(notes: readonly MonthNote[]): MonthNote[] {
  return [...notes].sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0))
}

function idOf(thing: unknown): string {
  return isRecord(thing) ? String(thing['id']) : JSON.stringify(thing)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
