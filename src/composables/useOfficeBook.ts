import { ref, type Ref } from 'vue'
import { useWorkspaceStore } from '../stores/workspaceStore'

/** What the office knows, as text for a file, and taken from one. */
export function useOfficeBook(): {
  /** The last file was no such book. */
  readonly refused: Ref<boolean>
  text(): Promise<string>
  open(file: File): Promise<void>
} {
  const workspace = useWorkspaceStore()
  const refused = ref(false)
  return {
    refused,
    text: async () => JSON.stringify(await workspace.exportOffice(), null, 1),
    async open(file) {
      refused.value = !(await workspace.addBook(await file.text()))
    },
  }
}
