import { describe, expect, test } from 'vitest'
import { formatDay } from '../../src/time/day'
import { codes, imported, measuresOf } from '../helpers/importText'

/** Ledgers as offices write them: headers and layouts that were read wrongly once. Cells stand between |; numbers counted by hand. */
const text = (rows: string): string => rows.replace(/\|/g, '\t')
const measured = (rows: string, name: string) => measuresOf({ [name]: text(rows) })

type Figures = [submitted: number | null, adopted: number | null, placements?: number | null]

describe('words of counted tables', () => {
  test.each<[string, string, Figures]>([
    ['采稿', '支部名称|来稿|采稿|采稿率\n一支部|20|5|25%', [20, 5]],
    ['上稿', '学校|投稿数|上稿数|上稿率\n一中|20|5|25%', [20, 5]],
    ['录取', '单位|上报篇数|录取篇数|录取率\n甲局|20|5|25%', [20, 5]],
    ['通过', '单位|提交数|通过数|通过率\n甲局|20|5|25%', [20, 5]],
    ['实报', '被考核单位|应报数|实报数|采用数|采用率\n甲局|10|20|5|25%', [20, 5]],
    ['其中', '单位|报送数量（篇）|其中：采用\n甲局|20|5', [20, 5]],
    ['篇次', '单位|采用篇次\n甲局|3\n乙局|1', [null, 4]],
    ['a bare total beside adoptions', '单位|信息总数|采用总数\n甲局|20|5\n乙局|4|4', [24, 9]],
    ['总数 beside adoptions', '单位|总数|采用\n甲局|20|5\n乙局|4|4', [24, 9]],
    ['条数 under a title of adoptions', '2024年上半年信息采用情况|\n单位|条数\n甲局|9\n乙局|3', [null, 12]],
    ['数量 under a title of submissions', '2024年上半年信息报送情况|\n单位|数量\n甲局|9\n乙局|3', [12, null]],
    ['both in one cell', '单位|报送/采用\n甲局|9/3\n乙局|3/0', [12, 3]],
    ['forms are no outlets', '单位|报送数|采用数|单篇采用|综合采用\n甲局|9|3|1|2', [9, 3, null]],
    ['one unknown heading', '单位|信息工作|\n|报送|采用\n甲局|9|3', [9, 3]],
    ['合计 alone below 采用', '单位|报送情况|采用情况|\n||合计|采用率\n甲局|20|5|25%', [20, 5]],
    ['a stroke inside brackets', '单位|报送数（条/篇）|采用数（条/篇）\n甲局|20|5', [20, 5]],
  ])('%s', async (_, rows, [submitted, adopted, placements]) => {
    const { total } = await measured(rows, '2024年3月.csv')
    expect([total.submitted, total.adopted]).toEqual([submitted, adopted])
    if (placements !== undefined) expect(total.placements).toBe(placements)
  })

  test('a bare total that was taken for submissions is to be looked at', async () => {
    const { sheets } = await imported(text('单位|信息总数|采用总数\n甲局|20|5'), '2024年3月.csv')
    expect(sheets[0]!.findings).toMatchObject([
      { code: 'header-unsure', column: 'B', detail: 'guessed-submittedCount' },
    ])
  })

  test.each([
    ['上月', '单位|上月报送|上月采用|本月报送|本月采用\n甲局|9|9|20|5'],
    ['去年同期 as a heading', '单位|本月||去年同期|\n|报送|采用|报送|采用\n甲局|20|5|8|8'],
    ['累计 as a heading', '单位|本月||累计|\n|报送|采用|报送|采用\n甲局|20|5|60|15'],
  ])('numbers of another period are not counted: %s', async (_, rows) => {
    const { total, findings } = await measured(rows, '2024年3月.csv')
    expect(total).toMatchObject({ submitted: 20, adopted: 5 })
    expect(findings).toEqual([])
  })
})

describe('outlets in columns', () => {
  const outletsOf = async (rows: string) =>
    Object.fromEntries(
      (await measured(rows, '2024年3月.csv')).outlets.map(({ outlet, submitted, adopted }) => [
        outlet,
        [submitted, adopted],
      ]),
    )

  test('an unknown heading over a number and its points', async () => {
    expect(await outletsOf('单位|政务网||市日报||总分\n|条数|得分|条数|得分|\n甲局|3|6|2|2|8')).toEqual({
      政务网: [null, 3],
      市日报: [null, 2],
    })
  })

  test('each with what was submitted to it', async () => {
    const rows = '单位|日报||快报|\n|报送|采用|报送|采用\n甲局|9|3|20|5\n乙局|1|0|2|1\n合计|10|3|22|6'
    expect(await outletsOf(rows)).toEqual({ 日报: [10, 3], 快报: [22, 6] })
    const { total, units, findings } = await measured(rows, '2024年3月.csv')
    expect(total).toMatchObject({ submitted: null, adopted: null, placements: 9 })
    expect(units.map(({ unit, placements }) => [unit, placements])).toEqual([
      ['甲局', 8],
      ['乙局', 1],
    ])
    expect(codes(findings)).not.toContain('printed-total-differs 6')
  })

  test('«其中省级采用» is 省级', async () => {
    expect(await outletsOf('单位|报送量|采用量|其中省级采用|其中市级采用\n甲局|9|3|1|2')).toEqual({
      省级: [null, 1],
      市级: [null, 2],
    })
  })
})

describe('periods in headers', () => {
  const periodsOf = async (rows: string, name: string) => {
    const { sheets } = await imported(text(rows), name)
    expect(sheets[0]!.findings.filter(({ code }) => code === 'printed-total-differs')).toEqual([])
    return sheets[0]!.facts.counts.map(
      ({ span, submitted, adopted }) =>
        `${span ? `${formatDay(span.from)}~${formatDay(span.to - 1)}` : 'none'} ${submitted}/${adopted}`,
    )
  }

  test.each<[string, string, string, string[]]>([
    [
      'two years side by side',
      '表.csv',
      '单位|2023年报送数|2023年采用数|2024年报送数|2024年采用数\n甲局|9|3|20|5',
      ['2023-01-01~2023-12-31 9/3', '2024-01-01~2024-12-31 20/5'],
    ],
    [
      'years over counts',
      '表.csv',
      '单位|2023年||2024年|\n|报送|采用|报送|采用\n甲局|9|3|20|5',
      ['2023-01-01~2023-12-31 9/3', '2024-01-01~2024-12-31 20/5'],
    ],
    [
      'months with their year',
      '表.csv',
      '单位名称|2024年1月|2024年2月\n甲局|3/1|2/0',
      ['2024-01-01~2024-01-31 3/1', '2024-02-01~2024-02-29 2/0'],
    ],
    [
      'quarters alone, and their sum',
      '2024年.csv',
      '单位|一季度|二季度|上半年合计\n甲局|3|2|5',
      ['2024-01-01~2024-03-31 3/null', '2024-04-01~2024-06-30 2/null'],
    ],
    [
      'half-years',
      '2024年.csv',
      '单位|上半年|下半年\n甲局|20/5|10/1',
      ['2024-01-01~2024-06-30 20/5', '2024-07-01~2024-12-31 10/1'],
    ],
    [
      'a range of months',
      '2024年.csv',
      '单位|1-2月报送|1-2月采用|3月报送|3月采用\n甲局|20|5|10|1',
      ['2024-01-01~2024-02-29 20/5', '2024-03-01~2024-03-31 10/1'],
    ],
    [
      'a quarter beside its months repeats them',
      '2024年.csv',
      '单位|1月|2月|3月|一季度|4月|5月|6月|二季度|上半年\n甲局|1|2|3|6|1|1|1|3|9',
      [1, 2, 3, 4, 5, 6].map(
        (month) =>
          `2024-0${month}-01~2024-0${month}-${[31, 29, 31, 30, 31, 30][month - 1]} ${[1, 2, 3, 1, 1, 1][month - 1]}/null`,
      ),
    ],
    [
      'a half-year in a table of which only the year is known',
      '2024年.csv',
      '单位|上半年报送数|上半年采用数\n甲局|20|5',
      ['2024-01-01~2024-06-30 20/5'],
    ],
    [
      'a month narrower than the quarter of the title',
      '2024年第一季度.csv',
      '单位|3月报送数|3月采用数\n甲局|20|5',
      ['2024-03-01~2024-03-31 20/5'],
    ],
    [
      'plain numbers under a title of adoptions',
      '表.csv',
      '2024年信息采用条数统计||\n单位|1月|2月\n甲局|3|2',
      ['2024-01-01~2024-01-31 null/3', '2024-02-01~2024-02-29 null/2'],
    ],
    ['年 and 月 in columns', '表.csv', '年|月|单位|报送|采用\n2024|1|甲局|3|1', ['2024-01-01~2024-01-31 3/1']],
  ])('%s', async (_, name, rows, expected) => {
    expect(await periodsOf(rows, name)).toEqual(expected)
  })

  test('a wrong sum of a quarter is told', async () => {
    const { sheets } = await imported(text('单位|1月|2月|3月|一季度\n甲局|1|2|3|7'), '2024年.csv')
    expect(sheets[0]!.findings.filter(({ code }) => code === 'printed-total-differs')).toMatchObject([
      { row: 2, column: 'E', params: { printed: 7, computed: 6 } },
    ])
  })

  test('a column that a person makes a pair without any month is of the period of the table', async () => {
    const { sheets } = await imported(text('单位|情况|采用数\n甲局|3/1|1'), '2024年3月.csv', [
      { columns: { 1: { role: 'pair' } } },
    ])
    expect(sheets[0]!.facts.counts).toMatchObject([{ submitted: 3, adopted: 1 }])
    expect(formatDay(sheets[0]!.facts.counts[0]!.span!.from)).toBe('2024-03-01')
  })
})

describe('item logs', () => {
  const logged = async (rows: string) => {
    const { total, outlets, findings } = await measured(rows, '表.csv')
    const figures = [total.submitted, total.adopted, total.placements]
    return { figures, outlets: outlets.map(({ outlet, submitted, adopted }) => [outlet, submitted, adopted]), findings }
  }

  test('outlets in numbered columns', async () => {
    const { figures } = await logged(
      '标题|单位|报送日期|采用载体1|采用载体2\n某事一|甲局|2024-03-05|日报|快报\n某事二|乙局|2024-03-06||',
    )
    expect(figures).toEqual([2, 1, 2])
  })

  test('«采用刊物及期号»', async () => {
    const { figures } = await logged(
      '标题|部门|报送日期|采用刊物及期号\n某事一|甲局|2024-03-05|《动态》第3期\n某事二|乙局|2024-03-06|',
    )
    expect(figures).toEqual([2, 1, 1])
  })

  test('where it was sent, in other words', async () => {
    const { figures, outlets } = await logged(
      '日期|部门|题目|投稿去向|结果\n2024-03-05|甲局|某事一|日报|已刊登\n2024-03-06|乙局|某事二|日报|未刊登\n2024-03-07|乙局|某事三|快报|待定',
    )
    expect(figures).toEqual([3, 1, 1])
    expect(outlets).toEqual([
      ['日报', 2, 1],
      ['快报', 1, 0],
    ])
  })

  test.each([
    ['采用级别', '县|市|省'],
    ['采用刊物', '日报|网站|快报'],
  ])('ticks below %s', async (heading, names) => {
    const { figures } = await logged(
      `标题|单位|报送日期|${heading}||\n|||${names}\n某事一|甲局|2024-03-05|√|1|\n某事二|乙局|2024-03-06|||√\n某事三|乙局|2024-03-06|||`,
    )
    expect(figures).toEqual([3, 2, 3])
  })

  test('an issue in place of a tick', async () => {
    const { figures } = await logged(
      '标题|单位|报送日期|《动态》|《要情》|日报\n某事一|甲局|2024-03-05|√|第3期|1\n某事二|乙局|2024-03-06|1||',
    )
    expect(figures).toEqual([2, 2, 4])
  })

  const adoptedOn = async (rows: string) => {
    const { facts } = (await imported(text(rows), '表.csv')).sheets[0]!
    return Array.from(
      facts.adoptions.outlet,
      (outlet, i) => `${facts.outlets[outlet]} ${formatDay(facts.adoptions.from[i]!)}`,
    )
  }

  test('days of adoption in place of ticks', async () => {
    const rows =
      '标题|单位|报送日期|县级采用时间|《要情》\n某事一|甲局|2024-03-05|2024-03-08|3月12日\n某事二|乙局|2024-03-06||2024-04-01'
    expect(await adoptedOn(`2024年台账||||\n${rows}`)).toEqual([
      '县级 2024-03-08',
      '《要情》 2024-03-12',
      '《要情》 2024-04-01',
    ])
  })

  test('each outlet with its own day beside it', async () => {
    expect(
      await adoptedOn(
        '标题|单位|报送日期|采用载体|采用日期|采用载体|采用日期\n某事一|甲局|2024-03-05|日报|2024-03-06|快报|2024-03-07\n某事二|乙局|2024-03-06||||',
      ),
    ).toEqual(['日报 2024-03-06', '快报 2024-03-07'])
  })
})

describe('targets in other words', () => {
  const tasksOf = async (rows: string) => {
    const [sheet] = (await imported(text(rows), '2024年.csv')).sheets
    return sheet!.facts.tasks.map(({ every, low, measure }) => `${every} ${low} ${measure}`)
  }

  test.each<[string, string[]]>([
    ['单位|每月最低报送数|全年最低采用数\n甲局|2|6', ['month 2 submitted', 'year 6 adopted']],
    ['单位|任务数（条/月）\n甲局|2', ['month 2 submitted']],
    ['单位|应报信息（条/月）|应采用（条/年）\n甲局|2|3', ['month 2 submitted', 'year 3 adopted']],
    ['单位|计划数|计划采用\n甲局|2|1', ['once 2 submitted', 'once 1 adopted']],
    ['责任科室|责任人|上半年目标|下半年目标\n甲科|张某|6|7', ['once 6 submitted', 'once 7 submitted']],
    ['2024年信息工作任务分解表||\n单位|一季度|二季度\n甲局|2|3', ['once 2 submitted', 'once 3 submitted']],
    ['单位|目标任务||\n|月|季|年\n甲局|2|6|24', ['month 2 submitted', 'quarter 6 submitted', 'year 24 submitted']],
  ])('%s', async (rows, expected) => {
    expect(await tasksOf(rows)).toEqual(expected)
  })

  test('months beside a target are what was done in them', async () => {
    const { total } = await measured('单位|年度任务|1月|2月\n甲局|12|3|2', '2024年.csv')
    expect(total.submitted).toBe(5)
  })
})

describe('numbers that nothing uses', () => {
  test('are told with their column', async () => {
    const { sheets } = await imported(
      text('序号|单位|任务数|完成数|完成率|采用数|备注\n1|甲局|10|9|90%|3|好\n2|乙局|10|8|80%|3|'),
      '2024年3月.csv',
    )
    expect(sheets[0]!.facts.counts.map(({ adopted }) => adopted)).toEqual([3, 3])
    expect(sheets[0]!.findings.filter(({ code }) => code === 'header-unsure')).toMatchObject([
      { level: 'info', column: 'D', value: '完成数', detail: 'unused-numbers' },
    ])
  })

  test('but not ranks, points, rates, totals, running numbers and what is known to be no count', async () => {
    const { findings } = await measured(
      '|单位|排名|报送数|采用数|采用率|得分|人数|同比|联系电话\n1|甲局|1|20|5|25%|8|30|3|6231\n2|乙局|2|4|1|25%|2|10|1|6232',
      '2024年3月.csv',
    )
    expect(findings).toEqual([])
  })
})
