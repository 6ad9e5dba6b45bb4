import { onBeforeUnmount } from 'vue'
import type { Ink } from '../model/ink'
import type { ShowPack, ShowState } from '../model/show'
import type { UnitAnswer } from '../model/slide'

/** What windows of one meeting tell each other; `show` is the id of the showing that it is about. */
export type ShowMessage =
  /** A window came; whoever holds the deck answers. */
  | { readonly kind: 'hello' }
  | { readonly kind: 'pack'; readonly pack: ShowPack }
  | { readonly kind: 'state'; readonly show: string; readonly state: ShowState }
  | { readonly kind: 'card'; readonly show: string; readonly card: UnitAnswer | null }
  /** The time of the meeting is counted from then on. */
  | { readonly kind: 'since'; readonly show: string; readonly since: number }
  /** The window that holds the deck was left, closed, or is being loaded anew. */
  | { readonly kind: 'ended'; readonly show: string }
  /** All of it, or the stroke that grows. */
  | { readonly kind: 'ink'; readonly show: string; readonly ink: Ink }

/** The channel between the windows of a meeting on this PC; where the browser has none, `post` tells nobody and each window goes alone. */
export function useDeckChannel(receive: (message: ShowMessage) => void): {
  post(message: ShowMessage): void
  readonly supported: boolean
} {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('caiyong.show')
  if (channel) channel.onmessage = ({ data }: MessageEvent<ShowMessage>) => receive(data)
  onBeforeUnmount(() => channel?.close())
  return { post: (message) => channel?.postMessage(message), supported: channel !== null }
}
