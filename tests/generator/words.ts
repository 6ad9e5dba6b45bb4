/** Words that Chinese offices print above columns and into cells; collected for the tests alone. */
export const HEADERS = {
  index: ['序号', '序 号', '序　号'],
  number: ['编号', '信息编号', '稿件编号'],
  unit: [
    '报送单位',
    '单位',
    '单位',
    '部门',
    '科室',
    '投稿单位',
    '来稿单位',
    '机构名称',
    '上报单位',
    '单位名称',
    '供稿单位',
  ],
  author: ['信息员', '作者', '撰稿人', '投稿人', '供稿人'],
  title: ['标题', '标题', '信息标题', '信息名称', '主标题', '稿件标题', '信息题目', '稿件名称'],
  day: ['报送日期', '报送时间', '上报日期', '上报时间', '投稿时间', '投稿日期', '来稿时间', '来稿日期'],
  adoptedDay: ['采用日期', '采用时间', '刊发日期', '刊登时间', '录用日期', '采纳日期', '登载日期'],
  adoptedOutlet: ['采用载体', '采用载体', '采用刊物', '采用单位', '刊发媒体', '录用刊物', '采用媒体', '采用类别'],
  flag: ['是否采用', '是否采用', '是否录用', '是否采纳', '采用与否'],
  status: ['状态', '采用状态', '稿件状态', '处理状态', '处理结果', '采用结果', '审核状态'],
  sentOutlet: ['报送载体', '投送载体', '报送刊物', '投稿刊物', '投送媒体', '载体', '刊物'],
  plainOutlet: ['载体', '刊物', '媒体', '采用载体', '采用刊物'],
  submittedCount: [
    '报送数',
    '报送信息数',
    '上报数',
    '投稿数',
    '来稿数',
    '报送条数',
    '上报条数',
    '报送总数',
    '报送量',
    '上报信息数',
  ],
  adoptedCount: ['采用数', '采纳数', '录用数', '采用条数', '采用信息数', '刊发数', '用稿数', '采用总数', '采用量'],
  rate: ['采用率', '采用率', '采纳率', '录用率', '采发率'],
  month: ['月份', '时间', '统计月份'],
  sum: ['合计', '总计', '总计（条）', '合　计', '合计(条)'],
} as const

export const STATUS = {
  adopted: ['采用', '已采用', '录用', '已录用', '采纳'],
  rejected: ['未采用', '不采用', '退稿', '未录用'],
  undecided: ['待定', '待审', '审核中', '待审核', '处理中'],
} as const

/** Pairs of words for «adopted» and «not adopted» in a column of yes and no. */
export const FLAGS: readonly (readonly [string, string])[] = [
  ['是', '否'],
  ['是', '否'],
  ['是', ''],
  ['√', ''],
  ['✓', ''],
  ['●', ''],
  ['1', '0'],
  ['1', ''],
  ['Y', 'N'],
  ['有', '无'],
]

export const TICKS = ['√', '✓', '☑', '●', '是', '有', '1', 'Y'] as const

export const TOTALS = ['合计', '总计', '合　计', '总计（条）', '合计：'] as const

export const AUTHORS = [
  '王建国',
  '李淑芬',
  '张伟',
  '刘洋',
  '周婷',
  '黄磊',
  '杨帆',
  '欧阳明',
  '买买提·艾力',
  '田  甜',
] as const

/** Among them names that look like totals, notes, sections or keys of a plain object. */
export const UNITS = [
  '县财政局',
  '县教育局',
  '县公安局',
  '县水利局',
  '县统计局',
  '县总工会',
  '县委办公室',
  '县政府办公室',
  '县卫生健康局',
  '县市场监督管理局',
  '县农业农村局',
  '县融媒体中心',
  '县信息中心',
  '县采购中心',
  '县合作经济指导站',
  '城关镇',
  '东岭乡',
  '桃源镇',
  '石桥镇',
  '总寨镇',
  '合兴镇',
  '共和镇',
  '注滋口镇',
  '一都镇',
  '三合镇',
  '八里店镇',
  '月亮湾乡',
  '第三中学',
  '开发区管委会',
  '国网供电公司',
  '“三农”工作专班',
  "O'Neil办事处",
  '"双减"专班',
  '农业,林业联合组',
  '12345热线中心',
  '__proto__',
  'constructor',
  'toString',
  'ABC公司',
  '𠮷田村',
] as const

/** No two of them differ only by book marks or an issue number. */
export const OUTLETS = [
  '《信息通报》',
  '市委办信息科',
  '《市日报》',
  '手机报',
  '《每日要情》',
  '省政府办公厅',
  '市政府办',
  '学习强国',
  '县政府网站',
  '《专报信息》',
  '今日头条',
  '人民网',
  '省委信息综合室',
  '微信公众号',
  '国办',
  '《园林动态》',
  '其他刊物',
  'constructor',
  '__proto__',
  'O\'Neil"周刊"',
] as const

export const COUNTIES = ['清河县', '永安县', '东山区', '临江市'] as const

const TOPICS = [
  '春耕备耕',
  '防汛备汛',
  '招商引资',
  '医保服务',
  '义务教育',
  '文旅融合',
  '基层治理',
  '营商环境',
  '安全生产',
  '乡村振兴',
  '粮食总产',
  '合作社建设',
  '信息报送',
] as const

export const TITLE_FORMS: readonly ((unit: string, topic: string) => string)[] = [
  (unit, topic) => `${unit}多措并举抓好${topic}工作`,
  (unit, topic) => `${unit}扎实推进${topic}`,
  (unit, topic) => `${unit}“三个聚焦”推动${topic}提质增效`,
  (_, topic) => `一、二季度${topic}情况分析`,
  (_, topic) => `关于2023年${topic}有关情况的报告`,
  (_, topic) => `注重实效，${topic}再上新台阶`,
  (_, topic) => `合计投入1,200万元，支持${topic}`,
  (_, topic) => `总结推广${topic}经验;受到好评`,
  (_, topic) => `“${topic}”"组合拳"`,
  (_, topic) => `3月5日前完成${topic}任务/第2期`,
]

export const HOSTILE_TITLES = [
  '=1+1',
  '@SUM(A1)',
  '<img src=x onerror=alert(1)>',
  '未采用信息为何多',
  '第一行\n第二行',
  '甲,乙;丙\t丁',
  '5 > 3 & 2 < 4',
  '__proto__',
  'null',
] as const

export const TOPIC_WORDS: readonly string[] = TOPICS
