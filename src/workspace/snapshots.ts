import type { SnapshotSummary } from '../model/snapshot'
import { fingerprint, type Snapshot } from './document'
import type { Import, State } from './state'
import { StateLedger } from './stateLedger'
import type { Understanding } from './understanding'

/** The frozen states of a workspace, and the ledger of the one that was asked last: a deck asks one many times. */
export class Snapshots {
  private asked: { readonly id: string; readonly ledger: StateLedger } | null = null

  constructor(
    private readonly understanding: Understanding,
    private kept: readonly Snapshot[] = [],
  ) {}

  get all(): readonly Snapshot[] {
    return this.kept
  }

  /** Imports whose facts the ledger asked last is made of. */
  get imports(): readonly Import[] {
    return this.asked?.ledger.state.imports ?? []
  }

  summaries(): SnapshotSummary[] {
    return this.kept.map(summaryOf)
  }

  /** Keeps a state under a name. @param at milliseconds since 1970 */
  freeze(state: State, name: string, at: number): SnapshotSummary {
    const hash = fingerprint(state)
    const id = `${at.toString(36)}-${hash.slice(0, 8)}`
    const known = this.kept.find((snapshot) => snapshot.id === id)
    // No number follows from a deck, and a deck is bound to snapshots: neither holds the other.
    const snapshot: Snapshot = known ?? { id, name, at, hash, state: { ...state, decks: [] } }
    if (!known) this.kept = [...this.kept, snapshot]
    return summaryOf(snapshot)
  }

  drop(id: string): void {
    this.kept = this.kept.filter((snapshot) => snapshot.id !== id)
    if (this.asked?.id === id) this.asked = null
  }

  /** @throws RangeError no such snapshot */
  ledger(id: string): StateLedger {
    if (this.asked?.id === id) return this.asked.ledger
    const found = this.kept.find((snapshot) => snapshot.id === id)
    if (!found) throw new RangeError(`no snapshot ${id}`)
    const ledger = new StateLedger(found.state, this.understanding)
    this.asked = { id, ledger }
    return ledger
  }
}

function summaryOf({ state: _, ...summary }: Snapshot): SnapshotSummary {
  return summary
}
