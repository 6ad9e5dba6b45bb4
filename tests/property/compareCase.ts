import type { LedgerCase } from '../generator/ledgerCase'
import { textOf } from '../generator/sheet'
import { compareExpected } from '../helpers/compareExpected'

type Row = Record<string, unknown>

function rowsOf(measures: unknown, list: string): Row[] {
  const value = (measures as Row)[list]
  return Array.isArray(value) ? (value as Row[]) : []
}

/** Units stand in the groups whose headings stand above them. */
function compareGroups(one: LedgerCase, measures: unknown): string[] {
  if (!one.groups) return []
  const found = new Map(rowsOf(measures, 'units').map((row) => [row['unit'], row['group']]))
  return Object.entries(one.groups)
    .filter(([unit, group]) => found.get(unit) !== group)
    .map(([unit, group]) => `group of ${unit}: expected ${String(group)}, got ${String(found.get(unit))}`)
}

/** A ledger that is right is not complained about. */
function compareSilence(one: LedgerCase, measures: unknown): string[] {
  return rowsOf(measures, 'findings')
    .filter(({ code }) => one.silent.includes(String(code)))
    .map((finding) => `unexpected finding: ${JSON.stringify(finding)}`)
}

/** What an export says otherwise than the facts behind a random ledger; empty when all agrees. */
export function compareCase(one: LedgerCase, measures: unknown): string[] {
  return [
    ...compareExpected(one.expected, { measures, screen: null }),
    ...compareGroups(one, measures),
    ...compareSilence(one, measures),
  ]
}

const HEAD = 8

/** Enough of a case to see its fault without running it again. */
export function describeCase(one: LedgerCase): string {
  const texts =
    one.sheets.length > 0
      ? one.sheets.map((sheet) => `${sheet.name} / ${sheet.tab} (${sheet.print.encoding})\n${textOf(sheet)}`)
      : one.files.map(({ name, bytes }) => `${name}\n${new TextDecoder().decode(bytes)}`)
  const heads = texts.map((text) =>
    text
      .split(/\r\n|\n|\r/)
      .slice(0, HEAD)
      .join('\n'),
  )
  return [`seed ${one.seed}, shape ${one.shape}, ${one.container}, ${one.description}`, ...heads].join('\n')
}
