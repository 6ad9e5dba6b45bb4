import type { PeerRow } from '../charts/peersOption'
import type { UnitPeers } from '../model/analysis'
import type { Held, Measured } from '../model/measure'
import { joined, openText } from './basisText'
import type { Translate } from './periodText'
import { spanText } from './spanText'

/** The bars of a unit and its peers with their names: the same words in the panel, on a slide and in print. `held`: by the clock of adoption a rate has no interval. */
export function peerRows({ unit, group, peers }: UnitPeers, held: Held | null, say: Translate): PeerRow[] {
  return peers.map(({ kind, cell, unitIds }) => ({
    name: kind === 'own' ? unit : say(`units.peers.${kind}`, { group: group ?? '', units: unitIds.length }),
    cell: held === 'clock' ? { ...cell, interval: null } : cell,
    own: kind === 'own',
  }))
}

export function peersBasis(measured: Measured, say: Translate): string {
  const { query, calendar } = measured
  return joined([
    say(`overview.basis.clock.${query.clock}`),
    spanText(query.span, say, calendar),
    openText(measured, say),
    measured.held === 'clock' ? null : say('overview.basis.interval'),
    measured.held ? null : say('trends.basis.newcombe'),
  ])
}
