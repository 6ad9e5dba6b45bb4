import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Writes data/samples anew, always the same bytes. Places, units, outlets and people are invented.

const FOLDER = fileURLToPath(new URL('../data/samples', import.meta.url))
const SEED = 20240701

/** Mulberry32: small, seeded, good enough to scatter days and decisions. */
function randomOf(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const random = randomOf(SEED)
const whole = (low, high) => low + Math.floor(random() * (high - low + 1))
const pick = (list) => list[whole(0, list.length - 1)]

/** Units with their group, how many items they send in two years, and the share adopted in each. */
const UNITS = [
  ['县农业农村局', '县直部门', 52, 0.42, 0.55],
  ['县公安局', '县直部门', 45, 0.38, 0.4],
  ['县教育局', '县直部门', 40, 0.2, 0.34],
  ['县水利局', '县直部门', 30, 0.3, 0.28],
  ['县财政局', '县直部门', 24, 0.12, 0.25],
  ['县卫生健康局', '县直部门', 33, 0.27, 0.36],
  ['望溪镇', '乡镇街道', 44, 0.34, 0.48],
  ['柳湾镇', '乡镇街道', 38, 0.18, 0.2],
  ['松坪乡', '乡镇街道', 27, 0.22, 0.3],
  ['枫林乡', '乡镇街道', 19, 0.1, 0.16],
  ['白鹭街道', '乡镇街道', 41, 0.4, 0.44],
  ['云岭开发区', '乡镇街道', 7, 0.3, 0.3],
]
const OUTLETS = [
  ['《青禾信息》', 5],
  ['市委信息科', 3],
  ['《澄江日报》', 3],
  ['青禾手机报', 4],
  ['省信息专报', 1],
]
const TOPICS = [
  '春耕备耕',
  '防汛值守',
  '项目建设',
  '招生入学',
  '反诈宣传',
  '税费优惠',
  '乡村振兴',
  '河道清理',
  '政务服务',
  '义诊下乡',
  '秋粮收购',
  '消防检查',
  '人居环境',
  '困难帮扶',
  '就业培训',
]
const TURNS = ['扎实推进', '“三个到位”抓好', '多措并举做好', '提前谋划', '创新方式开展', '全面完成', '聚焦问题整改']
const AUTHORS = ['林望', '许舟', '周若禾', '陈砚', '吴桐', '郑南', '何溪', '宋青']

const DAY = 86_400_000
const start = Date.UTC(2023, 0, 3)
const end = Date.UTC(2024, 11, 31)
const iso = (time) => new Date(time).toISOString().slice(0, 10)

function outletsOf() {
  const bag = OUTLETS.flatMap(([name, weight]) => Array.from({ length: weight }, () => name))
  const chosen = new Set([pick(bag)])
  if (random() < 0.28) chosen.add(pick(bag))
  if (random() < 0.06) chosen.add(pick(bag))
  return [...chosen]
}

/** Two years of one office: who sent what when, what became of it, and where it was printed. */
function twoYears() {
  const items = []
  for (const [unit, group, count, early, late] of UNITS) {
    for (let i = 0; i < count; i++) {
      // Offices send more at the end of a month than at its start.
      const month = whole(0, 23)
      const first = Date.UTC(2023, month, 1)
      const days = (Date.UTC(2023, month + 1, 1) - first) / DAY
      const day = random() < 0.35 ? days - 1 - whole(0, 4) : whole(0, days - 1)
      const submitted = Math.min(end, Math.max(start, first + day * DAY))
      const adopted = random() < (month < 12 ? early : late)
      const decided = submitted + (3 + Math.floor(random() ** 2 * 38)) * DAY
      const title = `${unit}${pick(TURNS)}${pick(TOPICS)}工作`
      const state = decided > end ? '待审' : adopted ? '采用' : '未采用'
      const outlets = state === '采用' ? outletsOf() : []
      items.push({ unit, group, title, author: pick(AUTHORS), submitted, state, outlets, decided })
    }
  }
  return items.sort((a, b) => a.submitted - b.submitted || a.unit.localeCompare(b.unit, 'zh-CN'))
}

const table = (rows) => `${rows.map((row) => row.join(',')).join('\r\n')}\r\n`

/** GBK bytes of a text: Node decodes GBK but does not write it, so every two-byte code is asked once. */
function gbk(text) {
  const decoder = new TextDecoder('gbk')
  const codes = new Map()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (trail !== 0x7f && character.length === 1 && !codes.has(character)) codes.set(character, [lead, trail])
    }
  }
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0)
      const bytes = code < 0x80 ? [code] : codes.get(character)
      if (!bytes) throw new Error(`GBK has no ${character}`)
      return bytes
    }),
  )
}

function twoYearLog() {
  const rows = twoYears().map((item, i) => [
    `QH${iso(item.submitted).slice(2, 4)}${String(i + 1).padStart(4, '0')}`,
    item.title,
    item.unit,
    item.group,
    item.author,
    iso(item.submitted),
    item.state,
    item.outlets.join('、'),
    item.state === '采用' ? iso(item.decided) : '',
  ])
  const head = ['编号', '标题', '报送单位', '单位类别', '作者', '报送日期', '状态', '采用载体', '采用日期']
  return `\ufeff${table([head, ...rows])}`
}

/** T9 as an old PC saves it: GBK, dates in the local fashion, a tick, a totals row. */
function gbkTicks() {
  return gbk(
    table([
      ['青禾县2024年第二季度信息登记表', '', '', '', '', ''],
      ['序号', '信息标题', '投稿单位', '投稿时间', '是否采用', '采用刊物'],
      ['1', '望溪镇抓好早稻田间管理', '望溪镇', '2024.4.2', '√', '《青禾信息》、青禾手机报'],
      ['2', '县水利局排查病险水库', '县水利局', '2024.4.9', '√', '《青禾信息》'],
      ['3', '柳湾镇开展集镇整治', '柳湾镇', '2024.4.15', '', ''],
      ['4', '县教育局部署高考服务', '县教育局', '2024.5.6', '√', '《澄江日报》；市委信息科'],
      ['5', '望溪镇推进高标准农田建设', '望溪镇', '2024.5.20', '', ''],
      ['6', '县公安局打击电信诈骗', '县公安局', '2024.5.31', '√', '市委信息科'],
      ['7', '白鹭街道改造老旧小区', '白鹭街道', '2024.6.3', '', ''],
      ['8', '县水利局加强汛期值守', '县水利局', '2024.6.18', '√', '青禾手机报'],
      ['9', '柳湾镇发展林下经济', '柳湾镇', '2024.6.25', '', ''],
      ['10', '县教育局开展暑期安全教育', '县教育局', '2024.6.30', '', ''],
      ['合计', '', '', '', '5', ''],
    ]),
  )
}

/** T9b: one row an item and the outlet it was sent to. */
function sentTo() {
  return table([
    ['编号', '标题', '报送单位', '报送载体', '报送日期', '状态', '采用日期'],
    ['T001', '松坪乡茶叶喜获丰收', '松坪乡', '《澄江日报》', '2024-03-04', '采用', '2024-03-11'],
    ['T001', '松坪乡茶叶喜获丰收', '松坪乡', '市委信息科', '2024-03-04', '未采用', ''],
    ['T002', '县财政局强化预算绩效', '县财政局', '市委信息科', '2024-03-12', '采用', '2024-03-20'],
    ['T003', '枫林乡修通产业路', '枫林乡', '《澄江日报》', '2024-03-18', '未采用', ''],
    ['T003', '枫林乡修通产业路', '枫林乡', '青禾手机报', '2024-03-18', '采用', '2024-03-19'],
    ['T003', '枫林乡修通产业路', '枫林乡', '市委信息科', '2024-03-18', '采用', '2024-04-02'],
    ['T004', '松坪乡建成村级养老点', '松坪乡', '市委信息科', '2024-03-29', '待审', ''],
    ['T005', '县财政局兑现惠企资金', '县财政局', '《澄江日报》', '2024-03-31', '未采用', ''],
  ])
}

/** T8: one row an item, a column an outlet, ticks in three fashions. */
function outletColumns() {
  return table([
    ['2024年3月信息采用登记', '', '', '', '', '', '', ''],
    ['序号', '科室', '上报日期', '信息名称', '《青禾信息》', '市委信息科', '省信息专报', '合计'],
    ['1', '综合科', '3月4日', '一季度重点工作进展', '√', '√', '', '2'],
    ['2', '调研科', '3月8日', '外出务工返岗调查', '√', '1', '√', '3'],
    ['3', '综合科', '3月14日', '窗口服务延时办理', '', '', '', '0'],
    ['4', '督查科', '3月20日', '重点项目督查情况', '√', '', '', '1'],
    ['5', '调研科', '3月27日', '集镇停车难问题', '', '是', '', '1'],
    ['6', '综合科', '3月31日', '清明祭扫安排', '', '', '', '0'],
    ['总计（条）', '', '', '', '3', '3', '1', '7'],
  ])
}

/** T1: counted by unit, sections, totals; the rate of 柳湾镇 is printed wrongly (5/16 is 31.25 %). */
function rateTable() {
  return table([
    ['青禾县2024年第三季度信息报送采用情况统计表', '', '', '', ''],
    ['序号', '单位', '报送信息数（条）', '采纳数（条）', '采纳率'],
    ['一、县直部门', '', '', '', ''],
    ['1', '县公安局', '24', '9', '37.50%'],
    ['2', '县教育局', '18', '6', '33.33%'],
    ['3', '县财政局', '0', '0', '0'],
    ['4', '县水利局', '11', '2', '18.18%'],
    ['小计', '', '53', '17', '32.08%'],
    ['二、乡镇街道', '', '', '', ''],
    ['1', '望溪镇', '27', '14', '51.85%'],
    ['2', '柳湾镇', '16', '5', '32.15%'],
    ['3', '白鹭街道', '4', '3', '75%'],
    ['小计', '', '47', '22', '46.81%'],
    ['总计', '', '100', '39', '39.00%'],
    ['注：采纳数以县级刊物为准', '', '', '', ''],
  ])
}

/** T10: a half-year as the office itself sums it up; only one outlet says what was submitted to it. */
function outletCounts() {
  return table([
    ['云岭开发区2024年上半年信息采用情况', '', ''],
    ['载体', '报送数', '采用数'],
    ['市委信息科', '432', '69'],
    ['《省观察》', '', '3'],
    ['《澄江日报》', '', '21'],
    ['澄江手机报', '', '8'],
    ['其他刊物', '', '14'],
  ])
}

/** T7: months across, «报送/采用» in a cell, blank is none. */
function monthMatrix() {
  return table([
    ['2024年上半年各科室信息统计（报送/采用）', '', '', '', '', '', '', '', ''],
    ['机构名称', '1月', '2月', '3月', '4月', '5月', '6月', '上报总数', '采用总数'],
    ['综合科', '12/3', '8/2', '15/6', '11/4', '9/3', '13/5', '68', '23'],
    ['调研科', '4/2', '', '6/3', '5/1', '7/4', '6/2', '28', '12'],
    ['督查科', '3/0', '2/0', '', '4/1', '3/1', '5/2', '17', '4'],
  ])
}

/** What another system exports: an array, each item with its adoptions. */
function jsonExport() {
  const item = (id, title, unit, group, submittedOn, status, adoptions = []) => ({
    id,
    title,
    unit: { name: unit, group },
    submittedOn,
    status,
    adoptions: adoptions.map(([outlet, date]) => ({ outlet, date })),
  })
  const items = [
    item('A-101', '白鹭街道打造十分钟便民圈', '白鹭街道', '乡镇街道', '2024-09-02', 'adopted', [
      ['《青禾信息》', '2024-09-05'],
      ['青禾手机报', '2024-09-06'],
    ]),
    item('A-102', '县卫生健康局组织义诊', '县卫生健康局', '县直部门', '2024-09-10', 'rejected'),
    item('A-103', '望溪镇晚稻收割过半', '望溪镇', '乡镇街道', '2024-10-08', 'adopted', [
      ['《澄江日报》', '2024-10-21'],
    ]),
    item('A-104', '县卫生健康局推进家庭医生签约', '县卫生健康局', '县直部门', '2024-10-30', 'adopted', [
      ['市委信息科', '2024-11-14'],
      ['《青禾信息》', '2024-11-04'],
      ['省信息专报', '2024-12-02'],
    ]),
    item('A-105', '白鹭街道排查消防隐患', '白鹭街道', '乡镇街道', '2024-11-29', 'rejected'),
    item('A-106', '望溪镇谋划冬修水利', '望溪镇', '乡镇街道', '2024-12-31', 'pending'),
  ]
  return `${JSON.stringify(items, null, 2)}\n`
}

const FILES = [
  {
    file: '信息台账-2023至2024.csv',
    content: twoYearLog(),
    shape: 'items',
    title: { zh: '两年信息台账', en: 'A log of two years' },
    note: {
      zh: '虚构的青禾县，约 400 条，一行一条信息；有单位类别、状态（含待审）、采用载体与采用日期。',
      en: 'An invented county, about 400 items, one a row, with groups, status (some open), outlets and adoption days.',
    },
  },
  {
    file: '第二季度登记表-GBK.csv',
    content: gbkTicks(),
    shape: 'items',
    title: { zh: '登记表（GBK，打勾）', en: 'Register with ticks (GBK)' },
    note: {
      zh: '照旧版表格软件另存的样子写成：GBK 编码，日期写作 2024.4.2，√ 表示采用，末行合计。',
      en: 'As an old spreadsheet saves it: GBK, days written 2024.4.2, √ for adopted, a totals row.',
    },
  },
  {
    file: '投送登记.csv',
    content: sentTo(),
    shape: 'itemsSent',
    title: { zh: '投送登记（一行一次投送）', en: 'Sent-to register' },
    note: {
      zh: '同一编号投送几家是一条信息；未采用的行写明投给了谁，所以每个载体都有自己的采用率。',
      en: 'Rows of one number are one item sent to several outlets; rows not adopted name the outlet too, so outlets have rates.',
    },
  },
  {
    file: '三月采用登记-按载体分列.csv',
    content: outletColumns(),
    shape: 'itemsByOutlet',
    title: { zh: '按载体分列的登记', en: 'An outlet a column' },
    note: {
      zh: '每个载体一列，√、1、是混用；日期没有年份，年份在表题里；末行总计（条）。',
      en: 'A column an outlet, ticks in three fashions; the year of the days stands in the title; a totals row.',
    },
  },
  {
    file: '第三季度统计表.csv',
    content: rateTable(),
    shape: 'counts',
    title: { zh: '季度统计表（有一处采纳率印错）', en: 'Quarterly table with one wrong rate' },
    note: {
      zh: '有表题、分组、小计、总计和附注；0/0 印作 0；柳湾镇的采纳率印错，导入时会指出。',
      en: 'Title, sections, subtotals, total and a note; 0/0 printed as 0; one printed rate is wrong and gets reported.',
    },
  },
  {
    file: '上半年载体统计.csv',
    content: outletCounts(),
    shape: 'countsByOutlet',
    title: { zh: '按载体统计', en: 'Counts by outlet' },
    note: {
      zh: '只有一家载体知道报送数；其余载体只有采用数，采用率是「—」，各载体相加也不是采用率。',
      en: 'Only one outlet knows what was submitted; the others have no rate, and the sum over outlets is none either.',
    },
  },
  {
    file: '上半年月度统计.csv',
    content: monthMatrix(),
    shape: 'countsByMonth',
    title: { zh: '月度统计（12/3 写法）', en: 'Month matrix' },
    note: {
      zh: '月份横排，单元格写作「报送/采用」，空格表示没有；右侧合计只作核对。',
      en: 'Months across, «submitted/adopted» in a cell, blank for none; the totals at the right are checks only.',
    },
  },
  {
    file: '系统导出.json',
    content: jsonExport(),
    shape: 'items',
    title: { zh: '系统导出的 JSON', en: 'JSON export' },
    note: {
      zh: '数组，每条信息带自己的采用记录（载体与日期）。',
      en: 'An array; each item carries its adoptions with outlet and day.',
    },
  },
]

mkdirSync(FOLDER, { recursive: true })
for (const { file, content } of FILES) writeFileSync(join(FOLDER, file), content)
const list = FILES.map(({ file, title, note, shape }) => ({ file, title, note, shape }))
writeFileSync(join(FOLDER, 'samples.json'), `${JSON.stringify(list, null, 2)}\n`)
