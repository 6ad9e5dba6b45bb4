import type { PanelStep } from '../model/deck'
import type { SlideAnswer } from '../model/slide'
import {
  controlVerdict,
  funnelVerdict,
  lagVerdict,
  levelVerdict,
  peersVerdict,
  rankVerdict,
  unitChangesVerdict,
} from './analysisVerdict'
import { heatVerdict, outletsVerdict, periodVerdict, rankingVerdict, type Verdict } from './verdict'

/** The title sentence of a captured panel, the same that its panel bears; null where the panel's title is no verdict of one kind. */
export function slideVerdict({ panel }: PanelStep, answer: SlideAnswer, fewest: number): Verdict | null {
  const { measured, ranking, funnel, control, lags, peers, changes } = answer
  switch (panel.id) {
    case 'trend':
      return periodVerdict('trend', measured.months, measured.query.span, fewest, measured)
    case 'halfYear': {
      // A chosen month or quarter holds no half-year; all of them are drawn, so the latest is spoken of.
      const within = periodVerdict('halfYear', measured.halfYears, measured.query.span, fewest, measured)
      return within.code === 'none' ? periodVerdict('halfYear', measured.halfYears, null, fewest, measured) : within
    }
    case 'ranking':
      return rankingVerdict(measured.units, measured.total, fewest, measured.held)
    case 'outlets':
      return outletsVerdict(measured.outlets, measured.total.placements)
    case 'heat':
    case 'flow':
      return heatVerdict(measured.heat, measured.units, measured.outlets)
    case 'levels':
      return levelVerdict(measured.outlets, measured.total.placements)
    case 'lag':
      return lagVerdict(lags)
    case 'funnel':
      return funnel && funnelVerdict(funnel)
    case 'rankRange':
      return ranking && rankVerdict(ranking)
    case 'control':
      return control && controlVerdict(control, fewest)
    case 'peers':
      return peers && peersVerdict(peers.peers, fewest, measured.held)
    case 'unitChanges':
      return unitChangesVerdict(changes, measured.calendar)
    case 'comparison':
      return null
  }
}
