import type { Page } from 'playwright'

/** A text as it stands on the screen. Sizes and places in px of the screen. */
export interface ReadText {
  readonly text: string
  readonly size: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** It stands in a chart. */
  readonly drawn: boolean
  /** Cut by the slide or by anything between it and the slide. */
  readonly cut: boolean
}

/** Every visible text of the slide that is shown, those of its charts included. Written apart from the app's own room test, so that one checks the other. */
export function readSlide(page: Page, paper = '.show .deck-slide'): Promise<ReadText[]> {
  return page.evaluate((selector) => {
    const slide = document.querySelector(selector)
    if (!slide) throw new Error('no slide')
    const texts: ReadText[] = []
    for (const element of slide.querySelectorAll('*')) {
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
      if (own.length === 0 || getComputedStyle(element).visibility === 'hidden') continue
      const svg = element.closest('svg')
      // How many px of the screen one px of the element's own style takes.
      const scale = svg
        ? svg.getBoundingClientRect().height / svg.height.baseVal.value
        : slide.getBoundingClientRect().height / 1080
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale
      for (const node of own) {
        const range = document.createRange()
        range.selectNodeContents(node)
        for (const { left, right, top, bottom, width } of range.getClientRects()) {
          if (width < 1) continue
          // A line's box is higher than its letters.
          const middle = (top + bottom) / 2
          const box = { left, right, top: middle - size / 2, bottom: middle + size / 2 }
          let cut = false
          for (let frame: Element | null = element.parentElement; frame; frame = frame.parentElement) {
            if (frame !== slide && frame.tagName !== 'svg' && getComputedStyle(frame).overflow === 'visible') continue
            const edge = frame.getBoundingClientRect()
            const slack = 1.5
            cut ||= box.left < edge.left - slack || box.right > edge.right + slack
            cut ||= box.top < edge.top - slack || box.bottom > edge.bottom + slack
            if (frame === slide) break
          }
          texts.push({ text: node.nodeValue!.trim(), size, ...box, drawn: svg !== null, cut })
        }
      }
    }
    return texts
  }, paper)
}

/** What the last row of seats could not read, in words. `height`: of the screen. */
export function unreadable(texts: readonly ReadText[], height: number): string[] {
  const found: string[] = []
  texts.forEach((own, index) => {
    if (own.size < height / 50 - 0.01) found.push(`small (${own.size.toFixed(1)} px): ${own.text}`)
    if (own.cut) found.push(`cut: ${own.text}`)
    for (const other of texts.slice(index + 1)) {
      const across = Math.min(own.right, other.right) - Math.max(own.left, other.left)
      const down = Math.min(own.bottom, other.bottom) - Math.max(own.top, other.top)
      if (across > 1.5 && down > 1.5) found.push(`overlap: ${own.text} × ${other.text}`)
    }
  })
  return found
}
