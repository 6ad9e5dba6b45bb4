/** What a copied picture holds beside the chart. */
export interface PanelPicture {
  readonly chart: HTMLCanvasElement
  readonly pixelRatio: number
  readonly title: string
  readonly basis: string
  readonly colours: { readonly ink: string; readonly ink2: string; readonly surface: string; readonly font: string }
}

const EDGE = 16

/** Title, chart and basis on one canvas: a picture pasted into a document must still say what it counts. */
export function panelPicture({ chart, pixelRatio, title, basis, colours }: PanelPicture): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2d canvas')
  const width = chart.width / pixelRatio + 2 * EDGE
  const titleFont = `600 16px ${colours.font}`
  const basisFont = `12px ${colours.font}`
  context.font = titleFont
  const titleLines = wrapped(context, title, width - 2 * EDGE)
  context.font = basisFont
  const basisLines = wrapped(context, basis, width - 2 * EDGE)
  const top = EDGE + titleLines.length * 24 + 8
  const height = top + chart.height / pixelRatio + 8 + basisLines.length * 18 + EDGE - 4

  canvas.width = Math.round(width * pixelRatio)
  canvas.height = Math.round(height * pixelRatio)
  context.scale(pixelRatio, pixelRatio)
  context.fillStyle = colours.surface
  context.fillRect(0, 0, width, height)
  context.textBaseline = 'middle'
  context.fillStyle = colours.ink
  context.font = titleFont
  titleLines.forEach((line, index) => context.fillText(line, EDGE, EDGE + index * 24 + 12))
  context.drawImage(chart, EDGE, top, chart.width / pixelRatio, chart.height / pixelRatio)
  context.fillStyle = colours.ink2
  context.font = basisFont
  const below = top + chart.height / pixelRatio + 8
  basisLines.forEach((line, index) => context.fillText(line, EDGE, below + index * 18 + 9))
  return canvas
}

/** Chinese breaks between any two characters. */
function wrapped(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const character of text) {
    if (line && context.measureText(line + character).width > width) {
      lines.push(line)
      line = ''
    }
    line += character
  }
  return line ? [...lines, line] : lines
}
