import { useFullscreen, useWakeLock } from '@vueuse/core'
import { onBeforeUnmount, onMounted, watch } from 'vue'

interface LockableKeyboard {
  lock?(keys: readonly string[]): Promise<void>
  unlock?(): void
}

/** The screen during a show: it stays awake, and Escape belongs to the show while it is filled, where the browser lets a page have it. */
export function useProjector(): { toggle(): void; leave(): void } {
  const { isFullscreen, toggle, exit } = useFullscreen(document.documentElement)
  const { request, release } = useWakeLock()
  const { keyboard } = navigator as { keyboard?: LockableKeyboard }
  onMounted(() => void request('screen').catch(() => undefined))
  onBeforeUnmount(() => {
    void release().catch(() => undefined)
    keyboard?.unlock?.()
  })
  watch(
    isFullscreen,
    (full) => {
      if (full) void keyboard?.lock?.(['Escape']).catch(() => undefined)
      else keyboard?.unlock?.()
    },
    { immediate: true },
  )
  return {
    toggle: () => void toggle(),
    leave: () => {
      if (isFullscreen.value) void exit()
    },
  }
}
