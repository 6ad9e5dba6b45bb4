import type { Recognition } from '../recognise/recogniseSheet'
import { cellText, isBlankCell } from '../read/rawColumn'
import type { RawTable } from '../read/rawTable'
import type { FindingList } from './findingList'
import { matchKey } from './cleanText'

/** Below this confidence a column was guessed from its values, and the page asks for a look. */
const GUESSED = 0.6
const NOT_SECRET = /^(?:普通|一般|无|公开|否|非密|非涉密|不涉密|内部|0|no|none|-+|—+|\/)?$/

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
  cellsBeyondHeader(table, recognition, findings)
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
