import type { Finding } from '../model/finding'
import type { Balance, Shape } from '../model/balance'
import { spanOfKey } from '../time/calendar'
import { cleanCounts } from './clean/cleanCounts'
import type { CleanedSheet } from './clean/cleanedSheet'
import { cleanItems } from './clean/cleanItems'
import { cleanTasks } from './clean/cleanTasks'
import { FindingList } from './clean/findingList'
import { countFates, setAsideRows } from './clean/rowFates'
import { remarkOnSheet } from './clean/sheetRemarks'
import { placeOnSheet, refolded, unfoldedTable } from './clean/unfoldedTable'
import type { SheetChoices } from '../model/choices'
import type { ImportedFile, ImportedSheet, SheetLeftOut } from './importedFile'
import type { ByteSource, ReadControl } from './read/byteSource'
import type { RawTable } from './read/rawTable'
import { editedTable } from './read/editedTable'
import { readFile, type ReadFile } from './read/readFile'
import { isHeaderWord } from './recognise/headerConcept'
import { headerOf, type NotATable, type Recognition, recogniseSheet } from './recognise/recogniseSheet'

/** The whole import of one file: read → recognise → clean. Never throws on what the file holds; throws `CancelledError` when cancelled. */
export async function ingestFile(
  source: ByteSource,
  control: ReadControl = {},
  choices: readonly SheetChoices[] = [],
): Promise<ImportedFile> {
  return understand(await readFile(source, control, isHeaderWord), choices)
}

/** Recognises and cleans what was read. Pure: the same tables and choices give the same facts, so a changed choice needs no second reading. */
export function understand(read: ReadFile, choices: readonly SheetChoices[] = []): ImportedFile {
  const sheets: ImportedSheet[] = []
  const leftOut: SheetLeftOut[] = []
  const refused: Finding[] = []
  for (const [place, raw] of read.tables.entries()) {
    const own = choices[place] ?? {}
    const table = editedTable(raw, own.edits ?? [])
    const recognition = own.skip ? 'skipped' : recogniseSheet(raw, own, table)
    if (typeof recognition !== 'string') sheets.push(cleanSheet(place, table, withChoices(recognition, own), own))
    else {
      leftOut.push({ place, table, why: recognition })
      if (recognition !== 'skipped') refused.push(noTable(table, recognition, own))
    }
  }
  // A cover sheet without a table is only worth a remark beside sheets that have one, and beside those that a person left out.
  const level = sheets.length > 0 || leftOut.some(({ why }) => why === 'skipped') ? 'info' : 'error'
  return {
    file: read.file,
    size: read.size,
    contentHash: read.contentHash,
    sheets,
    leftOut,
    findings: [...read.findings, ...refused.map((finding) => ({ ...finding, level }) as Finding)],
  }
}

/** Longest header that is told in a finding. */
const TOLD = 120

/** A sheet without a table; where a header was found, its words are told with it. */
function noTable(table: RawTable, why: NotATable, choices: SheetChoices): Finding {
  const header = why === 'nothing-to-count' ? headerOf(table, choices) : null
  return {
    level: 'error',
    code: table.rows === 0 ? 'empty-file' : 'no-table',
    file: table.file,
    sheet: table.sheet,
    detail: why,
    ...(header && {
      row: (header.rows[header.rows.length - 1] ?? -1) + 1 || null,
      value: header.texts.filter(Boolean).join('、').slice(0, TOLD),
    }),
  }
}

function withChoices(recognition: Recognition, choices: SheetChoices): Recognition {
  const span = choices.period ? spanOfKey(choices.period) : null
  return {
    ...recognition,
    period: {
      span: span ?? recognition.period.span,
      year: choices.year ?? recognition.period.year,
      yearFrom: choices.year !== undefined ? 'choice' : recognition.period.yearFrom,
    },
  }
}

function cleanSheet(
  place: number,
  table: RawTable,
  recognition: Recognition,
  { vocabulary, remembered = false }: SheetChoices,
): ImportedSheet {
  const unfolded = recognition.bands ? unfoldedTable(table, recognition, recognition.bands) : null
  const list = new FindingList(table, unfolded ? placeOnSheet(unfolded, recognition.bands!) : undefined)
  const cleaned = unfolded
    ? refolded(cleanRows(unfolded.table, unfolded.recognition, list, vocabulary), unfolded, table, recognition)
    : cleanRows(table, recognition, list, vocabulary)
  const { facts, fates, sentTo, unknownValues } = cleaned
  const shape: Shape = recognition.shape === 'items' && sentTo ? 'itemsSent' : recognition.shape
  const remarks = new FindingList(table)
  remarkOnSheet(table, recognition, remarks)
  const balance: Balance = {
    file: table.file,
    sheet: table.sheet,
    encoding: table.encoding,
    shape,
    read: table.rows,
    ...countFates(fates),
    duplicates: 0,
  }
  const sum = balance.used + balance.setAside + balance.blank + balance.headings + balance.totals
  if (sum !== balance.read)
    throw new Error(`rows not conserved in ${table.file}: read ${balance.read}, accounted for ${sum}`)
  return {
    place,
    table,
    recognition: { ...recognition, shape },
    facts,
    balance,
    findings: [...list.finish(), ...remarks.finish()],
    setAside: setAsideRows(fates),
    unknownValues,
    remembered,
  }
}

function cleanRows(
  table: RawTable,
  recognition: Recognition,
  list: FindingList,
  vocabulary: SheetChoices['vocabulary'],
): CleanedSheet {
  switch (recognition.shape) {
    case 'items':
    case 'itemsByOutlet':
    case 'itemsSent':
      return cleanItems(table, recognition, list, vocabulary)
    case 'targets':
      return cleanTasks(table, recognition, list)
    default:
      return cleanCounts(table, recognition, list)
  }
}

/** The header of a sheet as a key: a mapping corrected for one file is remembered for the next with the same header. */
export function headerFingerprint(recognition: Recognition): string {
  return recognition.header.texts.join('\u0000')
}
