import type { Finding } from '../../model/finding'
import type { RawTable } from './rawTable'
import { isBlankCell, type RawColumn } from './rawColumn'
import { RawTableBuilder } from './rawTable'
import { LIST_MARK } from './listMark'

const MAX_DEPTH = 12

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export interface JsonRead {
  readonly tables: RawTable[]
  readonly findings: Finding[]
}

/**
 * Tables of a JSON text: an array of objects, arrays inside an envelope (each array is a sheet named by its key),
 * or one object a line. Nested lists become list cells; nested objects become columns «parent/child».
 */
export function readJson(file: string, text: string, encoding: string): JsonRead {
  const findings: Finding[] = []
  const whole = tryParse(text)
  if ('value' in whole) {
    const lists = recordLists(whole.value)
    const tables = lists.map(({ path, records }) => tableOf(file, lists.length > 1 ? path : null, encoding, records))
    return { tables, findings }
  }
  const lines = jsonLines(file, text)
  if (lines) return { tables: [tableOf(file, null, encoding, lines.records)], findings: lines.findings }
  findings.push({ level: 'error', code: 'unreadable-file', file, detail: 'json', params: { reason: whole.error } })
  return { tables: [], findings }
}

/** Whether a text claims to be JSON at all. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text)
}

function tryParse(text: string): { value: Json } | { error: string } {
  try {
    return { value: JSON.parse(text) as Json }
  } catch (error) {
    return { error: error instanceof Error ? error.message.slice(0, 160) : String(error) }
  }
}

/** One object a line. A text counts as such when its first line and most lines are objects; a bad line is set aside with its number. */
function jsonLines(file: string, text: string): { records: Json[]; findings: Finding[] } | null {
  const lines = text.split('\n')
  const records: Json[] = []
  const findings: Finding[] = []
  let good = 0
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') {
      if (i < lines.length - 1) records.push(null)
      continue
    }
    const parsed = tryParse(line)
    if ('value' in parsed && isObject(parsed.value)) {
      good++
      records.push(parsed.value)
      continue
    }
    // The bad line stays a row of its own, so that rows are conserved; the reader of rows sets it aside. Its number stands beside
    // it: a row of one text alone could pass for a heading, a note or a total.
    records.push({ [BAD_LINE_NUMBER]: i + 1, [BAD_LINE]: line.slice(0, 2000) })
    findings.push({
      level: 'error',
      code: 'field-count',
      file,
      row: i + 1,
      value: line.slice(0, 120),
      detail: 'json-line',
      cells: [line.slice(0, 2000)],
    })
  }
  return good > 0 && good >= findings.length ? { records, findings } : null
}

/** Names of the columns that hold unreadable lines and their numbers. */
export const BAD_LINE = '\u001fbad-line'
const BAD_LINE_NUMBER = '\u001fbad-line-number'

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The outermost arrays whose members are mostly objects (or mostly arrays). */
function recordLists(root: Json): { path: string; records: Json[] }[] {
  const found: { path: string; records: Json[] }[] = []
  const walk = (value: Json, path: string, depth: number): void => {
    if (depth > MAX_DEPTH) return
    if (Array.isArray(value)) {
      const structured = value.filter((member) => isObject(member) || Array.isArray(member)).length
      if (structured > 0 && structured >= value.length / 2) {
        const nested =
          value.length === 1 && isObject(value[0])
            ? Object.values(value[0]).some((v) => Array.isArray(v) && v.some(isObject) && v.length > 1)
            : false
        if (!nested || depth === 0) found.push({ path, records: value })
        else walk(value[0]!, path, depth + 1)
      }
      return
    }
    if (isObject(value))
      for (const [key, member] of Object.entries(value)) walk(member, path ? `${path}/${key}` : key, depth + 1)
  }
  walk(root, '', 0)
  return found
}

function tableOf(file: string, sheet: string | null, encoding: string, records: readonly Json[]): RawTable {
  const builder = new RawTableBuilder()
  const meta = { file, sheet, encoding, delimiter: null }
  if (records.every((record) => record === null || Array.isArray(record))) {
    for (const record of records) builder.push(Array.isArray(record) ? record.map(cellOf) : [])
    return builder.finish({ ...meta, names: null })
  }
  const columns = new Map<string, number>()
  for (const record of records) {
    const cells: string[] = []
    if (isObject(record))
      flatten(record, '', 0, (name, cell) => {
        let index = columns.get(name)
        if (index === undefined) columns.set(name, (index = columns.size))
        while (cells.length < index) cells.push('')
        cells[index] = cell
      })
    builder.push(Array.from(cells, (cell) => cell ?? ''))
  }
  return withoutEmptyParents(builder.finish({ ...meta, names: [...columns.keys()] }))
}

/** «adoptions: []» on some records makes a blank column beside «adoptions/outlet» of the others: it says nothing and goes. */
function withoutEmptyParents(table: RawTable): RawTable {
  const names = table.names ?? []
  const keep = names.map((name, i) => {
    const blank = table.columns[i] ? isBlankColumn(table.columns[i], table.rows) : true
    return !(blank && names.some((other) => other.startsWith(`${name}/`)))
  })
  return { ...table, names: names.filter((_, i) => keep[i]), columns: table.columns.filter((_, i) => keep[i]) }
}

function isBlankColumn(column: RawColumn, rows: number): boolean {
  for (let row = 0; row < rows; row++) if (!isBlankCell(column, row)) return false
  return true
}

function flatten(
  record: { [key: string]: Json },
  prefix: string,
  depth: number,
  put: (name: string, cell: string) => void,
): void {
  for (const [key, value] of Object.entries(record)) {
    const name = prefix ? `${prefix}/${key}` : key
    if (isObject(value) && depth < MAX_DEPTH) flatten(value, name, depth + 1, put)
    else if (Array.isArray(value) && value.some(isObject)) flattenList(value.filter(isObject), name, put)
    else put(name, cellOf(value))
  }
}

/** A list of objects becomes one list cell a key, all of the same length: adoptions[{outlet, date}] → outlets and their dates side by side. */
function flattenList(
  members: { [key: string]: Json }[],
  name: string,
  put: (name: string, cell: string) => void,
): void {
  const keys = new Set(members.flatMap((member) => Object.keys(member)))
  for (const key of keys)
    put(
      `${name}/${key}`,
      members
        .map((member) => (Object.prototype.hasOwnProperty.call(member, key) ? cellOf(member[key]!) : ''))
        .join(LIST_MARK),
    )
}

function cellOf(value: Json): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((member) => cellOf(member)).join(LIST_MARK)
  if (typeof value === 'object') return nestedText(value)
  // An invisible control that only JSON can spell (\u001f): left in, one text would pass for a list.
  return String(value).split(LIST_MARK).join('')
}

/** Objects nested beyond the columns are kept as text; nesting too deep to write is only marked. */
function nestedText(value: Json): string {
  try {
    return JSON.stringify(value)
  } catch {
    return '…'
  }
}
