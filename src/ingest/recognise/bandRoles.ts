import type { ColumnChoices } from '../../model/column'
import { cellText } from '../read/rawColumn'
import type { RawTable } from '../read/rawTable'
import { columnLetters } from './columnLetters'
import type { ColumnMeaning } from './columnMeaning'
import type { Band } from './foldedBands'
import { headerConcept } from './headerConcept'
import type { Header } from './recogniseHeader'

/** Cells of a column that the page shows as examples. */
const SAMPLES = 3

/** The first band as a table of its own: the fullest one, from which the roles of all bands are told. */
export function firstBand(table: RawTable, header: Header, band: Band): { table: RawTable; header: Header } {
  return {
    table: { ...table, columns: band.columns.map((i) => table.columns[i]!) },
    header: { ...header, texts: band.texts },
  }
}

/** A choice for a column holds for the same column of every band; of two choices for one the leftmost counts. */
export function inFirstBand(choices: ColumnChoices, bands: readonly Band[]): ColumnChoices {
  return Object.fromEntries(
    bands[0]!.columns.flatMap((_, place) => {
      const column = bands.map((band) => band.columns[place]!).find((index) => choices[index] !== undefined)
      return column === undefined ? [] : [[place, choices[column]!] as const]
    }),
  )
}

/** The columns of the whole sheet, from those of the first band. What stands between the bands is not used. */
export function inAllBands(
  table: RawTable,
  header: Header,
  bands: readonly Band[],
  first: readonly ColumnMeaning[],
): ColumnMeaning[] {
  return table.columns.map((_, index): ColumnMeaning => {
    const text = header.texts[index] ?? ''
    const own = {
      index,
      letters: columnLetters(index),
      header: text,
      samples: samples(table, index, header.firstDataRow),
    }
    const place = bands.map(({ columns }) => columns.indexOf(index)).find((at) => at >= 0)
    if (place !== undefined) return { ...first[place]!, ...own }
    const role = headerConcept(text)?.concept === 'sequence' ? 'sequence' : 'ignore'
    return { ...own, role, outlet: null, months: null, measure: null, target: false, confidence: 1 }
  })
}

function samples(table: RawTable, column: number, firstDataRow: number): string[] {
  const found = new Set<string>()
  for (let row = firstDataRow; row < table.rows && found.size < SAMPLES; row++) {
    const text = cellText(table.columns[column]!, row).trim()
    if (text !== '') found.add(text)
  }
  return [...found]
}
