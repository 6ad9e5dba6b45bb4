import type { Concept } from '../recognise/concept'
import { headerConcept } from '../recognise/headerConcept'
import type { Recognition } from '../recognise/recogniseSheet'
import { cellText, isBlankCell } from '../read/rawColumn'
import type { RawTable } from '../read/rawTable'
import type { FindingList } from './findingList'
import { cleanCount } from './cleanCount'
import { matchKey } from './cleanText'

/** Below this confidence a column was guessed from its values, and the page asks for a look. */
const GUESSED = 0.6
const NOT_SECRET = /^(?:普通|一般|无|公开|否|非密|非涉密|不涉密|内部|0|no|none|-+|—+|\/)?$/

/** Rows that are looked at for numbers nobody used. */
const LOOKED_AT = 1500
/** What a column may be known as and still hold numbers that somebody expected to be counted. */
const COUNTS: ReadonlySet<Concept | null> = new Set<Concept | null>([
  null,
  'submit',
  'adopt',
  'submittedCount',
  'adoptedCount',
  'outletCount',
  'outlet',
  'adoptOutlet',
  'targetOutlet',
  'month',
  'title',
])

/** What is worth a remark whatever the shape: guessed columns, cells beyond the header, secrecy marks. Nothing is set aside for it. */
export function remarkOnSheet(table: RawTable, recognition: Recognition, findings: FindingList): void {
  for (const { index, header, role, confidence, letters } of recognition.columns) {
    if (role !== 'ignore' && confidence < GUESSED) {
      findings.sheet('info', 'header-unsure', {
        column: letters,
        value: header,
        detail: `guessed-${role}`,
        row: (recognition.header.rows.slice(-1)[0] ?? -1) + 1 || null,
      })
    }
    if (role === 'secret') markSecrets(table, recognition, index, findings)
  }
  if (!['items', 'itemsByOutlet', 'itemsSent'].includes(recognition.shape)) unusedNumbers(table, recognition, findings)
  cellsBeyondHeader(table, recognition, findings)
}

/** Columns of numbers that a table of counts or targets does not use: perhaps somebody means them to be counted. */
function unusedNumbers(table: RawTable, recognition: Recognition, findings: FindingList): void {
  for (const { index, header, role, letters } of recognition.columns) {
    if (role !== 'ignore' || !COUNTS.has(headerConcept(header)?.concept ?? null)) continue
    const numbers = numbersOf(table, recognition, index)
    if (numbers && !isCounter(numbers))
      findings.sheet('info', 'header-unsure', { column: letters, value: header, detail: 'unused-numbers' })
  }
}

/** The numbers of a column that holds nothing else below its header; null for any other column. */
function numbersOf(table: RawTable, { header }: Recognition, index: number): number[] | null {
  const numbers: number[] = []
  const last = Math.min(table.rows, header.firstDataRow + LOOKED_AT)
  for (let row = header.firstDataRow; row < last; row++) {
    const text = cellText(table.columns[index]!, row)
    if (text.trim() === '' || text.trim() === header.texts[index]) continue
    const count = cleanCount(text)
    if (count.kind !== 'number') return null
    numbers.push(count.value)
  }
  return numbers.length > 0 ? numbers : null
}

/** 1, 2, 3, also where each block begins anew: the numbers of the rows. */
function isCounter(numbers: readonly number[]): boolean {
  return numbers[0] === 1 && numbers.every((n, i) => i === 0 || n === 1 || n === numbers[i - 1]! + 1)
}

function markSecrets(table: RawTable, recognition: Recognition, index: number, findings: FindingList): void {
  const column = table.columns[index]!
  for (let row = recognition.header.firstDataRow; row < table.rows; row++) {
    if (!isBlankCell(column, row) && !NOT_SECRET.test(matchKey(cellText(column, row))))
      findings.row('warning', 'secret-marked', row, index)
  }
}

/** A separator inside an unquoted title pushes cells to the right, over the end of the header. */
function cellsBeyondHeader(table: RawTable, recognition: Recognition, findings: FindingList): void {
  if (table.delimiter === null) return
  const width = recognition.header.texts.reduce((last, text, i) => (text === '' ? last : i + 1), 0)
  const beyond = table.columns.slice(width)
  if (beyond.length === 0) return
  for (let row = recognition.header.firstDataRow; row < table.rows; row++) {
    const at =
      table.widths[row]! > width
        ? beyond.findIndex((column) => !isBlankCell(column, row) && cellText(column, row).trim() !== '')
        : -1
    if (at >= 0) findings.row('warning', 'field-count', row, width + at)
  }
}
