import type { Cell } from '../model/measure'
import { nullReason } from '../report/nullReason'
import type { Translate } from './periodText'
import type { TableColumn } from './tableColumn'

/** The columns every table of cells shares. `opens`: a number that is not 0, and any rate, is a button for the rows behind it. Numerator and denominator stand apart: «12/31» in one cell becomes a date in WPS. */
export function cellColumns(t: Translate, opens = false): TableColumn<Cell>[] {
  const reason = (figure: 'submitted' | 'adopted' | 'placements' | 'rate') => (cell: Cell) => {
    const why = nullReason(cell, figure)
    return why ? t(`common.reason.${why}`) : undefined
  }
  const count = (figure: 'submitted' | 'adopted' | 'placements'): TableColumn<Cell> => ({
    id: figure,
    label: t(`charts.column.${figure}`),
    kind: 'count',
    value: (cell) => cell[figure],
    reason: reason(figure),
    ...(opens && {
      activates: (cell: Cell) => (cell[figure] ?? 0) > 0,
      action: () => t('rows.behind.show', { what: t(`rows.behind.${figure}`) }),
    }),
  })
  return [
    count('submitted'),
    count('adopted'),
    {
      id: 'rate',
      label: t('charts.column.rate'),
      kind: 'percent',
      value: ({ rate }) => rate,
      reason: reason('rate'),
      ...(opens && {
        activates: ({ rate }: Cell) => rate !== null,
        action: () => t('rows.behind.show', { what: t('rows.behind.rate') }),
      }),
    },
    {
      id: 'low',
      label: t('charts.column.low'),
      kind: 'percent',
      value: ({ interval }) => interval?.[0] ?? null,
      reason: reason('rate'),
    },
    {
      id: 'high',
      label: t('charts.column.high'),
      kind: 'percent',
      value: ({ interval }) => interval?.[1] ?? null,
      reason: reason('rate'),
    },
    count('placements'),
  ]
}

const MEASURES = ['submitted', 'adopted', 'placements', 'rate'] as const

/** The measure that a column of `cellColumns` holds; null for any other column. */
export function measureOfColumn(columnId: string): (typeof MEASURES)[number] | null {
  return MEASURES.find((measure) => measure === columnId) ?? null
}
