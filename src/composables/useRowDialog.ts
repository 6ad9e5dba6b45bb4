import { ref, type Ref, shallowRef, type ShallowRef } from 'vue'
import type { CellEdit } from '../model/choices'
import type { LocatedFinding, RowDetail, SheetRef } from '../model/workspace'
import { useWorkspaceStore } from '../stores/workspaceStore'

export interface RowDialogState {
  readonly detail: ShallowRef<RowDetail | null>
  /** Letters of the column that is spoken of; null for the row as a whole. */
  readonly column: Ref<string | null>
  open(ref: SheetRef, row: number, column?: string | null): Promise<void>
  openFinding(finding: LocatedFinding): Promise<void>
  step(row: number): Promise<void>
  close(): void
  save(edits: readonly CellEdit[]): Promise<void>
  alike(column: number, text: string): Promise<readonly number[]>
}

/** One row of a sheet, looked at and corrected; of a proposal or of an import. */
export function useRowDialog(): RowDialogState {
  const workspace = useWorkspaceStore()
  const detail = shallowRef<RowDetail | null>(null)
  const column = ref<string | null>(null)

  async function open(sheet: SheetRef, row: number, wanted: string | null = null): Promise<void> {
    column.value = wanted
    detail.value = await workspace.row({ ...sheet }, row)
  }

  return {
    detail,
    column,
    open,
    async openFinding({ source, row, column: letters }) {
      if (source && row != null) await open(source, row, letters ?? null)
    },
    async step(row) {
      if (detail.value) await open(detail.value.ref, row)
    },
    close() {
      detail.value = null
    },
    async save(edits) {
      if (!detail.value) return
      const { ref: sheet } = detail.value
      detail.value = null
      await workspace.decide(sheet, { edits: edits.map((edit) => ({ ...edit })) })
    },
    alike: async (at, text) => (detail.value ? workspace.alike({ ...detail.value.ref }, at, text) : []),
  }
}
