const LONGEST = 50

/** States one after the other, the last 50, with a place among them. A new state drops those that were undone. */
export class History<State> {
  private states: readonly State[]
  private at = 0

  constructor(start: State) {
    this.states = [start]
  }

  get now(): State {
    return this.states[this.at]!
  }

  get before(): State | null {
    return this.states[this.at - 1] ?? null
  }

  get after(): State | null {
    return this.states[this.at + 1] ?? null
  }

  push(state: State): void {
    this.states = [...this.states.slice(0, this.at + 1), state].slice(-LONGEST)
    this.at = this.states.length - 1
  }

  /** Goes back; false at the first state. */
  undo(): boolean {
    if (this.at === 0) return false
    this.at--
    return true
  }

  /** Goes on again; false at the last state. */
  redo(): boolean {
    if (this.at === this.states.length - 1) return false
    this.at++
    return true
  }
}
