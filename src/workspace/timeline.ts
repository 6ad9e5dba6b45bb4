import type { JournalEntry, JournalTotals } from '../model/journal'
import type { UndoStep } from '../model/workspace'
import { History } from './history'
import { journalEntry, withEntry } from './journalEntry'
import { sameFacts, START, type State } from './state'

/** A timeline as it is kept. */
export interface Kept {
  readonly states: readonly State[]
  /** Index of the present one. */
  readonly at: number
  readonly journal: readonly JournalEntry[]
}

export const BLANK: Kept = { states: [START], at: 0, journal: [] }

/** The states of a workspace one after the other, the present one among them, and the journal of every way that was gone between them. */
export class Timeline {
  private readonly history: History<State>
  private journal_: readonly JournalEntry[]
  /** The text whose last pause of writing made the present state. */
  private writing: string | null = null
  /** States by the order in which they were made: let go of in the middle or overwritten, the others keep theirs. */
  private readonly places = new WeakMap<State, number>()
  private made = 0

  /**
   * @param clock milliseconds since 1970. @param count what the numbers of the present state are; asked before and after every step, after one to
   * other facts with `anew`
   * @throws RangeError no present state.
   */
  constructor(
    kept: Kept,
    private readonly clock: () => number,
    private readonly count: (anew: boolean) => JournalTotals,
  ) {
    this.history = new History(kept.states, kept.at, sameFacts)
    this.journal_ = kept.journal
    for (const state of kept.states) this.places.set(state, ++this.made)
  }

  get now(): State {
    return this.history.now
  }

  /** Of two states the one that was made later has the larger place. Undo leads to a smaller one, redo to a larger one, and a step to the largest of all. */
  get place(): number {
    return this.places.get(this.now)!
  }

  get before(): State | null {
    return this.history.before
  }

  get after(): State | null {
    return this.history.after
  }

  get states(): readonly State[] {
    return this.history.states
  }

  get journal(): readonly JournalEntry[] {
    return this.journal_
  }

  kept(): Kept {
    const { states, at } = this.history
    return { states, at, journal: this.journal_ }
  }

  /** Goes on to the present state with something changed. */
  step(change: Partial<Omit<State, 'action'>>, action: UndoStep): void {
    this.move('done', action, () => {
      this.history.push({ ...this.now, ...change, action })
      this.places.set(this.now, ++this.made)
      return true
    })
  }

  /** As `step`, of decks. @param writing one sitting at one text: what is handed over in the course of it is one state and one entry; null: no text */
  write(decks: readonly unknown[], action: UndoStep, writing: string | null): void {
    const last = this.journal_[this.journal_.length - 1]
    if (writing !== null && writing === this.writing && last) {
      this.history.replace({ ...this.now, decks, action })
      this.places.set(this.now, ++this.made)
      this.journal_ = [...this.journal_.slice(0, -1), { ...last, at: this.clock(), action }]
    } else this.step({ decks }, action)
    this.writing = writing
  }

  undo(): void {
    this.move('undone', this.now.action, () => this.history.undo())
  }

  redo(): void {
    this.move('redone', this.after?.action ?? this.now.action, () => this.history.redo())
  }

  /** Goes to another state, has it counted where its facts are other ones, and notes what that did to the numbers; nothing when there is no other one. */
  private move(way: JournalEntry['way'], action: UndoStep, go: () => boolean): void {
    const [before, totals] = [this.now, this.count(false)]
    if (!go()) return
    this.writing = null
    const after = this.now
    const changed = { before: totals, after: this.count(!sameFacts(before, after)) }
    this.journal_ = withEntry(this.journal_, journalEntry(this.clock(), way, action, { before, after }, changed))
  }
}
