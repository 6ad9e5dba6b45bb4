import type { Finding } from '../model/finding'
import { NONE, UNDATED } from '../model/facts'
import { monthNumber } from '../time/calendar'
import type { LedgerSheet } from './joinItems'
import type * as L from './ledger'

export interface MergedCounts {
  readonly unitCounts: readonly L.UnitCount[]
  readonly outletCounts: readonly L.OutletCount[]
  /** Rows of each sheet set aside because other rows already count the same. */
  readonly overlapping: readonly number[]
  readonly findings: readonly Finding[]
}

interface Candidate {
  readonly sheet: number
  readonly row: number
  readonly unit: number
  readonly outlet: number
  readonly from: number
  readonly to: number
  readonly submitted: number | null
  readonly adopted: number | null
}

/**
 * Counted rows of all sheets without counting anything twice. Counts of one unit and outlet whose periods overlap are never added:
 * the finer period stays, of equal ones the earlier row; the other is set aside. So is a count of months for which the unit has item rows.
 * Then each unit and period gets one UnitCount: the sheet's unit figure, else the only outlet's submitted number (null with two or more).
 */
export function mergeCounts(
  sheets: readonly LedgerSheet[],
  unitCodes: readonly Uint32Array[],
  outletCodes: readonly Uint32Array[],
  items: L.LedgerItems,
): MergedCounts {
  const candidates = sheets.flatMap(({ facts }, s) =>
    facts.counts.map((count): Candidate => ({
      sheet: s,
      row: count.row,
      unit: count.unit === NONE ? NONE : unitCodes[s]![count.unit]!,
      outlet: count.outlet === NONE ? NONE : outletCodes[s]![count.outlet]!,
      from: count.span?.from ?? UNDATED,
      to: count.span?.to ?? UNDATED,
      submitted: count.submitted,
      adopted: count.adopted,
    })),
  )
  const itemMonths = monthsWithItems(items, candidates)
  const kept = new Map<string, Candidate[]>()
  const dropped = new Map<Candidate, Candidate | 'items'>()
  // Stable sort: finer periods first, then the order of sheets and rows.
  for (const candidate of [...candidates].sort((a, b) => a.to - a.from - (b.to - b.from))) {
    const key = `${candidate.unit} ${candidate.outlet}`
    const others = kept.get(key) ?? []
    const other = others.find(
      (earlier) => !sameRow(earlier, candidate) && overlaps(earlier, candidate) && sameMeasure(earlier, candidate),
    )
    if (other) dropped.set(candidate, other)
    else if (coveredByItems(candidate, itemMonths)) dropped.set(candidate, 'items')
    else kept.set(key, [...others, candidate])
  }
  const accepted = candidates.filter((candidate) => !dropped.has(candidate))
  return { ...settle(accepted), ...report(sheets, candidates, dropped) }
}

/** Two columns of one row that name the same outlet (two forms of adoption) add up; they are no repetition. */
function sameRow(a: Candidate, b: Candidate): boolean {
  return a.sheet === b.sheet && a.row === b.row && a.outlet !== NONE
}

function overlaps(a: Candidate, b: Candidate): boolean {
  if (a.from === UNDATED || b.from === UNDATED) return a.from === b.from
  return a.from < b.to && b.from < a.to
}

function sameMeasure(a: Candidate, b: Candidate): boolean {
  return (a.submitted !== null && b.submitted !== null) || (a.adopted !== null && b.adopted !== null)
}

/** Months in which each counted unit has items; only computed when counts and items meet. */
function monthsWithItems(items: L.LedgerItems, candidates: readonly Candidate[]): Map<number, Set<number>> {
  const months = new Map<number, Set<number>>()
  if (items.length === 0) return months
  for (const { unit } of candidates) if (unit !== NONE) months.set(unit, new Set())
  if (months.size === 0) return months
  for (let i = 0; i < items.length; i++)
    if (items.from[i] !== UNDATED) months.get(items.unit[i]!)?.add(monthNumber(items.from[i]!))
  return months
}

function coveredByItems(candidate: Candidate, months: Map<number, Set<number>>): boolean {
  const own = months.get(candidate.unit)
  if (!own || own.size === 0 || candidate.from === UNDATED) return false
  for (let month = monthNumber(candidate.from); month <= monthNumber(candidate.to - 1); month++)
    if (own.has(month)) return true
  return false
}

function settle(accepted: readonly Candidate[]): { unitCounts: L.UnitCount[]; outletCounts: L.OutletCount[] } {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of accepted) {
    const key = `${candidate.unit} ${candidate.from} ${candidate.to}`
    groups.set(key, [...(groups.get(key) ?? []), candidate])
  }
  const unitCounts: L.UnitCount[] = []
  const outletCounts: L.OutletCount[] = []
  for (const group of groups.values()) {
    const { unit, from, to } = group[0]!
    const own = group.filter((candidate) => candidate.outlet === NONE)
    const perOutlet = group.filter((candidate) => candidate.outlet !== NONE)
    const told = own.find((candidate) => candidate.submitted !== null)?.submitted ?? null
    const outletNumbers = perOutlet.filter((candidate) => candidate.submitted !== null)
    unitCounts.push({
      unit,
      from,
      to,
      submitted: told ?? (outletNumbers.length === 1 ? outletNumbers[0]!.submitted : null),
      adopted: own.find((candidate) => candidate.adopted !== null)?.adopted ?? null,
      placements: perOutlet.length > 0 ? perOutlet.reduce((sum, candidate) => sum + (candidate.adopted ?? 0), 0) : null,
    })
    for (const candidate of perOutlet) {
      outletCounts.push({
        unit,
        outlet: candidate.outlet,
        from,
        to,
        submitted: candidate.submitted,
        adopted: candidate.adopted ?? 0,
      })
    }
  }
  return { unitCounts, outletCounts }
}

/** A row is set aside when all its facts are; every such row gets a finding that names what it repeats. */
function report(
  sheets: readonly LedgerSheet[],
  candidates: readonly Candidate[],
  dropped: ReadonlyMap<Candidate, Candidate | 'items'>,
): { overlapping: number[]; findings: Finding[] } {
  const rows = new Map<
    string,
    { candidate: Candidate; facts: number; dropped: number; by: Candidate | 'items' | null }
  >()
  for (const candidate of candidates) {
    const key = `${candidate.sheet} ${candidate.row}`
    const entry = rows.get(key) ?? { candidate, facts: 0, dropped: 0, by: null }
    const by = dropped.get(candidate)
    rows.set(key, { ...entry, facts: entry.facts + 1, dropped: entry.dropped + (by ? 1 : 0), by: by ?? entry.by })
  }
  const overlapping = sheets.map(() => 0)
  const findings: Finding[] = []
  for (const { candidate, facts, dropped: gone, by } of rows.values()) {
    if (gone === 0) continue
    if (gone === facts) overlapping[candidate.sheet]!++
    const { file, sheet } = sheets[candidate.sheet]!
    const other = by === 'items' || by === null ? {} : { params: { first: by.row, firstFile: sheets[by.sheet]!.file } }
    findings.push({
      level: 'warning',
      code: 'overlap',
      file,
      sheet,
      row: candidate.row,
      detail: by === 'items' ? 'items' : gone === facts ? 'counts' : 'partly',
      ...other,
    })
  }
  return { overlapping, findings }
}
