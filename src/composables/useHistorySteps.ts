import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { UndoStep } from '../model/workspace'
import { useFilterStore } from '../stores/filterStore'
import { useWorkspaceStore } from '../stores/workspaceStore'

/** One direction of undo: whether there is a step, what it is, and the step. */
export interface HistoryStep {
  readonly possible: ComputedRef<boolean>
  readonly hint: ComputedRef<string>
  go(): void
}

/** Undo and redo over filters and ledger: filters chosen since the last change of the ledger go back first. */
export function useHistorySteps(): { readonly undo: HistoryStep; readonly redo: HistoryStep } {
  const { t } = useI18n()
  const workspace = useWorkspaceStore()
  const filters = useFilterStore()

  function text(kind: 'undoStep' | 'redoStep', step: UndoStep | null): string {
    return step
      ? t(`shell.${kind}.${step.kind}`, { files: step.files.join('、') })
      : t(kind === 'undoStep' ? 'shell.undo' : 'shell.redo')
  }

  return {
    undo: {
      possible: computed(() => filters.canUndo || workspace.summary.undo !== null),
      hint: computed(() => (filters.canUndo ? t('shell.undoFilter') : text('undoStep', workspace.summary.undo))),
      go() {
        if (filters.canUndo) filters.undo()
        else void workspace.undo()
      },
    },
    redo: {
      possible: computed(() => filters.canRedo || workspace.summary.redo !== null),
      hint: computed(() => (filters.canRedo ? t('shell.redoFilter') : text('redoStep', workspace.summary.redo))),
      go() {
        if (filters.canRedo) filters.redo()
        else void workspace.redo()
      },
    },
  }
}
