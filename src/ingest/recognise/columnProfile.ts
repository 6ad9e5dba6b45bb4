import { type CleanedDate, cleanDate } from '../clean/cleanDate'
import { cleanCount, cleanPair } from '../clean/cleanCount'
import { cleanTaskCell } from '../clean/cleanTaskCell'
import { cleanStatus, isIssue, isPlainYesNo } from '../clean/cleanStatus'
import { trimCell } from '../clean/cleanText'
import { looksLikeOutlet, mentionsSubmission } from './headerWords'
import { cellText } from '../read/rawColumn'
import type { RawTable } from '../read/rawTable'
import type { SaidDecision } from '../../model/choices'

/** Shares (0–1 of the non-blank cells) of what the cells of a column look like, over a sample of rows. */
export interface ColumnProfile {
  readonly filled: number
  readonly rows: number
  readonly numbers: number
  readonly percents: number
  readonly dates: number
  readonly periods: number
  readonly yesNo: number
  readonly decisions: number
  /** Issues and pages: «第3期», «头版». */
  readonly issues: number
  /** Some cell names an outlet by a word that outlets bear (报, 简报, 专报, 网 …): words that nobody knows are then outlets too, else a person is asked. */
  readonly namesOutlets: boolean
  readonly pairs: number
  /** Targets: «12», «1-2», «3条». */
  readonly targets: number
  /** Different values ÷ filled cells. */
  readonly distinct: number
  readonly largest: number
  readonly averageLength: number
  readonly samples: readonly string[]
}

/** Profiles a column over the given rows. All shares are 0 for a column without a filled cell. A value that a person explained is a decision. */
export function profileColumn(
  table: RawTable,
  column: number,
  rows: readonly number[],
  vocabulary: ReadonlyMap<string, SaidDecision> = new Map(),
): ColumnProfile {
  const source = table.columns[column]!
  const values = rows.map((row) => cellText(source, row).trim()).filter((cell) => cell !== '')
  const filled = values.length
  const share = (test: (value: string) => boolean): number => (filled === 0 ? 0 : values.filter(test).length / filled)
  const counts = values.map((value) => cleanCount(value))
  const distinctValues = [...new Set(values)]
  const dateOf = new Map(
    distinctValues.map((value) => [value, cleanDate(value, { defaultYear: 2000, serials: null, shortOrder: 'mdy' })]),
  )
  const isDay = (date: CleanedDate | undefined): boolean =>
    date !== undefined && 'span' in date && date.span.to - date.span.from === 1
  return {
    filled,
    rows: rows.length,
    numbers: filled === 0 ? 0 : counts.filter((count) => count.kind === 'number').length / filled,
    percents: share((value) => /^\d+(?:\.\d+)?[%％]$/.test(value)),
    dates:
      share((value) => isDay(dateOf.get(value)) && !/^\d+(?:\.\d+)?$/.test(value)) +
      share((value) => /^(?:19|20)\d{6}$/.test(value)),
    periods: share((value) => {
      const date = dateOf.get(value)
      return date !== undefined && 'span' in date && !isDay(date)
    }),
    yesNo: share(isPlainYesNo),
    decisions: share((value) => vocabulary.has(trimCell(value)) || cleanStatus(value) !== 'unknown'),
    issues: share(isIssue),
    namesOutlets: distinctValues.some((value) => looksLikeOutlet(value) && !mentionsSubmission(value)),
    pairs: share((value) => cleanPair(value)?.adopted != null),
    targets: share((value) => cleanTaskCell(value).kind === 'target'),
    distinct: filled === 0 ? 0 : distinctValues.length / filled,
    largest: counts.reduce((max, count) => (count.kind === 'number' ? Math.max(max, count.value) : max), 0),
    averageLength: filled === 0 ? 0 : values.reduce((sum, value) => sum + value.length, 0) / filled,
    samples: distinctValues.slice(0, 3),
  }
}
