import type { ImportedFile } from '../ingest/importedFile'
import { understand } from '../ingest/ingest'
import type { ReadFile } from '../ingest/read/readFile'
import type { SheetChoices } from '../model/choices'

interface Source {
  readonly read: ReadFile
  readonly choices: readonly SheetChoices[]
  readonly byHand?: boolean
}

/** Facts of imports, computed when first wanted. Kept for those in use only: a million rows are not held for each of fifty undo steps. */
export class Understanding {
  private readonly known = new Map<Source, ImportedFile>()

  of(source: Source): ImportedFile {
    let file = this.known.get(source)
    if (!file) {
      file = understand(source.read, source.choices)
      // The form by hand offers «undecided» for every item, whether or not one uses it.
      if (source.byHand) file = withPending(file)
      this.known.set(source, file)
    }
    return file
  }

  /** Passes the facts of one source on to another that was given the same tables and choices. */
  adopt(source: Source, from: Source): void {
    const file = this.known.get(from)
    if (file) this.known.set(source, file)
  }

  keepOnly(sources: Iterable<Source>): void {
    const kept = new Set(sources)
    for (const source of this.known.keys()) if (!kept.has(source)) this.known.delete(source)
  }
}

function withPending(file: ImportedFile): ImportedFile {
  return {
    ...file,
    sheets: file.sheets.map((sheet) => ({
      ...sheet,
      facts: { ...sheet.facts, knows: { ...sheet.facts.knows, submitted: true, pending: true } },
    })),
  }
}
