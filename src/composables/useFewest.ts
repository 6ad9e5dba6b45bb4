import { computed, type WritableComputedRef } from 'vue'
import { useWorkspaceStore } from '../stores/workspaceStore'

/** Fewest submitted items for a rank, as the office has it; another number is a step that can be undone. */
export function useFewest(): WritableComputedRef<number> {
  const workspace = useWorkspaceStore()
  return computed({
    get: () => workspace.summary.office.fewest,
    set: (fewest) => {
      if (fewest !== workspace.summary.office.fewest) void workspace.setOffice({ fewest })
    },
  })
}
