import { CFB } from '@e965/xlsx'

/** More hidden rows in one go than this are the empty rest of a sheet. */
const REST_OF_SHEET = 10_000

/** The text of content.xml, where an .ods holds all its sheets; '' where it cannot be had: then the library says why. */
export function odsContent(bytes: Uint8Array): string {
  try {
    const part = CFB.find(CFB.read(bytes, { type: 'array' }), '/content.xml') as { content?: Uint8Array } | null
    return part?.content ? new TextDecoder().decode(Uint8Array.from(part.content)) : ''
  } catch {
    return ''
  }
}

/** Cells with something in them, repetitions multiplied: a few hundred bytes may stand for a billion cells. */
export function odsCells(xml: string): number {
  let cells = 0
  let inRow = 0
  let rowRepeated = 1
  for (const [tag] of xml.matchAll(/<\/?table:(?:table-row|table-cell)(?:\s[^>]*)?>/g)) {
    if (tag.startsWith('</')) {
      if (tag.startsWith('</table:table-row')) cells += inRow * rowRepeated
    } else if (tag.startsWith('<table:table-row')) {
      inRow = 0
      rowRepeated = Number(/table:number-rows-repeated="(\d+)"/.exec(tag)?.[1] ?? 1)
    } else if (!tag.endsWith('/>')) inRow += Number(/table:number-columns-repeated="(\d+)"/.exec(tag)?.[1] ?? 1)
  }
  return cells
}

/** Hidden sheets and rows of an .ods, sheet by sheet in its order; the library does not tell them. */
export function odsHidden(xml: string): { hidden: boolean; rows: number }[] {
  const hiddenStyles = new Set<string>()
  for (const [style] of xml.matchAll(/<style:style\s[^>]*[^/]>.*?<\/style:style>/gs))
    if (/table:display="false"/.test(style)) hiddenStyles.add(/style:name="([^"]*)"/.exec(style)?.[1] ?? '')
  const sheets: { hidden: boolean; rows: number }[] = []
  for (const [tag] of xml.matchAll(/<table:table(?:-row)?\s[^>]*>/g)) {
    if (tag.startsWith('<table:table-row')) {
      const repeated = Number(/table:number-rows-repeated="(\d+)"/.exec(tag)?.[1] ?? 1)
      const last = sheets[sheets.length - 1]
      if (last && repeated < REST_OF_SHEET && /table:visibility="(?:collapse|filter)"/.test(tag)) last.rows += repeated
    } else sheets.push({ hidden: hiddenStyles.has(/table:style-name="([^"]*)"/.exec(tag)?.[1] ?? ''), rows: 0 })
  }
  return sheets
}
