import type { Deck, Step } from '../../model/deck'
import type { SlideAnswer } from '../../model/slide'
import type { Pseudonyms } from '../../report/anonymous'
import { stepAnswer } from '../../report/stepAnswer'

/** One slide, ready to be drawn: in the editor, the show, the presenter's window, the overview and in print. */
export interface SlideView {
  readonly deck: Deck
  readonly step: Step
  /** undefined while its numbers are on their way. */
  readonly answer: SlideAnswer | null | undefined
  /** From 1, among the steps that are shown. */
  readonly page: number
  readonly pages: number
  /** Names of units that stand out; the others are greyed. */
  readonly highlight: readonly string[]
  /** What stands for the units' names; null prints the names. */
  readonly names: Pseudonyms | null
  /** In the editor: an empty page says how it is filled, which no audience is to read. */
  readonly editing: boolean
}

/** Height of every slide in px of its own; its width follows the screen. */
export const SLIDE_HEIGHT = 1080
/** The narrowest and the widest slide: 4:3 and 16:9. Screens beyond them get a rim. */
export const NARROWEST_SLIDE = 1440
export const WIDEST_SLIDE = 1920

/** The width of a slide for a screen of that shape: filled between 4:3 and 16:9. */
export function slideWidth(screen: { readonly width: number; readonly height: number }): number {
  const wanted = Math.ceil((screen.width / Math.max(1, screen.height)) * SLIDE_HEIGHT)
  // A screen of 1366×768 is a px wider than 16:9: no black line at its rim.
  return Math.min(WIDEST_SLIDE + 4, Math.max(NARROWEST_SLIDE, wanted))
}

/** Steps as slides, numbered as they are shown; a hidden one bears the number that it would have. `highlight`: a unit that stands out on all of them. */
export function slidesOf(
  deck: Deck,
  steps: readonly Step[],
  answerOf: (step: Step) => SlideAnswer | null | undefined,
  names: Pseudonyms | null,
  highlight: string | null = null,
  editing = false,
): SlideView[] {
  const pages = steps.filter(({ hidden }) => !hidden).length
  let page = 0
  return steps.map((step) => {
    if (!step.hidden) page++
    const own = step.kind === 'panel' ? step.highlight : []
    return {
      deck,
      step,
      answer: stepAnswer(step, answerOf(step)),
      page: step.hidden ? Math.min(page + 1, pages) : page,
      pages,
      highlight: highlight === null ? own : [highlight],
      names,
      editing,
    }
  })
}
