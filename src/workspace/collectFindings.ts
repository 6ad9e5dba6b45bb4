import type { ImportedSheet } from '../ingest/importedFile'
import type { LedgerFinding } from '../ledger/ledger'
import type { Finding } from '../model/finding'
import type { NameSuggestion } from '../model/names'
import type { LocatedFinding } from '../model/workspace'
import type { Import } from './state'
import type { Understanding } from './understanding'

/** A sheet of the workspace with the import it belongs to, in the order of the ledger. */
export interface OwnSheet {
  readonly entry: Import
  readonly sheet: ImportedSheet
}

/**
 * Everything that is to be said of the workspace, each with the sheet it speaks of: of the imports in their order, then of the ledger made of them, then names
 * that may be one, then files that were dropped again.
 */
export function collectFindings(
  imports: readonly Import[],
  understanding: Understanding,
  sheets: readonly OwnSheet[],
  ofLedger: readonly LedgerFinding[],
  suggested: readonly NameSuggestion[],
  repeated: readonly Finding[],
): LocatedFinding[] {
  return [
    ...imports.flatMap((entry) => ofImport(entry, understanding)),
    ...ofLedger.map(({ sheetIndex, ...finding }): LocatedFinding => {
      const at = sheetIndex === null ? undefined : sheets[sheetIndex]
      return { ...finding, source: at ? { stage: 'imported', id: at.entry.id, place: at.sheet.place } : null }
    }),
    ...[...ofSuggestions(suggested, sheets), ...repeated].map((finding) => ({ ...finding, source: null })),
  ]
}

function ofImport(entry: Import, understanding: Understanding): LocatedFinding[] {
  const { findings, sheets } = understanding.of(entry)
  return [
    ...[...findings, ...entry.refused].map((finding) => ({ ...finding, source: null })),
    ...sheets.flatMap((sheet) =>
      sheet.findings.map((finding) => ({
        ...finding,
        source: { stage: 'imported', id: entry.id, place: sheet.place } as const,
      })),
    ),
  ]
}

/** A suggestion names the file in which its second name was met. */
function ofSuggestions(suggested: readonly NameSuggestion[], sheets: readonly OwnSheet[]): Finding[] {
  const fileOf = new Map<string, string>()
  for (const { sheet } of sheets)
    for (const name of [...sheet.facts.units, ...sheet.facts.outlets]) fileOf.set(name, sheet.table.file)
  return suggested.map(({ names, reason }) => ({
    level: 'info',
    code: 'alias-suggested',
    file: fileOf.get(names[1]!) ?? '',
    names,
    detail: reason,
  }))
}
