import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { stepText } from '../../components/stepText'
import { useWords } from '../../components/useWords'
import type { UndoStep } from '../../model/workspace'
import { useFilterStore } from '../../stores/filterStore'
import { useWorkspaceStore } from '../../stores/workspaceStore'

/** One direction of undo: whether there is a step, what it is, and the step. */
export interface HistoryStep {
  readonly possible: ComputedRef<boolean>
  readonly hint: ComputedRef<string>
  go(): void
}

/** Undo and redo over filters and ledger: filters chosen since the last change of the ledger go back first. */
export function useHistorySteps(): { readonly undo: HistoryStep; readonly redo: HistoryStep } {
  const { t } = useI18n()
  const { say } = useWords()
  const workspace = useWorkspaceStore()
  const filters = useFilterStore()

  function text(kind: 'undo' | 'redo', step: UndoStep | null): string {
    return step ? t(`shell.${kind}Step`, { what: stepText(step, say) }) : t(`shell.${kind}`)
  }

  return {
    undo: {
      possible: computed(() => filters.canUndo || workspace.summary.undo !== null),
      hint: computed(() => (filters.canUndo ? t('shell.undoFilter') : text('undo', workspace.summary.undo))),
      go() {
        if (filters.canUndo) filters.undo()
        else void workspace.undo()
      },
    },
    redo: {
      possible: computed(() => filters.canRedo || workspace.summary.redo !== null),
      hint: computed(() => (filters.canRedo ? t('shell.redoFilter') : text('redo', workspace.summary.redo))),
      go() {
        if (filters.canRedo) filters.redo()
        else void workspace.redo()
      },
    },
  }
}
