import type { LedgerCase } from './ledgerCase'
import { Random } from './random'
import { SHAPES, type ShapeWriter } from './shapes'
import { fileOf } from './sheet'

/** The ledger that belongs to a seed: a shape, its files, and the numbers they must give. */
export function makeCase(seed: number, shapes: readonly ShapeWriter[] = SHAPES): LedgerCase {
  const random = new Random(seed)
  const shape = random.pick(shapes)
  const draft = shape.write(random)
  return { ...draft, seed, shape: shape.name, files: draft.files ?? draft.sheets.map(fileOf) }
}
