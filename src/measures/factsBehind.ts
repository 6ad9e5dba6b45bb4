import * as L from '../ledger/ledger'
import type { Behind } from '../model/factRow'
import { NONE, UNDATED } from '../model/facts'
import type { MeasureQuery } from '../model/measure'
import { lagOfItem, LONGEST_DRAWN } from './lag'

export const ITEM = 0
export const PLACEMENT = 1
export const PUBLICATION = 2
export const UNIT_COUNT = 3
const OUTLET_COUNT = 4

/** Facts by kind and index into the ledger's table of that kind, with what each adds to the number that was asked about. */
export interface FactList {
  readonly length: number
  readonly kind: Uint8Array
  readonly index: Uint32Array
  readonly value: Float64Array
  /** Behind a rate: what each adds to the numerator, where `value` is what it adds to the denominator; null behind any other number. */
  readonly part: Float64Array | null
}

/**
 * Exactly the facts that a number is made of (same rules as `measureLedger`): Σ value equals the figure where it is known. Without
 * `behind` every fact of the filters: items by their submission, counts by their period, each once.
 */
export function factsBehind(ledger: L.Ledger, query: MeasureQuery, behind: Behind | null): FactList {
  if (behind?.measure === 'rate') return factsBehindRate(ledger, query, behind)
  const facts = new FactCollector()
  const allowed = allowedUnits(ledger, query)
  const passes = (unit: number): boolean => allowed === null || (unit !== NONE && allowed[unit] === 1)
  const { span } = query
  const inside = (from: number, to: number): boolean =>
    span === null || (from !== UNDATED && from >= span.from && to <= span.to)
  const current = query.clock === 'adopted'
  const chosen = behind?.outletIds ? new Set(behind.outletIds) : null
  const { items, placements, targets, publications, unitCounts, outletCounts, outlets } = ledger

  const addItems = (needs: number, wants: number, byAdoption: boolean): void => {
    for (let i = 0; i < items.length; i++) {
      const flags = items.flags[i]!
      if ((flags & needs) !== needs || (flags & wants) !== wants || !passes(items.unit[i]!)) continue
      if (byAdoption ? inside(items.adoptedFrom[i]!, items.adoptedTo[i]!) : inside(items.from[i]!, items.to[i]!))
        facts.add(ITEM, i, 1)
    }
  }
  const addPairs = (kind: typeof PLACEMENT | typeof PUBLICATION, pairs: L.ItemOutlets): void => {
    for (let p = 0; p < pairs.length; p++) {
      const item = pairs.item[p]!
      if ((chosen && !chosen.has(pairs.outlet[p]!)) || !passes(items.unit[item]!)) continue
      if (current ? inside(pairs.from[p]!, pairs.to[p]!) : inside(items.from[item]!, items.to[item]!))
        facts.add(kind, p, 1)
    }
  }
  const addTargets = (): void => {
    for (let t = 0; t < targets.length; t++) {
      const item = targets.item[t]!
      if (chosen?.has(targets.outlet[t]!) && passes(items.unit[item]!) && inside(items.from[item]!, items.to[item]!))
        facts.add(ITEM, item, 1)
    }
  }
  const addUnitCounts = (valueOf: (count: L.UnitCount) => number | null): void => {
    for (const [i, count] of unitCounts.entries()) {
      const value = valueOf(count)
      if (value && passes(count.unit) && inside(count.from, count.to)) facts.add(UNIT_COUNT, i, value)
    }
  }
  const addOutletCounts = (own: boolean, valueOf: (count: L.OutletCount) => number | null): void => {
    for (const [i, count] of outletCounts.entries()) {
      const value = valueOf(count)
      if (!value || outlets[count.outlet]!.own !== own || (chosen && !chosen.has(count.outlet))) continue
      if (passes(count.unit) && inside(count.from, count.to)) facts.add(OUTLET_COUNT, i, value)
    }
  }

  if (behind === null) {
    addItems(0, 0, false)
    for (const [i, count] of unitCounts.entries())
      if (passes(count.unit) && inside(count.from, count.to) && (count.submitted !== null || count.adopted !== null))
        facts.add(UNIT_COUNT, i, 1)
    for (const [i, count] of outletCounts.entries())
      if (passes(count.unit) && inside(count.from, count.to)) facts.add(OUTLET_COUNT, i, 1)
    return facts.finish()
  }
  switch (behind.measure) {
    case 'submitted':
      if (chosen) {
        addTargets()
        addOutletCounts(false, ({ submitted }) => submitted)
      } else {
        addItems(L.KNOWS_SUBMITTED, 0, false)
        addUnitCounts(({ submitted }) => submitted)
      }
      break
    case 'adopted':
      if (chosen) {
        addPairs(PLACEMENT, placements)
        addOutletCounts(false, ({ adopted }) => adopted)
      } else {
        addItems(L.KNOWS_ADOPTED, L.IS_ADOPTED, current)
        addUnitCounts(({ adopted }) => adopted)
      }
      break
    case 'placements':
      addPairs(PLACEMENT, placements)
      addOutletCounts(false, ({ adopted }) => adopted)
      break
    case 'pending':
      addItems(L.KNOWS_PENDING, L.IS_PENDING, false)
      break
    case 'lag':
      for (let i = 0; i < items.length; i++) {
        const lag = lagOfItem(items, i)
        if (lag === null || (behind.days !== null && Math.min(LONGEST_DRAWN, lag) !== behind.days)) continue
        if (passes(items.unit[i]!) && inside(items.from[i]!, items.to[i]!)) facts.add(ITEM, i, 1)
      }
      break
    case 'published':
      addPairs(PUBLICATION, publications)
      addOutletCounts(true, ({ adopted }) => adopted)
      break
  }
  return facts.finish()
}

/**
 * The facts of a rate, each once: what was submitted, with what of it was adopted beside it, then what was adopted without being among the submitted (on the
 * adopted clock, or where an outlet's ledger names no submission). Σ part ÷ Σ value is the rate.
 */
function factsBehindRate(ledger: L.Ledger, query: MeasureQuery, behind: Behind): FactList {
  const below = factsBehind(ledger, query, { ...behind, measure: 'submitted' })
  const above = factsBehind(ledger, query, { ...behind, measure: 'adopted' })
  const sizes = [ledger.items.length, 0, 0, ledger.unitCounts.length, ledger.outletCounts.length]
  const places = sizes.map((size) => new Int32Array(size).fill(-1))
  const facts = new FactCollector()
  for (let at = 0; at < below.length; at++) {
    places[below.kind[at]!]![below.index[at]!] = at
    facts.add(below.kind[at]!, below.index[at]!, below.value[at]!)
  }
  const parts = new Map<number, number>()
  for (let at = 0; at < above.length; at++) {
    const [kind, index, value] = [above.kind[at]!, above.index[at]!, above.value[at]!]
    // The placement of an item that is listed as sent to the outlet is what became of it.
    const [ownKind, own] = kind === PLACEMENT ? [ITEM, ledger.placements.item[index]!] : [kind, index]
    const listed = places[ownKind]![own]!
    const place = listed >= 0 ? listed : facts.add(kind, index, 0)
    parts.set(place, (parts.get(place) ?? 0) + value)
  }
  const list = facts.finish()
  const part = new Float64Array(list.length)
  for (const [place, value] of parts) part[place] = value
  return { ...list, part }
}

/** One byte a unit: whether unit and group filters let it through; null when there is no such filter. */
export function allowedUnits(ledger: L.Ledger, { unitIds, groups }: MeasureQuery): Uint8Array | null {
  if (!unitIds && !groups) return null
  const ids = unitIds && new Set(unitIds)
  const names = groups && new Set(groups)
  return Uint8Array.from(ledger.units, (unit, id) =>
    (!ids || ids.has(id)) && (!names || names.has(unit.group ?? '')) ? 1 : 0,
  )
}

class FactCollector {
  private kind = new Uint8Array(1024)
  private index = new Uint32Array(1024)
  private value = new Float64Array(1024)
  private length = 0

  /** @returns the place of the fact in the list. */
  add(kind: number, index: number, value: number): number {
    if (this.length === this.kind.length) this.grow()
    this.kind[this.length] = kind
    this.index[this.length] = index
    this.value[this.length] = value
    return this.length++
  }

  finish(): FactList {
    const { length } = this
    return {
      length,
      kind: this.kind.slice(0, length),
      index: this.index.slice(0, length),
      value: this.value.slice(0, length),
      part: null,
    }
  }

  private grow(): void {
    const size = this.length * 2
    const kind = new Uint8Array(size)
    const index = new Uint32Array(size)
    const value = new Float64Array(size)
    kind.set(this.kind)
    index.set(this.index)
    value.set(this.value)
    Object.assign(this, { kind, index, value })
  }
}
