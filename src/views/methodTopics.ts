import type { PanelChoice } from '../model/deck'

/** Topics of the method page: each has title, lines (formulas among them), source, golden value and limits of the claim under `method.topics`. */
export const MEASURE_TOPICS = [
  'submitted',
  'adopted',
  'placements',
  'pending',
  'rate',
  'decidedRate',
  'outletRate',
] as const
export const RULE_TOPICS = [
  'clocks',
  'calendar',
  'maturity',
  'interval',
  'change',
  'colours',
  'zeroList',
  'balance',
] as const

/** One topic a panel: the compiler asks for the panel that is missing here. `lag` is a measure and a panel. */
const PANELS: Readonly<Record<PanelChoice['id'], true>> = {
  trend: true,
  halfYear: true,
  comparison: true,
  control: true,
  ranking: true,
  rankRange: true,
  funnel: true,
  peers: true,
  unitChanges: true,
  outlets: true,
  levels: true,
  heat: true,
  flow: true,
  lag: true,
}
export const PANEL_TOPICS = Object.keys(PANELS) as readonly PanelChoice['id'][]

/** Parts of the page in their order. */
export const METHOD_PARTS = [
  { id: 'measures', topics: MEASURE_TOPICS },
  { id: 'rules', topics: RULE_TOPICS },
  { id: 'panels', topics: PANEL_TOPICS },
] as const
export type MethodTopic = (typeof METHOD_PARTS)[number]['topics'][number]
