import type { ChartTheme } from './chartTheme'

/**
 * A text as it may be drawn. zrender 6 caches widths in a plain object keyed by the text: drawing «__proto__» would write into
 * Object.prototype. An invisible sign after such a word makes it an ordinary key.
 */
export function drawnText(text: string): string {
  return text in Object.prototype ? `${text}\u2060` : text
}

/**
 * A name as plain text for tooltips drawn as rich text: braces would open a style and line breaks would tear the box,
 * so both are replaced. Very long names are cut, since a tooltip has no scroll bar.
 */
export function plainText(name: string): string {
  const flat = name.replace(/\{/g, '｛').replace(/\}/g, '｝').replace(/\s+/g, ' ')
  return flat.length > 60 ? `${flat.slice(0, 59)}…` : drawnText(flat)
}

/** Marks that Chinese fonts draw as wide as a Han character, though they stand among the narrow ones. */
const WIDE_MARKS = new Set('…—“”‘’')

/** Rough width of a text in px: Han and full-width characters and the marks of their fonts are one em wide, all others 0.56. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0
  for (const character of text) em += character.charCodeAt(0) > 0x2e7f || WIDE_MARKS.has(character) ? 1 : 0.56
  return em * fontSize
}

/** Width for a column of names: the longest one, between 36 px and a share of the chart. */
export function nameColumn(names: readonly string[], theme: ChartTheme, width: number, share = 0.26): number {
  const longest = names.reduce((most, name) => Math.max(most, textWidth(name, theme.fontSize)), 0)
  return Math.round(Math.max(36, Math.min(longest + 2, width * share)))
}

/** Size and face of every small label. */
export function labelFont(theme: ChartTheme): { fontSize: number; fontFamily: string } {
  return { fontSize: theme.fontSize, fontFamily: theme.font }
}

/** Text style of every small label. */
export function labelStyle(theme: ChartTheme): { color: string; fontSize: number; fontFamily: string } {
  return { color: theme.ink2, ...labelFont(theme) }
}

/** A tooltip drawn on the canvas: data never becomes markup. */
export function tooltipBase(theme: ChartTheme) {
  return {
    renderMode: 'richText' as const,
    confine: true,
    backgroundColor: theme.surface,
    borderColor: theme.outline,
    borderWidth: 1,
    padding: [8, 12] as [number, number],
    textStyle: { color: theme.ink, fontSize: theme.fontSize, fontFamily: theme.font, lineHeight: 20 },
    extraCssText: '',
    transitionDuration: 0,
  }
}
