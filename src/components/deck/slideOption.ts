import type { EChartsOption } from 'echarts'
import { projectorTheme } from '../../charts/chartTheme'
import type { ChartSize, ChartWords } from '../../charts/chartWords'
import { controlChartOption } from '../../charts/controlChartOption'
import { flowOf, flowOption } from '../../charts/flowOption'
import { funnelPlotOption } from '../../charts/funnelPlotOption'
import { halfYearOption } from '../../charts/halfYearOption'
import { heatOption, heatRows } from '../../charts/heatOption'
import { lagSlideOption } from '../../charts/lagSlideOption'
import { outletRows, outletsOption } from '../../charts/outletsOption'
import { peersOption } from '../../charts/peersOption'
import { rankingOption } from '../../charts/rankingOption'
import { rankRangeOption } from '../../charts/rankRangeOption'
import { trendSlideOption } from '../../charts/trendSlideOption'
import { unitChangesOption } from '../../charts/unitChangesOption'
import type { PanelChoice } from '../../model/deck'
import type { SlideAnswer } from '../../model/slide'
import { rowsOfPage } from '../../report/deckRows'
import { rankedUnits } from '../../report/rankedUnits'
import { pooledRate } from '../../stats/pooledRate'
import { isSpoken } from '../../report/unitChanges'
import { peerRows } from '../peersText'
import type { Translate } from '../periodText'
import type { RowsLeft } from './slideText'

/** Rows of outlets, and rows and columns of a heat map, that a slide has room for. */
const OUTLETS = 10
const HEAT = { rows: 10, columns: 8 } as const

export interface SlidePicture {
  readonly option: (size: ChartSize) => EChartsOption
  readonly left: RowsLeft
}

const NONE_LEFT: RowsLeft = { unitsLeft: 0, outletsLeft: 0 }

/** The picture of a captured panel; null where the panel is a table, or has nothing to draw. */
export function slidePicture(
  panel: PanelChoice,
  answer: SlideAnswer,
  highlight: readonly string[],
  fewest: number,
  words: ChartWords,
  say: Translate,
): SlidePicture | null {
  const { measured, ranking, funnel, control, lags, peers, changes } = answer
  const theme = projectorTheme
  const ids = (units: readonly { readonly unit: string; readonly unitId: number }[]): readonly number[] | null => {
    const own = units.filter(({ unit }) => highlight.includes(unit)).map(({ unitId }) => unitId)
    return own.length > 0 ? own : null
  }
  const drawn = (option: SlidePicture['option'], left = NONE_LEFT): SlidePicture => ({ option, left })
  switch (panel.id) {
    case 'trend': {
      const { months, query } = measured
      if (months.length === 0) return null
      return drawn((size) => trendSlideOption({ months, clock: query.clock, chosen: query.span }, theme, words, size))
    }
    case 'halfYear':
      return measured.halfYears.length === 0
        ? null
        : drawn((size) => halfYearOption(measured.halfYears, theme, words, size))
    case 'ranking': {
      const rows = rowsOfPage(rankedUnits(measured.units, fewest, measured.held), panel.page, panel.rows)
      if (rows.length === 0) return null
      const input = { rows, overall: pooledRate(measured.units), chosen: ids(measured.units) }
      return drawn((size) => rankingOption(input, theme, words, size))
    }
    case 'outlets': {
      const all = outletRows(measured.outlets)
      const rows = all.slice(0, OUTLETS)
      if (rows.length === 0) return null
      return drawn((size) => outletsOption(rows, theme, words, size), {
        unitsLeft: 0,
        outletsLeft: all.length - rows.length,
      })
    }
    case 'heat': {
      const rows = heatRows(measured.heat, measured.units, measured.outlets, HEAT.rows, HEAT.columns)
      return rows.cells.length === 0 ? null : drawn((size) => heatOption(rows, theme, words, size), rows)
    }
    case 'flow': {
      const flow = flowOf(measured.heat, measured.units, measured.outlets)
      return flow.streams.length === 0 ? null : drawn((size) => flowOption(flow, theme, words, size))
    }
    case 'lag':
      return lags ? drawn((size) => lagSlideOption(lags, theme, words, size)) : null
    case 'funnel': {
      if (!funnel || funnel.points.length === 0) return null
      const chosen = ids(funnel.points)
      // What stands out is drawn last: units of one size and rate lie upon each other.
      const points = [...funnel.points].sort((a, b) => rankOf(a.unitId, chosen) - rankOf(b.unitId, chosen))
      return drawn((size) => funnelPlotOption({ ...funnel, points }, chosen, theme, words, size))
    }
    case 'peers': {
      // Alone, a unit is compared with nobody.
      if (!peers || peers.peers.length < 2) return null
      const rows = peerRows(peers, measured.held, say)
      return drawn((size) => peersOption(rows, theme, words, size))
    }
    case 'rankRange': {
      if (!ranking || ranking.units.length === 0) return null
      const own = { ...ranking, units: rowsOfPage(ranking.units, panel.page, panel.rows) }
      return drawn((size) => rankRangeOption(own, ids(ranking.units), theme, words, size, ranking.units))
    }
    case 'unitChanges': {
      const all = (changes?.units ?? []).filter(isSpoken)
      if (all.length === 0) return null
      const rows = rowsOfPage(all, panel.page, panel.rows)
      return drawn((size) => unitChangesOption(rows, ids(all), theme, words, size, all))
    }
    case 'control':
      return control && control.points.length > 0
        ? drawn((size) => controlChartOption(control, theme, words, size, panel.notes))
        : null
    case 'levels':
    case 'comparison':
      return null
  }
}

function rankOf(unitId: number, chosen: readonly number[] | null): number {
  return chosen?.includes(unitId) ? 1 : 0
}
