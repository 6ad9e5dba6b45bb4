import type { AliasMap } from '../model/names'
import type { Office } from '../model/office'
import { canonicalName } from './aliases'

/** The name that a written unit name is counted under: its alias resolved, then, when names are wanted as they are now, its successors. */
export function unitNaming(aliases: AliasMap, office: Office): (written: string) => string {
  const successor = new Map(
    office.namesAs === 'now' ? office.successions.map(({ before, after }) => [before, after]) : [],
  )
  return (written) => {
    let name = canonicalName(aliases, 'units', written)
    // A renaming back and forth must not run in circles.
    const seen = new Set([name])
    for (let next = successor.get(name); next !== undefined && !seen.has(next); next = successor.get(name)) {
      name = canonicalName(aliases, 'units', next)
      seen.add(next)
      seen.add(name)
    }
    return name
  }
}
