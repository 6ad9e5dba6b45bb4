import type { Finding } from '../model/finding'
import type { Balance, Shape } from '../model/balance'
import { spanOfKey } from '../time/calendar'
import { cleanCounts } from './clean/cleanCounts'
import { cleanItems } from './clean/cleanItems'
import { FindingList } from './clean/findingList'
import { remarkOnSheet } from './clean/sheetRemarks'
import type { SheetChoices } from '../model/choices'
import type { ImportedFile, ImportedSheet, SheetLeftOut } from './importedFile'
import type { ByteSource, ReadControl } from './read/byteSource'
import type { RawTable } from './read/rawTable'
import { readFile, type ReadFile } from './read/readFile'
import { isHeaderWord } from './recognise/headerConcept'
import { type NotATable, type Recognition, recogniseSheet } from './recognise/recogniseSheet'

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
  for (const [i, table] of read.tables.entries()) {
    const recognition = recogniseSheet(table, choices[i]?.columns)
    if (typeof recognition === 'string') {
      leftOut.push({ place: i, table, why: recognition })
      refused.push(noTable(table, recognition))
    } else if (recognition.shape === 'targets')
      refused.push({ level: 'info', code: 'no-table', file: table.file, sheet: table.sheet, detail: 'targets' })
    else sheets.push(cleanSheet(i, table, withChoices(recognition, choices[i]), choices[i]?.remembered ?? false))
  }
  // A cover sheet without a table is only worth a remark beside sheets that have one.
  const level = sheets.length > 0 ? 'info' : 'error'
  return {
    file: read.file,
    size: read.size,
    contentHash: read.contentHash,
    sheets,
    leftOut,
    findings: [...read.findings, ...refused.map((finding) => ({ ...finding, level }) as Finding)],
  }
}

function noTable(table: RawTable, why: NotATable): Finding {
  return {
    level: 'error',
    code: table.rows === 0 ? 'empty-file' : 'no-table',
    file: table.file,
    sheet: table.sheet,
    detail: why,
  }
}

function withChoices(recognition: Recognition, choices: SheetChoices | undefined): Recognition {
  if (!choices) return recognition
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

function cleanSheet(place: number, table: RawTable, recognition: Recognition, remembered: boolean): ImportedSheet {
  const list = new FindingList(table)
  const isItems =
    recognition.shape === 'items' || recognition.shape === 'itemsByOutlet' || recognition.shape === 'itemsSent'
  const { facts, counts, sentTo } = (isItems ? cleanItems : cleanCounts)(table, recognition, list)
  const shape: Shape = recognition.shape === 'items' && sentTo ? 'itemsSent' : recognition.shape
  remarkOnSheet(table, recognition, list)
  const balance: Balance = {
    file: table.file,
    sheet: table.sheet,
    encoding: table.encoding,
    shape,
    read: table.rows,
    ...counts,
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
    findings: list.finish(),
    setAside: new Uint32Array(0),
    unknownValues: [],
    remembered,
  }
}

/** The header of a sheet as a key: a mapping corrected for one file is remembered for the next with the same header. */
export function headerFingerprint(recognition: Recognition): string {
  return recognition.header.texts.join('\u0000')
}
