import type { Step } from '../model/deck'
import type { SlideAnswer } from '../model/slide'

/** The numbers of a question as a step shows them: several steps share one question. Half-years of a step with a period end with it, since the step does not speak of what came after. */
export function stepAnswer<Answer extends SlideAnswer | null | undefined>(step: Step, answer: Answer): Answer {
  if (!answer || step.kind !== 'panel' || step.panel.id !== 'halfYear') return answer
  const { measured } = answer
  const until = measured.query.span?.to ?? Infinity
  return { ...answer, measured: { ...measured, halfYears: measured.halfYears.filter(({ span }) => span.from < until) } }
}
