import { buildLedger } from '../ledger/buildLedger'
import type { BuiltLedger } from '../ledger/ledger'
import { controlChart } from '../measures/controlChart'
import { funnelPlot } from '../measures/funnelPlot'
import { lagDistribution } from '../measures/lagDistribution'
import { indexLedger, type LedgerIndex, measureLedger } from '../measures/measureLedger'
import { rankUnits } from '../measures/rankUnits'
import type { ControlChart, ControlSettings, FunnelPlot, RankBy, Ranking } from '../model/analysis'
import type { Balance } from '../model/balance'
import type { FactQuery, FactWindow } from '../model/factRow'
import type { LabelRole } from '../model/facts'
import type { LabelCell, LagDistribution, Measured, MeasureQuery } from '../model/measure'
import { adjustedBalance } from './adjustedBalance'
import type { OwnSheet } from './collectFindings'
import { FactTable } from './factTable'
import { assertLaws } from './laws'
import { EVERYTHING } from './proposal'
import type { State } from './state'
import type { Understanding } from './understanding'

/** The ledger that follows from one state, and everything that can be asked of it. Never changes: another state has another one. */
export class StateLedger {
  readonly sheets: readonly OwnSheet[]
  readonly built: BuiltLedger
  readonly index: LedgerIndex
  /** Measures of all facts by the clock of submission. */
  readonly all: Measured
  /** Balances after the ledger moved duplicates and overlaps out of «used», one a sheet. */
  readonly balances: readonly Balance[]
  /** Rows of each sheet that tell more of items of earlier ones. */
  readonly updates: readonly number[]
  private table: FactTable | null = null

  /** @throws Error when a row or a sum was lost on the way (laws.ts): a defect of the program. */
  constructor(
    readonly state: State,
    understanding: Understanding,
  ) {
    this.sheets = state.imports.flatMap((entry) => understanding.of(entry).sheets.map((sheet) => ({ entry, sheet })))
    this.built = buildLedger(
      this.sheets.map(({ entry, sheet: { table, facts } }) => ({
        file: table.file,
        sheet: table.sheet,
        facts,
        replaced: entry.replaced,
        preferred: entry.preferred,
      })),
      state.aliases,
      state.office,
    )
    this.index = indexLedger(this.built.ledger)
    this.all = this.measure(EVERYTHING)
    this.balances = this.sheets.map(({ sheet: { balance } }, i) => adjustedBalance(balance, this.built.adjustments[i]!))
    this.updates = this.built.adjustments.map(({ updates }) => updates)
    assertLaws(this.balances, this.built.ledger, this.all)
  }

  measure(query: MeasureQuery): Measured {
    return measureLedger(this.index, query)
  }

  /** Units of a query ranked within their groups; see measures/rankUnits.ts. */
  rankings(query: MeasureQuery, by: RankBy, fewest: number, withinGroups: boolean): Ranking[] {
    const { units, held } = this.measure(query)
    return rankUnits(units, by, fewest, withinGroups, held)
  }

  /** Rates of units against their size; see measures/funnelPlot.ts. */
  funnel(query: MeasureQuery, adjust: boolean): FunnelPlot {
    const measured = this.measure(query)
    return funnelPlot(measured.units, adjust, measured.held)
  }

  /** Months of a query with limits and signals; see measures/controlChart.ts. The query's period is put aside: limits need all months. */
  control(query: MeasureQuery, settings: ControlSettings): ControlChart {
    const { months, firstDay, lag } = this.measure({ ...query, span: null })
    // By the clock of adoption the first days of a log lack the adoptions of what was submitted before it.
    const begins = query.clock === 'adopted' && firstDay !== null && lag ? firstDay + Math.ceil(lag.p90) : null
    return controlChart(months, settings, this.state.office.calendar, begins)
  }

  /** Days from submission to adoption; null without a dated pair. */
  lags(query: MeasureQuery): LagDistribution | null {
    return lagDistribution(this.built.ledger, query)
  }

  /** Items of a query by author, category, form or another fact. */
  breakdown(query: MeasureQuery, role: LabelRole): LabelCell[] {
    return this.facts_().breakdown(query, role)
  }

  /** A window of the facts of a query; those behind a number, or all that pass the filters. */
  facts(query: FactQuery, from: number, count: number): FactWindow {
    return this.facts_().window(query, from, count)
  }

  private facts_(): FactTable {
    this.table ??= new FactTable(
      this.built.ledger,
      this.sheets.map(({ entry, sheet }) => ({ sheet, importId: entry.id })),
      this.state.aliases,
    )
    return this.table
  }
}
