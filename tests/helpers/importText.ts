import type { MeasuresJson } from '../../src/export/measuresJson'
import { ingestFile } from '../../src/ingest/ingest'
import type { ImportedFile } from '../../src/ingest/importedFile'
import type { SheetChoices } from '../../src/model/choices'
import { bytesSource } from '../../src/ingest/read/byteSource'
import { readFile, type ReadFile } from '../../src/ingest/read/readFile'
import { isHeaderWord } from '../../src/ingest/recognise/headerConcept'
import type { Measured, MeasureQuery } from '../../src/model/measure'
import type { Clock } from '../../src/model/period'
import { dayOf } from '../../src/time/day'
import { Workspace } from '../../src/workspace/workspace'

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Lines of a text file; cells are separated by what the lines say. */
export function lines(...all: string[]): string {
  return `${all.join('\n')}\n`
}

export function readBytes(bytes: Uint8Array | string, name = '台账.csv'): Promise<ReadFile> {
  return readFile(bytesSource(name, typeof bytes === 'string' ? utf8(bytes) : bytes), {}, isHeaderWord)
}

/** One text through read, recognise and clean. */
export function imported(
  text: string,
  name = '台账.csv',
  choices: readonly SheetChoices[] = [],
): Promise<ImportedFile> {
  return ingestFile(bytesSource(name, utf8(text)), {}, choices)
}

/** A workspace that has accepted all texts as one drop; keys are file names. */
export async function workspaceOf(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const workspace = new Workspace()
  const read = await Promise.all(Object.entries(files).map(([name, text]) => readBytes(text, name)))
  workspace.propose(read, null)
  workspace.accept(day(2024, 12, 31))
  return workspace
}

/** measures.json of one text, or of several files. */
export async function measuresOf(
  files: string | Readonly<Record<string, string>>,
  clock: Clock = 'submitted',
): Promise<MeasuresJson> {
  const workspace = await workspaceOf(typeof files === 'string' ? { '台账.csv': files } : files)
  return workspace.exportMeasures(clock, day(2024, 12, 31))
}

/** What the Overview would show for a query; everything that is not asked for is open. */
export async function overviewOf(
  files: string | Readonly<Record<string, string>>,
  query: Partial<MeasureQuery> = {},
): Promise<Measured> {
  const workspace = await workspaceOf(typeof files === 'string' ? { '台账.csv': files } : files)
  return workspace.measure({ clock: 'submitted', span: null, unitIds: null, groups: null, ...query })
}

/** A day that exists. */
export function day(year: number, month: number, dayOfMonth: number): number {
  const found = dayOf(year, month, dayOfMonth)
  if (found === null) throw new Error(`${year}-${month}-${dayOfMonth} does not exist`)
  return found
}

/** Codes of findings with the row they stand at, «duplicate-row 4». */
export function codes(findings: readonly { code: string; row?: number | null }[]): string[] {
  return findings.map(({ code, row }) => (row == null ? code : `${code} ${row}`))
}
