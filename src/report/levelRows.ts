import type { OutletCell } from '../model/measure'
import { OUTLET_LEVELS } from '../model/office'

/** Placements of one level. */
export interface LevelRow {
  /** null: outlets without a level. */
  readonly level: string | null
  readonly outlets: string
  readonly outletIds: readonly number[]
  readonly placements: number
  /** Of all placements; null without any. */
  readonly share: number | null
}

/** Levels from the own one upwards, outlets without a level last. */
export function levelRows(outlets: readonly OutletCell[]): LevelRow[] {
  const sum = (own: readonly OutletCell[]): number => own.reduce((all, { adopted }) => all + adopted, 0)
  const total = sum(outlets)
  return [...OUTLET_LEVELS, null].flatMap((level) => {
    const own = outlets.filter((outlet) => outlet.level === level)
    if (own.length === 0) return []
    const placements = sum(own)
    const names = own.map(({ outlet }) => outlet).join('、')
    return [
      {
        level,
        outlets: names,
        outletIds: own.map(({ outletId }) => outletId),
        placements,
        share: total > 0 ? placements / total : null,
      },
    ]
  })
}
