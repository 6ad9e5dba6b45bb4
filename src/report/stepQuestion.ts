import type { Step } from '../model/deck'

/** What the workspace is asked for a step, as a text: equal texts have equal answers, so that the pages of one ranking are asked once. null: nothing is asked. */
export function stepQuestion(step: Step): string | null {
  if (step.kind === 'title' || step.kind === 'text') return null
  const { filters } = step
  if (step.kind !== 'panel') return JSON.stringify({ filters })
  const { panel } = step
  switch (panel.id) {
    case 'unitChanges':
    case 'rankRange': {
      const { page: _, ...asked } = panel
      return JSON.stringify({ filters, asked })
    }
    case 'funnel':
    case 'peers':
      return JSON.stringify({ filters, asked: panel })
    case 'control':
      return JSON.stringify({ filters, asked: panel.settings })
    case 'lag':
    case 'comparison':
      return JSON.stringify({ filters, asked: panel.id })
    default:
      return JSON.stringify({ filters })
  }
}
