import type { AliasMap } from '../model/names'
import { NO_OFFICE, type Office } from '../model/office'
import { canonicalName, NO_ALIASES } from './aliases'
import { checkRunningTotals } from './checkRunningTotals'
import { inOfficeCalendar } from './inOfficeCalendar'
import { joinItems, type LedgerSheet } from './joinItems'
import { foldOutlets } from './foldOutlets'
import type { BuiltLedger, DueUnit, LedgerFinding, LedgerOutlet, LedgerUnit } from './ledger'
import { mergeCounts } from './mergeCounts'
import { unitNaming } from './unitNames'

/**
 * One ledger from the facts of all imported sheets: one code a name, items joined, counts without overlap. Sheets in the order of import.
 * What the office knows (roster, outlets, successions) gives units their groups and outlets their levels, and says which outlets are its own.
 */
export function buildLedger(
  asWritten: readonly LedgerSheet[],
  aliases: AliasMap = NO_ALIASES,
  office: Office = NO_OFFICE,
): BuiltLedger {
  const sheets = inOfficeCalendar(asWritten, office.calendar)
  const { units, codes: unitCodes, bodies } = mergeUnits(sheets, aliases, office)
  const { outlets, codes: outletCodes, findings: folded } = mergeOutlets(sheets, aliases, office)
  const own = Uint8Array.from(outlets, (outlet) => (outlet.own ? 1 : 0))
  const joined = joinItems(sheets, unitCodes, bodies, outletCodes, own)
  const counts = mergeCounts(sheets, unitCodes, bodies, outletCodes, own, office.calendar)
  return {
    ledger: {
      units,
      submittedMeans: office.submittedMeans,
      calendar: office.calendar,
      recordedTo: office.recordedTo,
      due: dueUnits(units, aliases, office),
      outlets,
      items: joined.items,
      placements: joined.placements,
      targets: joined.targets,
      publications: joined.publications,
      unitCounts: counts.unitCounts,
      outletCounts: counts.outletCounts,
    },
    adjustments: sheets.map((_, s) => ({
      duplicates: joined.duplicates[s]!,
      updates: joined.updates[s]!,
      overlapping: counts.overlapping[s]! + joined.replaced[s]!,
    })),
    findings: [
      ...folded,
      ...joined.findings,
      ...replacedItems(sheets, joined.replaced),
      ...counts.findings,
      ...checkRunningTotals(sheets, unitCodes, counts.unitCounts, office.calendar),
      ...allPublished(sheets, counts.unitCounts),
      ...unlisted(sheets, unitCodes, units, aliases, office),
    ],
  }
}

function mergeUnits(
  sheets: readonly LedgerSheet[],
  aliases: AliasMap,
  office: Office,
): { units: LedgerUnit[]; codes: Uint32Array[]; bodies: Uint32Array[] } {
  const nameOf = unitNaming(aliases, office)
  const rosterGroups = new Map(office.roster.map(({ name, group }) => [nameOf(name), group]))
  const index = new Map<string, number>()
  const units: { name: string; group: string | null }[] = []
  const codes = sheets.map(({ facts }) =>
    Uint32Array.from(facts.units, (written, i) => {
      const name = nameOf(written)
      let code = index.get(name)
      if (code === undefined) {
        code = units.push({ name, group: rosterGroups.get(name) ?? null }) - 1
        index.set(name, code)
      }
      units[code]!.group ??= facts.groups[i] ?? null
      return code
    }),
  )
  // Bodies that became one unit stay apart where rows are compared.
  const bodyIndex = new Map<string, number>()
  const bodies = sheets.map(({ facts }) =>
    Uint32Array.from(facts.units, (written) => {
      const name = canonicalName(aliases, 'units', written)
      const code = bodyIndex.get(name) ?? bodyIndex.size
      bodyIndex.set(name, code)
      return code
    }),
  )
  return { units, codes, bodies }
}

/** The roster with each body once, under the name that it is counted by. */
function dueUnits(units: readonly LedgerUnit[], aliases: AliasMap, office: Office): DueUnit[] {
  const nameOf = unitNaming(aliases, office)
  const codes = new Map(units.map(({ name }, code) => [name, code]))
  const due = new Map<string, DueUnit>()
  for (const { name, group, from, last } of office.roster) {
    const counted = nameOf(name)
    if (!due.has(counted)) due.set(counted, { name: counted, group, unit: codes.get(counted) ?? null, from, last })
  }
  return [...due.values()]
}

/** Items that a later file of the same months replaced: one finding a sheet. */
function replacedItems(sheets: readonly LedgerSheet[], replaced: readonly number[]): LedgerFinding[] {
  return sheets.flatMap(({ file, sheet }, s): LedgerFinding[] =>
    replaced[s] === 0
      ? []
      : [{ level: 'info', code: 'overlap', file, sheet, detail: 'replaced', count: replaced[s]!, sheetIndex: s }],
  )
}

/** Units with facts that the roster does not list; nothing without a roster. */
function unlisted(
  sheets: readonly LedgerSheet[],
  unitCodes: readonly Uint32Array[],
  units: readonly LedgerUnit[],
  aliases: AliasMap,
  office: Office,
): LedgerFinding[] {
  if (office.roster.length === 0) return []
  const nameOf = unitNaming(aliases, office)
  const listed = new Set(office.roster.map(({ name }) => nameOf(name)))
  return units.flatMap(({ name }, code): LedgerFinding[] => {
    if (listed.has(name)) return []
    const s = unitCodes.findIndex((codes) => codes.includes(code))
    const { file, sheet } = sheets[s]!
    return [{ level: 'warning', code: 'unit-unlisted', file, sheet, value: name, sheetIndex: s }]
  })
}

function mergeOutlets(
  sheets: readonly LedgerSheet[],
  aliases: AliasMap,
  office: Office,
): {
  outlets: LedgerOutlet[]
  codes: Uint32Array[]
  findings: LedgerFinding[]
} {
  const weights = sheets.map(({ facts }) => {
    const weight = facts.outlets.map(() => 0)
    for (const rows of [facts.adoptions, facts.targets])
      for (let i = 0; i < rows.length; i++) weight[rows.outlet[i]!]!++
    for (const count of facts.counts) if (count.outlet < weight.length) weight[count.outlet]! += count.adopted ?? 1
    return weight
  })
  const { canonical, folded } = foldOutlets(
    sheets.flatMap(({ facts }) => facts.outlets),
    weights.flat(),
  )
  const index = new Map<string, number>()
  const outlets: LedgerOutlet[] = []
  const listed = new Map(office.outlets.map((outlet) => [canonicalName(aliases, 'outlets', outlet.name), outlet]))
  let at = 0
  const codes = sheets.map(({ facts }) =>
    Uint32Array.from(facts.outlets, () => {
      const name = canonicalName(aliases, 'outlets', canonical[at++]!)
      let code = index.get(name)
      if (code === undefined) {
        const { level = null, own = false } = listed.get(name) ?? {}
        index.set(name, (code = outlets.push({ name, level, own }) - 1))
      }
      return code
    }),
  )
  const findings = folded.map((names): LedgerFinding => {
    const at = sheets.findIndex(({ facts }) => facts.outlets.includes(names[0]!))
    const source = sheets[at]
    return {
      level: 'info',
      code: 'name-folded',
      file: source?.file ?? '',
      sheet: source?.sheet ?? null,
      names,
      sheetIndex: at < 0 ? null : at,
      value: canonical[sheets.flatMap(({ facts }) => facts.outlets).indexOf(names[0]!)]!,
    }
  })
  return { outlets, codes, findings }
}

/** When adoption equals submission for every unit, 报送 probably means «published»: a warning, since the rate would then say nothing. */
function allPublished(
  sheets: readonly LedgerSheet[],
  counts: readonly { submitted: number | null; adopted: number | null; placements: number | null }[],
): LedgerFinding[] {
  const told = counts.filter(
    ({ submitted, adopted, placements }) => submitted !== null && submitted > 0 && (placements ?? adopted) !== null,
  )
  if (told.length === 0 || !told.every(({ submitted, adopted, placements }) => (placements ?? adopted) === submitted))
    return []
  const at = sheets.findIndex(({ facts }) => facts.counts.length > 0)
  const { file = '', sheet = null } = sheets[at] ?? {}
  return [{ level: 'warning', code: 'outlets-published', file, sheet, sheetIndex: at < 0 ? null : at }]
}
