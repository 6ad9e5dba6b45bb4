import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import { stepText } from '../../components/stepText'
import { useWords } from '../../components/useWords'
import { useChoiceStore } from '../../stores/choiceStore'
import { useWorkspaceStore } from '../../stores/workspaceStore'

/** One direction of undo: whether there is a step, what it is, and the step. */
export interface HistoryStep {
  readonly possible: ComputedRef<boolean>
  readonly hint: ComputedRef<string>
  go(): void
}

/**
 * Undo and redo over choices and workspace in the order in which they were made. While dropped files are looked at, both act on the answers to them alone: a step
 * of the workspace would take back an import that nobody sees. In other rooms the files wait, and undo is about what is seen there.
 */
export function useHistorySteps(): { readonly undo: HistoryStep; readonly redo: HistoryStep } {
  const { t } = useI18n()
  const { say } = useWords()
  const route = useRoute()
  const workspace = useWorkspaceStore()
  const choices = useChoiceStore()

  const proposing = computed(() => {
    if (route.name !== 'data') return false
    const { stage, proposal } = workspace
    return stage === 'reading' || stage === 'proposed' || stage === 'accepting' || (stage === 'failed' && !!proposal)
  })

  function step(kind: 'undo' | 'redo'): HistoryStep {
    const answer = computed(() => (workspace.stage === 'accepting' ? null : (workspace.proposal?.[kind] ?? null)))
    const choice = computed(() => (kind === 'undo' ? choices.undoes : choices.redoes))
    const change = computed(() => workspace.summary[kind])
    const possible = computed(() =>
      proposing.value ? answer.value !== null : choice.value !== null || change.value !== null,
    )
    return {
      possible,
      hint: computed(() => {
        const named = (what: string): string => t(`shell.${kind}Step`, { what })
        if (proposing.value)
          return answer.value
            ? named(t(`shell.proposalStep.${answer.value.kind}`, { file: answer.value.file }))
            : t(`shell.${kind}Proposal`)
        if (choice.value) return t(`shell.${kind}Choice.${choice.value}`)
        return change.value ? named(stepText(change.value, say)) : t(`shell.${kind}`)
      }),
      go() {
        if (!possible.value) return
        if (proposing.value) void (kind === 'undo' ? workspace.undoChoice() : workspace.redoChoice())
        else if (choice.value) choices[kind]()
        else void workspace[kind]()
      },
    }
  }

  return { undo: step('undo'), redo: step('redo') }
}
