import type { SaidDecision } from '../../model/choices'
import { cellText, type RawColumn } from '../read/rawColumn'
import type { UnknownValue } from './cleanedSheet'
import { cleanStatus, type Decision, isPlainYesNo } from './cleanStatus'
import { trimCell } from './cleanText'

/** Most values that are listed to be explained. */
const LISTED = 50
/** Most different values that are counted: a column of so many is no status column. */
const COUNTED = 5000

/** The decisions of a status column. What a person said of a value comes before the dictionary; distinct values are read once. */
export class StatusColumn {
  private readonly decisions: readonly Decision[] | null
  private readonly unknown = new Map<string, number>()

  constructor(
    private readonly column: RawColumn,
    private readonly vocabulary: ReadonlyMap<string, SaidDecision>,
  ) {
    this.decisions = column.kind === 'dictionary' ? column.values.map((value) => this.read(value)) : null
  }

  at(row: number): Decision {
    const { column, decisions } = this
    return decisions && column.kind === 'dictionary' ? decisions[column.codes[row]!]! : this.read(cellText(column, row))
  }

  /** A row was set aside because its value is not known. */
  countUnknown(row: number): void {
    const value = trimCell(cellText(this.column, row))
    const count = this.unknown.get(value) ?? 0
    if (count > 0 || this.unknown.size < COUNTED) this.unknown.set(value, count + 1)
  }

  /** The most frequent first; equally frequent ones in the order of the rows. */
  unknownValues(): UnknownValue[] {
    return [...this.unknown]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, LISTED)
  }

  /** Whether the rows tell open decisions: one of the values means undecided or, under a word for status, goes beyond yes and no. */
  tellsPending(rows: Uint32Array, isStatusWord: boolean): boolean {
    const seen = new Set<string>()
    for (const row of rows) seen.add(cellText(this.column, row))
    return [...seen].some((value) => this.read(value) === 'pending' || (isStatusWord && !isPlainYesNo(value)))
  }

  private read(text: string): Decision {
    return (this.vocabulary.size > 0 ? this.vocabulary.get(trimCell(text)) : undefined) ?? cleanStatus(text)
  }
}
