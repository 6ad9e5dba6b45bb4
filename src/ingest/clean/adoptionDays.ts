import type { ColumnMeaning } from '../recognise/columnMeaning'
import { LIST_MARK } from '../read/listMark'
import { cellText } from '../read/rawColumn'
import type { RawTable } from '../read/rawTable'
import { type CleanedDate, cleanDate } from './cleanDate'
import { RepeatedCells } from './ditto'
import type { OutletList } from './outletList'
import type { SheetDates } from './sheetDates'

/** The day an outlet adopted an item, and the column that says it; `blank` and null where none does. */
interface AdoptionDay {
  readonly date: CleanedDate | 'blank'
  readonly column: number | null
}

const NO_DAY: AdoptionDay = { date: 'blank', column: null }

/**
 * Days of adoption: in the outlet's own column in place of a tick; in the column right of the list that names the outlet, where each list has
 * one; else in one column for all outlets of the row, whose cell may be a list beside the list of outlets.
 */
export class AdoptionDays {
  private readonly days: readonly { readonly index: number; readonly cells: RepeatedCells }[]
  /** Columns of ticks in which days stand, by the code of their outlet. */
  private readonly dated: ReadonlyMap<number, number>

  constructor(
    private readonly table: RawTable,
    columns: readonly ColumnMeaning[],
    ticks: readonly { readonly index: number; readonly code: number; readonly samples: readonly string[] }[],
    private readonly lists: readonly OutletList[],
    private readonly dates: SheetDates,
    rows: Uint32Array,
  ) {
    this.days = columns
      .filter(({ role }) => role === 'adoptedOn')
      .map(({ index }) => ({ index, cells: new RepeatedCells(table.columns[index]!, rows) }))
    this.dated = new Map(
      ticks.filter(({ samples }) => samples.some(looksLikeDay)).map(({ code, index }) => [code, index]),
    )
  }

  /** Whether a cell of a column of ticks is a day. */
  isDay(column: number, text: string): boolean {
    if (![...this.dated.values()].includes(column)) return false
    const date = this.dates.day(text)
    return date !== 'blank' && 'span' in date
  }

  of(row: number, outlet: number): AdoptionDay {
    const tick = this.dated.get(outlet)
    if (tick !== undefined) {
      const text = this.text(tick, row)
      if (this.isDay(tick, text)) return { date: this.dates.day(text), column: tick }
    }
    const [first] = this.days
    if (!first) return NO_DAY
    if (this.days.length > 1) {
      const list = this.lists.findIndex((own) => own.at(row).includes(outlet))
      const own = this.days[list]
      return own ? { date: this.dates.day(own.cells.text(row)), column: own.index } : NO_DAY
    }
    const cell = first.cells.text(row)
    if (!cell.includes(LIST_MARK)) return { date: this.dates.day(cell), column: first.index }
    const place = this.lists[0]?.rawAt(row).indexOf(outlet) ?? -1
    return { date: this.dates.day(cell.split(LIST_MARK)[place] ?? ''), column: first.index }
  }

  private text(column: number, row: number): string {
    return cellText(this.table.columns[column]!, row)
  }
}

function looksLikeDay(text: string): boolean {
  const date = cleanDate(text, { defaultYear: 2000, serials: null, shortOrder: 'mdy' })
  return 'span' in date && !/^\d+(?:\.\d+)?$/.test(text)
}
