/** The words a chart prints, already in the reader's language: builders hold none. */
export interface ChartWords {
  readonly submitted: string
  readonly adopted: string
  readonly placements: string
  readonly pending: string
  readonly rate: string
  readonly share: string
  /** Name of the 95 % Wilson interval. */
  readonly interval: string
  /** Mark of a month whose decisions are still coming in. */
  readonly immature: string
  /** Name of the rate of all units together. */
  readonly overall: string
  /** Stands after a unit with too few items to be ranked. */
  readonly notRanked: string
  /** Stands after «—» where no ledger says what was submitted. */
  readonly noRate: string
  /** Ends of the heat map's scale. */
  readonly few: string
  readonly many: string
  /** 2024-03, 2024Q1, 2024H1, 2024 → full name. */
  readonly periodName: (key: string) => string
  /** 2024-03 → name of the month alone. */
  readonly monthTick: (key: string) => string
  /** 2024-03 → name of the year alone. */
  readonly yearTick: (key: string) => string
}

/** Inner size of the chart in CSS px; builders decide by it which labels fit. */
export interface ChartSize {
  readonly width: number
  readonly height: number
}
