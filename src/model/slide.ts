import type { ControlChart, FunnelPlot, Ranking, UnitPeers } from './analysis'
import type { ComparedPeriod, UnitChanges } from './comparison'
import type { LagDistribution, Measured } from './measure'

/** The numbers behind one step, as plain data: it can be kept, and sent to another window. What the step does not ask for is null. */
export interface SlideAnswer {
  readonly measured: Measured
  readonly ranking: Ranking | null
  readonly funnel: FunnelPlot | null
  readonly control: ControlChart | null
  readonly lags: LagDistribution | null
  readonly compared: readonly ComparedPeriod[] | null
  readonly peers: UnitPeers | null
  readonly changes: UnitChanges | null
}

/** One unit at projector size, for a question from the floor. */
export interface UnitAnswer {
  readonly unit: string
  readonly group: string | null
  readonly measured: Measured
  /** Its ranking by rate, within its group where there is one; null where it is in none. */
  readonly ranking: Ranking | null
}
