import { xmlText } from '../export/xmlText'

/** What a picture holds beside the chart. */
interface Frame {
  readonly title: string
  readonly basis: string
  readonly colours: { readonly ink: string; readonly ink2: string; readonly surface: string; readonly font: string }
}
export interface PanelPicture extends Frame {
  readonly chart: HTMLCanvasElement
  readonly pixelRatio: number
}
export interface PanelSvg extends Frame {
  /** An SVG element as text, and its size in CSS pixels. */
  readonly chart: { readonly text: string; readonly width: number; readonly height: number }
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

/** The same as an SVG file, for printing at any size: title, chart and basis, with texts that stay texts. */
export function panelSvg({ chart, title, basis, colours }: PanelSvg): string {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) throw new Error('no 2d canvas')
  const width = chart.width + 2 * EDGE
  context.font = `600 16px ${colours.font}`
  const titleLines = wrapped(context, title, chart.width)
  context.font = `12px ${colours.font}`
  const basisLines = wrapped(context, basis, chart.width)
  const top = EDGE + titleLines.length * 24 + 8
  const below = top + chart.height + 8
  const height = below + basisLines.length * 18 + EDGE - 4
  const lines = (texts: readonly string[], from: number, step: number, style: string): string =>
    texts
      .map(
        (text, i) =>
          `<text x="${EDGE}" y="${from + i * step}" dominant-baseline="central" ${style}>${xml(text)}</text>`,
      )
      .join('')
  const font = `font-family="${xml(colours.font)}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${xml(colours.surface)}"/>`,
    lines(titleLines, EDGE + 12, 24, `${font} font-size="16" font-weight="600" fill="${xml(colours.ink)}"`),
    `<g transform="translate(${EDGE} ${top})">${chart.text}</g>`,
    lines(basisLines, below + 9, 18, `${font} font-size="12" fill="${xml(colours.ink2)}"`),
    '</svg>',
  ].join('')
}

/** Names come from files: nothing of them may become an element, or a character that XML forbids. */
function xml(text: string): string {
  return xmlText(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
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
