import { useWindowSize } from '@vueuse/core'
import { computed, type ComputedRef, type CSSProperties } from 'vue'
import { SLIDE_HEIGHT, slideWidth } from '../components/deck/slideView'

/** Where a slide stands in the window: as large as it goes, in the middle. */
export function useStage(): { readonly width: ComputedRef<number>; readonly place: ComputedRef<CSSProperties> } {
  const window = useWindowSize()
  const width = computed(() => slideWidth({ width: window.width.value, height: window.height.value }))
  const scale = computed(() => Math.min(window.width.value / width.value, window.height.value / SLIDE_HEIGHT))
  const place = computed(() => ({
    left: `${(window.width.value - width.value * scale.value) / 2}px`,
    top: `${(window.height.value - SLIDE_HEIGHT * scale.value) / 2}px`,
    width: `${width.value}px`,
    height: `${SLIDE_HEIGHT}px`,
    transform: `scale(${scale.value})`,
  }))
  return { width, place }
}
