import type { Wanted } from '../model/factRow'
import { measureOfColumn } from './cellColumns'
import type { Translate } from './periodText'
import type { TableColumn } from './tableColumn'

/** Names of units; a press chooses the unit. */
export function unitColumn<Row extends { readonly unit: string }>(t: Translate): TableColumn<Row> {
  return { id: 'unit', label: t('charts.column.unit'), kind: 'text', activates: true, value: ({ unit }) => unit }
}

export function rankColumn<Row extends { readonly rank: number | null }>(t: Translate): TableColumn<Row> {
  return {
    id: 'rank',
    label: t('charts.column.rank'),
    kind: 'count',
    value: ({ rank }) => rank,
    reason: () => t('charts.notRanked'),
  }
}

/** A press in a table of units: on a number for the rows behind it, on anything else it chooses the unit. */
export function unitPress(emit: {
  (event: 'behind', wanted: Wanted): void
  (event: 'toggleUnit', unitId: number): void
}): (row: { readonly unitId: number }, columnId: string) => void {
  return ({ unitId }, columnId) => {
    const measure = measureOfColumn(columnId)
    if (measure) emit('behind', { measure, unitIds: [unitId] })
    else emit('toggleUnit', unitId)
  }
}
