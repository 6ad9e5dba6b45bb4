import type { ImportedFile } from '../ingest/importedFile'
import type { ReadFile } from '../ingest/read/readFile'
import { buildLedger } from '../ledger/buildLedger'
import type { LedgerSheet } from '../ledger/joinItems'
import type { BuiltLedger } from '../ledger/ledger'
import { unitNaming } from '../ledger/unitNames'
import { indexLedger, measureLedger } from '../measures/measureLedger'
import type { Balance } from '../model/balance'
import type { SheetChoices } from '../model/choices'
import type { Finding } from '../model/finding'
import type { Cell, MeasureQuery } from '../model/measure'
import type { Span } from '../model/period'
import type { LocatedFinding, ProposalStep, ProposalSummary, RepeatedMonths } from '../model/workspace'
import { monthKey, spanOfKey } from '../time/calendar'
import { adjustedBalance } from './adjustedBalance'
import { History } from './history'
import { recalledChoices } from './mappings'
import { monthsOfUnits, repeatedMonths } from './repeatedMonths'
import { withChoices } from './sheetChoices'
import type { Import, State } from './state'
import { type SheetStanding, summarise } from './summarise'
import type { Understanding } from './understanding'

export const EVERYTHING: MeasureQuery = { clock: 'submitted', span: null, unitIds: null, groups: null }

/** One dropped file under consideration. */
interface Proposed {
  readonly read: ReadFile
  readonly choices: readonly SheetChoices[]
}

/** What a person answered so far; a new object with every answer. */
interface Answers {
  readonly files: readonly Proposed[]
  /** Months of imports that are to give way, as «file import» keys. */
  readonly replacing: ReadonlySet<string>
  /** The answer that led here; null before the first one. */
  readonly step: ProposalStep | null
}

/** A file named so is a correction: the months that it repeats are offered to give way. */
const CORRECTED = /更正|修订|修正|订正|改后|修改/

/** The proposed file and the table that a sheet is of; null for sheets of earlier imports. */
type Owner = { readonly file: number; readonly place: number } | null

type OutcomeSheet = LedgerSheet & { readonly owner: Owner }

/** What the workspace would come to, were the files accepted as they stand. */
interface Outcome {
  readonly built: BuiltLedger
  /** In the order of the sheets of the ledger. */
  readonly owners: readonly Owner[]
}

/** Dropped files between reading and accepting: what was understood of them, and what a person answers. The workspace does not change. */
export class Proposal {
  /** A stack of its own: while the proposal is open, undo must not reach through it to an import that nobody looks at. */
  private answers: History<Answers>

  constructor(
    read: readonly ReadFile[],
    private readonly state: State,
    private readonly understanding: Understanding,
    /** The import that these files replace; null for an ordinary drop. */
    readonly replaced: number | null,
  ) {
    const files = read.map((file) => ({ read: file, choices: recalledChoices(file, state.mappings) }))
    this.answers = new History<Answers>([{ files, replacing: new Set(), step: null }])
    const corrected = this.repeats().filter(({ file }) => CORRECTED.test(this.files[file]!.read.file))
    // What a name says is where the answers begin, no step to take back.
    const replacing = new Set(corrected.map(({ file, importId }) => monthsKey(file, importId)))
    this.answers = new History<Answers>([{ files, replacing, step: null }])
  }

  private get files(): readonly Proposed[] {
    return this.answers.now.files
  }

  /** Files under consideration, to keep what was understood of them. */
  get sources(): readonly Proposed[] {
    return this.files
  }

  /** @throws RangeError no such file or table. */
  choose(fileIndex: number, place: number, given: SheetChoices): void {
    const file = this.files[fileIndex]
    if (!file?.read.tables[place]) throw new RangeError(`no table ${place} in proposed file ${fileIndex}`)
    const choices = [...file.choices]
    choices[place] = withChoices(choices[place] ?? {}, given)
    this.answers.push({
      ...this.answers.now,
      files: this.files.map((other, i) => (i === fileIndex ? { read: file.read, choices } : other)),
      step: { kind: given.edits ? 'edit' : 'answer', file: file.read.file },
    })
  }

  /** Whether the months that an import has already are to be replaced by those of the file. @throws RangeError no such file. */
  replaceMonths(fileIndex: number, importId: number, replace: boolean): void {
    const file = this.files[fileIndex]
    if (!file) throw new RangeError(`no proposed file ${fileIndex}`)
    const key = monthsKey(fileIndex, importId)
    const before = this.answers.now.replacing
    if (before.has(key) === replace) return
    const replacing = new Set([...before].filter((other) => other !== key))
    if (replace) replacing.add(key)
    this.answers.push({ ...this.answers.now, replacing, step: { kind: 'months', file: file.read.file } })
  }

  /** Takes the last answer back; nothing where there is none. */
  undo(): void {
    this.answers.undo()
  }

  /** Gives the answer again that was taken back last; nothing where there is none. */
  redo(): void {
    this.answers.redo()
  }

  fileAt(fileIndex: number): ImportedFile {
    const file = this.files[fileIndex]
    if (!file) throw new RangeError(`no proposed file ${fileIndex}`)
    return this.understanding.of(file)
  }

  summary(): ProposalSummary {
    const importable = new Set(this.importable())
    const understood = this.files.map((file) => this.understanding.of(file))
    const outcome = importable.size > 0 ? this.outcome([...importable]) : null
    const together = outcome && measureLedger(indexLedger(outcome.built.ledger), EVERYTHING).total
    const first = this.state.imports.length === 0
    return {
      files: this.files.map((file, i) => {
        const own = understood[i]!
        const standings = own.sheets.map(({ balance, place }) => standingAfter(outcome, i, place, balance))
        return { ...summarise(own, standings, 'proposed', i, file.choices), importable: importable.has(file) }
      }),
      findings: this.files.flatMap((_, i) => this.findingsOf(i)),
      // Into an empty workspace both are one, and a million rows are joined once.
      preview: first ? together : this.preview([...importable]),
      after: first ? null : together,
      importable: importable.size,
      duplicatesOnly: understood.length > 0 && understood.every((file) => this.isDuplicate(file)),
      repeats: this.repeats(),
      undo: this.answers.before ? this.answers.now.step : null,
      redo: this.answers.after?.step ?? null,
    }
  }

  findingsOf(fileIndex: number): LocatedFinding[] {
    const file = this.fileAt(fileIndex)
    return [
      ...this.fileFindings(fileIndex).map((finding) => ({ ...finding, source: null })),
      ...file.sheets.flatMap(({ findings, place }) =>
        findings.map((finding) => ({ ...finding, source: { stage: 'proposed', id: fileIndex, place } as const })),
      ),
    ]
  }

  /** What accepting takes in, in the order of the drop, and what stays out with its findings. */
  accepted(): { taken: readonly Proposed[]; refused: readonly Finding[] } {
    const taken = this.importable()
    return {
      taken,
      refused: this.files.flatMap((file, i) => (taken.includes(file) ? [] : this.fileFindings(i))),
    }
  }

  /** Months of an import that the accepted files replace. */
  replacedMonths(importId: number): Span[] {
    return this.repeats()
      .filter((entry) => entry.importId === importId && entry.replace)
      .flatMap(({ months }) => months.flatMap((month) => spanOfKey(month, this.state.office.calendar) ?? []))
  }

  /** Files with at least one table whose bytes are not in the workspace (nor earlier in the same drop) yet. */
  private importable(): Proposed[] {
    const seen = new Set<string>()
    return this.files.filter((proposed) => {
      const file = this.understanding.of(proposed)
      if (file.sheets.length === 0 || this.isDuplicate(file) || seen.has(file.contentHash)) return false
      seen.add(file.contentHash)
      return true
    })
  }

  private isDuplicate(file: ImportedFile): boolean {
    return (
      file.sheets.length > 0 &&
      this.state.imports.some(({ id, read }) => id !== this.replaced && read.contentHash === file.contentHash)
    )
  }

  private fileFindings(fileIndex: number): Finding[] {
    const file = this.fileAt(fileIndex)
    const first = this.files.findIndex(({ read }) => read.contentHash === file.contentHash)
    const same = file.sheets.length > 0 && (this.isDuplicate(file) || first !== fileIndex)
    return [...file.findings, ...(same ? [{ level: 'warning', code: 'duplicate-file', file: file.file } as const] : [])]
  }

  /** What the files come to by themselves, before anything is accepted. */
  private preview(files: readonly Proposed[]): Cell | null {
    if (files.length === 0) return null
    const { ledger } = buildLedger(
      files.flatMap((file) => this.sheetsOf(file)),
      this.state.aliases,
      this.state.office,
    )
    return measureLedger(indexLedger(ledger), EVERYTHING).total
  }

  /** The ledger of the imports that stay and of the files, in the order that accepting gives them: it decides which of two equal rows is the duplicate. */
  private outcome(files: readonly Proposed[]): Outcome {
    const { imports, aliases, office } = this.state
    const place = this.replaced === null ? imports.length : imports.findIndex(({ id }) => id === this.replaced)
    const kept = (entry: Import): OutcomeSheet[] => {
      const replaced = [...entry.replaced, ...this.replacedMonths(entry.id)]
      return this.sheetsOf(entry).map((sheet) => ({ ...sheet, replaced, preferred: entry.preferred, owner: null }))
    }
    const sheets = [
      ...imports.slice(0, place).flatMap(kept),
      ...files.flatMap((file): OutcomeSheet[] =>
        this.sheetsOf(file).map((sheet) => ({
          ...sheet,
          owner: { file: this.files.indexOf(file), place: sheet.place },
        })),
      ),
      ...imports.slice(this.replaced === null ? place : place + 1).flatMap(kept),
    ]
    return { built: buildLedger(sheets, aliases, office), owners: sheets.map(({ owner }) => owner) }
  }

  private sheetsOf(source: Import | Proposed) {
    return this.understanding
      .of(source)
      .sheets.map(({ table, facts, place }) => ({ file: table.file, sheet: table.sheet, facts, place }))
  }

  private repeats(): RepeatedMonths[] {
    const earlier = this.state.imports.filter(({ id, byHand }) => id !== this.replaced && !byHand)
    if (earlier.length === 0) return []
    const { aliases, office } = this.state
    const nameOf = unitNaming(aliases, office)
    const monthsOf = (source: Import | Proposed) =>
      monthsOfUnits(this.understanding.of(source), nameOf, office.calendar)
    const before = earlier.map((entry) => ({ entry, months: monthsOf(entry) }))
    const taken = new Set(this.importable())
    return this.files.flatMap((proposed, file): RepeatedMonths[] => {
      if (!taken.has(proposed)) return []
      const own = monthsOf(proposed)
      return before.flatMap(({ entry, months }): RepeatedMonths[] => {
        const repeated = repeatedMonths(own, months)
        if (repeated.length === 0) return []
        return [
          {
            file,
            importId: entry.id,
            importFile: entry.read.file,
            months: repeated.map((month) => monthKey(month)),
            replace: this.answers.now.replacing.has(monthsKey(file, entry.id)),
          },
        ]
      })
    })
  }
}

function monthsKey(file: number, importId: number): string {
  return `${file} ${importId}`
}

/** How a sheet will stand with the rows that the imports before would make duplicates or set aside, or that tell more of their items. */
function standingAfter(outcome: Outcome | null, file: number, place: number, balance: Balance): SheetStanding {
  const at = outcome?.owners.findIndex((owner) => owner?.file === file && owner.place === place) ?? -1
  if (at < 0) return { balance, updates: 0 }
  const adjustment = outcome!.built.adjustments[at]!
  return { balance: adjustedBalance(balance, adjustment), updates: adjustment.updates }
}
