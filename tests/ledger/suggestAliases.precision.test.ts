import { describe, expect, test } from 'vitest'
import { suggestAliases } from '../../src/ledger/suggestAliases'

const words = (text: string): string[] => text.trim().split(/\s+/)

/** One county's ledger as it would read if every unit had one name. */
const UNITS = words(`
  县委办 县人大办 县政府办 县政协办 县纪委监委 县委组织部 县委宣传部 县委统战部 县委政法委 县委社会工作部 县委编办 县委网信办 县委巡察办
  县委老干部局 县直机关工委 县委党校 县委台办 县委外办 县委政研室 县委目标办 县委保密局 县委机要局 市委宣传部 市委办 市政府办
  县档案馆 县史志办 县融媒体中心 县信访局 县机关事务管理局 县政务服务中心 县行政审批局 县大数据局 县公共资源交易中心
  县总工会 团县委 县妇联 县残联 县工商联 县文联 县科协 县侨联 县社科联 县红十字会 县供销社
  县发改局 县教育局 县体育局 县科技局 县工信局 县民宗局 县公安局 县民政局 县司法局 县财政局 县人社局 县人防办 县自然资源局
  县生态环境局 县住建局 县交通运输局 县水利局 县水务局 县税务局 县农业农村局 县林业局 县畜牧局 县商务局 县文旅局 县卫健局
  县退役军人事务局 县应急管理局 县审计局 县统计局 县国资局 县市场监管局 县医保局 县乡村振兴局 县城管局 县综合执法局 县金融办
  县招商局 县粮食局 县国税局 县地税局 县工商局 县质监局 县气象局 县地震局 县烟草局 县邮政局 县公路局 县人民法院 县检察院 县武装部
  县消防大队 县交警大队 县森林消防大队 县公积金中心 县疾控中心 县质控中心 县社保中心 县医保中心 县就业中心 县不动产登记中心
  县防汛办 县创卫办 县创文办 县创城办 县文明办 县爱卫办 县食安办 县安委办 县双拥办 县河长办 县搬迁办 县侨务办
  县人民医院 县中医院 县妇幼保健院 县第二人民医院 县第三人民医院 县职教中心 县第一中学 县第二中学 县第三中学 县第一高级中学
  县第一初级中学 县一小 县二小 县三小 县实验小学 县实验中学 县第一幼儿园 县第二幼儿园 县特殊教育学校 县教师进修学校
  城关镇 石桥镇 桃源镇 总寨镇 河东镇 河西镇 大王镇 小王镇 张庄镇 李庄镇 张家湾镇 李家湾镇 龙泉镇 龙泉寺镇 龙泉山镇 白云乡 白石乡
  东岭乡 西岭乡 三里店镇 五里店镇 上坝乡 下坝乡 新市镇 旗山镇 沙市镇 和平镇 永和镇 太和镇 郑州路街道 东关街道 西关街道 南关街道
  北关街道 城东街道 城西街道 新区街道 城区街道 市桥街道 站前街道 回族乡 石桥镇中心小学 石桥镇中学 石桥镇卫生院 河东镇中心小学
  河西镇中心小学 张家湾镇卫生院 李家湾镇卫生院 东关社区 西关社区 城关镇东街村 城关镇西街村 一社区 二社区
  县城投公司 县交投公司 县水投公司 县农投公司 县文旅公司 县供水公司 县供电公司 县供热公司 县公交公司 县城建公司 县国投集团
  县城投集团 县人保财险公司 县中国人寿公司 县移动公司 县联通公司 县电信公司 县农商行 县农发行 县农行 县工行 县建行 县中行
  县邮储银行 经济开发区 高新区 工业园区 旅游度假区 国有林场 东山林场 西山林场 良种场
`)

const OUTLETS = words(`
  县信息 市信息 省信息 县委信息 市委信息 省委信息 县政务信息 市政务信息 省政务信息 政务信息 市委办信息 市府信息 县日报 市日报 省日报 州日报
  市晚报 省晚报 市晨报 人民日报 经济日报 光明日报 法治日报 农民日报 工人日报 中国青年报 科技日报 新华社 新华网 人民网 央视网 光明网
  学习强国 手机报 市手机报 省手机报 市电视台 省电视台 中央电视台 市电台 省广播电台 县电视台 县融媒体中心 市融媒体中心 县政府网
  市政府网 省政府网 县党建网 市党建网 江源发布 江源发布微博 江源日报 江源日报客户端 江源晚报 江源时报 江源市报 江源新闻网
  江源文明网 清河日报 清河发布 市委办 市政府办 省委办公厅 省政府办公厅 中办 国办 国务院办公厅信息 中央办公厅信息 信息专报 信息快报
  信息简报 工作简报 工作动态 工作通讯 每日要情 每周要情 要情快报 舆情专报 调研专报 决策参考 领导参考 内部参考 半月谈 求是 省内参
  市内参 今日信息 每日信息 信息摘报 信息通报 党建研究 组织工作 宣传工作 县报 市报 省报 区报 县电台 政协信息 人大信息
`)

describe('a ledger where every name stands for one raises nothing', () => {
  test(`${UNITS.length} units`, () => {
    expect(new Set(UNITS).size).toBe(UNITS.length)
    expect(UNITS.length).toBeGreaterThan(200)
    expect(suggestAliases(UNITS)).toEqual([])
  })

  test('nor with the county written in full', () => {
    const full = UNITS.map((name) => name.replace(/^县/, '江源县'))
    expect(suggestAliases(full)).toEqual([])
  })

  test(`${OUTLETS.length} outlets`, () => {
    expect(new Set(OUTLETS).size).toBe(OUTLETS.length)
    expect(OUTLETS.length).toBeGreaterThanOrEqual(100)
    expect(suggestAliases(OUTLETS, 'outlets')).toEqual([])
  })
})

const twoEach = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))

describe('units that are one', () => {
  test.each(
    twoEach(`
      suffix 城关镇 城关镇人民政府
      suffix 石桥镇 石桥镇政府
      suffix 石桥镇 石桥镇党委
      suffix 石桥镇 石桥镇党政办
      suffix 石桥镇人民政府 石桥镇党政综合办公室
      suffix 石桥镇 石桥镇人民政府党政办公室
      suffix 东关街道 东关街道办事处
      suffix 东关街道 东关街道办
      suffix 东关街道 东关办事处
      suffix 东关街道党工委 东关街道办事处
      suffix 高新区 高新区管委会
      suffix 开发区 开发区管理委员会
      suffix 石桥村 石桥村村委会
      suffix 石桥村 石桥村委会
      suffix 东关社区 东关社区居委会
      suffix 县财政局 县财政局办公室
      suffix 城关 城关镇
      suffix 教育 教育局
      prefix 公安局 县公安局
      prefix 县公安局 江源县公安局
      prefix 公安局 江源县公安局
      prefix 石桥镇 江源县石桥镇
      prefix 人民医院 县人民医院
      prefix 县第一中学 第一中学
      prefix 市场监管局 县市场监管局
      prefix 供电公司 江源县供电公司
      prefix 宣传部 县委宣传部
      prefix 县委宣传部 中共江源县委宣传部
      prefix 县税务局 国家税务总局江源县税务局
      prefix 县疾控中心 疾控中心
      abbreviation 县委办 县委办公室
      abbreviation 县委办 中共江源县委员会办公室
      abbreviation 县政府办 县人民政府办公室
      abbreviation 县政府办 县府办
      abbreviation 县政府办 江源县人民政府办公室
      abbreviation 县人大办 县人大常委会办公室
      abbreviation 县人大 县人大办
      abbreviation 县政协 县政协办公室
      abbreviation 县纪委 县纪委监委
      abbreviation 发改局 发改委
      abbreviation 县发改局 发展和改革局
      abbreviation 县发改委 江源县发展和改革委员会
      abbreviation 人社局 县人力资源和社会保障局
      abbreviation 住建局 住房和城乡建设局
      abbreviation 卫健局 县卫生健康委员会
      abbreviation 文旅局 文化和旅游局
      abbreviation 市监局 市场监督管理局
      abbreviation 县市场监管局 县市场监督管理局
      abbreviation 应急局 应急管理局
      abbreviation 医保局 医疗保障局
      abbreviation 退役军人局 退役军人事务局
      abbreviation 自然资源局 自然资源和规划局
      abbreviation 城管局 城市管理综合执法局
      abbreviation 交通局 交通运输局
      abbreviation 县审批局 县行政审批服务管理局
      abbreviation 编办 县委机构编制委员会办公室
      abbreviation 团县委 共青团江源县委
      abbreviation 县团委 团县委
      abbreviation 县妇联 妇女联合会
      abbreviation 县残联 江源县残疾人联合会
      abbreviation 县工商联 县工商业联合会
      abbreviation 县法院 江源县人民法院
      abbreviation 县检察院 县人民检察院
      abbreviation 县融媒体中心 融媒中心
      abbreviation 疾控中心 疾病预防控制中心
      abbreviation 县一中 县第一中学
      abbreviation 城投公司 城市建设投资有限公司
      abbreviation 县生态环境局 市生态环境局江源分局
      abbreviation 经开区 经济开发区管委会
      abbreviation 史志办 党史和地方志研究室
      parent 公安局交警大队 交警大队
      parent 卫健局疾控中心 县疾控中心
      pinyin 石桥镇 石侨镇
      pinyin 石桥镇 石侨镇人民政府
      pinyin 张家湾镇 章家湾镇
      pinyin 县公安局 县公案局
      pinyin 江源县公安局 江原县公安局
      pinyin 县融媒体中心 县容媒体中心
      typo 农业农村局 农业农村居
      typo 县农业农村局 县农业农春局
      typo 农业农村局 农村农业局
      typo 市场监督管理局 市场监管理局
      typo 住房和城乡建设局 住房和城乡建没局
      typo 治平镇 冶平镇
      spelling 县委宣传部 县委　宣传部
      spelling Ａ区管委会 A区管委会
      spelling 县委办（信息科） 县委办(信息科)
    `),
  )('%s: %s, %s', (reason, a, b) => {
    expect(suggestAliases([a!, b!])).toEqual([{ names: [a, b], reason }])
    expect(suggestAliases([b!, a!])).toEqual([{ names: [b, a], reason }])
  })
})

describe('units that are two', () => {
  test.each(
    twoEach(`
      县委宣传部 市委宣传部
      县公安局 市公安局
      江源县公安局 清河县公安局
      市生态环境局 市生态环境局江源分局
      税务局 水务局
      财政局 审计局
      审计局 统计局
      人社局 人防办
      国税局 地税局
      第一中学 第二中学
      第一高级中学 第一初级中学
      东关街道 西关街道
      石桥镇 石桥乡
      石桥镇 石桥村
      石桥镇 石桥镇中学
      人民医院 人民法院
      疾控中心 质控中心
      政务服务中心 税务服务中心
      县委办 县政府办
      县人大办 县政协办
      城投公司 城建公司
      城建公司 城市建设投资公司
      林业局 林业技术推广局
      市一中 石一中
      江源县张家湾镇 江源县李家湾镇
      公安局 森林公安局
      城区街道 新区街道
      市场服务中心 服务中心
      社区服务中心 服务中心
      太和镇 太镇
    `),
  )('%s and %s', (a, b) => {
    expect(suggestAliases([a!, b!])).toEqual([])
  })

  test('a name without place is a third beside two places', () => {
    expect(suggestAliases(['公安局', '江源县公安局', '清河县公安局'])).toEqual([])
  })

  test('a name without its kind is a third beside two kinds', () => {
    expect(suggestAliases(['石桥', '石桥镇', '石桥乡'])).toEqual([])
  })

  test('of three names of one body every pair is told once, in their order', () => {
    expect(suggestAliases(['石桥镇政府', '县财政局', '石桥镇', '石桥镇人民政府'])).toEqual([
      { names: ['石桥镇政府', '石桥镇'], reason: 'suffix' },
      { names: ['石桥镇政府', '石桥镇人民政府'], reason: 'suffix' },
      { names: ['石桥镇', '石桥镇人民政府'], reason: 'suffix' },
    ])
  })
})

describe('outlets that are one', () => {
  test.each(
    twoEach(`
      suffix 市日报 市日报社
      suffix 江源日报 江源日报社
      suffix 县信息 《县信息》编辑部
      suffix 决策参考 《决策参考》杂志
      suffix 半月谈 半月谈杂志社
      suffix 江源发布 江源发布公众号
      suffix 江源发布 江源发布微信公众号
      suffix 掌上江源 掌上江源客户端
      suffix 学习强国 学习强国APP
      abbreviation 掌上江源APP 掌上江源客户端
      suffix 县政府网 县政府网站
      abbreviation 县政府网站 县人民政府网站
      abbreviation 县政府网 县政府门户网站
      suffix 市委办 市委办公室
      suffix 省委办 省委办公厅
      abbreviation 市政府办 市府办
      abbreviation 市委信息科 市委办信息科
      abbreviation 市电视台 市广播电视台
      abbreviation 新华社 新华通讯社
      abbreviation 中办 中央办公厅
      abbreviation 央视 中央电视台
      prefix 县融媒体中心 江源县融媒体中心
      prefix 县政府网 江源县政府网
      pinyin 法制日报 法治日报
      pinyin 市委要情 市委要请
      spelling 《市日报》 市日报
      spelling 学习强国app 学习强国APP
    `),
  )('%s: %s, %s', (reason, a, b) => {
    expect(suggestAliases([a!, b!], 'outlets')).toEqual([{ names: [a, b], reason }])
    expect(suggestAliases([b!, a!], 'outlets')).toEqual([{ names: [b, a], reason }])
  })
})

describe('outlets that are two', () => {
  test.each(
    twoEach(`
      省日报 市日报
      县信息 市信息
      信息 县信息
      政务信息 市政务信息
      江源日报 江源日报客户端
      江源发布 江源发布微博
      江源发布微信公众号 江源发布客户端
      江源时报 江源市报
      江源县政府网 清河县政府网
      县政府网 政府网
      新华社 新华网
      市委办 市委办信息科
      省日报 省日报农村版
    `),
  )('%s and %s', (a, b) => {
    expect(suggestAliases([a!, b!], 'outlets')).toEqual([])
  })
})

describe('people', () => {
  const of = (unit: string, ...names: string[]) => names.map((name) => ({ name, unit }))

  test.each([
    ['spelling', '张 三', '张三'],
    ['spelling', '买买提·艾力', '买买提．艾力'],
    ['spelling', 'Ａ组', 'A组'],
    ['pinyin', '张伟', '张玮'],
    ['pinyin', '李晓明', '李小明'],
  ])('%s: %s, %s of one unit', (reason, a, b) => {
    expect(suggestAliases(of('县财政局', a, b), 'people')).toEqual([{ names: [a, b], reason, unit: '县财政局' }])
  })

  test.each([
    ['张伟', '张强'],
    ['张伟', '张伟明'],
    ['王芳', '王方圆'],
  ])('%s and %s of one unit are two', (a, b) => {
    expect(suggestAliases(of('县财政局', a, b), 'people')).toEqual([])
  })

  test('of two units nobody is one', () => {
    expect(suggestAliases([...of('县财政局', '张伟'), ...of('县审计局', '张玮', '张 伟')], 'people')).toEqual([
      { names: ['张玮', '张 伟'], reason: 'pinyin', unit: '县审计局' },
    ])
  })
})

test('hostile names neither break nor match', () => {
  const names = ['__proto__', 'constructor', '', '—', '·', '=1+1', '<b>', '𠮷田', 'a'.repeat(3000), '县'.repeat(30_000)]
  for (const kind of ['units', 'outlets'] as const) expect(suggestAliases(names, kind)).toEqual([])
})

test('two thousand units take well under a second', () => {
  const towns = Array.from(
    { length: 2000 },
    (_, i) =>
      `江源${i % 7 ? '' : '县'}${String.fromCharCode(0x5000 + i, 0x6000 + (i % 900))}${['镇', '乡', '局', '县公安局', '小学'][i % 5]}`,
  )
  const from = performance.now()
  suggestAliases(towns)
  expect(performance.now() - from).toBeLessThan(1500)
})
