import words from '../../../data/dictionaries/values.json'
import type { Recognition } from '../recognise/recogniseSheet'
import type { Role } from '../../model/column'
import { cellBytes, cellText, isBlankCell, type RawColumn } from '../read/rawColumn'
import type { RawTable } from '../read/rawTable'
import { SIGNED_DAY } from '../read/remarkLine'
import { cleanCount } from './cleanCount'
import { cleanName } from './cleanText'
import { totalLabel } from './totalLabel'

export type RowKind = 'blank' | 'total' | 'subtotal' | 'unchecked' | 'section' | 'note' | 'header' | 'data'

/** «一、», «（二）», «第三类：»: a numeral with its mark. A bare numeral is part of a name (一都镇, 三合镇). */
const NUMBERED =
  /^(?:[(（]\s*[一二三四五六七八九十]{1,3}\s*[)）]\s*[、.．:：]?|[一二三四五六七八九十]{1,3}\s*[、.．:：]|第[一二三四五六七八九十]+(?:类|组|部分)\s*[、:：]?|[IVX]+\s*[、.．])\s*(?=\S)/
/** Headings of kinds of units, without a numeral. */
const KIND_OF_UNITS =
  /(?:部门|单位|乡镇|镇街|街道|机关|企业|学校|园区|片区|县区|区县|县市区?|[一二三四五A-Da-d甲乙丙丁]类)[:：]?$/
const NOTE = new RegExp(`^(?:${words.notes.join('|')})[^:：]{0,8}[:：]|^(?:${words.notes.join('|')})$|^[*※]`)

/** A day alone, written out, or behind the name of who signs: «县委办信息科 2026年1月8日». */
const SIGNED = new RegExp(`^[^\\d〇○零一二三四五六七八九]{0,20}${SIGNED_DAY}$`)

/** Signature lines hold several cells: «填表人：», «审核人：», a date. */
const NOTE_CELLS = 4
/** Longest label of a totals row, in UTF-8 bytes: 14 Han characters and a bracket. */
const LABEL_BYTES = 60

/** Sorts rows of a sheet into data, blanks, headings, notes and totals. Values that recur are looked at once. */
export class RowKinds {
  private readonly totals = new Map<string, RowKind | null>()
  private readonly blankValues: (Uint8Array | null)[]
  private readonly unit: number | null
  private readonly date: number | null
  private readonly title: number | null
  private readonly counted: boolean
  private last: number | null = null

  constructor(
    private readonly table: RawTable,
    private readonly recognition: Recognition,
  ) {
    this.blankValues = table.columns.map((column) =>
      column.kind === 'dictionary' ? Uint8Array.from(column.values, (value) => (value.trim() === '' ? 1 : 0)) : null,
    )
    const indexOf = (role: Role): number | null =>
      recognition.columns.find((column) => column.role === role)?.index ?? null
    this.unit = indexOf('unit')
    this.date = indexOf('submittedOn')
    this.title = indexOf('title')
    this.counted = !['items', 'itemsByOutlet', 'itemsSent'].includes(recognition.shape)
  }

  kindOf(row: number): RowKind {
    let filled = 0
    let first = -1
    for (let i = 0; i < this.table.columns.length; i++) {
      if (this.isBlank(i, row)) continue
      if (first < 0) first = i
      filled++
    }
    if (filled === 0) return 'blank'
    const total = this.totalOf(first, row)
    if (total) return total
    // A record of JSON is never a heading, however little it holds.
    if (this.table.names === null && isShortOrText(this.table.columns[first]!, row)) {
      // A merged heading fills its whole row with one text.
      const lone = filled === 1 || this.allEqual(row, first)
      if (lone || filled <= NOTE_CELLS) {
        const text = cleanName(cellText(this.table.columns[first]!, row))
        if (NOTE.test(text)) return 'note'
        if (lone) return this.loneCell(text, first, row)
      }
    }
    return filled > 1 && this.repeatsHeader(row) ? 'header' : 'data'
  }

  private isBlank(column: number, row: number): boolean {
    const flags = this.blankValues[column]
    const source = this.table.columns[column]!
    return flags && source.kind === 'dictionary' ? flags[source.codes[row]!] === 1 : isBlankCell(source, row)
  }

  /** A label in the unit column or the first filled one. A title never makes a totals row of a row that has a unit or a date. */
  private totalOf(first: number, row: number): RowKind | null {
    const { unit, date, title } = this
    if (unit !== null && unit !== first) {
      const own = this.totalKind(unit, row)
      if (own) return own
      if (first === title && !this.isBlank(unit, row)) return null
    }
    if (first === title && date !== null && !this.isBlank(date, row)) return null
    return (
      this.totalKind(first, row) ??
      (title !== null && title !== first && this.noUnitNorDate(row) ? this.totalKind(title, row) : null)
    )
  }

  private noUnitNorDate(row: number): boolean {
    return [this.unit, this.date].every((column) => column === null || this.isBlank(column, row))
  }

  private totalKind(column: number, row: number): RowKind | null {
    const source = this.table.columns[column]!
    if (!isShortOrText(source, row) || (source.kind === 'text' && source.lengths[row]! > LABEL_BYTES)) return null
    const text = cellText(source, row)
    let kind = this.totals.get(text)
    if (kind === undefined) {
      kind = totalLabel(text)
      if (this.totals.size < 5000) this.totals.set(text, kind)
    }
    return kind
  }

  /** A row of one text: a section heading, a signature or a note; a unit without any number stays data, to be set aside by name. */
  private loneCell(text: string, column: number, row: number): RowKind {
    if (cleanCount(text).kind === 'number') return 'data'
    // The day of a signature; no unit is called so, and in the column of days it stands below all rows.
    if (SIGNED.test(text) && (column !== this.date || row > this.lastRow())) return 'note'
    // A title may begin with «一、»; a heading stands in the first column or in the unit's.
    if (NUMBERED.test(text) && (column !== this.title || column === this.unit)) return 'section'
    if (this.counted) return column !== this.unit || KIND_OF_UNITS.test(text) || text.length > 20 ? 'section' : 'data'
    if (/^\d{0,4}年?\d{1,2}月(?:份)?$|^[一二三四五六七八九十]+月(?:份)?$/.test(text)) return 'section'
    return column === 0 && this.unit !== 0 && text.length > 40 ? 'note' : 'data'
  }

  /** The last row of more than one text; a line merged over the whole width is one text in many cells. */
  private lastRow(): number {
    const { table } = this
    if (this.last === null) {
      const ofManyTexts = (row: number): boolean => {
        const first = table.columns.findIndex((_, i) => !this.isBlank(i, row))
        return first >= 0 && !this.allEqual(row, first)
      }
      let row = table.rows - 1
      while (row >= 0 && !ofManyTexts(row)) row--
      this.last = row
    }
    return this.last
  }

  private allEqual(row: number, first: number): boolean {
    const text = cellText(this.table.columns[first]!, row)
    for (let i = first + 1; i < this.table.columns.length; i++) {
      if (!this.isBlank(i, row) && cellText(this.table.columns[i]!, row) !== text) return false
    }
    return true
  }

  private repeatsHeader(row: number): boolean {
    const { columns } = this.recognition
    const probe = this.unit ?? columns.find((column) => column.role === 'title' || column.role === 'outlets')?.index
    if (probe === undefined || this.isBlank(probe, row)) return false
    const own = columns[probe]!
    if (!isShortOrText(this.table.columns[probe]!, row)) return false
    const text = cleanName(cellText(this.table.columns[probe]!, row))
    if (text !== own.header && text !== own.header.split('/')[0]) return false
    return columns.every(
      ({ index, header }) =>
        this.isBlank(index, row) || header.split('/').includes(cleanName(cellText(this.table.columns[index]!, row))),
    )
  }
}

/** Whether a cell is worth decoding as a label: short, and not a number by its first byte. Spares a million decodings of running numbers. */
function isShortOrText(column: RawColumn, row: number): boolean {
  if (column.kind === 'dictionary') return true
  const bytes = cellBytes(column, row)
  if (bytes.length === 0 || bytes.length > 150) return false
  const first = bytes[0]!
  return first < 0x30 || first > 0x39
}

/** Whether a text is a numbered heading: «一、县直部门», which may also stand above the header. */
export function isNumberedHeading(text: string): boolean {
  return NUMBERED.test(cleanName(text))
}

/** A heading that names a time (一月份, 第二季度, 第12期) orders the rows; it is no kind of units. */
const TIME_HEADING =
  /^(?:[\d〇○零一二三四五六七八九十]{2,4}年(?:度)?)?(?:[\d一二三四五六七八九十]{1,3}月(?:份|上旬|中旬|下旬)?|(?:第)?[一二三四1-4]季度|[上下]半年|第?[\d一二三四五六七八九十]+[期周])?[:：]?$/

/** The group that a section row opens; null when it names a time. */
export function groupOfSection(text: string): string | null {
  const name = sectionName(text)
  return name === '' || TIME_HEADING.test(name) ? null : name
}

/** The name of a group in a section row: «一、县直部门» → 县直部门, «（二）各乡镇» → 各乡镇. */
export function sectionName(text: string): string {
  return cleanName(text)
    .replace(NUMBERED, '')
    .replace(/[:：]$/, '')
    .trim()
}
