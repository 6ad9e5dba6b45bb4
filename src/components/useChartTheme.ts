import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue'
import { darkTheme, lightTheme, type ChartTheme } from '../charts/chartTheme'

/** The chart colours of the page's theme; follows `data-theme` of the root element. */
export function useChartTheme(): Readonly<ShallowRef<ChartTheme>> {
  const current = () => (document.documentElement.dataset.theme === 'dark' ? darkTheme : lightTheme)
  const theme = shallowRef(current())
  const observer = new MutationObserver(() => (theme.value = current()))
  onMounted(() => observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] }))
  onBeforeUnmount(() => observer.disconnect())
  return theme
}
