import type { PanelChoice } from '../model/deck'

/** Rows of a page of a deck that was made before its panels said how many: old decks keep their pages. */
export const FORMER_ROWS = 12

/** Rows that one slide has room for under a title of up to four lines, whatever its shape. Ranges of ranks and changes have a legend over them. */
export const ROWS_A_SLIDE: Readonly<Record<'ranking' | 'rankRange' | 'unitChanges', number>> = {
  ranking: 14,
  rankRange: 12,
  unitChanges: 12,
}

/** How many slides rows need; one where there is none. @param most rows a slide */
export function slidesFor(rows: number, most: number): number {
  return Math.max(1, Math.ceil(rows / most))
}

/** The rows of one page, from 0. Pages are of even length, so that no slide holds a single row. */
export function rowsOfPage<Row>(rows: readonly Row[], page: number, most: number): readonly Row[] {
  const each = Math.ceil(rows.length / slidesFor(rows.length, most))
  return rows.slice(page * each, (page + 1) * each)
}

/** A captured panel as the pages that its rows need; a panel without rows is one. */
export function pagesOf(panel: PanelChoice, rows: number): readonly PanelChoice[] {
  if (!('page' in panel)) return [panel]
  return Array.from({ length: slidesFor(rows, panel.rows) }, (_, page) => ({ ...panel, page }))
}
