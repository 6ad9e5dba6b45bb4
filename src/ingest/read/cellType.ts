export type CellType = 'date' | 'number' | 'percent' | 'tick'

const TYPES: readonly (readonly [CellType, RegExp])[] = [
  ['number', /^-?(?:\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?)$/],
  ['date', /^(?:(?:19|20)?\d{2}[-./年])?\d{1,2}[-./月]\d{1,2}日?(?: \d{1,2}:\d{2}(?::\d{2})?)?$/],
  ['percent', /^\d+(?:\.\d+)?[%％]$/],
  ['tick', /^[√✓✔☑●○×是否有无]$/],
]

/** What a cell looks like at a glance, for telling whether cells agree down a column; null for other texts. Nothing is read from it. */
export function cellTypeOf(cell: string): CellType | null {
  const text = cell.trim()
  if (text === '' || text.length > 20) return null
  return TYPES.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}
