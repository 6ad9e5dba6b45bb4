import type { ShowAction, ShowState } from '../model/show'

/** A meeting at one of its steps. @param turn for a show begun anew later than any turn of the one before, so that a window left open follows it. */
export function startOfShow(index = 0, anonymous = false, turn = 0): ShowState {
  return { index, black: false, card: null, highlight: null, anonymous, turn }
}

/**
 * What a key does. `steps`: how many are shown. Moving on brings the picture back and closes a card; beyond the ends nothing moves. An action that changes
 * nothing returns the same state.
 */
export function nextShow(state: ShowState, action: ShowAction, steps: number): ShowState {
  const changed = (part: Partial<ShowState>): ShowState => {
    const next = { ...state, ...part }
    const same = (Object.keys(part) as (keyof ShowState)[]).every((key) => next[key] === state[key])
    return same ? state : { ...next, turn: state.turn + 1 }
  }
  const to = (index: number): ShowState =>
    changed({ index: Math.min(Math.max(0, index), Math.max(0, steps - 1)), black: false, card: null })
  switch (action.kind) {
    case 'next':
      // A black screen is first lit again, a card first closed: the step below was not finished.
      return state.black || state.card !== null ? changed({ black: false, card: null }) : to(state.index + 1)
    case 'back':
      return state.black || state.card !== null ? changed({ black: false, card: null }) : to(state.index - 1)
    case 'first':
      return to(0)
    case 'last':
      return to(steps - 1)
    case 'go':
      return to(action.index)
    case 'moved':
      return changed({ index: action.index })
    case 'black':
      return changed({ black: !state.black })
    case 'anonymous':
      // Who stood out by name would stand out by its sign, in the same place.
      return changed(state.anonymous ? { anonymous: false } : { anonymous: true, highlight: null, card: null })
    case 'card':
      return changed({ card: action.unit, black: false })
    case 'highlight':
      return changed({ highlight: action.unit, black: false })
    case 'close':
      return changed({ card: null, black: false })
  }
}

/** Which of two states counts when windows speak at once: the later turn; equal turns by content, so that all windows decide alike. */
export function laterShow(mine: ShowState, other: ShowState): ShowState {
  if (mine.turn !== other.turn) return mine.turn > other.turn ? mine : other
  return JSON.stringify(mine) >= JSON.stringify(other) ? mine : other
}
