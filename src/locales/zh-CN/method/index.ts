import measures from './measures'
import panels from './panels'
import rules from './rules'

export default {
  title: '方法',
  intro: '每个数字和每张图怎么算、出自哪里、用什么数字核对过、能说明什么、不能说明什么。',
  source: '出处',
  test: '核对',
  limit: '限度',
  parts: { measures: '数字', rules: '规则', panels: '图' },
  alarms: {
    caption: '没有任何变化时，控制图的规则多久误报一次（模拟四万个二十四个月的序列，每次测试重新核对）',
    rules: '规则',
    limits: '范围',
    sets: { nhs: 'NHS', wheeler: 'Wheeler' },
    made: { known: '事先已知', xmr: '由这些月算出（XmR）', pPrime: '由这些月算出（P′）' },
    signal: { outside: '超出范围', trend: '同向', nearLimit: '靠近界限', run: '同侧' },
    any: '任一规则',
    series: '二十四个月里至少一次',
    none: '没有这条',
  },
  topics: { ...measures, ...rules, ...panels },
}
