import type { LedgerDraft } from './ledgerCase'
import type { Random } from './random'
import { writeAdoptedOnly } from './writers/adoptedOnly'
import { writeAdoptionByOutlet } from './writers/adoptionByOutlet'
import { writeCountsByMonthSheet, writeItemsByMonthSheet } from './writers/byMonthSheets'
import { writeCounts } from './writers/counts'
import { writeCountsByMonth } from './writers/countsByMonth'
import { writeCountsByOutlet } from './writers/countsByOutlet'
import { writeFolded } from './writers/folded'
import { writeItems } from './writers/items'
import { writeItemsByOutlet } from './writers/itemsByOutlet'
import { writeItemsSent } from './writers/itemsSent'
import { writeJson } from './writers/json'
import { writeLeague } from './writers/league'
import { writeNested, writeNestedForms, writeNestedPoints } from './writers/nested'
import { writeTargets } from './writers/targets'

export interface ShapeWriter {
  name: string
  write: (random: Random) => LedgerDraft
  /** The app learns this shape later; it stays out of the random runs unless asked for. */
  later: boolean
}

/** Every shape that the generator knows. */
export const ALL_SHAPES: readonly ShapeWriter[] = [
  { name: 'items', write: writeItems, later: false },
  { name: 'itemsSent', write: writeItemsSent, later: false },
  { name: 'itemsByOutlet', write: writeItemsByOutlet, later: false },
  { name: 'counts', write: writeCounts, later: false },
  { name: 'countsByOutlet', write: writeCountsByOutlet, later: false },
  { name: 'json', write: writeJson, later: false },
  { name: 'countsByMonth', write: writeCountsByMonth, later: false },
  { name: 'adoptionByOutlet', write: writeAdoptionByOutlet, later: false },
  { name: 'league', write: writeLeague, later: false },
  { name: 'nested', write: writeNested, later: false },
  { name: 'nestedForms', write: writeNestedForms, later: false },
  { name: 'nestedPoints', write: writeNestedPoints, later: false },
  { name: 'folded', write: writeFolded, later: false },
  { name: 'targets', write: writeTargets, later: false },
  { name: 'countsByMonthSheet', write: writeCountsByMonthSheet, later: false },
  { name: 'itemsByMonthSheet', write: writeItemsByMonthSheet, later: false },
  { name: 'adoptedOnly', write: writeAdoptedOnly, later: false },
]

/** The shapes of the random runs. */
export const SHAPES = ALL_SHAPES.filter(({ later }) => !later)
