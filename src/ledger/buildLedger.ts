import type { Finding } from '../model/finding'
import type { AliasMap } from '../model/names'
import { canonicalName, NO_ALIASES } from './aliases'
import { joinItems, type LedgerSheet } from './joinItems'
import type { BuiltLedger, LedgerUnit } from './ledger'
import { foldOutlets } from './foldOutlets'
import { mergeCounts } from './mergeCounts'

/** One ledger from the facts of all imported sheets: one code a name, items joined, counts without overlap. Sheets in the order of import. */
export function buildLedger(sheets: readonly LedgerSheet[], aliases: AliasMap = NO_ALIASES): BuiltLedger {
  const { units, codes: unitCodes } = mergeUnits(sheets, aliases)
  const { outlets, codes: outletCodes, findings: folded } = mergeOutlets(sheets, aliases)
  const joined = joinItems(sheets, unitCodes, outletCodes)
  const counts = mergeCounts(sheets, unitCodes, outletCodes, joined.items)
  const published = allPublished(sheets, counts.unitCounts)
  return {
    ledger: {
      units,
      outlets,
      items: joined.items,
      placements: joined.placements,
      targets: joined.targets,
      unitCounts: counts.unitCounts,
      outletCounts: counts.outletCounts,
    },
    adjustments: sheets.map((_, s) => ({ duplicates: joined.duplicates[s]!, overlapping: counts.overlapping[s]! })),
    findings: [...folded, ...joined.findings, ...counts.findings, ...published],
  }
}

function mergeUnits(sheets: readonly LedgerSheet[], aliases: AliasMap): { units: LedgerUnit[]; codes: Uint32Array[] } {
  const index = new Map<string, number>()
  const units: { name: string; group: string | null }[] = []
  const codes = sheets.map(({ facts }) =>
    Uint32Array.from(facts.units, (written, i) => {
      const name = canonicalName(aliases, 'units', written)
      let code = index.get(name)
      if (code === undefined) {
        code = units.push({ name, group: null }) - 1
        index.set(name, code)
      }
      units[code]!.group ??= facts.groups[i] ?? null
      return code
    }),
  )
  return { units, codes }
}

function mergeOutlets(
  sheets: readonly LedgerSheet[],
  aliases: AliasMap,
): {
  outlets: { name: string; level: null }[]
  codes: Uint32Array[]
  findings: Finding[]
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
  const outlets: { name: string; level: null }[] = []
  let at = 0
  const codes = sheets.map(({ facts }) =>
    Uint32Array.from(facts.outlets, () => {
      const name = canonicalName(aliases, 'outlets', canonical[at++]!)
      let code = index.get(name)
      if (code === undefined) index.set(name, (code = outlets.push({ name, level: null }) - 1))
      return code
    }),
  )
  const findings = folded.map((names): Finding => {
    const source = sheets.find(({ facts }) => facts.outlets.includes(names[0]!))
    return {
      level: 'info',
      code: 'name-folded',
      file: source?.file ?? '',
      sheet: source?.sheet ?? null,
      names,
      value: canonical[sheets.flatMap(({ facts }) => facts.outlets).indexOf(names[0]!)]!,
    }
  })
  return { outlets, codes, findings }
}

/** When adoption equals submission for every unit, 报送 probably means «published»: a warning, since the rate would then say nothing. */
function allPublished(
  sheets: readonly LedgerSheet[],
  counts: readonly { submitted: number | null; adopted: number | null; placements: number | null }[],
): Finding[] {
  const told = counts.filter(
    ({ submitted, adopted, placements }) => submitted !== null && submitted > 0 && (placements ?? adopted) !== null,
  )
  if (told.length === 0 || !told.every(({ submitted, adopted, placements }) => (placements ?? adopted) === submitted))
    return []
  const source = sheets.find(({ facts }) => facts.counts.length > 0)
  return [{ level: 'warning', code: 'outlets-published', file: source?.file ?? '', sheet: source?.sheet ?? null }]
}
