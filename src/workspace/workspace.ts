import { headerFingerprint, understand } from '../ingest/ingest'
import type { ImportedFile } from '../ingest/importedFile'
import type { SheetChoices } from '../model/choices'
import type { ColumnChoices } from '../model/column'
import type { ReadFile } from '../ingest/read/readFile'
import { rowCells } from '../ingest/read/rawTable'
import { aliasBook, mergedNames, mergeNames, NO_ALIASES, splitName, withAliasBook } from '../ledger/aliases'
import { buildLedger } from '../ledger/buildLedger'
import type { BuiltLedger } from '../ledger/ledger'
import { suggestAliases } from '../ledger/suggestAliases'
import { indexLedger, type LedgerIndex, measureLedger } from '../measures/measureLedger'
import { type MeasuresJson, measuresJson } from '../export/measuresJson'
import type { Balance } from '../model/balance'
import type { Finding } from '../model/finding'
import type { Cell, Measured, MeasureQuery } from '../model/measure'
import type { Clock, Day } from '../model/period'
import type { AliasBook, AliasMap, NameKind, NameSuggestion } from '../model/names'
import type { ImportSummary, ProposalSummary, UndoStep, WorkspaceSummary } from '../model/workspace'
import { assertLaws } from './laws'
import { summarise } from './summarise'

interface Import {
  readonly id: number
  readonly file: ImportedFile
  readonly importedOn: Day
}

interface Proposed {
  read: ReadFile
  file: ImportedFile
  choices: SheetChoices[]
}

/** One state of the workspace; undo goes back to the one before. */
interface State {
  readonly imports: readonly Import[]
  readonly aliases: AliasMap
  /** Corrected columns by header fingerprint: the next file with the same header raises no question. */
  readonly mappings: ReadonlyMap<string, ColumnChoices>
  /** Pairs of names that a person said are different, as «kind a b» keys. */
  readonly apart: ReadonlySet<string>
  /** What led here, for the undo button: a key of the locale with the file names. */
  readonly action: {
    readonly kind: UndoStep['kind']
    readonly files: readonly string[]
  }
}

const HISTORY = 50
const EVERYTHING: MeasureQuery = { clock: 'submitted', span: null, unitIds: null, groups: null }

/** The same pair in any order. */
function pairKey(kind: NameKind, names: readonly string[]): string {
  return [kind, ...[...names].sort()].join('\u0000')
}

/**
 * All imports, the ledger made of them, and what can be undone. Lives in the workspace worker; pages see summaries and measures only.
 * Nothing changes before `accept`; every change is one undoable step.
 */
export class Workspace {
  private states: State[] = [
    { imports: [], aliases: NO_ALIASES, apart: new Set(), mappings: new Map(), action: { kind: 'start', files: [] } },
  ]
  private at = 0
  private nextId = 1
  private proposed: Proposed[] = []
  private replacing: number | null = null
  private built: BuiltLedger = buildLedger([])
  private index: LedgerIndex = indexLedger(this.built.ledger)
  private suggested: readonly NameSuggestion[] = []
  private revision = 0
  /** Files that were dropped again although their bytes are in the workspace. */
  private repeated: Finding[] = []

  private get state(): State {
    return this.states[this.at]!
  }

  private get imports(): readonly Import[] {
    return this.state.imports
  }

  /** Takes what was read of dropped files and says what was understood; the workspace does not change. */
  propose(files: readonly ReadFile[], replacing: number | null): ProposalSummary {
    this.replacing = replacing
    this.proposed = files.map((read) => this.understood(read))
    const proposal = this.proposal()
    if (proposal.duplicatesOnly)
      this.repeated = [...this.repeated, ...proposal.findings.filter(({ code }) => code === 'duplicate-file')]
    return proposal
  }

  /** Applies an answer to one sheet of the proposal and understands it anew. */
  choose(fileIndex: number, sheetIndex: number, choices: SheetChoices): ProposalSummary {
    const proposed = this.proposed[fileIndex]
    if (!proposed) throw new RangeError(`no proposed file ${fileIndex}`)
    const table = proposed.file.sheets[sheetIndex]?.table
    const place = proposed.read.tables.findIndex((candidate) => candidate === table)
    const before = proposed.choices[place] ?? {}
    const columns = choices.columns ? { ...before.columns, ...choices.columns } : before.columns
    proposed.choices[place] = { ...before, ...choices, ...(columns && { columns }) }
    proposed.file = understand(proposed.read, proposed.choices)
    return this.proposal()
  }

  /** A file as it is understood with what was corrected before for the same headers. */
  private understood(read: ReadFile): Proposed {
    const file = understand(read)
    const choices = read.tables.map((table): SheetChoices => {
      const sheet = file.sheets.find((candidate) => candidate.table === table)
      const columns = sheet && this.state.mappings.get(headerFingerprint(sheet.recognition))
      return columns ? { columns, remembered: true } : {}
    })
    return choices.some(({ columns }) => columns)
      ? { read, file: understand(read, choices), choices }
      : { read, file, choices }
  }

  /** Corrected columns of the files being accepted, by the header of their sheet. */
  private correctedMappings(): ReadonlyMap<string, ColumnChoices> {
    const mappings = new Map(this.state.mappings)
    for (const { file, read, choices } of this.proposed) {
      for (const sheet of file.sheets) {
        const columns = choices[read.tables.indexOf(sheet.table)]?.columns
        if (columns) mappings.set(headerFingerprint(sheet.recognition), columns)
      }
    }
    return mappings
  }

  discard(): void {
    this.proposed = []
    this.replacing = null
  }

  /** Takes everything that can be imported into the workspace, as one step. Files imported before (same bytes) stay out with a finding. */
  accept(on: Day): WorkspaceSummary {
    const kept = this.importable()
    if (kept.length === 0) {
      this.discard()
      return this.summary()
    }
    const replaced = this.replacing
    const base = replaced === null ? this.imports : this.imports.filter(({ id }) => id !== replaced)
    const refused = this.proposed
      .filter(({ file }) => !kept.includes(file))
      .flatMap(({ file }) => this.fileFindings(file))
    const added = kept.map((file, i): Import => ({
      id: this.nextId + i,
      file: i === 0 && refused.length > 0 ? { ...file, findings: [...file.findings, ...refused] } : file,
      importedOn: on,
    }))
    this.nextId += added.length
    // A replaced file keeps its place in the list, since the order of imports decides which of two equal rows is the duplicate.
    const place = replaced === null ? base.length : this.imports.findIndex(({ id }) => id === replaced)
    this.step(
      { imports: [...base.slice(0, place), ...added, ...base.slice(place)], mappings: this.correctedMappings() },
      {
        kind: replaced === null ? 'import' : 'replace',
        files: added.map(({ file }) => file.file),
      },
    )
    this.discard()
    return this.summary()
  }

  /** A question about a sheet, answered after its import; one undoable step. The table was kept as it was read. */
  answer(id: number, sheetIndex: number, choices: SheetChoices): WorkspaceSummary {
    const imports = this.imports.map((entry) => {
      const before = entry.file.sheets[sheetIndex]
      if (entry.id !== id || !before) return entry
      const columns = this.state.mappings.get(headerFingerprint(before.recognition))
      const { size, contentHash, file } = entry.file
      const again = { file, size, contentHash, tables: [before.table], findings: [] }
      const [sheet] = understand(again, [{ ...(columns && { columns }), ...choices }]).sheets
      if (!sheet) return entry
      return {
        ...entry,
        file: { ...entry.file, sheets: entry.file.sheets.map((own, i) => (i === sheetIndex ? sheet : own)) },
      }
    })
    const answered = this.imports.find((entry) => entry.id === id)
    this.step({ imports }, { kind: 'answer', files: answered ? [answered.file.file] : [] })
    return this.summary()
  }

  remove(id: number): WorkspaceSummary {
    const gone = this.imports.find((candidate) => candidate.id === id)
    if (gone)
      this.step(
        { imports: this.imports.filter((candidate) => candidate !== gone) },
        { kind: 'remove', files: [gone.file.file] },
      )
    return this.summary()
  }

  clear(): WorkspaceSummary {
    this.repeated = []
    this.step({ imports: [], aliases: NO_ALIASES, apart: new Set(), mappings: new Map() }, { kind: 'clear', files: [] })
    return this.summary()
  }

  /** Counts all `names` under `into` from now on; one undoable step. */
  merge(kind: NameKind, names: readonly string[], into: string): WorkspaceSummary {
    this.step({ aliases: mergeNames(this.state.aliases, kind, names, into) }, { kind: 'merge', files: [into] })
    return this.summary()
  }

  /** Takes apart what was merged into a name. */
  split(kind: NameKind, name: string): WorkspaceSummary {
    this.step({ aliases: splitName(this.state.aliases, kind, name) }, { kind: 'split', files: [name] })
    return this.summary()
  }

  /** The names are different bodies: they are not suggested again. */
  keepApart(kind: NameKind, names: readonly string[]): WorkspaceSummary {
    this.step({ apart: new Set([...this.state.apart, pairKey(kind, names)]) }, { kind: 'apart', files: names })
    return this.summary()
  }

  /** Adds the merges of an alias book; null when the text is none, and nothing changes. */
  addAliasBook(text: string): WorkspaceSummary | null {
    const aliases = withAliasBook(this.state.aliases, text)
    if (!aliases) return null
    this.step({ aliases }, { kind: 'merge', files: [] })
    return this.summary()
  }

  exportAliasBook(): AliasBook {
    return aliasBook(this.state.aliases)
  }

  undo(): WorkspaceSummary {
    if (this.at > 0) this.moveTo(this.at - 1)
    return this.summary()
  }

  redo(): WorkspaceSummary {
    if (this.at < this.states.length - 1) this.moveTo(this.at + 1)
    return this.summary()
  }

  measure(query: MeasureQuery): Measured {
    return measureLedger(this.index, query)
  }

  /** measures.json of the whole workspace, whatever the filters. */
  exportMeasures(clock: Clock, on: Day): MeasuresJson {
    return measuresJson(
      this.measure({ clock, span: null, unitIds: null, groups: null }),
      this.balances(),
      this.findings(),
      on,
    )
  }

  /** The cells of one row as they were read, by file, sheet and row number; null when no import has it. */
  originalRow(file: string, sheet: string | null, row: number): string[] | null {
    for (const { file: imported } of this.imports)
      for (const { table } of imported.sheets) {
        if (table.file === file && table.sheet === sheet && row >= 1 && row <= table.rows)
          return rowCells(table, row - 1)
      }
    return null
  }

  summary(): WorkspaceSummary {
    const balances = this.balances()
    let at = 0
    const imports: ImportSummary[] = this.imports.map(({ id, file, importedOn }) => {
      const own = balances.slice(at, (at += file.sheets.length))
      return { id, importedOn, ...summarise(file, own) }
    })
    const range = this.index.range
    return {
      revision: this.revision,
      imports,
      findings: this.findings(),
      units: this.built.ledger.units.map((unit, id) => ({ id, name: unit.name, group: unit.group })),
      outlets: this.built.ledger.outlets.map(({ name }) => name),
      items: this.built.ledger.items.length,
      range: range ? { from: range.first, to: range.last + 1 } : null,
      names: {
        suggestions: this.suggested,
        merged: (['units', 'outlets'] as const).flatMap((kind) =>
          mergedNames(this.state.aliases, kind).map((entry) => ({ kind, ...entry })),
        ),
        apart: this.state.apart.size,
      },
      undo: this.at > 0 ? this.states[this.at]!.action : null,
      redo: this.states[this.at + 1]?.action ?? null,
    }
  }

  private proposal(): ProposalSummary {
    const importable = this.importable()
    const files = this.proposed.map(({ file }) => ({
      ...summarise(
        file,
        file.sheets.map((sheet) => sheet.balance),
      ),
      importable: importable.includes(file),
    }))
    const findings = this.proposed.flatMap(({ file }) => [
      ...this.fileFindings(file),
      ...file.sheets.flatMap((sheet) => sheet.findings),
    ])
    return {
      files,
      findings,
      preview: this.preview(importable),
      importable: importable.length,
      duplicatesOnly: this.proposed.length > 0 && this.proposed.every(({ file }) => this.isDuplicate(file)),
    }
  }

  /** What the importable files come to by themselves, before anything is accepted. */
  private preview(files: readonly ImportedFile[]): Cell | null {
    if (files.length === 0) return null
    const { ledger } = buildLedger(
      files.flatMap(({ sheets }) =>
        sheets.map(({ table, facts }) => ({ file: table.file, sheet: table.sheet, facts })),
      ),
      this.state.aliases,
    )
    return measureLedger(indexLedger(ledger), EVERYTHING).total
  }

  /** Files with at least one table whose bytes are not in the workspace (nor earlier in the same drop) yet. */
  private importable(): ImportedFile[] {
    const seen = new Set<string>()
    return this.proposed
      .map(({ file }) => file)
      .filter((file) => {
        if (file.sheets.length === 0 || this.isDuplicate(file) || seen.has(file.contentHash)) return false
        seen.add(file.contentHash)
        return true
      })
  }

  private isDuplicate(file: ImportedFile): boolean {
    return (
      file.sheets.length > 0 &&
      this.imports.some(({ id, file: other }) => id !== this.replacing && other.contentHash === file.contentHash)
    )
  }

  private fileFindings(file: ImportedFile): Finding[] {
    const first = this.proposed.find((other) => other.file.contentHash === file.contentHash)?.file
    const same = file.sheets.length > 0 && (this.isDuplicate(file) || first !== file)
    return [...file.findings, ...(same ? [{ level: 'warning', code: 'duplicate-file', file: file.file } as const] : [])]
  }

  private step(change: Partial<Omit<State, 'action'>>, action: State['action']): void {
    this.states = [...this.states.slice(0, this.at + 1), { ...this.states[this.at]!, ...change, action }].slice(
      -HISTORY,
    )
    this.moveTo(this.states.length - 1)
  }

  private moveTo(at: number): void {
    this.at = at
    this.built = buildLedger(
      this.imports.flatMap(({ file }) =>
        file.sheets.map(({ table, facts }) => ({ file: table.file, sheet: table.sheet, facts })),
      ),
      this.state.aliases,
    )
    this.index = indexLedger(this.built.ledger)
    this.suggested = this.suggestions()
    this.revision++
    assertLaws(this.balances(), this.built.ledger, this.measure(EVERYTHING))
  }

  /** Balances after the ledger moved duplicates and overlaps out of «used». */
  private balances(): Balance[] {
    const sheets = this.imports.flatMap(({ file }) => file.sheets)
    return sheets.map(({ balance }, i) => {
      const { duplicates, overlapping } = this.built.adjustments[i]!
      return {
        ...balance,
        used: balance.used - duplicates - overlapping,
        duplicates,
        setAside: balance.setAside + overlapping,
      }
    })
  }

  private findings(): Finding[] {
    const own = this.imports.flatMap(({ file }) => [
      ...file.findings,
      ...file.sheets.flatMap((sheet) => sheet.findings),
    ])
    return [...own, ...this.built.findings, ...this.suggestionFindings(), ...this.repeated]
  }

  private suggestions(): NameSuggestion[] {
    const facts = new Map(
      this.measure(EVERYTHING).units.map((unit) => [unit.unit, unit.submitted ?? unit.adopted ?? unit.placements ?? 0]),
    )
    return suggestAliases(this.built.ledger.units.map((unit) => unit.name).filter((name) => facts.has(name)))
      .filter(({ names }) => !this.state.apart.has(pairKey('units', names)))
      .map(({ names, reason }) => ({ kind: 'units', names, reason, facts: names.map((name) => facts.get(name) ?? 0) }))
  }

  private suggestionFindings(): Finding[] {
    const fileOf = new Map<string, string>()
    for (const { file } of this.imports)
      for (const { facts, table } of file.sheets) for (const name of facts.units) fileOf.set(name, table.file)
    return this.suggested.map(({ names, reason }) => ({
      level: 'info',
      code: 'alias-suggested',
      file: fileOf.get(names[1]!) ?? '',
      names,
      detail: reason,
    }))
  }
}
