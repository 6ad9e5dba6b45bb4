import { describe, expect, test } from 'vitest'
import type { MeasuresJson } from '../../src/export/measuresJson'
import { measureFiles } from '../helpers/measureFiles'

/** Tables that real offices print and that were read wrongly once. Numbers counted by hand. */
function measured(name: string, ...lines: string[]): Promise<MeasuresJson> {
  return measureFiles([{ name, bytes: new TextEncoder().encode(lines.join('\n')) }])
}

describe('headers', () => {
  test('three rows of merged cells in a text file keep every outlet, and its forms are no outlets', async () => {
    const { units, outlets, findings } = await measured(
      '2024年3月.csv',
      '单位\\项目,上报,采用情况,,,,',
      ',,园林动态,,区级两办,,',
      ',,一句话,独立,一句话,独立,合计',
      '甲局,10,1,2,,1,4',
      '乙局,5,,1,1,,2',
    )
    expect(units.map(({ unit, submitted, placements }) => [unit, submitted, placements])).toEqual([
      ['甲局', 10, 4],
      ['乙局', 5, 2],
    ])
    expect(Object.fromEntries(outlets.map(({ outlet, adopted }) => [outlet, adopted]))).toEqual({
      园林动态: 4,
      区级两办: 2,
    })
    expect(findings.filter(({ code }) => code === 'overlap' || code === 'printed-total-differs')).toEqual([])
  })

  test.each(['单位/载体', '载体\\单位', '"科室\n项目"'])('a diagonal through the first cell: %s', async (first) => {
    const { units, outlets } = await measured('2024年3月.csv', `${first},市日报采用,手机报采用`, '甲局,3,1', '乙局,2,0')
    expect(units.map(({ unit, placements }) => [unit, placements])).toEqual([
      ['甲局', 4],
      ['乙局', 2],
    ])
    expect(outlets.map(({ outlet, adopted }) => [outlet, adopted])).toEqual([
      ['市日报', 5],
      ['手机报', 1],
    ])
  })

  test('a diagonal above months', async () => {
    const { months } = await measured('2024年.csv', '单位/月份,1月,2月', '甲局,3/1,4/2', '乙局,2/0,')
    expect(months.map(({ period, submitted, adopted }) => [period, submitted, adopted])).toEqual([
      ['2024-01', 5, 1],
      ['2024-02', 4, 2],
    ])
  })

  test('two columns that name one outlet add up', async () => {
    const { outlets } = await measured('2024年3月.csv', '单位,报送数,日报采用,日报采用数', '甲局,9,1,2', '乙局,4,0,1')
    expect(outlets).toMatchObject([{ outlet: '日报', adopted: 4 }])
  })

  test('a count word under 报送情况 is the submitted number', async () => {
    const { units } = await measured(
      '2024年9月.csv',
      '单位,报送情况,,采用情况,',
      ',信息,约稿,县级,市级',
      '甲局,10,1,3,1',
      '乙局,4,0,0,0',
    )
    expect(units.map(({ submitted }) => submitted)).toEqual([10, 4])
  })
})

describe('rows', () => {
  test('«其中» repeats rows above and is no unit', async () => {
    const { total, units } = await measured(
      '2024年3月.csv',
      '单位,报送数,采用数',
      '甲局,3,1',
      '乙局,2,0',
      '合计,5,1',
      '其中：县直,3,1',
    )
    expect(total).toMatchObject({ submitted: 5, adopted: 1 })
    expect(units).toHaveLength(2)
  })

  test('a heading above the header names the first group; a title does not', async () => {
    const { units } = await measured(
      '2024年3月.csv',
      '清河县信息统计表,,',
      '一、县直部门,,',
      '单位,报送数,采用数',
      '甲局,3,1',
      '二、乡镇,,',
      '单位,报送数,采用数',
      '丙镇,2,1',
    )
    expect(units.map(({ unit, group }) => [unit, group])).toEqual([
      ['甲局', '县直部门'],
      ['丙镇', '乡镇'],
    ])
  })

  test('〃 and 同上 repeat the unit above', async () => {
    const items = await measured(
      '台账.csv',
      '单位,标题,报送日期,采用载体',
      '甲局,某事一,2024-03-05,日报',
      '〃,某事二,2024-03-06,',
      '同上,某事三,2024-03-06,',
      '乙局,某事四,2024-03-07,',
    )
    expect(items.units.map(({ unit, submitted }) => [unit, submitted])).toEqual([
      ['甲局', 3],
      ['乙局', 1],
    ])
    const counts = await measured('计数.csv', '单位,月份,报送数,采用数', '甲局,2024年1月,3,1', '同上,2024年2月,4,1')
    expect(counts.units).toMatchObject([{ unit: '甲局', submitted: 7, adopted: 2 }])
  })

  test('a year in its own column is not assumed', async () => {
    const { findings, months } = await measured(
      '台账.csv',
      '年份,月份,单位,报送数,采用数',
      '2024,1,甲局,3,1',
      '2025,1,甲局,2,2',
    )
    expect(findings).toEqual([])
    expect(months.map(({ period }) => period)).toEqual(['2024-01', '2025-01'])
  })

  test('«合计» in the place of the outlet is the figure of the unit', async () => {
    const { total, outlets } = await measured(
      '表.csv',
      '单位,载体,月份,报送数,采用数',
      '甲局,日报,2024年1月,6,2',
      '甲局,手机报,2024年1月,5,1',
      '甲局,合计,2024年1月,8,2',
    )
    expect(total).toMatchObject({ submitted: 8, adopted: 2, placements: 3, rate: 0.25 })
    expect(outlets.map(({ outlet, submitted, adopted }) => [outlet, submitted, adopted])).toEqual([
      ['日报', 6, 2],
      ['手机报', 5, 1],
    ])
  })
})

describe('blanks among counts', () => {
  test('make the measure unknown, and the cell that does it is named', async () => {
    const { total, units, findings } = await measured(
      '2024年3月.csv',
      '单位,报送数,采用数',
      '甲局,3,1',
      '乙局,2,',
      '丙局,,1',
    )
    expect(total).toMatchObject({ submitted: null, adopted: null, rate: null })
    expect(units.map(({ submitted, adopted }) => [submitted, adopted])).toEqual([
      [3, 1],
      [2, null],
      [null, 1],
    ])
    expect(findings.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['measure-unknown', 3, 'C'],
      ['measure-unknown', 4, 'B'],
    ])
  })

  test('of outlets that nobody counted submissions for are no defect of a row', async () => {
    const { findings } = await measured(
      '上半年.csv',
      '时间,载体,报送数,采用数',
      '2024年上半年,信息科,9,3',
      '2024年上半年,日报,,2',
    )
    expect(findings.map(({ row }) => row)).toEqual([null])
  })
})
