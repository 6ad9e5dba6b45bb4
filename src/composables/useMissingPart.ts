import { useEventListener } from '@vueuse/core'
import { type Ref, shallowRef } from 'vue'

/**
 * Tells that a part of the app that was asked for did not come: the server is gone and nothing kept the app yet, or it holds a newer version by now. The browser
 * does not ask for such a part twice; a page loaded anew does.
 */
export function useMissingPart(): Ref<boolean> {
  const missing = shallowRef(false)
  useEventListener(window, 'vite:preloadError', () => (missing.value = true))
  return missing
}
