/** What a key does during a show. */
export type ShowCommand =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'fullScreen'
  | 'black'
  | 'goTo'
  | 'speaker'
  | 'notes'
  | 'pen'
  | 'wipe'
  | 'spotlight'
  | 'overview'
  | 'search'
  | 'anonymous'
  | 'plain'
  | 'keys'
  | 'backspace'
  | 'escape'

const NAMED: ReadonlyMap<string, ShowCommand> = new Map(
  Object.entries({
    ArrowRight: 'next',
    ArrowDown: 'next',
    PageDown: 'next',
    ' ': 'next',
    Enter: 'next',
    ArrowLeft: 'back',
    ArrowUp: 'back',
    PageUp: 'back',
    Home: 'first',
    End: 'last',
    Backspace: 'backspace',
    Escape: 'escape',
  } as const),
)

/** Letters and signs; they can be switched off, since a dictation program or a cat may type them. */
const LETTERS: ReadonlyMap<string, ShowCommand> = new Map(
  Object.entries({
    f: 'fullScreen',
    b: 'black',
    '.': 'black',
    g: 'goTo',
    s: 'speaker',
    n: 'notes',
    p: 'pen',
    e: 'wipe',
    l: 'spotlight',
    o: 'overview',
    '/': 'search',
    '、': 'search',
    a: 'anonymous',
    h: 'plain',
    '?': 'keys',
  } as const),
)

/** The command of a key; null where it has none: with a modifier, during composition (pinyin), or a letter while letters are off. */
export function presentationKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>,
  letters: boolean,
): ShowCommand | null {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null
  return NAMED.get(event.key) ?? (letters ? (LETTERS.get(event.key.toLowerCase()) ?? null) : null)
}

/** Keys with their commands, for the list of keys. */
export const SHOW_KEYS: readonly { readonly keys: string; readonly command: ShowCommand }[] = [
  { keys: '→ ↓ Space PageDown', command: 'next' },
  { keys: '← ↑ PageUp', command: 'back' },
  { keys: 'Home', command: 'first' },
  { keys: 'End', command: 'last' },
  { keys: 'G', command: 'goTo' },
  { keys: 'O', command: 'overview' },
  { keys: '/', command: 'search' },
  { keys: 'H', command: 'plain' },
  { keys: 'A', command: 'anonymous' },
  { keys: 'B', command: 'black' },
  { keys: 'P', command: 'pen' },
  { keys: 'E', command: 'wipe' },
  { keys: 'L', command: 'spotlight' },
  { keys: 'S', command: 'speaker' },
  { keys: 'N', command: 'notes' },
  { keys: 'F', command: 'fullScreen' },
  { keys: 'Esc', command: 'escape' },
]
