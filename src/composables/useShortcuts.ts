import { useEventListener } from '@vueuse/core'

export interface ShortcutActions {
  undo(): unknown
  redo(): unknown
  open(): void
  keys(): void
  /** Goes to a room by Alt and a number; from 0. */
  room(index: number): void
  /** Cells pasted outside any field. */
  paste(text: string): void
}

/** Keys of the shell while it is `active`. Ignored while typing in a field and during composition (pinyin input). */
export function useShortcuts(actions: ShortcutActions, active: () => boolean = () => true): void {
  useEventListener(window, 'keydown', (event) => {
    if (!active() || event.isComposing || event.defaultPrevented || isField(event.target)) return
    const command = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    const run = (action: () => unknown): void => {
      event.preventDefault()
      action()
    }
    if (command && key === 'z') run(event.shiftKey ? actions.redo : actions.undo)
    else if (command && key === 'y') run(actions.redo)
    else if (command && key === 'o') run(actions.open)
    else if (!command && event.altKey && /^[1-9]$/.test(key)) run(() => actions.room(Number(key) - 1))
    else if (!command && !event.altKey && event.key === '?') run(actions.keys)
  })
  useEventListener(window, 'paste', (event) => {
    if (!active() || isField(event.target)) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (text.trim() !== '') actions.paste(text)
  })
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && /^(?:radio|checkbox|file|button)$/.test(target.type))
  )
}
