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
    periodName: (key) => periodText(key, t),
    monthTick: (key) => t(`charts.monthTick.${Number(key.slice(5))}`),
    yearTick: (key) => key.slice(0, 4),
  }
}
