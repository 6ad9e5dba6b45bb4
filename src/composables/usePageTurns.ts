import type { Show } from './useShow'

/** Far enough to be a swipe, in px. */
const SWIPE = 50
/** Still a press, in px. */
const PRESS = 8

/** Turns by hand: a swipe, or a press on the left third or the rest of the window. @param free whether nothing else wants the pointer */
export function usePageTurns(
  show: Show,
  free: () => boolean,
): { press(event: PointerEvent): void; release(event: PointerEvent): void } {
  let from: { x: number; y: number } | null = null
  return {
    press(event) {
      from = event.button === 0 ? { x: event.clientX, y: event.clientY } : null
    },
    release(event) {
      if (!from || !free()) return
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
      from = null
      if (Math.abs(dx) > SWIPE && Math.abs(dx) > Math.abs(dy)) show.act({ kind: dx < 0 ? 'next' : 'back' })
      else if (Math.hypot(dx, dy) < PRESS) show.act({ kind: event.clientX < innerWidth / 3 ? 'back' : 'next' })
    },
  }
}
