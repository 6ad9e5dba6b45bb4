import { type MeasuresJson, measuresJson } from '../export/measuresJson'
import type { ImportedFile, ImportedSheet, SheetLeftOut } from '../ingest/importedFile'
import type { RosterEntry } from '../ingest/readRoster'
import { rowCells } from '../ingest/read/rawTable'
import type { ReadFile } from '../ingest/read/readFile'
import { aliasBook, mergedNames, mergeNames, splitName } from '../ledger/aliases'
import type { SheetChoices } from '../model/choices'
import type { Finding } from '../model/finding'
import type { Measured, MeasureQuery } from '../model/measure'
import type { AliasBook, NameKind, NameSuggestion } from '../model/names'
import type { Office } from '../model/office'
import type { Clock, Day } from '../model/period'
import type { JournalEntry } from '../model/journal'
import type { SnapshotSummary } from '../model/snapshot'
import type {
  DeckChange,
  HandItem,
  LocatedFinding,
  ProposalSummary,
  RowDetail,
  SetAsideSheet,
  SheetRef,
  WorkspaceSummary,
} from '../model/workspace'
import { collectFindings } from './collectFindings'
import type { WorkspaceDocument } from './document'
import { formerDecks } from './formerDecks'
import { accepted, answered, preferring, removed, type StateChange, withHandItem } from './importChanges'
import { importSummaries, taskSummaries } from './importSummaries'
import { journalTotals } from './journalEntry'
import { summariseMappings } from './mappings'
import { officeStep } from './officeStep'
import { officeBook, withOfficeBook } from './officeBook'
import { EVERYTHING, Proposal } from './proposal'
import { alikeRows, rowDetail, setAsideRows } from './rowDetail'
import { Snapshots } from './snapshots'
import { START, type State } from './state'
import { nameSuggestions, pairKey } from './suggestions'
import { StateLedger } from './stateLedger'
import { mergedDecks, mergedOffice } from './threeWay'
import { BLANK, type Kept, Timeline } from './timeline'
import { Understanding } from './understanding'
import { withRoster } from './withRoster'

/**
 * All imports, the ledger made of them, and what can be undone. Lives in the workspace worker; pages see summaries, measures and windows
 * of facts only. Nothing changes before `accept`; every change is one undoable step.
 */
export class Workspace {
  private readonly understanding = new Understanding()
  private nextId = 1
  private proposed: Proposal | null = null
  private ledger = new StateLedger(START, this.understanding)
  private suggested: readonly NameSuggestion[] = []
  private revision = 0
  /** Files that were dropped again although their bytes are in the workspace. */
  private repeated: readonly Finding[] = []
  private snapshots = new Snapshots(this.understanding)
  private timeline: Timeline

  /** @param clock milliseconds since 1970, for the journal and for snapshots. */
  constructor(private readonly clock: () => number = Date.now) {
    this.timeline = this.timelineOf(BLANK)
  }

  private timelineOf(kept: Kept): Timeline {
    return new Timeline(kept, this.clock, (anew) => {
      if (anew) this.rebuild()
      return journalTotals(this.ledger.all.total)
    })
  }

  private get state(): State {
    return this.timeline.now
  }

  /** Takes what was read of dropped files and says what was understood; the workspace does not change. */
  propose(files: readonly ReadFile[], replacing: number | null): ProposalSummary {
    this.proposed = new Proposal(files, this.state, this.understanding, replacing)
    const summary = this.proposed.summary()
    if (summary.duplicatesOnly)
      this.repeated = [...this.repeated, ...summary.findings.filter(({ code }) => code === 'duplicate-file')]
    return summary
  }

  /** Applies an answer to one table of the proposal and understands its file anew. @throws RangeError no such table. */
  choose(fileIndex: number, place: number, choices: SheetChoices): ProposalSummary {
    const proposal = this.underConsideration()
    proposal.choose(fileIndex, place, choices)
    this.tidy()
    return proposal.summary()
  }

  /** Whether months that an import has already give way to those of a proposed file. */
  replaceMonths(fileIndex: number, importId: number, replace: boolean): ProposalSummary {
    const proposal = this.underConsideration()
    proposal.replaceMonths(fileIndex, importId, replace)
    return proposal.summary()
  }

  /** Takes the last answer to the proposal back; the workspace has not changed by it, and its own steps stand. */
  undoChoice(): ProposalSummary {
    const proposal = this.underConsideration()
    proposal.undo()
    this.tidy()
    return proposal.summary()
  }

  /** Gives the answer again that was taken back last. */
  redoChoice(): ProposalSummary {
    const proposal = this.underConsideration()
    proposal.redo()
    this.tidy()
    return proposal.summary()
  }

  /** Whether dropped files wait for an answer. */
  get considering(): boolean {
    return this.proposed !== null
  }

  /** Everything that is to be kept of the workspace. */
  document(): WorkspaceDocument {
    const { timeline, nextId, repeated, snapshots } = this
    return { ...timeline.kept(), nextId, repeated, snapshots: snapshots.all }
  }

  /** Puts a kept workspace in place of this one. @throws RangeError it has no present state. */
  open(document: WorkspaceDocument): WorkspaceSummary {
    const { states, at, journal } = document
    this.timeline = this.timelineOf({ states, at, journal })
    this.nextId = document.nextId
    this.repeated = document.repeated
    this.snapshots = new Snapshots(this.understanding, document.snapshots)
    this.proposed = null
    this.rebuild()
    return this.summary()
  }

  /** An empty workspace in place of this one. */
  close(): WorkspaceSummary {
    return this.open({ ...BLANK, nextId: 1, repeated: [], snapshots: [] })
  }

  discard(): void {
    this.proposed = null
    this.tidy()
  }

  /** Takes everything that can be imported into the workspace, as one step. Files imported before (same bytes) stay out with a finding. */
  accept(on: Day): WorkspaceSummary {
    const step = this.proposed && accepted(this.state, this.proposed, this.understanding, this.nextId, on)
    if (!step) {
      this.discard()
      return this.summary()
    }
    this.nextId += step.added
    this.proposed = null
    return this.take(step)
  }

  /**
   * What a person decides of a sheet after its import: an answer, another reading, a corrected cell. One undoable step; the table was kept
   * as it was read. What was said of the header is remembered for the next file.
   */
  answer(id: number, place: number, given: SheetChoices): WorkspaceSummary {
    return this.take(answered(this.state, this.understanding, id, place, given))
  }

  remove(id: number): WorkspaceSummary {
    return this.take(removed(this.state, id))
  }

  /** Where imports repeat each other's numbers this one counts (or again by the usual rule). */
  prefer(id: number, preferred: boolean): WorkspaceSummary {
    return this.take(preferring(this.state, this.understanding, id, preferred))
  }

  /** Adds one item to those entered by hand. */
  addByHand(item: HandItem, on: Day): WorkspaceSummary {
    return this.take(withHandItem(this.state, item, on, () => this.nextId++))
  }

  clear(): WorkspaceSummary {
    this.repeated = []
    // Decks have numbers of their own: those of their snapshots.
    const { action: _, decks: __, ...nothing } = START
    this.timeline.step(nothing, { kind: 'clear', files: [] })
    return this.summary()
  }

  /** Counts all `names` under `into` from now on; one undoable step. */
  merge(kind: NameKind, names: readonly string[], into: string): WorkspaceSummary {
    this.timeline.step({ aliases: mergeNames(this.state.aliases, kind, names, into) }, { kind: 'merge', files: [into] })
    return this.summary()
  }

  /** Takes apart what was merged into a name. */
  split(kind: NameKind, name: string): WorkspaceSummary {
    this.timeline.step({ aliases: splitName(this.state.aliases, kind, name) }, { kind: 'split', files: [name] })
    return this.summary()
  }

  /** The names are different bodies: they are not suggested again. */
  keepApart(kind: NameKind, names: readonly string[]): WorkspaceSummary {
    this.timeline.step({ apart: new Set([...this.state.apart, pairKey(kind, names)]) }, { kind: 'apart', files: names })
    return this.summary()
  }

  /**
   * Changes what the office knows: its roster, its outlets, successions, or how names and submissions are meant.
   * @param seen the office that was changed, which another tab may have changed since
   */
  setOffice(change: Partial<Office>, seen: Office = this.state.office): WorkspaceSummary {
    this.timeline.step(
      { office: { ...this.state.office, ...mergedOffice(seen, change, this.state.office) } },
      officeStep(change),
    )
    return this.summary()
  }

  /**
   * Takes a list of units into the roster: new names are added, known ones get the group that the list gives. Other names that the list gives
   * them are counted under them. One undoable step.
   */
  addToRoster(entries: readonly RosterEntry[]): WorkspaceSummary {
    this.timeline.step(withRoster(this.state, entries), { kind: 'roster', files: [] })
    return this.summary()
  }

  /** Forgets an accepted header: the next file with it is recognised from scratch. */
  forget(key: string): WorkspaceSummary {
    const mappings = new Map(this.state.mappings)
    if (mappings.delete(key)) this.timeline.step({ mappings }, { kind: 'forget', files: [] })
    return this.summary()
  }

  /** Adds an office book or an alias book; null when the text is neither, and nothing changes. */
  addBook(text: string): WorkspaceSummary | null {
    const known = withOfficeBook(this.state, text)
    if (!known) return null
    const { aliases, apart, office, mappings } = known
    this.timeline.step({ aliases, apart, office, mappings }, { kind: 'office', files: [] })
    return this.summary()
  }

  exportAliasBook(): AliasBook {
    return aliasBook(this.state.aliases)
  }

  exportOffice(): Record<string, unknown> {
    return officeBook(this.state)
  }

  undo(): WorkspaceSummary {
    this.timeline.undo()
    return this.summary()
  }

  redo(): WorkspaceSummary {
    this.timeline.redo()
    return this.summary()
  }

  /** Everything that can be asked of a query's ledger: of the workspace as it is, or of the snapshot that the query names. @throws RangeError no such snapshot. */
  ask({ snapshot }: Pick<MeasureQuery, 'snapshot'>): StateLedger {
    if (snapshot === undefined) return this.ledger
    const ledger = this.snapshots.ledger(snapshot)
    this.tidy()
    return ledger
  }

  measure(query: MeasureQuery): Measured {
    return this.ask(query).measure(query)
  }

  /** Keeps the present state under a name. */
  freeze(name: string): SnapshotSummary {
    return this.snapshots.freeze(this.state, name, this.clock())
  }

  /** Drops a snapshot; decks that are bound to it lose their numbers. */
  dropSnapshot(id: string): WorkspaceSummary {
    this.snapshots.drop(id)
    this.tidy()
    return this.summary()
  }

  /**
   * Puts other decks in place of those that were seen; one undoable step. Where another tab changed them meanwhile both changes hold.
   * @param writing names one sitting at one text: however often it is handed over in the course of it, it is one step and one line of the journal
   */
  setDecks(
    decks: readonly unknown[],
    made: DeckChange,
    writing: string | null = null,
    seen: readonly unknown[] = this.state.decks,
  ): WorkspaceSummary {
    const known = new Map(this.state.decks.map((deck) => [JSON.stringify(deck), deck]))
    const wanted = mergedDecks(seen, decks, this.state.decks)
    const next = wanted.map((deck) => known.get(JSON.stringify(deck)) ?? deck)
    if (next.length === this.state.decks.length && next.every((deck, index) => deck === this.state.decks[index]))
      return this.summary()
    this.timeline.write(next, made, writing)
    return this.summary()
  }

  /** One row of a sheet as it was read. @throws RangeError no such sheet or row. */
  row(ref: SheetRef, row: number): RowDetail {
    const { sheet, original } = this.sheetAt(ref)
    const findings = ref.stage === 'imported' ? this.findings() : this.underConsideration().findingsOf(ref.id)
    const own = findings.filter(
      ({ source }) => source?.stage === ref.stage && source.id === ref.id && source.place === ref.place,
    )
    return rowDetail(ref, sheet, original, row, own)
  }

  /** Numbers of the rows with exactly this text in a column. */
  alike(ref: SheetRef, column: number, text: string): number[] {
    return alikeRows(this.sheetAt(ref).sheet.table, column, text)
  }

  /** Rows that were set aside, sheet by sheet; of one import, or of all (null). */
  setAside(id: number | null): SetAsideSheet[] {
    const findings = this.findings()
    return this.ledger.sheets.flatMap(({ entry, sheet }) => {
      if (id !== null && entry.id !== id) return []
      const own = findings.filter(({ source }) => source?.id === entry.id && source.place === sheet.place)
      const overlapping = new Set(
        own.flatMap(({ code, detail, row }) => (code === 'overlap' && detail !== 'partly' && row != null ? [row] : [])),
      )
      return setAsideRows(sheet, overlapping, own) ?? []
    })
  }

  /** measures.json of the whole workspace, whatever the filters. */
  exportMeasures(clock: Clock, on: Day): MeasuresJson {
    return measuresJson(this.ledger.measure({ ...EVERYTHING, clock }), this.ledger.balances, this.findings(), on)
  }

  /** Changes in the order they were made, with the numbers before and after each. */
  changes(): readonly JournalEntry[] {
    return this.timeline.journal
  }

  /** The cells of one row as they were read, by file, sheet and row number; null when no import has it. */
  originalRow(file: string, sheet: string | null, row: number): string[] | null {
    for (const { sheet: own } of this.ledger.sheets)
      if (own.table.file === file && own.table.sheet === sheet && row >= 1 && row <= own.table.rows)
        return rowCells(own.table, row - 1)
    return null
  }

  summary(): WorkspaceSummary {
    const { ledger } = this.ledger.built
    const { range } = this.ledger.index
    const findings = this.findings()
    return {
      revision: this.revision,
      imports: importSummaries(this.ledger, this.understanding, findings),
      findings,
      units: ledger.units.map((unit, id) => ({ id, name: unit.name, group: unit.group })),
      outlets: ledger.outlets.map(({ name, level, own }, id) => ({ id, name, level, own })),
      items: ledger.items.length,
      range: range ? { from: range.first, to: range.last + 1 } : null,
      names: {
        suggestions: this.suggested,
        merged: (['units', 'outlets', 'people'] as const).flatMap((kind) =>
          mergedNames(this.state.aliases, kind).map((entry) => ({ kind, ...entry })),
        ),
        apart: this.state.apart.size,
      },
      office: this.state.office,
      missing: ledger.due.filter(({ unit }) => unit === null).map(({ name }) => name),
      mappings: summariseMappings(this.state.mappings),
      tasks: taskSummaries(this.ledger),
      undo: this.timeline.before ? this.state.action : null,
      redo: this.timeline.after?.action ?? null,
      place: this.timeline.place,
      snapshots: this.snapshots.summaries(),
      decks: this.state.decks,
      formerDecks: formerDecks(this.timeline.states, this.state),
    }
  }

  private underConsideration(): Proposal {
    if (!this.proposed) throw new RangeError('nothing is proposed')
    return this.proposed
  }

  private sheetAt({ stage, id, place }: SheetRef): {
    sheet: ImportedSheet | SheetLeftOut
    original: ImportedSheet['table']
  } {
    const source: { read: ReadFile; file: ImportedFile } | null =
      stage === 'proposed'
        ? { read: this.underConsideration().sources[id]!.read, file: this.underConsideration().fileAt(id) }
        : this.importAt(id)
    const sheet = [...(source?.file.sheets ?? []), ...(source?.file.leftOut ?? [])].find((own) => own.place === place)
    if (!source || !sheet) throw new RangeError(`no table ${place} in ${stage} ${id}`)
    return { sheet, original: source.read.tables[place]! }
  }

  private importAt(id: number): { read: ReadFile; file: ImportedFile } | null {
    const entry = this.state.imports.find((candidate) => candidate.id === id)
    return entry ? { read: entry.read, file: this.understanding.of(entry) } : null
  }

  /** Makes a step of a change; null changes nothing. */
  private take(step: StateChange | null): WorkspaceSummary {
    if (step) this.timeline.step(step.change, step.action)
    return this.summary()
  }

  private rebuild(): void {
    this.ledger = new StateLedger(this.state, this.understanding)
    this.suggested = nameSuggestions(
      this.ledger.all,
      this.ledger.sheets.map(({ sheet }) => sheet),
      this.state.aliases,
      this.state.apart,
    )
    this.revision++
    this.tidy()
  }

  /** Forgets the facts of states that are more than one step of undo away. */
  private tidy(): void {
    const { before, now, after } = this.timeline
    this.understanding.keepOnly([
      ...[before, now, after].flatMap((state) => state?.imports ?? []),
      ...this.snapshots.imports,
      ...(this.proposed?.sources ?? []),
    ])
  }

  private findings(): LocatedFinding[] {
    const { imports } = this.state
    return collectFindings(
      imports,
      this.understanding,
      this.ledger.sheets,
      this.ledger.built.findings,
      this.suggested,
      this.repeated,
    )
  }
}
