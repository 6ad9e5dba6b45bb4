import type { MeasuresJson } from '../../src/export/measuresJson'
import { isHeaderWord } from '../../src/ingest/recognise/headerConcept'
import { bytesSource } from '../../src/ingest/read/byteSource'
import { readFile } from '../../src/ingest/read/readFile'
import { dayOf } from '../../src/time/day'
import { Workspace } from '../../src/workspace/workspace'

export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Imports all files as one drop, accepts, and exports measures.json: the way of the app, without the browser. */
export async function measureFiles(files: readonly NamedBytes[]): Promise<MeasuresJson> {
  const workspace = new Workspace()
  const read = await Promise.all(files.map(({ name, bytes }) => readFile(bytesSource(name, bytes), {}, isHeaderWord)))
  workspace.propose(read, null)
  workspace.accept(dayOf(2024, 7, 1)!)
  return workspace.exportMeasures('submitted', dayOf(2024, 7, 1)!)
}
