import type { Cell } from '../model/measure'
import type { Clock } from '../model/period'

/** Cells of periods as a chart shows them: by the clock of adoption their rates are no proportions, and have no interval. */
export function drawnCells<Own extends Cell>(cells: readonly Own[], clock: Clock): readonly Own[] {
  return clock === 'adopted' ? cells.map((cell) => ({ ...cell, interval: null })) : cells
}
