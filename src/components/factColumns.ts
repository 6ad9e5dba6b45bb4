import { ratioText } from '../charts/numberText'
import type { TableCell } from '../export/toCsv'
import type { FactColumn, FactRow } from '../model/factRow'
import { spanText } from './spanText'
import { formatDay } from '../time/day'
import type { ReportingCalendar, Span } from '../model/period'
import type { Translate } from './periodText'

/** A day as a day, a wider span by its name, nothing as ''. */
function dayText(span: Span | null, say: Translate, calendar: ReportingCalendar): string {
  if (!span) return ''
  return span.to - span.from === 1 ? formatDay(span.from) : spanText(span, say, calendar)
}

/** What a counted row says, «报送 12 · 采用 3»; '' for items. */
function countedText({ kind, submitted, adopted, outlets }: FactRow, say: Translate): string {
  if (kind !== 'count') return ''
  return [
    submitted === null ? null : say('rows.counted.submitted', { count: submitted }),
    adopted === null ? null : say(`rows.counted.${outlets.length > 0 ? 'placements' : 'adopted'}`, { count: adopted }),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

/** The text of a cell of the table of facts; '' shows nothing. */
export function factText(row: FactRow, column: FactColumn, say: Translate, calendar: ReportingCalendar): string {
  switch (column) {
    case 'unit':
      return row.unit ?? say('rows.noUnit')
    case 'title':
      return row.kind === 'count' ? countedText(row, say) : [row.number, row.title].filter(Boolean).join(' ')
    case 'author':
      return row.author ?? ''
    case 'submitted':
      return dayText(row.submittedOn, say, calendar)
    case 'state':
      return row.kind === 'count' ? '' : say(`rows.state.${row.state ?? 'unknown'}`)
    case 'outlets':
      return row.outlets.join('、')
    case 'adopted':
      return dayText(row.adoptedOn, say, calendar)
    case 'count':
      return row.part === null ? String(row.value) : ratioText(row.part, row.value)
    case 'source':
      return `${say('data.findings.row', { row: row.source.row })} ${row.sheet ? `${row.file} · ${row.sheet}` : row.file}`
  }
}

/** The facts as cells for a spreadsheet: what the table shows, numbers apart, source and row number in columns of their own. */
export function factCells(rows: readonly FactRow[], say: Translate, calendar: ReportingCalendar): TableCell[][] {
  return rows.map((row) => [
    row.unit,
    row.group,
    row.number,
    row.title,
    row.author,
    row.labels.join('、'),
    dayText(row.submittedOn, say, calendar),
    row.kind === 'count' ? null : say(`rows.state.${row.state ?? 'unknown'}`),
    row.outlets.join('、'),
    dayText(row.adoptedOn, say, calendar),
    row.submitted,
    row.adopted,
    row.file,
    row.sheet,
    row.source.row,
  ])
}

/** The header of `factCells`. */
export function factHeader(say: Translate): TableCell[] {
  return [
    'unit',
    'group',
    'number',
    'title',
    'author',
    'labels',
    'submitted',
    'state',
    'outlets',
    'adopted',
    'submittedCount',
    'adoptedCount',
    'file',
    'sheet',
    'row',
  ].map((key) => say(`rows.column.${key}`))
}
