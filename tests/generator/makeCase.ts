import { inFiles, inOneBook } from './containers'
import type { LedgerCase } from './ledgerCase'
import { Random } from './random'
import { SHAPES, type ShapeWriter } from './shapes'

/**
 * The ledger that belongs to a seed: a shape, its files, and the numbers they must give. Seeds that follow one another go
 * through all shapes in turn, so that even a short run has every one of them.
 */
export function makeCase(seed: number, shapes: readonly ShapeWriter[] = SHAPES): LedgerCase {
  const random = new Random(seed)
  const shape = shapes[seed % shapes.length]
  if (!shape) throw new Error('no shape to write')
  const draft = { together: false, movable: true, silent: [], ...shape.write(random) }
  const { files, container } = draft.files
    ? { files: draft.files, container: 'json' as const }
    : (draft.together ? inOneBook : inFiles)(random, draft.sheets)
  return { ...draft, seed, shape: shape.name, files, container }
}
