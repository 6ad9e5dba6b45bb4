import { describe, expect, test } from 'vitest'
import { importAll, measures, openOverview, tableRows, textFile } from './steps'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

describe('ledgers as strangers keep them', () => {
  test('a register with a line of signatures, month headings, subtotals and notes', async () => {
    await withApp(async (app) => {
      await app.choose([
        textFile(
          '一季度登记表(最终版)2.csv',
          'XX县委办2024年第一季度信息报送采用登记表,,,,,,',
          '填报单位：县委办信息科,,,,填报日期：2024年4月8日,,',
          '序号,单位,报送时间,信息标题,县信息,《XX要情》,备注',
          '一月份,,,,,,',
          '1,县教体局,1月4日,三项措施做实春耕备耕,,√,',
          '2,柳林镇,1月14日,扎实推进森林防火,√,√,',
          '3,柳林镇,1月28日,多措并举抓好项目前期,,,约稿',
          '小计,,,3条,1,2,',
          '二月份,,,,,,',
          '4,石门乡,2月7日,创新开展托育服务,,,',
          '5,县教体局,2月18日,聚力攻坚医保参保,√,,',
          '小计,,,2条,1,0,',
          '合计,,,5条,2,2,',
          '注：1.“√”表示采用；2.同一信息被多家采用的分别打√。,,,,,,',
          '审核：张某某,,,制表：李某某,,,',
        ),
      ])
      expect(await app.accept()).toBe('done')
      const { total, units, months, outlets, findings } = await measures(app)
      expect(total).toMatchObject({ submitted: 5, adopted: 3, placements: 4 })
      expect(months.map(({ period, submitted }) => [period, submitted])).toEqual([
        ['2024-01', 3],
        ['2024-02', 2],
      ])
      expect(Object.fromEntries(outlets.map(({ outlet, adopted }) => [outlet, adopted]))).toEqual({
        县信息: 2,
        '《XX要情》': 2,
      })
      expect(findings.filter(({ level }) => level !== 'info')).toEqual([])
      // A month is no kind of unit.
      expect(units.map(({ unit, group }) => [unit, group])).toEqual(
        expect.arrayContaining([
          ['县教体局', null],
          ['柳林镇', null],
          ['石门乡', null],
        ]),
      )
      expect(units).toHaveLength(3)
    })
  })

  test('a table of counts under a header of two rows, with sections and subtotals', async () => {
    await withApp(async (app) => {
      await importAll(app, [
        textFile(
          '上半年统计_导出.csv',
          '2024年上半年信息报送采用情况统计表,,,,,',
          '单位,报送情况,采用情况,,,得分',
          ',报送数,县信息,市信息快报,小计,',
          '一、乡镇（街道）,,,,,',
          '柳林镇,32,10,1,11,60',
          '东关街道办,3,1,,1,5',
          '小计,35,11,1,12,',
          '二、县直部门,,,,,',
          '县发改局,21,4,2,6,40',
          '小计,21,4,2,6,',
          '总计,56,15,3,18,',
          '说明：报送数含约稿；排名分组进行。,,,,,',
        ),
      ])
      const { total, units, halfYears, findings } = await measures(app)
      expect(total).toMatchObject({ submitted: 56, placements: 18 })
      expect(units.map(({ unit, group, submitted, placements }) => [unit, group, submitted, placements])).toEqual([
        ['柳林镇', '乡镇（街道）', 32, 11],
        ['东关街道办', '乡镇（街道）', 3, 1],
        ['县发改局', '县直部门', 21, 6],
      ])
      expect(halfYears.map(({ period, submitted }) => [period, submitted])).toEqual([['2024H1', 56]])
      expect(findings.filter(({ level }) => level !== 'info')).toEqual([])
    })
  })

  test('a JSON envelope whose items carry their adoptions, or an empty list of them', async () => {
    const item = (at: number, statusName: string, adoptions: object[]) => ({
      infoId: `X${at}`,
      deptName: ['柳林镇', '县发改局'][at % 2],
      infoTitle: `第${at}条`,
      submitTime: `2024-03-0${at} 08:12:00`,
      authorName: '张伟',
      statusName,
      adoptions,
    })
    const list = [
      item(1, '未采用', []),
      item(2, '已采用', [{ mediaName: '县信息', adoptDate: '2024-03-20', form: '单篇' }]),
      item(3, '审核中', []),
      item(4, '已采用', [
        { mediaName: '县信息', adoptDate: '2024-04-02', form: '综合' },
        { mediaName: '市信息快报', adoptDate: '2024-04-05', form: '单篇' },
      ]),
      item(5, '未采用', []),
    ]
    const text = JSON.stringify({ code: 200, msg: 'success', data: { total: list.length, pageNo: 1, list } })
    await withApp(async (app) => {
      await importAll(app, [{ name: 'export.json', mimeType: 'application/json', buffer: Buffer.from(text) }])
      const { total, outlets, findings } = await measures(app)
      expect(findings.filter(({ level }) => level !== 'info')).toEqual([])
      expect(total).toMatchObject({ submitted: 5, adopted: 2, placements: 3, pending: 1, rate: 0.4 })
      expect(Object.fromEntries(outlets.map(({ outlet, adopted }) => [outlet, adopted]))).toEqual({
        县信息: 2,
        市信息快报: 1,
      })
    })
  })

  test('a unit that sent nothing is on the page, with a dash for its rate', async () => {
    await withApp(async (app) => {
      await importAll(app, [
        textFile(
          '2024年上半年统计表.csv',
          '序号,单位,报送信息数（条）,采纳数（条）,采纳率',
          '1,东岭乡,10,4,40.00%',
          '2,城关镇,20,5,25.00%',
          '3,石桥镇,0,0,0',
        ),
      ])
      await openOverview(app)
      const ranking = app.page
        .locator('section')
        .filter({ has: app.page.getByRole('img', { name: '各单位采用率', exact: true }) })
      await ranking.getByRole('button', { name: '表格' }).click()
      const rows = await tableRows(app.page.getByRole('table'))
      expect(rows.find((row) => row['单位'] === '石桥镇')).toMatchObject({ 报送件数: '0', 采用率: '—' })
    })
  })
})
