import type { ImportedFile } from '../ingest/importedFile'
import { headerFingerprint } from '../ingest/ingest'
import type { ReadFile } from '../ingest/read/readFile'
import type { RawTable } from '../ingest/read/rawTable'
import { headerTextsAt } from '../ingest/recognise/recogniseHeader'
import { recogniseSheet } from '../ingest/recognise/recogniseSheet'
import type { ColumnChoice } from '../model/column'
import type { Mapping, SheetChoices } from '../model/choices'
import type { Day } from '../model/period'
import type { MappingSummary } from '../model/workspace'
import type { RememberedMapping } from './state'

/** Rows in which a header that a person once pointed at is looked for. */
const SEARCHED_ROWS = 30
/** Below this confidence a column was guessed; accepting the sheet confirms it. */
const GUESSED = 0.6

type Mappings = ReadonlyMap<string, RememberedMapping>

/** What was said before of the headers of a file's tables, one entry a table; {} for a header never accepted. */
export function recalledChoices(read: ReadFile, mappings: Mappings): SheetChoices[] {
  return read.tables.map((table) => (mappings.size === 0 ? {} : recalled(table, mappings)))
}

function recalled(table: RawTable, mappings: Mappings): SheetChoices {
  for (const [key, mapping] of mappings) {
    const height = mapping.headerRows?.length ?? 0
    if (height === 0) continue
    for (let first = 1; first <= Math.min(SEARCHED_ROWS, table.rows - height); first++) {
      const headerRows = Array.from({ length: height }, (_, i) => first + i)
      if (headerTextsAt(table, headerRows).join('\u0000') === key) return choicesOf(mapping, headerRows)
    }
  }
  const recognition = recogniseSheet(table)
  const mapping = typeof recognition === 'string' ? undefined : mappings.get(headerFingerprint(recognition))
  return mapping && !mapping.headerRows ? choicesOf(mapping) : {}
}

function choicesOf({ columns, rowsAre, vocabulary }: Mapping, headerRows?: readonly number[]): SheetChoices {
  return {
    remembered: true,
    ...(columns && { columns }),
    ...(rowsAre && { rowsAre }),
    ...(vocabulary && { vocabulary }),
    ...(headerRows && { headerRows }),
  }
}

/**
 * The mappings with those of an accepted file on top: what a person corrected, and the columns that were guessed and let stand.
 * A column that was understood by its words is understood so again, and better with next month's values than by memory.
 */
export function withAccepted(
  mappings: Mappings,
  file: ImportedFile,
  choices: readonly SheetChoices[],
  on: Day,
): Map<string, RememberedMapping> {
  const next = new Map(mappings)
  for (const { place, recognition } of file.sheets) {
    const { columns = {}, headerRows, rowsAre, vocabulary } = choices[place] ?? {}
    const confirmed: Record<number, ColumnChoice> = { ...columns }
    for (const { index, role, outlet, target, confidence } of recognition.columns)
      if (role !== 'ignore' && role !== 'pair' && confidence < GUESSED && !(index in confirmed))
        confirmed[index] = { role, ...(outlet !== null && { outlet }), ...(target && { target }) }
    next.set(headerFingerprint(recognition), {
      headers: recognition.header.texts,
      file: file.file,
      on,
      ...(Object.keys(confirmed).length > 0 && { columns: confirmed }),
      ...(headerRows && { headerRows }),
      ...(rowsAre && { rowsAre }),
      ...(vocabulary && { vocabulary }),
    })
  }
  return next
}

/** The mappings as the page lists them, the latest first. */
export function summariseMappings(mappings: Mappings): MappingSummary[] {
  return [...mappings]
    .map(([key, { headers, columns = {}, vocabulary = new Map(), file, on }]) => ({
      key,
      headers: headers.filter((text) => text !== ''),
      columns: Object.entries(columns).map(([index, { role, outlet = null }]) => ({
        header: headers[Number(index)] ?? '',
        role,
        outlet,
      })),
      values: [...vocabulary].map(([value, means]) => ({ value, means })),
      file,
      on,
    }))
    .reverse()
}
