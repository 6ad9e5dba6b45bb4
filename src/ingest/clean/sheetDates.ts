import { spanOf } from '../../time/calendar'
import type { Recognition } from '../recognise/recogniseSheet'
import { chineseNumber } from './chineseNumber'
import { cleanDate, type CleanedDate, type DateProblem } from './cleanDate'
import { trimCell } from './cleanText'

/** Reads the date cells of one sheet; each distinct text is read once. */
export class SheetDates {
  private readonly days = new Map<string, CleanedDate | 'blank'>()
  private readonly periods = new Map<string, CleanedDate | 'blank'>()
  /** Cells whose year came from the sheet. */
  assumed = 0

  constructor(private readonly recognition: Recognition) {}

  /** A day (or month, quarter …) of an item. */
  day(text: string): CleanedDate | 'blank' {
    let read = this.days.get(text)
    if (read === undefined) {
      const cell = trimCell(text)
      const { period, shortOrder } = this.recognition
      read =
        cell === '' || /^[-—–/\\]+$/.test(cell)
          ? 'blank'
          : cleanDate(cell, { defaultYear: period.year, serials: '1900', shortOrder })
      this.days.set(text, read)
    }
    if (read !== 'blank' && 'span' in read && read.yearAssumed) this.assumed++
    return read
  }

  /** A period cell of a counted row; a bare 1–12 in a month column is a month of the year given beside it or by the sheet. */
  period(text: string, yearText: string): CleanedDate | 'blank' {
    const key = `${text}\u0000${yearText}`
    let read = this.periods.get(key)
    if (read === undefined) {
      const year = /(\d{4})/.exec(yearText.normalize('NFKC'))?.[1] ?? null
      const defaultYear = year === null ? this.recognition.period.year : Number(year)
      read = readPeriod(trimCell(text), defaultYear)
      this.periods.set(key, read)
    }
    if (read !== 'blank' && 'span' in read && read.yearAssumed && yearText.trim() === '') this.assumed++
    return read
  }
}

function readPeriod(cell: string, defaultYear: number | null): CleanedDate | 'blank' {
  if (cell === '') return 'blank'
  const bare = /^\d{1,2}$|^[一二三四五六七八九十]{1,2}$/.test(cell.normalize('NFKC'))
    ? chineseNumber(cell.normalize('NFKC'))
    : null
  if (bare !== null && bare >= 1 && bare <= 12) {
    return defaultYear === null
      ? { problem: 'year-missing' }
      : { span: spanOf('month', defaultYear, bare), yearAssumed: true }
  }
  return cleanDate(cell, { defaultYear, serials: null, shortOrder: 'mdy' })
}

/** The finding code of a date that could not be read. A missing year counts as a missing date: the sheet, its name and the file were asked. */
export function dateFinding(problem: DateProblem): 'date-invalid' | 'date-masked' | 'date-ambiguous' | 'date-missing' {
  return problem === 'year-missing' ? 'date-missing' : problem
}
