import { computed, type ComputedRef, type Ref } from 'vue'
import type { Deck } from '../model/deck'
import type { Measured } from '../model/measure'
import { stepQuery } from '../report/stepQuery'
import { useWorkspaceStore } from '../stores/workspaceStore'
import { useAnswer } from './useAnswer'

/**
 * Whether the workspace would give a deck other numbers than the frozen state that it is bound to: they are compared, since a change that touches none of them
 * is no reason to speak. False without a frozen state, or while nothing is known.
 */
export function useNewerData(deck: Ref<Deck | null>): ComputedRef<boolean> {
  const workspace = useWorkspaceStore()
  const question = computed(() => {
    const own = deck.value
    return own?.snapshot ? { period: own.period, snapshot: own.snapshot, calendar: own.calendar } : null
  })
  const { value } = useAnswer(question, (own) => hasNewer(own, workspace))
  return computed(() => value.value ?? false)
}

/** Whether the workspace has other numbers than the frozen state of a deck, for the deck's period. */
export async function hasNewer(
  { period, snapshot, calendar }: Pick<Deck, 'period' | 'snapshot' | 'calendar'>,
  workspace: Pick<ReturnType<typeof useWorkspaceStore>, 'measure'>,
): Promise<boolean> {
  const filters = { clock: 'submitted' as const, period, units: null, groups: null }
  const [then, now] = await Promise.all([
    workspace.measure(stepQuery(filters, [], { snapshot, calendar })),
    workspace.measure(stepQuery(filters, [], { snapshot: null, calendar })),
  ])
  return numbersOf(then) !== numbersOf(now)
}

function numbersOf({ query: _, ...numbers }: Measured): string {
  return JSON.stringify(numbers)
}
