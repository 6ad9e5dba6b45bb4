import type { Random } from '../generator/random'
import { fileOf, type FileBytes, type Sheet, type SheetRow } from '../generator/sheet'
import { HEADERS } from '../generator/words'

const TITLES: readonly string[] = HEADERS.title

/**
 * Two files, each with some of the rows, or null where that cannot be done fairly. Rows of one title stay together, so that
 * no item stands in both; each file keeps enough rows for a clerk to see what its columns mean.
 */
export function cutInTwo(sheet: Sheet, random: Random): [FileBytes, FileBytes] | null {
  const data = sheet.rows.filter((row) => row.kind === 'data')
  if (data.length < 40) return null
  const title = sheet.header.findIndex((header) => TITLES.includes(header.replace(/\s/g, '')))
  if (title < 0) return null
  const first = new Set([...new Set(data.map((row) => row.cells[title] ?? ''))].filter(() => random.chance(0.5)))
  const part = (keep: (row: SheetRow) => boolean, name: string): Sheet => ({
    ...sheet,
    name: `${sheet.name}${name}`,
    rows: data.filter(keep),
  })
  const one = part((row) => first.has(row.cells[title] ?? ''), '甲')
  const other = part((row) => !first.has(row.cells[title] ?? ''), '乙')
  return one.rows.length < 15 || other.rows.length < 15 ? null : [fileOf(one), fileOf(other)]
}
