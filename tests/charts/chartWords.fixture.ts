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
  periodName: (key) =>
    key
      .replace(/^(\d+)H1$/, '$1年上半年')
      .replace(/^(\d+)H2$/, '$1年下半年')
      .replace(/^(\d+)-0?(\d+)$/, '$1年$2月'),
  monthTick: (key) => `${Number(key.slice(5))}月`,
  yearTick: (key) => key.slice(0, 4),
}
