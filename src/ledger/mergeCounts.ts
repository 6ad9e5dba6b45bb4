import { NONE, UNDATED } from '../model/facts'
import { CALENDAR_YEAR, type ReportingCalendar } from '../model/period'
import { monthNumber } from '../time/calendar'
import { isReplaced, type LedgerSheet } from './joinItems'
import type * as L from './ledger'

export interface MergedCounts {
  readonly unitCounts: readonly L.UnitCount[]
  readonly outletCounts: readonly L.OutletCount[]
  /** Rows of each sheet set aside because other rows already count the same. */
  readonly overlapping: readonly number[]
  readonly findings: readonly L.LedgerFinding[]
}

/** What a counted row gives way to: another row, the items of its months, or the file that replaced it. */
type Reason = Candidate | 'items' | 'replaced'

interface Candidate {
  readonly preferred: boolean
  readonly sheet: number
  readonly row: number
  readonly unit: number
  /** The body that reported, before it was succeeded by `unit`: two bodies that became one never repeat each other. */
  readonly body: number
  readonly outlet: number
  readonly from: number
  readonly to: number
  readonly submitted: number | null
  readonly adopted: number | null
}

/**
 * Counted rows of all sheets without counting anything twice. Counts of one unit and outlet whose periods overlap are never added:
 * rows of a sheet that a person preferred stay, else the finer period, of equal ones the earlier row; the other is set aside. So is a count of months for which the unit has item rows.
 * Then each unit and period gets one UnitCount: the sheet's unit figure, else the only outlet's submitted number (null with two or more).
 */
export function mergeCounts(
  sheets: readonly LedgerSheet[],
  unitCodes: readonly Uint32Array[],
  bodyCodes: readonly Uint32Array[],
  outletCodes: readonly Uint32Array[],
  own: Uint8Array,
  calendar: ReportingCalendar = CALENDAR_YEAR,
): MergedCounts {
  const candidates = sheets.flatMap(({ facts }, s) =>
    facts.counts.map((count): Candidate => ({
      preferred: sheets[s]!.preferred ?? false,
      sheet: s,
      row: count.row,
      unit: count.unit === NONE ? NONE : unitCodes[s]![count.unit]!,
      body: count.unit === NONE ? NONE : bodyCodes[s]![count.unit]!,
      outlet: count.outlet === NONE ? NONE : outletCodes[s]![count.outlet]!,
      from: count.span?.from ?? UNDATED,
      to: count.span?.to ?? UNDATED,
      submitted: count.submitted,
      adopted: count.adopted,
    })),
  )
  const itemMonths = monthsWithItems(sheets, bodyCodes, candidates, calendar)
  const kept = new Map<string, Candidate[]>()
  const dropped = new Map<Candidate, Reason>()
  // Stable sort: preferred sheets, then finer periods, then the order of sheets and rows.
  const inOrder = [...candidates].sort(
    (a, b) => Number(b.preferred) - Number(a.preferred) || a.to - a.from - (b.to - b.from),
  )
  for (const candidate of inOrder) {
    if (isReplaced(sheets[candidate.sheet]!, candidate.from, candidate.to)) {
      dropped.set(candidate, 'replaced')
      continue
    }
    const key = `${candidate.body} ${candidate.outlet}`
    const others = kept.get(key) ?? []
    const other = others.find(
      (earlier) => !sameRow(earlier, candidate) && overlaps(earlier, candidate) && sameMeasure(earlier, candidate),
    )
    if (other) dropped.set(candidate, other)
    else if (coveredByItems(candidate, itemMonths, calendar)) dropped.set(candidate, 'items')
    else kept.set(key, [...others, candidate])
  }
  const accepted = candidates.filter((candidate) => !dropped.has(candidate))
  return { ...settle(accepted, own), ...report(sheets, candidates, dropped) }
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

/** Months in which each counted body has items; only computed when counts and items meet. */
function monthsWithItems(
  sheets: readonly LedgerSheet[],
  bodyCodes: readonly Uint32Array[],
  candidates: readonly Candidate[],
  calendar: ReportingCalendar,
): Map<number, Set<number>> {
  const months = new Map<number, Set<number>>()
  if (sheets.every(({ facts }) => facts.items.length === 0)) return months
  for (const { body } of candidates) if (body !== NONE) months.set(body, new Set())
  if (months.size === 0) return months
  for (const [s, { facts }] of sheets.entries()) {
    const { unit, from, length } = facts.items
    for (let i = 0; i < length; i++)
      if (from[i] !== UNDATED && unit[i] !== NONE)
        months.get(bodyCodes[s]![unit[i]!]!)?.add(monthNumber(from[i]!, calendar))
  }
  return months
}

function coveredByItems(candidate: Candidate, months: Map<number, Set<number>>, calendar: ReportingCalendar): boolean {
  const own = months.get(candidate.body)
  if (!own || own.size === 0 || candidate.from === UNDATED) return false
  const last = monthNumber(candidate.to - 1, calendar)
  for (let month = monthNumber(candidate.from, calendar); month <= last; month++) if (own.has(month)) return true
  return false
}

function settle(
  accepted: readonly Candidate[],
  own: Uint8Array,
): { unitCounts: L.UnitCount[]; outletCounts: L.OutletCount[] } {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of accepted) {
    const key = `${candidate.body} ${candidate.from} ${candidate.to}`
    groups.set(key, [...(groups.get(key) ?? []), candidate])
  }
  const unitCounts: L.UnitCount[] = []
  const outletCounts: L.OutletCount[] = []
  for (const group of groups.values()) {
    const { unit, from, to } = group[0]!
    const whole = group.filter((candidate) => candidate.outlet === NONE)
    const perOutlet = group.filter((candidate) => candidate.outlet !== NONE)
    const told = whole.find((candidate) => candidate.submitted !== null)?.submitted ?? null
    const counting = perOutlet.filter((candidate) => !own[candidate.outlet])
    const outletNumbers = counting.filter((candidate) => candidate.submitted !== null)
    unitCounts.push({
      unit,
      from,
      to,
      submitted: told ?? (outletNumbers.length === 1 ? outletNumbers[0]!.submitted : null),
      adopted: whole.find((candidate) => candidate.adopted !== null)?.adopted ?? null,
      placements: perOutlet.length > 0 ? counting.reduce((sum, candidate) => sum + (candidate.adopted ?? 0), 0) : null,
      origins: originsOf(group),
    })
    for (const candidate of perOutlet) {
      outletCounts.push({
        unit,
        outlet: candidate.outlet,
        from,
        to,
        submitted: candidate.submitted,
        adopted: candidate.adopted ?? 0,
        origin: { sheet: candidate.sheet, row: candidate.row },
      })
    }
  }
  return { unitCounts, outletCounts }
}

/** The rows behind a unit's figures, each once. */
function originsOf(group: readonly Candidate[]): L.Origin[] {
  const rows = new Map(group.map(({ sheet, row }) => [`${sheet} ${row}`, { sheet, row }]))
  return [...rows.values()]
}

/** A row is set aside when all its facts are; every such row gets a finding that names what it repeats. */
function report(
  sheets: readonly LedgerSheet[],
  candidates: readonly Candidate[],
  dropped: ReadonlyMap<Candidate, Reason>,
): { overlapping: number[]; findings: L.LedgerFinding[] } {
  const rows = new Map<string, { candidate: Candidate; facts: number; dropped: number; by: Reason | null }>()
  for (const candidate of candidates) {
    const key = `${candidate.sheet} ${candidate.row}`
    const entry = rows.get(key) ?? { candidate, facts: 0, dropped: 0, by: null }
    const by = dropped.get(candidate)
    rows.set(key, { ...entry, facts: entry.facts + 1, dropped: entry.dropped + (by ? 1 : 0), by: by ?? entry.by })
  }
  const overlapping = sheets.map(() => 0)
  const findings: L.LedgerFinding[] = []
  for (const { candidate, facts, dropped: gone, by } of rows.values()) {
    if (gone === 0) continue
    if (gone === facts) overlapping[candidate.sheet]!++
    const { file, sheet } = sheets[candidate.sheet]!
    const other =
      typeof by === 'string' || by === null ? {} : { params: { first: by.row, firstFile: sheets[by.sheet]!.file } }
    findings.push({
      level: 'warning',
      code: 'overlap',
      file,
      sheet,
      row: candidate.row,
      sheetIndex: candidate.sheet,
      detail: typeof by === 'string' ? by : gone === facts ? 'counts' : 'partly',
      ...other,
    })
  }
  return { overlapping, findings }
}
