import * as L from '../ledger/ledger'
import type { Clock } from '../model/period'
import {
  ADOPTED_UNKNOWN,
  type OutletRows,
  OutletTable,
  PENDING_UNKNOWN,
  PLACEMENTS_UNKNOWN,
  SUBMITTED_UNKNOWN,
  type UnitRows,
  UnitTable,
} from './condensedRows'
import { LEFT_OUT, type SpanCodes } from './spanCodes'

/** A ledger on one clock, added up as far as its queries allow: a million items of a hundred units in four years become 4,800 rows. */
export interface Condensed {
  readonly units: UnitRows
  readonly outlets: OutletRows
}

/** Adds up by unit (and outlet) and span those facts of a ledger for which `spans` has a code. */
export function condense(ledger: L.Ledger, clock: Clock, spans: SpanCodes): Condensed {
  const units = new UnitTable(ledger.units.length)
  const outlets = new OutletTable(ledger.units.length, ledger.outlets.length)
  addItems(ledger, clock, spans, units)
  addPlacements(ledger, clock, spans, units, outlets)
  addPublications(ledger, clock, spans, outlets)
  addTargets(ledger, spans, outlets)
  addCounts(ledger, spans, units, outlets)
  return { units: units.rows(spans), outlets: outlets.rows(spans) }
}

function addItems({ items }: L.Ledger, clock: Clock, spans: SpanCodes, units: UnitTable): void {
  const current = clock === 'adopted'
  for (let i = 0; i < items.length; i++) {
    const flags = items.flags[i]!
    const unit = items.unit[i]!
    const adopted = (flags & L.IS_ADOPTED) !== 0
    const span = spans.code(items.from[i]!, items.to[i]!)
    if (span !== LEFT_OUT) {
      const row = units.row(unit, span)
      if (flags & L.KNOWS_SUBMITTED) units.submitted[row]!++
      else units.unknown[row]! |= SUBMITTED_UNKNOWN
      if (!(flags & L.KNOWS_PENDING)) units.unknown[row]! |= PENDING_UNKNOWN
      else if (flags & L.IS_PENDING) units.pending[row]!++
      if (!(flags & L.KNOWS_ADOPTED)) units.unknown[row]! |= ADOPTED_UNKNOWN | PLACEMENTS_UNKNOWN
      else if (adopted && !current) units.adopted[row]!++
    }
    if (!current || !adopted) continue
    const adoption = spans.code(items.adoptedFrom[i]!, items.adoptedTo[i]!)
    if (adoption === LEFT_OUT) continue
    const own = units.row(unit, adoption)
    units.adopted[own]!++
    // An adoption whose submission is unknown leaves its period without a denominator.
    if (!(flags & L.KNOWS_SUBMITTED)) units.unknown[own]! |= SUBMITTED_UNKNOWN
  }
}

function addPlacements(
  { placements, items }: L.Ledger,
  clock: Clock,
  spans: SpanCodes,
  units: UnitTable,
  outlets: OutletTable,
): void {
  for (let p = 0; p < placements.length; p++) {
    const item = placements.item[p]!
    const span =
      clock === 'adopted'
        ? spans.code(placements.from[p]!, placements.to[p]!)
        : spans.code(items.from[item]!, items.to[item]!)
    if (span === LEFT_OUT) continue
    const unit = items.unit[item]!
    units.placements[units.row(unit, span)]!++
    const row = outlets.row(unit, placements.outlet[p]!, span)
    outlets.adopted[row]!++
    if (!(items.flags[item]! & L.KNOWS_TARGETS)) outlets.unknown[row] = 1
  }
}

function addPublications(
  { publications, items }: L.Ledger,
  clock: Clock,
  spans: SpanCodes,
  outlets: OutletTable,
): void {
  for (let p = 0; p < publications.length; p++) {
    const item = publications.item[p]!
    const span =
      clock === 'adopted'
        ? spans.code(publications.from[p]!, publications.to[p]!)
        : spans.code(items.from[item]!, items.to[item]!)
    if (span !== LEFT_OUT) outlets.adopted[outlets.row(items.unit[item]!, publications.outlet[p]!, span)]!++
  }
}

function addTargets({ targets, items }: L.Ledger, spans: SpanCodes, outlets: OutletTable): void {
  for (let t = 0; t < targets.length; t++) {
    const item = targets.item[t]!
    const span = spans.code(items.from[item]!, items.to[item]!)
    if (span !== LEFT_OUT) outlets.submitted[outlets.row(items.unit[item]!, targets.outlet[t]!, span)]!++
  }
}

function addCounts(
  { unitCounts, outletCounts }: L.Ledger,
  spans: SpanCodes,
  units: UnitTable,
  outlets: OutletTable,
): void {
  for (const { unit, from, to, submitted, adopted, placements } of unitCounts) {
    const span = spans.code(from, to)
    if (span === LEFT_OUT) continue
    const row = units.row(unit, span)
    units.submitted[row]! += submitted ?? 0
    units.adopted[row]! += adopted ?? 0
    units.placements[row]! += placements ?? 0
    units.unknown[row]! |=
      PENDING_UNKNOWN |
      (submitted === null ? SUBMITTED_UNKNOWN : 0) |
      (adopted === null ? ADOPTED_UNKNOWN : 0) |
      (placements === null ? PLACEMENTS_UNKNOWN : 0)
  }
  for (const { unit, outlet, from, to, submitted, adopted } of outletCounts) {
    const span = spans.code(from, to)
    if (span === LEFT_OUT) continue
    const row = outlets.row(unit, outlet, span)
    outlets.submitted[row]! += submitted ?? 0
    outlets.adopted[row]! += adopted
    if (submitted === null) outlets.unknown[row] = 1
  }
}
