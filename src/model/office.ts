import { CALENDAR_YEAR, type Day, type ReportingCalendar } from './period'

/** Whose outlet it is; «own» is the office's own level, whatever the place calls it (a county-level city's 市本级). */
export const OUTLET_LEVELS = ['own', 'county', 'city', 'province', 'central'] as const
export type OutletLevel = (typeof OUTLET_LEVELS)[number]

/** A unit that owes reports (应报单位名册), from the first to the last day that it does; null = without limit. */
export interface RosterUnit {
  readonly name: string
  readonly group: string | null
  readonly from: Day | null
  readonly last: Day | null
}

/** What a person says of an outlet. `own`: the office's own publication (periodical, portal): what it prints is no adoption. */
export interface ListedOutlet {
  readonly name: string
  readonly level: OutletLevel | null
  readonly own: boolean
}

/** A body that was renamed, or merged into another: from the day on it is called `after`. */
export interface Succession {
  readonly before: string
  readonly after: string
  readonly on: Day
}

/** Names of succeeded units: as they are called now, or as they were called then (as written). */
export type NamesAs = 'now' | 'then'

/** What 报送 counts; printed under the figures. `published` makes the rate say nothing. */
export const SUBMITTED_MEANINGS = ['items', 'forwarded', 'approved', 'published'] as const
export type SubmittedMeaning = (typeof SUBMITTED_MEANINGS)[number]

/** A remark on a month of the control chart: what happened then. */
export interface MonthNote {
  /** 2024-03. */
  readonly period: string
  readonly text: string
}

/** Fewest submitted items for which a unit is ranked by its rate and a change is spoken of, unless the office says otherwise. */
export const FEWEST_TO_RANK = 5
/** The most that an office can ask for. */
export const FEWEST_AT_MOST = 1000

/** What an office knows beside its ledgers. An empty roster means that none was given. */
export interface Office {
  readonly roster: readonly RosterUnit[]
  readonly outlets: readonly ListedOutlet[]
  readonly successions: readonly Succession[]
  readonly namesAs: NamesAs
  readonly submittedMeans: SubmittedMeaning
  /** What «month», «quarter», «half-year» and «year» mean. */
  readonly calendar: ReportingCalendar
  /** In the order of time, one a month. */
  readonly notes: readonly MonthNote[]
  /** Day up to which everything is entered in the ledgers, also where nothing happened at the end; null: their last day. An earlier one than that says nothing. */
  readonly recordedTo: Day | null
  /** Fewest submitted items for which a unit is ranked by its rate and a change of a rate is spoken of, 1 to 1000. Changes no figure. */
  readonly fewest: number
}

export const NO_OFFICE: Office = {
  roster: [],
  outlets: [],
  successions: [],
  namesAs: 'now',
  submittedMeans: 'items',
  calendar: CALENDAR_YEAR,
  notes: [],
  recordedTo: null,
  fewest: FEWEST_TO_RANK,
}
