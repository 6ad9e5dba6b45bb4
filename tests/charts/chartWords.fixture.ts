import type { ChartWords } from '../../src/charts/chartWords'

/** Words for the golden pictures; the locale has its own. */
export const words: ChartWords = {
  submitted: '报送',
  adopted: '采用',
  placements: '采用次数',
  pending: '待定',
  rate: '采用率',
  share: '占比',
  interval: '95%区间',
  immature: '未成熟',
  overall: '总体',
  notRanked: '不排名',
  noRate: '没有报送数',
  few: '少',
  many: '多',
  limit95: '95%限',
  limit998: '99.8%限',
  submittedItems: '报送件数',
  funnelPlace: (place) => place,
  mean: '平均',
  naturalLimits: '范围',
  trialLimits: '试用范围',
  rebased: '重新起算',
  signalHigh: '高于平均的信号',
  signalLow: '低于平均的信号',
  value: '各月',
  signal: (signal) => signal,
  others: '其余',
  days: (days, more) => `${days}天${more ? '以上' : ''}`,
  lagAxis: '天数',
  median: '半数',
  p90: '九成',
  rank: '名次',
  couldBeFirst: '难分先后',
  notFirst: '落后',
  rankAxis: (units) => `名次1–${units}`,
  rankRange: (best, worst) => (worst === null ? `${best}` : `${best}–${worst}`),
  periodName: (key) =>
    key
      .replace(/^(\d+)H1$/, '$1年上半年')
      .replace(/^(\d+)H2$/, '$1年下半年')
      .replace(/^(\d+)-0?(\d+)$/, '$1年$2月'),
  monthTick: (key) => `${Number(key.slice(5))}月`,
  yearTick: (key) => key.slice(0, 4),
}
