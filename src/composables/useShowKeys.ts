import { useEventListener } from '@vueuse/core'
import { useSettingsStore } from '../stores/settingsStore'
import { presentationKey, type ShowCommand } from './presentationKey'
import type { Show } from './useShow'

/** Commands that every window of a meeting has. */
type Shared = 'next' | 'back' | 'first' | 'last' | 'black' | 'anonymous' | 'plain' | 'backspace' | 'wipe'
type Own = Partial<Record<Exclude<ShowCommand, Shared>, () => void>>

/** Keys of a show: those that turn it, and what the window itself does. @param before told of each command first */
export function useShowKeys(show: Show, own: Own, before?: (command: ShowCommand) => void): void {
  const { pack, state } = show
  const settings = useSettingsStore()
  const commands: Partial<Record<ShowCommand, () => void>> = {
    next: () => show.act({ kind: 'next' }),
    back: () => show.act({ kind: 'back' }),
    first: () => show.act({ kind: 'first' }),
    last: () => show.act({ kind: 'last' }),
    black: () => show.act({ kind: 'black' }),
    anonymous: () => show.act({ kind: 'anonymous' }),
    plain: () => show.act({ kind: 'highlight', unit: null }),
    backspace: () => show.act({ kind: state.value.black || state.value.card !== null ? 'close' : 'back' }),
    wipe: show.wipe,
    ...own,
  }
  useEventListener(window, 'keydown', (event) => {
    if (event.defaultPrevented) return
    const command = presentationKey(event, settings.showLetters)
    // Where nothing is shown there is nothing to turn, but the way out.
    if (!pack.value && command !== 'escape') return
    const run = command && commands[command]
    // A button in focus is pressed by Space and Enter.
    if (!run || ((event.key === ' ' || event.key === 'Enter') && event.target instanceof HTMLButtonElement)) return
    event.preventDefault()
    before?.(command)
    run()
  })
}
