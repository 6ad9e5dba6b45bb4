import type { ChartWords } from '../charts/chartWords'
import { periodText, type Translate } from './periodText'

/** The words of the charts in the language of `t`. */
export function chartWordsOf(t: Translate): ChartWords {
  return {
    submitted: t('charts.submitted'),
    adopted: t('charts.adopted'),
    placements: t('charts.placements'),
    pending: t('charts.pending'),
    rate: t('charts.rate'),
    share: t('charts.share'),
    interval: t('charts.interval'),
    immature: t('charts.immature'),
    overall: t('charts.overall'),
    notRanked: t('charts.notRanked'),
    noRate: t('charts.noRate'),
    few: t('charts.few'),
    many: t('charts.many'),
    limit95: t('charts.limit95'),
    limit998: t('charts.limit998'),
    submittedItems: t('charts.submittedItems'),
    funnelPlace: (place) => t(`charts.funnel.${place}`),
    mean: t('charts.mean'),
    naturalLimits: t('charts.naturalLimits'),
    trialLimits: t('charts.trialLimits'),
    rebased: t('charts.rebased'),
    signalHigh: t('charts.signalHigh'),
    signalLow: t('charts.signalLow'),
    value: t('charts.value'),
    signal: (signal) => t(`charts.signal.${signal}`),
    others: t('charts.others'),
    days: (days, more) => t(more ? 'charts.daysMore' : 'charts.days', { days }),
    lagAxis: t('charts.lagAxis'),
    median: t('charts.median'),
    p90: t('charts.p90'),
    rank: t('charts.rank'),
    couldBeFirst: t('charts.couldBeFirst'),
    notFirst: t('charts.notFirst'),
    rankAxis: (units) => t('charts.rankAxis', { units }),
    rankRange: (best, worst) =>
      worst === null ? t('charts.rankOnly', { best }) : t('charts.rankRange', { best, worst }),
    periodName: (key) => periodText(key, t),
    monthTick: (key) => t(`charts.monthTick.${Number(key.slice(5))}`),
    yearTick: (key) => key.slice(0, 4),
  }
}
