import { describe, expect, test } from 'vitest'
import { columnLetters } from '../../../src/ingest/recognise/columnLetters'
import { headerConcept } from '../../../src/ingest/recognise/headerConcept'

const concept = (text: string): string | null => headerConcept(text)?.concept ?? null

describe('words that headers use', () => {
  test.each<[string, string[]]>([
    [
      'submittedCount',
      [
        '报送数',
        '报送信息数（条）',
        '上报条数',
        '投稿数',
        '来稿篇数',
        '投送数量',
        '编报件数',
        '信息报送数',
        '报送总数',
        '上报总数',
      ],
    ],
    [
      'adoptedCount',
      [
        '采用数',
        '采纳数（条）',
        '录用条数',
        '采编数',
        '选用数',
        '刊发数',
        '刊登条数',
        '用稿数',
        '登载数',
        '采用总数',
        '采用信息数',
      ],
    ],
    ['rate', ['采用率', '采纳率', '录用率', '采发率', '采用率（%）', '采用比例']],
    [
      'unit',
      ['单位', '单　位', '部门', '科室', '报送单位', '投稿单位', '机构名称', '来稿单位', '单位名称', '上报单位'],
    ],
    ['author', ['作者', '信息员', '撰稿人', '投稿人', '报送人']],
    ['title', ['标题', '信息名称', '信息标题', '主标题', '稿件标题']],
    ['submittedOn', ['报送日期', '上报时间', '投稿时间', '来稿日期', '投送日期']],
    ['adoptedOn', ['采用日期', '刊发时间', '录用日期', '刊登时间']],
    ['adoptOutlet', ['采用载体', '采用刊物', '采用单位', '采用媒体', '刊发媒体']],
    ['targetOutlet', ['报送载体', '投送刊物']],
    ['outlet', ['载体', '刊物', '媒体']],
    ['status', ['状态', '审核状态', '采用状态', '处理结果']],
    ['adoptFlag', ['是否采用', '是否录用', '是否被采用']],
    ['submitFlag', ['是否上报']],
    ['number', ['编号', '信息编号', 'ID']],
    ['sequence', ['序号', 'No.', '#']],
    ['month', ['1月', '12月', '三月份', '十二月']],
    ['rowTotal', ['合计', '总计', '小计']],
    ['running', ['累计', '累计采用']],
    ['score', ['得分', '积分', '总分', '1-3月得分']],
    ['rank', ['排名', '名次']],
    ['secret', ['密级']],
    ['commissioned', ['约稿']],
    ['target', ['月任务', '目标分值', '任务分', '报送任务数', '任务数/季度', '全年任务/采用', '报送情况/任务']],
    ['running', ['1-3月累计', '采用情况/累计', '本年累计采用']],
    ['adoptedCount', ['采用情况/本月', '采用情况/条数']],
    ['submittedCount', ['报送情况/本月', '报送情况/合计']],
  ])('%s', (expected, headers) => {
    for (const header of headers) expect([header, concept(header)]).toEqual([header, expected])
  })

  test.each([
    ['甲网采用条数', '甲网'],
    ['市政府办采用', '市政府办'],
    ['省政府办采用', '省政府办'],
    ['采用情况/园林动态', '园林动态'],
    ['采用情况/区级两办/一句话', '区级两办·一句话'],
  ])('«%s» counts the outlet %s', (header, outlet) => {
    expect(headerConcept(header)).toMatchObject({ concept: 'outletCount', outlet })
  })

  test.each(['单位\\项目', '项目\\单位', '单位/月份', '月份/单位', '科室 项目', '项目科室', '单位|载体', '乡镇／时间'])(
    'a cell divided by a diagonal, «%s», heads the units',
    (header) => expect(concept(header)).toBe('unit'),
  )

  test.each([
    ['单位类别', 'group'],
    ['报送/时间', 'submittedOn'],
    ['载体/单位', 'unit'],
  ])('«%s» has no diagonal', (header, expected) => expect(concept(header)).toBe(expected))

  test('«12月» knows its month', () => {
    expect(headerConcept('12月')).toMatchObject({ concept: 'month', months: { year: null, first: 12, last: 12 } })
    expect(headerConcept('13月')?.concept).not.toBe('month')
  })

  test.each(['', '　', '气温', '备用列甲', '2024-03-05', '__proto__', 'constructor', 'toString'])(
    '%j is no word of ours',
    (header) => {
      expect(headerConcept(header)).toBeNull()
    },
  )
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %d is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters)
})
