import { SLIDE_HEIGHT } from './slideView'

/** Nothing on a slide may be smaller than this, in px of its 1080 (1/50 of the height, rounded up). */
export const TEXT_FLOOR = 22
/** Two texts may touch, but not by more than this, in px of the slide. */
const TOUCH = 2

export interface SlideText {
  readonly text: string
  /** Size in px of the slide. */
  readonly size: number
  /** The ink, in px of the slide from its corner. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly clipped: boolean
}

export interface TextProblem {
  readonly kind: 'small' | 'clipped' | 'overlapping'
  readonly text: string
  readonly size: number
}

/** Every text that stands on a slide, those of its charts included. */
export function slideTexts(slide: Element): SlideText[] {
  const frame = slide.getBoundingClientRect()
  const scale = frame.height / SLIDE_HEIGHT
  const texts: SlideText[] = []
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (!element || text === '') continue
    const svg = element.closest('svg')
    // A chart is laid out small and stands enlarged.
    const zoom = svg ? svg.getBoundingClientRect().width / Math.max(1, svg.clientWidth) : scale
    const size = (parseFloat(getComputedStyle(element).fontSize) * zoom) / scale
    const range = document.createRange()
    range.selectNodeContents(node)
    const window = clipOf(element, slide)
    for (const rect of range.getClientRects()) {
      if (rect.width < 1) continue
      // The line's box is taller than its ink.
      const middle = (rect.top + rect.bottom) / 2
      const half = (size * scale) / 2
      const box = { left: rect.left, top: middle - half, right: rect.right, bottom: middle + half }
      const slack = TOUCH * scale
      texts.push({
        text,
        size,
        left: (box.left - frame.left) / scale,
        top: (box.top - frame.top) / scale,
        right: (box.right - frame.left) / scale,
        bottom: (box.bottom - frame.top) / scale,
        clipped:
          box.left < window.left - slack ||
          box.right > window.right + slack ||
          box.top < window.top - slack ||
          box.bottom > window.bottom + slack,
      })
    }
  }
  return texts
}

/** What is wrong with the texts of one slide; each pair that overlaps once. */
export function textProblems(texts: readonly SlideText[]): TextProblem[] {
  const problems: TextProblem[] = []
  texts.forEach((own, index) => {
    // Sizes are products of scales: a thousandth is no difference.
    if (own.size < TEXT_FLOOR - 0.01) problems.push({ kind: 'small', text: own.text, size: own.size })
    if (own.clipped) problems.push({ kind: 'clipped', text: own.text, size: own.size })
    for (const other of texts.slice(index + 1))
      if (
        Math.min(own.right, other.right) - Math.max(own.left, other.left) > TOUCH &&
        Math.min(own.bottom, other.bottom) - Math.max(own.top, other.top) > TOUCH
      )
        problems.push({ kind: 'overlapping', text: `${own.text} / ${other.text}`, size: own.size })
  })
  return problems
}

/** The part of the screen in which an element can be seen: all that cuts it, up to the slide. */
function clipOf(element: Element, slide: Element): { left: number; top: number; right: number; bottom: number } {
  const { left, top, right, bottom } = slide.getBoundingClientRect()
  const window = { left, top, right, bottom }
  for (let own: Element | null = element; own && own !== slide; own = own.parentElement) {
    const cuts = own instanceof SVGSVGElement || getComputedStyle(own).overflow !== 'visible'
    if (!cuts) continue
    const rect = own.getBoundingClientRect()
    window.left = Math.max(window.left, rect.left)
    window.top = Math.max(window.top, rect.top)
    window.right = Math.min(window.right, rect.right)
    window.bottom = Math.min(window.bottom, rect.bottom)
  }
  return window
}
