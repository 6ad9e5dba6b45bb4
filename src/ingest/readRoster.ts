import { cleanName } from './clean/cleanText'
import { isNumberedHeading, sectionName } from './clean/rowKind'
import { splitOutlets } from './clean/splitOutlets'
import { totalLabel } from './clean/totalLabel'
import { rowCells, type RawTable } from './read/rawTable'
import { headerConcept } from './recognise/headerConcept'

/** A unit as a list of units names it. */
export interface RosterEntry {
  readonly name: string
  readonly group: string | null
  readonly aliases: readonly string[]
}

/** Rows in which a header is looked for. */
const HEADER_ROWS = 10
const ALIAS_HEADER = /别名|简称|曾用名|又名|alias/i

/**
 * The units of a list: a table with 单位, 分组 and 别名, or plain lines. A numbered heading («一、县直部门») or a line that ends in a colon
 * opens a group; several names in one line are separated by 、 or commas. Each name once, in the order of the list; totals and numbers are no units.
 */
export function rosterOf(table: RawTable): RosterEntry[] {
  const header = headerOf(table)
  const entries = new Map<string, RosterEntry>()
  let group: string | null = null
  const add = (name: string, own: string | null, aliases: readonly string[]): void => {
    if (name === '' || /^[\d\s.、]+$/.test(name) || totalLabel(name) || entries.has(name)) return
    entries.set(name, { name, group: own ?? group, aliases: aliases.filter((alias) => alias !== name) })
  }
  for (let row = header ? header.row + 1 : 0; row < table.rows; row++) {
    const cells = rowCells(table, row).map(cleanName)
    const filled = [...new Set(cells.filter((cell) => cell !== ''))]
    if (filled.length === 0) continue
    if (filled.length === 1 && isHeading(filled[0]!)) {
      group = sectionName(filled[0]!) || null
    } else if (header) {
      const cell = (at: number): string => (at < 0 ? '' : (cells[at] ?? ''))
      add(cell(header.unit), cell(header.group) || null, namesIn(cell(header.alias)))
    } else {
      const named = /^([^:：]{2,12})[:：](.+)$/.exec(filled.join('、'))
      const names = namesIn(named ? named[2]! : filled.join('、'))
      for (const name of names) add(withoutNumber(name), named ? sectionName(named[1]!) : null, [])
    }
  }
  return [...entries.values()]
}

function headerOf(table: RawTable): { row: number; unit: number; group: number; alias: number } | null {
  if (table.names) return columnsOf(-1, table.names)
  for (let row = 0; row < Math.min(HEADER_ROWS, table.rows); row++) {
    const texts = rowCells(table, row)
    // «一、县直部门» ends like a word for units, but opens a group.
    if (texts.some((text) => isHeading(cleanName(text)))) continue
    const found = columnsOf(row, texts)
    if (found) return found
  }
  return null
}

/** A line that opens a group: «一、县直部门», «乡镇：». */
function isHeading(text: string): boolean {
  return isNumberedHeading(text) || /[:：]$/.test(text)
}

/** A header names the unit column, in a cell of its own. */
function columnsOf(
  row: number,
  texts: readonly string[],
): { row: number; unit: number; group: number; alias: number } | null {
  const concepts = texts.map((text) => headerConcept(text)?.concept ?? null)
  const alias = texts.findIndex((text) => ALIAS_HEADER.test(text))
  const unit = concepts.findIndex((concept, at) => (concept === 'unit' || concept === 'title') && at !== alias)
  return unit < 0 ? null : { row, unit, group: concepts.indexOf('group'), alias }
}

function namesIn(text: string): string[] {
  return text === '' ? [] : splitOutlets([text])[0]!
}

/** «1. 县公安局» → 县公安局. */
function withoutNumber(name: string): string {
  return name.replace(/^\d{1,3}[.．、)）]\s*/, '')
}
