const LONGEST = 50

/** States one after the other, the last 50, with a place among them. A new state drops those that were undone. */
export class History<State> {
  /**
   * @param states at least one. @param at index of the present one.
   * @param light whether a step is one of many small ones: where room runs out, the oldest of two such steps in a row become one before a weighty step is let go
   * @throws RangeError no such state.
   */
  constructor(
    private states_: readonly State[],
    private at_ = states_.length - 1,
    private readonly light: (from: State, to: State) => boolean = () => false,
  ) {
    if (!(at_ in states_)) throw new RangeError(`no state ${at_} of ${states_.length}`)
  }

  get states(): readonly State[] {
    return this.states_
  }

  get at(): number {
    return this.at_
  }

  get now(): State {
    return this.states_[this.at_]!
  }

  get before(): State | null {
    return this.states_[this.at_ - 1] ?? null
  }

  get after(): State | null {
    return this.states_[this.at_ + 1] ?? null
  }

  push(state: State): void {
    const states = [...this.states_.slice(0, this.at_ + 1), state]
    while (states.length > LONGEST) {
      const between = states.findIndex(
        (one, at) =>
          at > 0 && at < states.length - 1 && this.light(states[at - 1]!, one) && this.light(one, states[at + 1]!),
      )
      states.splice(Math.max(0, between), 1)
    }
    this.states_ = states
    this.at_ = states.length - 1
  }

  /** Puts a state in place of the present one; what was undone is dropped. */
  replace(state: State): void {
    this.states_ = [...this.states_.slice(0, this.at_), state]
  }

  /** Goes back; false at the first state. */
  undo(): boolean {
    if (this.at_ === 0) return false
    this.at_--
    return true
  }

  /** Goes on again; false at the last state. */
  redo(): boolean {
    if (this.at_ === this.states_.length - 1) return false
    this.at_++
    return true
  }
}
