import type { EChartsOption } from 'echarts'
import * as fixtures from '../charts/analysisFixtures'
import { type ChartTheme, darkTheme, lightTheme } from '../charts/chartTheme'
import type { ChartSize, ChartWords } from '../charts/chartWords'
import { controlChartOption } from '../charts/controlChartOption'
import { flowHeight, flowOf, flowOption } from '../charts/flowOption'
import { funnelPlotOption } from '../charts/funnelPlotOption'
import { lagOption } from '../charts/lagOption'
import { type PeerRow, peersHeight, peersOption } from '../charts/peersOption'
import { rankRangeHeight, rankRangeOption } from '../charts/rankRangeOption'
import { unitChangesHeight, unitChangesOption } from '../charts/unitChangesOption'
import { controlChart } from '../measures/controlChart'
import { funnelPlot } from '../measures/funnelPlot'
import { rankUnits } from '../measures/rankUnits'
import type { ControlSettings, RankBy } from '../model/analysis'
import type { UnitChanges } from '../model/comparison'
import type { LagDistribution, PeriodCell, UnitCell } from '../model/measure'
import { isSpoken, unitChanges } from '../report/unitChanges'

/** A picture of a result: the option for a theme and a size, and the size in which it is kept. */
export interface Picture {
  readonly option: (size: ChartSize, theme: ChartTheme) => EChartsOption
  readonly size: ChartSize
  readonly theme: ChartTheme
}

const PANEL = { width: 560, height: 300 }
const WIDE = { width: 760, height: 420 }

/** Every picture of the analyses by name, in the words given: the gallery shows them, and tests keep them. */
export function analysisPictures(words: ChartWords): Readonly<Record<string, Picture>> {
  const funnel = (
    units: readonly UnitCell[],
    size: ChartSize,
    { adjust = false, chosen = null as readonly number[] | null, theme = lightTheme } = {},
  ): Picture => ({
    option: (own, colours) => funnelPlotOption(funnelPlot(units, adjust), chosen, colours, words, own),
    size,
    theme,
  })
  const control = (
    months: readonly PeriodCell[],
    settings: ControlSettings,
    size = WIDE,
    theme = lightTheme,
  ): Picture => ({
    option: (own, colours) => controlChartOption(controlChart(months, settings), colours, words, own),
    size,
    theme,
  })
  const flow = ({ heat, units, outlets }: fixtures.FlowFixture, width: number, theme = lightTheme): Picture => {
    const streams = flowOf(heat, units, outlets)
    return {
      option: (own, colours) => flowOption(streams, colours, words, own),
      size: { width, height: Math.max(300, flowHeight(streams)) },
      theme,
    }
  }
  const lag = (days: LagDistribution, theme = lightTheme): Picture => ({
    option: (own, colours) => lagOption(days, colours, words, own),
    size: PANEL,
    theme,
  })
  const ranks = (
    units: readonly UnitCell[],
    by: RankBy,
    width: number,
    { chosen = null as readonly number[] | null, theme = lightTheme } = {},
  ): Picture => {
    const ranking = rankUnits(units, by, 5, false)[0]!
    return {
      option: (own, colours) => rankRangeOption(ranking, chosen, colours, words, own),
      size: { width, height: rankRangeHeight(ranking) },
      theme,
    }
  }

  const peers = (rows: readonly PeerRow[], width: number, theme = lightTheme): Picture => ({
    option: (own, colours) => peersOption(rows, colours, words, own),
    size: { width, height: peersHeight(rows.length) },
    theme,
  })

  const changes = (
    width: number,
    { held = null as UnitChanges['held'], chosen = null as readonly number[] | null, theme = lightTheme } = {},
  ): Picture => {
    const rows = unitChanges(fixtures.changedNow, fixtures.changedBefore, 5, held).filter(isSpoken)
    return {
      option: (own, colours) => unitChangesOption(rows, chosen, colours, words, own),
      size: { width, height: unitChangesHeight(rows.length) },
      theme,
    }
  }

  return {
    'funnel-plot': funnel(fixtures.funnelTwelve, PANEL, { chosen: [6] }),
    'funnel-plot-dark': funnel(fixtures.funnelTwelve, WIDE, { theme: darkTheme }),
    'funnel-plot-three-units': funnel(fixtures.funnelThree, PANEL),
    'funnel-plot-60-units': funnel(fixtures.funnelSixty, WIDE),
    'funnel-plot-60-units-adjusted': funnel(fixtures.funnelSixty, WIDE, { adjust: true }),
    'control-chart': control(fixtures.controlMonths, fixtures.controlByRate),
    'control-chart-rebased': control(fixtures.controlMonths, fixtures.controlRebased, PANEL),
    'control-chart-counts-dark': control(fixtures.controlMonths, fixtures.controlBySubmitted, WIDE, darkTheme),
    'control-chart-eight-months': control(fixtures.controlEight, fixtures.controlByRate, PANEL),
    'control-chart-high': control(fixtures.controlHigh, fixtures.controlByRate, PANEL),
    flow: flow(fixtures.flowSmall, 560),
    'flow-others': flow(fixtures.flowLarge, 1140),
    'flow-others-dark': flow(fixtures.flowLarge, 760, darkTheme),
    lag: lag(fixtures.lagTypical),
    'lag-one-day': lag(fixtures.lagOneDay),
    'lag-long-dark': lag(fixtures.lagLong, darkTheme),
    peers: peers(fixtures.peersOfThree, 560),
    'peers-no-rate-dark': peers(fixtures.peersWithoutRate, 420, darkTheme),
    'unit-changes': changes(900, { chosen: [3] }),
    'unit-changes-narrow-dark': changes(420, { theme: darkTheme }),
    'unit-changes-held': changes(620, { held: 'immature' }),
    'rank-ranges': ranks(fixtures.rankTwelve, 'rate', 560, { chosen: [7] }),
    'rank-ranges-counts-dark': ranks(fixtures.rankCounts, 'adopted', 760, { theme: darkTheme }),
    'rank-ranges-60-units': ranks(fixtures.rankSixty, 'rate', 760),
  }
}
