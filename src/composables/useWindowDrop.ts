import { useEventListener } from '@vueuse/core'
import { type Ref, ref } from 'vue'

/** The whole window is the drop zone; `dropping` is true while files hang over it. */
export function useWindowDrop(onFiles: (files: File[]) => void): { dropping: Ref<boolean> } {
  const dropping = ref(false)
  let depth = 0
  const hasFiles = (event: DragEvent): boolean => [...(event.dataTransfer?.types ?? [])].includes('Files')
  useEventListener(window, 'dragenter', (event) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    depth++
    dropping.value = true
  })
  useEventListener(window, 'dragover', (event) => {
    if (hasFiles(event)) event.preventDefault()
  })
  useEventListener(window, 'dragleave', () => {
    depth = Math.max(0, depth - 1)
    if (depth === 0) dropping.value = false
  })
  useEventListener(window, 'drop', (event) => {
    depth = 0
    dropping.value = false
    if (!hasFiles(event)) return
    // Without this the browser would open the file in place of the app.
    event.preventDefault()
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length > 0) onFiles(files)
  })
  return { dropping }
}
