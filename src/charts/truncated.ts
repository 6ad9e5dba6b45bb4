import { drawnText, textWidth } from './chartText'

/** The name cut to a width in px with «…» as its last sign; the full name stands in tooltip and table. */
export function truncated(name: string, width: number, fontSize: number): string {
  if (textWidth(name, fontSize) <= width) return drawnText(name)
  let cut = ''
  for (const character of name) {
    if (textWidth(cut + character, fontSize) + fontSize > width) break
    cut += character
  }
  return `${cut}…`
}
