import type { Span } from '../model/period'
import { ADOPTED, type HashColumn, NONE, PENDING, type SheetFacts, UNDATED } from '../model/facts'
import { HashIndex } from './hashIndex'
import * as L from './ledger'

export interface LedgerSheet {
  readonly file: string
  readonly sheet: string | null
  readonly facts: SheetFacts
  /** Periods that a later file of the same table replaced: rows inside are set aside. */
  readonly replaced?: readonly Span[]
  /** A person said that this sheet counts where it repeats another. */
  readonly preferred?: boolean
}

/** Whether a span lies in a period of the sheet that was replaced. */
export function isReplaced({ replaced }: LedgerSheet, from: number, to: number): boolean {
  return replaced !== undefined && from !== UNDATED && replaced.some((span) => from >= span.from && to <= span.to)
}

export interface JoinedItems {
  readonly items: L.LedgerItems
  readonly placements: L.ItemOutlets
  readonly targets: L.ItemOutlets
  readonly publications: L.ItemOutlets
  /** Rows of each sheet that were replaced by a later file. */
  readonly replaced: readonly number[]
  /** Rows of each sheet that repeat an earlier row in all mapped fields. */
  readonly duplicates: readonly number[]
  /** Rows of each sheet that tell more of an item of a sheet before it: an adoption that came since, another outlet. */
  readonly updates: readonly number[]
  readonly findings: readonly L.LedgerFinding[]
}

const LISTED_DUPLICATES = 2000
const NO_PAIRS: L.ItemOutlets = {
  length: 0,
  item: new Uint32Array(0),
  outlet: new Uint32Array(0),
  from: new Int32Array(0),
  to: new Int32Array(0),
}

/**
 * Joins rows that are one item. Within a sheet: rows that share a number, where unit and title do not contradict it; else, and across
 * sheets and files, title + unit + day of submission. A row equal to an earlier row of its item in all mapped fields is a duplicate.
 * Rows without title and number are never joined.
 * @param unitCodes ledger unit of each sheet's unit codes. @param bodyCodes the body that reported, before it was succeeded: by it rows are joined. @param outletCodes likewise for outlets.
 * @param own one byte an outlet of the ledger: 1 for the office's own publications, whose printing makes no item adopted.
 */
export function joinItems(
  sheets: readonly LedgerSheet[],
  unitCodes: readonly Uint32Array[],
  bodyCodes: readonly Uint32Array[],
  outletCodes: readonly Uint32Array[],
  own: Uint8Array,
): JoinedItems {
  const rows = sheets.reduce((sum, { facts }) => sum + facts.items.length, 0)
  const items = {
    unit: new Uint32Array(rows),
    from: new Int32Array(rows),
    to: new Int32Array(rows),
    adoptedFrom: new Int32Array(rows).fill(UNDATED),
    adoptedTo: new Int32Array(rows).fill(UNDATED),
    flags: new Uint8Array(rows),
    sheet: new Uint16Array(rows),
    row: new Uint32Array(rows),
    index: new Uint32Array(rows),
  }
  const first = items.index
  const bodies = new Uint32Array(rows)
  const capacity = (key: 'title' | 'number'): number =>
    sheets.reduce((sum, { facts }) => sum + facts.items[key].a.length, 0)
  const byTitle = new HashIndex(capacity('title'))
  const byNumber = new HashIndex(capacity('number'))
  /** Further rows of the items that have more than one. */
  const more = new Map<number, { sheet: number; index: number }[]>()
  const duplicates = sheets.map(() => 0)
  const updates = sheets.map(() => 0)
  const replaced = sheets.map(() => 0)
  const findings: L.LedgerFinding[] = []
  const itemOfRow = sheets.map(({ facts }) => new Int32Array(facts.items.length))
  let length = 0

  for (const [s, entry] of sheets.entries()) {
    const { file, sheet, facts } = entry
    const { items: own } = facts
    const knows =
      (facts.knows.submitted ? L.KNOWS_SUBMITTED : 0) |
      (facts.knows.adopted ? L.KNOWS_ADOPTED : 0) |
      (facts.knows.pending ? L.KNOWS_PENDING : 0) |
      (facts.targets.length > 0 ? L.KNOWS_TARGETS : 0)
    for (let i = 0; i < own.length; i++) {
      if (entry.replaced && isReplaced(entry, own.from[i]!, own.to[i]!)) {
        replaced[s]!++
        itemOfRow[s]![i] = -1
        continue
      }
      const body = own.unit[i] === NONE ? NONE : bodyCodes[s]![own.unit[i]!]!
      const found = find(s, i, body)
      register(s, i, body, found < 0 ? length : found)
      if (found < 0) {
        const item = length++
        bodies[item] = body
        items.unit[item] = body === NONE ? NONE : unitCodes[s]![own.unit[i]!]!
        items.from[item] = own.from[i]!
        items.to[item] = own.to[i]!
        items.sheet[item] = s
        items.row[item] = own.row[i]!
        items.flags[item] =
          knows | (own.state[i] === ADOPTED ? L.IS_ADOPTED : own.state[i] === PENDING ? L.IS_PENDING : 0)
        first[item] = i
        itemOfRow[s]![i] = item
        continue
      }
      if (repeats(found, s, i)) {
        duplicates[s]!++
        itemOfRow[s]![i] = -1
        if (duplicates[s]! <= LISTED_DUPLICATES)
          findings.push({
            level: 'info',
            code: 'duplicate-row',
            file,
            sheet,
            row: own.row[i]!,
            sheetIndex: s,
            params: { first: items.row[found]!, firstFile: sheets[items.sheet[found]!]!.file },
          })
        continue
      }
      if (items.sheet[found] !== s) updates[s]!++
      itemOfRow[s]![i] = found
      const others = more.get(found)
      if (others) others.push({ sheet: s, index: i })
      else more.set(found, [{ sheet: s, index: i }])
      items.flags[found]! |= knows
      if (own.state[i] === ADOPTED) items.flags[found] = (items.flags[found]! | L.IS_ADOPTED) & ~L.IS_PENDING
      else if (own.state[i] === PENDING && !(items.flags[found]! & L.IS_ADOPTED)) items.flags[found]! |= L.IS_PENDING
    }
  }

  for (const [s, { facts }] of sheets.entries()) if (facts.bandStarts.length > 1) countPhysicalRows(s)

  /** Of tables side by side a physical row holds several items: it is gone when all of them are. */
  function countPhysicalRows(s: number): void {
    const { row, length: count } = sheets[s]!.facts.items
    const rows = new Map<number, boolean>()
    for (let i = 0; i < count; i++) rows.set(row[i]!, (rows.get(row[i]!) ?? true) && itemOfRow[s]![i] === -1)
    const gone = [...rows.values()].filter(Boolean).length
    replaced[s] = Math.min(replaced[s]!, gone)
    duplicates[s] = gone - replaced[s]!
  }

  /** The item this row belongs to, or -1. */
  function find(s: number, i: number, body: number): number {
    const { number, title, from, to } = sheets[s]!.facts.items
    const numbered = isSet(number, i)
    if (numbered) {
      const same = byNumber.find(number.a[i]!, number.b[i]!, s, 0, 0)
      if (same >= 0 && agrees(same, body, title.a[i] ?? 0, title.b[i] ?? 0)) return same
    }
    if (!isSet(title, i)) return -1
    const same = byTitle.find(title.a[i]!, title.b[i]!, body, from[i]!, to[i]!)
    // Within one sheet different numbers are different items, whatever their titles.
    return same >= 0 && (!numbered || items.sheet[same] !== s) ? same : -1
  }

  /** Remembers the row's keys; the first item under a key keeps it. */
  function register(s: number, i: number, body: number, item: number): void {
    const { number, title, from, to } = sheets[s]!.facts.items
    if (isSet(number, i)) byNumber.find(number.a[i]!, number.b[i]!, s, 0, 0, item)
    if (isSet(title, i)) byTitle.find(title.a[i]!, title.b[i]!, body, from[i]!, to[i]!, item)
  }

  function agrees(item: number, body: number, ta: number, tb: number): boolean {
    const other = sheets[items.sheet[item]!]!.facts.items
    const [oa, ob] = [other.title.a[first[item]!] ?? 0, other.title.b[first[item]!] ?? 0]
    const titles = (oa === 0 && ob === 0) || (ta === 0 && tb === 0) || (oa === ta && ob === tb)
    return titles && (bodies[item] === body || bodies[item] === NONE || body === NONE)
  }

  function repeats(item: number, s: number, i: number): boolean {
    const own = sheets[s]!.facts.items.whole
    const sameAs = (sheet: number, index: number): boolean => {
      const other = sheets[sheet]!.facts.items.whole
      return other.a[index] === own.a[i] && other.b[index] === own.b[i]
    }
    return (
      sameAs(items.sheet[item]!, first[item]!) ||
      (more.get(item) ?? []).some(({ sheet, index }) => sameAs(sheet, index))
    )
  }

  const placements = outletsOf('adoptions', 0)
  const targets = outletsOf('targets', 0)
  const publications = own.includes(1) ? outletsOf('adoptions', 1) : NO_PAIRS
  if (publications.length > 0) withdrawOwn()
  for (let p = 0; p < placements.length; p++) {
    const item = placements.item[p]!
    const from = placements.from[p]!
    if (from !== UNDATED && (items.adoptedFrom[item] === UNDATED || from < items.adoptedFrom[item]!)) {
      items.adoptedFrom[item] = from
      items.adoptedTo[item] = placements.to[p]!
    }
  }

  /** An item that only own publications printed was not adopted. */
  function withdrawOwn(): void {
    const placed = new Uint8Array(length)
    for (let p = 0; p < placements.length; p++) placed[placements.item[p]!] = 1
    for (let p = 0; p < publications.length; p++) {
      const item = publications.item[p]!
      if (!placed[item]) items.flags[item]! &= ~L.IS_ADOPTED
    }
  }

  /** Item × outlet pairs of all sheets, each once, of other outlets (0) or own publications (1); of several days of one pair the earliest counts. */
  function outletsOf(kind: 'adoptions' | 'targets', ownness: 0 | 1): L.ItemOutlets {
    const capacity = sheets.reduce((sum, { facts }) => sum + facts[kind].length, 0)
    const pairs = {
      item: new Uint32Array(capacity),
      outlet: new Uint32Array(capacity),
      from: new Int32Array(capacity),
      to: new Int32Array(capacity),
    }
    const seen = new Map<string, number>()
    let count = 0
    for (const [s, { facts }] of sheets.entries()) {
      const listed = facts[kind]
      let lastItem = -1
      for (let i = 0; i < listed.length; i++) {
        const item = itemOfRow[s]![listed.item[i]!]!
        if (item < 0) continue
        const outlet = outletCodes[s]![listed.outlet[i]!]!
        if (own[outlet] !== ownness) continue
        // Folded spellings may name one outlet twice in a row; rows of one item may repeat it.
        if (more.has(item) || item === lastItem) {
          const key = `${item} ${outlet}`
          const same = seen.get(key) ?? indexIn(pairs, count, item, outlet)
          if (same >= 0) {
            if (listed.from[i]! !== UNDATED && (pairs.from[same] === UNDATED || listed.from[i]! < pairs.from[same]!)) {
              pairs.from[same] = listed.from[i]!
              pairs.to[same] = listed.to[i]!
            }
            continue
          }
          seen.set(key, count)
        }
        lastItem = item
        pairs.item[count] = item
        pairs.outlet[count] = outlet
        pairs.from[count] = listed.from[i]!
        pairs.to[count] = listed.to[i]!
        count++
      }
    }
    return {
      length: count,
      item: pairs.item.slice(0, count),
      outlet: pairs.outlet.slice(0, count),
      from: pairs.from.slice(0, count),
      to: pairs.to.slice(0, count),
    }
  }

  const cut = <T extends Int32Array | Uint32Array | Uint16Array | Uint8Array>(column: T): T =>
    length === rows ? column : (column.slice(0, length) as T)
  return {
    items: {
      length,
      unit: cut(items.unit),
      from: cut(items.from),
      to: cut(items.to),
      adoptedFrom: cut(items.adoptedFrom),
      adoptedTo: cut(items.adoptedTo),
      flags: cut(items.flags),
      sheet: cut(items.sheet),
      row: cut(items.row),
      index: cut(items.index),
    },
    placements,
    targets,
    publications,
    replaced,
    duplicates,
    updates,
    findings,
  }
}

function isSet(column: HashColumn, i: number): boolean {
  return column.a.length > 0 && (column.a[i] !== 0 || column.b[i] !== 0)
}

/** Looks among the pairs of the item that was just written (they stand at the end). */
function indexIn(
  pairs: { item: Uint32Array; outlet: Uint32Array },
  count: number,
  item: number,
  outlet: number,
): number {
  for (let i = count - 1; i >= 0 && pairs.item[i] === item; i--) if (pairs.outlet[i] === outlet) return i
  return -1
}
