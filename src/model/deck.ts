import type { ControlSettings, RankBy } from './analysis'
import type { Earlier } from './comparison'
import type { MonthNote } from './office'
import type { Clock, ReportingCalendar } from './period'
import type { SnapshotSummary } from './snapshot'

/** What a deck was started from; «free» is made of captured steps alone. */
export const DECK_KINDS = ['month', 'quarter', 'halfYear', 'free'] as const
export type DeckKind = (typeof DECK_KINDS)[number]

/** A unit of the workspace, as its summary lists it. */
export interface NamedUnit {
  readonly id: number
  readonly name: string
  readonly group: string | null
}

/** The filters of a step, frozen. Units by name, since ids belong to one state of the ledger. null = everything. */
export interface StepFilters {
  readonly clock: Clock
  /** 2024-03, 2024Q1, 2024H1, 2024 or two days. */
  readonly period: string | null
  readonly units: readonly string[] | null
  readonly groups: readonly string[] | null
}

/** Panels without settings of their own. */
export const PLAIN_PANELS = ['trend', 'halfYear', 'outlets', 'heat', 'flow', 'levels', 'lag', 'comparison'] as const

/** A panel of a room with the settings it was captured with. `page`: which stretch of its rows is drawn, from 0; `rows`: most of them a page. */
export type PanelChoice =
  | { readonly id: (typeof PLAIN_PANELS)[number] }
  | { readonly id: 'ranking'; readonly page: number; readonly rows: number }
  | {
      readonly id: 'rankRange'
      readonly page: number
      readonly rows: number
      readonly by: RankBy
      readonly fewest: number
      readonly withinGroups: boolean
      /** The group whose ranking it is; null: all units, or those without a group. */
      readonly group: string | null
    }
  | { readonly id: 'unitChanges'; readonly page: number; readonly rows: number; readonly earlier: Earlier }
  | { readonly id: 'funnel'; readonly adjusted: boolean }
  /** `unit`: the name of the one that is compared; its filters name no unit, since the others are needed too. */
  | { readonly id: 'peers'; readonly unit: string }
  | { readonly id: 'control'; readonly settings: ControlSettings; readonly notes: readonly MonthNote[] }

/** Every panel that a deck can hold. */
export const PANEL_IDS = [
  ...PLAIN_PANELS,
  'ranking',
  'rankRange',
  'unitChanges',
  'funnel',
  'peers',
  'control',
] as const satisfies readonly PanelChoice['id'][]

/** What can be captured of a panel: the choice, and how many rows it draws where it draws rows. */
export interface PanelCapture {
  readonly panel: PanelChoice
  readonly rows?: number
  /** Units that the panel marks in place of filtering by them. */
  readonly marksUnits?: boolean
}

interface StepBase {
  /** Stable over re-ordering; unique in its deck. */
  readonly id: string
  /** A full sentence in place of the one made of the numbers; null leaves that one. */
  readonly caption: string | null
  /** What the speaker says; never on the slide. */
  readonly notes: string
  /** Kept in the deck and left out of show and print. */
  readonly hidden: boolean
}

export interface TitleStep extends StepBase {
  readonly kind: 'title'
  readonly subtitle: string
}
export interface FiguresStep extends StepBase {
  readonly kind: 'figures'
  readonly filters: StepFilters
}
export interface PanelStep extends StepBase {
  readonly kind: 'panel'
  readonly filters: StepFilters
  readonly panel: PanelChoice
  /** Names of units that stand out; the others are greyed. */
  readonly highlight: readonly string[]
}
export interface ZeroListStep extends StepBase {
  readonly kind: 'zeroList'
  readonly filters: StepFilters
}
/** A page of sentences: problems, next steps, or anything. */
export interface TextStep extends StepBase {
  readonly kind: 'text'
  readonly lines: readonly string[]
}
export type Step = TitleStep | FiguresStep | PanelStep | ZeroListStep | TextStep

/** A meeting as plain data: what is shown is computed from it, and exporters read the same steps. */
export interface Deck {
  readonly format: 'caiyong-deck'
  readonly version: 1
  readonly id: string
  readonly name: string
  readonly kind: DeckKind
  /** The period it is about; null: all time. */
  readonly period: string | null
  /** The frozen state of the workspace that all its numbers come from; null only where none could be made: then they are of the workspace as it is. */
  readonly snapshot: SnapshotSummary | null
  /** How the office counted its months and years then; by it the periods of the steps are read. */
  readonly calendar: ReportingCalendar
  /** Fewest items for which a unit is ranked, and a change spoken of. */
  readonly fewest: number
  /** Units are called 甲, 乙, 丙. */
  readonly anonymous: boolean
  readonly steps: readonly Step[]
}
