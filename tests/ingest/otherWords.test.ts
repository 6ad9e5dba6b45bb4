import { describe, expect, test } from 'vitest'
import type { MeasuresJson } from '../../src/export/measuresJson'
import { measureFiles } from '../helpers/measureFiles'

function measured(name: string, ...lines: string[]): Promise<MeasuresJson> {
  return measureFiles([{ name, bytes: new TextEncoder().encode(lines.join('\n')) }])
}
const figures = ({ total }: MeasuresJson) => [total.submitted, total.adopted, total.placements]
const outlets = (json: MeasuresJson) =>
  Object.fromEntries(json.outlets.map(({ outlet, submitted, adopted }) => [outlet, [submitted, adopted]]))

/** Headers in words that the samples do not use. Numbers counted by hand. */
describe('item logs', () => {
  test.each([
    ['来稿单位,来稿时间,稿件题目,用稿情况,用稿刊物', '甲局,2024.3.1,某事甲乙,是,日报', '乙局,2024.3.2,某事丙,否,'],
    [
      '上报单位,文稿标题,投稿日,是否录用,录用媒体名称',
      '甲局,某事甲,20240301,已录用,日报',
      '乙局,某事乙,20240302,未录用,',
    ],
    [
      '序号,信息名称,报送科室,报送时间,采用单位,采用时间',
      '1,某事甲,甲科,2024-3-1,市委办,2024-3-9',
      '2,某事乙,乙科,2024-3-2,,',
    ],
    ['呈报单位,呈报时间,信息题目,采用与否,录用载体', '甲局,2024年3月1日,某事甲,√,日报', '乙局,2024年3月2日,某事乙,,'],
  ])('%s', async (...lines) => {
    const json = await measured('台账.csv', ...lines)
    expect(figures(json)).toEqual([2, 1, 1])
    expect(json.months.map(({ period }) => period)).toEqual(['2024-03'])
    expect(json.units).toHaveLength(2)
  })

  test('送往 names where an item was sent, so that outlets have denominators', async () => {
    const json = await measured(
      '登记.csv',
      '收稿号,报来单位,主题,收稿日期,投往,处理',
      'A1,甲局,某事甲,2024-03-01,日报,采用',
      'A1,甲局,某事甲,2024-03-01,快报,不采用',
      'A2,乙局,某事乙,2024-03-02,快报,待定',
    )
    expect(figures(json)).toEqual([2, 1, 1])
    expect(json.total.pending).toBe(1)
    expect(outlets(json)).toEqual({ 日报: [1, 1], 快报: [2, 0] })
  })

  test('program field names', async () => {
    const record = (infoTitle: string, statusName: string, adoptions: unknown[]) => ({
      infoId: infoTitle,
      deptName: '甲局',
      infoTitle,
      submitTime: '2024-03-05 08:12:00',
      statusName,
      adoptions,
    })
    const list = [
      record('某事甲', '未采用', []),
      record('某事乙', '已采用', [
        { mediaName: '日报', adoptDate: '2024-03-10' },
        { mediaName: '快报', adoptDate: '2024-03-11' },
      ]),
      record('某事丙', '审核中', []),
    ]
    const json = await measured('export.json', JSON.stringify({ code: 200, data: { total: 3, list } }))
    expect(figures(json)).toEqual([3, 1, 2])
    expect(json.total.pending).toBe(1)
    expect(json.findings).toEqual([])
  })
})

describe('counted tables', () => {
  test.each([
    ['科室名称,投稿篇数,录用篇数,录用率', '甲科,12,3,25%', '乙科,5,0,0'],
    ['部门,信息上报量,信息采用量,采用比例', '甲科,12,3,25%', '乙科,5,0,0'],
    ['乡镇(街道),报送总量（篇）,被采用数（篇）', '甲镇,12,3', '乙街道,5,0'],
    ['单位,应报,实报,采用', '甲镇,10,12,3', '乙街道,10,5,0'],
    ['单位,上半年报送数,上半年采用数', '甲镇,12,3', '乙街道,5,0'],
  ])('%s', async (...lines) => {
    const { total } = await measured('2024年上半年.csv', ...lines)
    expect(total).toMatchObject({ submitted: 17, adopted: 3, rate: 3 / 17 })
  })

  test.each([
    [
      'quarters side by side',
      ['区县,一季度报送,一季度采用,二季度报送,二季度采用', '甲县,10,3,12,4', '乙区,5,0,6,1'],
      ['2024Q1', 15, 3, '2024Q2', 18, 5],
    ],
    [
      'quarters over counts',
      ['区县,一季度,,二季度,', ',报送数,采用数,报送数,采用数', '甲县,10,3,12,4', '乙区,5,0,6,1'],
      ['2024Q1', 15, 3, '2024Q2', 18, 5],
    ],
    [
      'counts over quarters',
      ['区县,报送数,,采用数,', ',一季度,二季度,一季度,二季度', '甲县,10,12,3,4', '乙区,5,6,0,1'],
      ['2024Q1', 15, 3, '2024Q2', 18, 5],
    ],
  ])('%s', async (_, lines, expected) => {
    const { quarters, total } = await measured('2024年统计.csv', ...lines)
    expect(quarters.flatMap(({ period, submitted, adopted }) => [period, submitted, adopted])).toEqual(expected)
    expect(total).toMatchObject({ submitted: 33, adopted: 8 })
  })

  test('months over counts', async () => {
    const { months } = await measured(
      '2024年统计.csv',
      '单位,1月,,2月,',
      ',报送,采用,报送,采用',
      '甲局,4,1,6,2',
      '乙局,3,0,0,0',
    )
    expect(months.map(({ period, submitted, adopted }) => [period, submitted, adopted])).toEqual([
      ['2024-01', 7, 1],
      ['2024-02', 6, 2],
    ])
  })
})
