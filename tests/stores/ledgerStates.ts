import type { WorkspaceSummary } from '../../src/model/workspace'
import { useWorkspaceStore } from '../../src/stores/workspaceStore'
import { dayOf } from '../../src/time/day'

/** A state of the workspace, as the worker would tell it. */
interface Told {
  readonly place: number
  /** Units in the order of their ids, with their group after a colon. */
  readonly units?: readonly string[]
  /** First and last year of the facts. */
  readonly years?: readonly [number, number]
  readonly merged?: WorkspaceSummary['names']['merged']
  readonly undo?: WorkspaceSummary['undo']
}

/** The summary of such a state; a step of undo leads from it unless it says otherwise. */
export function stateOf({ place, units = [], years, merged = [], undo }: Told): WorkspaceSummary {
  const { summary } = useWorkspaceStore()
  return {
    ...summary,
    revision: summary.revision + 1,
    place,
    units: units.map((unit, id) => ({ id, name: unit.split(':')[0]!, group: unit.split(':')[1] ?? null })),
    range: years ? { from: dayOf(years[0], 1, 1)!, to: dayOf(years[1], 12, 31)! } : null,
    names: { ...summary.names, merged },
    undo: undo === undefined ? { kind: 'edit', files: ['台账.csv'] } : undo,
  }
}

/** Puts such a state in place of the present one. */
export function tell(told: Told): void {
  useWorkspaceStore().take(stateOf(told))
}
