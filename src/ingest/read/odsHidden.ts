import { CFB } from '@e965/xlsx'

/** More hidden rows in one go than this are the empty rest of a sheet. */
const REST_OF_SHEET = 10_000

/** Hidden sheets and rows of an .ods, sheet by sheet in its order; the library does not tell them. */
export function odsHidden(bytes: Uint8Array): { hidden: boolean; rows: number }[] {
  const part = CFB.find(CFB.read(bytes, { type: 'array' }), '/content.xml') as { content?: Uint8Array } | null
  const xml = part?.content ? new TextDecoder().decode(Uint8Array.from(part.content)) : ''
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
