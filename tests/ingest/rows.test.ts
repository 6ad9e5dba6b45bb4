import { describe, expect, test } from 'vitest'
import { NOT_ADOPTED, ADOPTED, PENDING } from '../../src/model/facts'
import { codes, imported, lines, measuresOf } from '../helpers/importText'

async function only(text: string, name?: string) {
  const { sheets } = await imported(text, name)
  if (!sheets[0]) throw new Error('no table')
  return sheets[0]
}

describe('a row that cannot be counted is set aside with its row and reason', () => {
  test('in an item log', async () => {
    const sheet = await only(
      lines(
        '单位,标题,报送日期,状态',
        '甲局,某事一,2024-03-05,采用',
        ',某事二,2024-03-05,采用',
        '甲局,某事三,,采用',
        '甲局,某事四,2024-02-30,采用',
        '甲局,某事五,201*-03-05,采用',
        '甲局,某事六,2024-03-05,转有关部门',
        '',
        '甲局,某事七,2024-12-31,未采用',
      ),
    )
    expect(sheet.balance).toMatchObject({ read: 9, used: 2, setAside: 5, blank: 1, headings: 1 })
    expect(codes(sheet.findings)).toEqual([
      'unit-missing 3',
      'date-missing 4',
      'date-invalid 5',
      'date-masked 6',
      'value-unknown 7',
    ])
    expect(sheet.findings[2]).toMatchObject({
      column: 'C',
      value: '2024-02-30',
      cells: ['甲局', '某事四', '2024-02-30', '采用'],
    })
  })

  test('in a counted table', async () => {
    const sheet = await only(
      lines(
        '单位,报送数,采用数',
        '甲局,20,5',
        ',1,1',
        '乙局,十几,1',
        '丙局,12/3,1',
        '丁局,#N/A,1',
        '戊局,,',
        '己局,3,5',
      ),
      '2024年上半年.csv',
    )
    expect(sheet.balance).toMatchObject({ read: 8, used: 2, setAside: 5, headings: 1 })
    expect(codes(sheet.findings)).toEqual([
      'unit-missing 3',
      'number-invalid 4',
      'date-in-count-column 5',
      'error-cell 6',
      'number-invalid 7',
      'adopted-exceeds-submitted 8',
    ])
  })
})

describe('inside a row', () => {
  test('采用=是 without an outlet is one placement in «未注明»', async () => {
    const m = await measuresOf(
      lines(
        '单位,标题,报送日期,是否采用,采用载体',
        '甲局,某事一,2024-03-05,是,',
        '甲局,某事二,2024-03-05,否,',
        '甲局,某事三,2024-03-06,是,日报',
      ),
    )
    expect(m.total).toMatchObject({ submitted: 3, adopted: 2, placements: 2 })
    expect(m.outlets.map(({ outlet, adopted }) => [outlet, adopted])).toEqual(
      expect.arrayContaining([
        ['未注明', 1],
        ['日报', 1],
      ]),
    )
  })

  test('采用=否 with an outlet is a conflict that the flag wins, where most such rows name none', async () => {
    const m = await measuresOf(
      lines(
        '单位,标题,报送日期,是否采用,采用载体',
        '甲局,某事一,2024-03-05,是,日报',
        '甲局,某事二,2024-03-05,否,日报',
        '甲局,某事三,2024-03-06,否,',
        '甲局,某事四,2024-03-06,否,',
      ),
    )
    expect(m.total).toMatchObject({ submitted: 4, adopted: 1, placements: 1 })
    expect(m.findings.filter(({ code }) => code === 'flag-conflict')).toMatchObject([{ row: 3, level: 'warning' }])
  })

  test('and a target where most of them name one', async () => {
    const m = await measuresOf(
      lines(
        '单位,标题,报送日期,是否采用,载体',
        '甲局,某事一,2024-03-05,是,日报',
        '甲局,某事二,2024-03-05,否,日报',
        '甲局,某事三,2024-03-06,否,手机报',
      ),
    )
    expect(m.total).toMatchObject({ submitted: 3, adopted: 1, placements: 1 })
    expect(m.outlets).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ outlet: '日报', submitted: 2, adopted: 1, rate: 0.5 }),
        expect.objectContaining({ outlet: '手机报', submitted: 1, adopted: 0, rate: 0 }),
      ]),
    )
  })

  test('states', async () => {
    const sheet = await only(
      lines(
        '单位,标题,报送日期,状态',
        '甲局,某事一,2024-03-05,采用',
        '甲局,某事二,2024-03-05,待定',
        '甲局,某事三,2024-03-05,退稿',
        '甲局,某事四,2024-03-05,',
      ),
    )
    expect([...sheet.facts.items.state]).toEqual([ADOPTED, PENDING, NOT_ADOPTED, NOT_ADOPTED])
  })

  test('an adoption before its submission is told', async () => {
    const sheet = await only(
      lines(
        '单位,标题,报送日期,采用载体,采用日期',
        '甲局,某事一,2024-03-05,日报,2024-03-04',
        '甲局,某事二,2024-03-05,,',
      ),
    )
    expect(codes(sheet.findings)).toEqual(['adopted-before-submitted 2'])
  })
})

describe('which measures a log knows', () => {
  test('a yes/no column is no status column', async () => {
    for (const [yes, no] of [
      ['是', '否'],
      ['采用', '未采用'],
      ['√', ''],
      ['采用', '没有采用'],
      ['已采用', '未被采用'],
    ]) {
      const m = await measuresOf(
        lines('单位,标题,报送日期,状态', `甲局,某事一,2024-03-05,${yes}`, `甲局,某事二,2024-03-05,${no}`),
      )
      expect([yes, no, m.total.submitted, m.total.adopted, m.total.pending]).toEqual([yes, no, 2, 1, null])
    }
  })

  test('one undecided value makes it one', async () => {
    const m = await measuresOf(
      lines(
        '单位,标题,报送日期,是否采用',
        '甲局,某事一,2024-03-05,是',
        '甲局,某事二,2024-03-05,否',
        '甲局,某事三,2024-03-05,待定',
      ),
    )
    expect(m.total).toMatchObject({ submitted: 3, adopted: 1, pending: 1 })
  })

  test('a log of adopted rows only does not know what was submitted', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `甲局,第${i}件,日报,2024-03-${String(i + 1).padStart(2, '0')}`)
    const m = await measuresOf(lines('单位,标题,采用载体,采用日期', ...rows))
    expect(m.total).toMatchObject({ submitted: null, adopted: 12, placements: 12, rate: null, pending: null })
    expect(m.findings.map(({ code }) => code)).toContain('measure-unknown')
  })

  test('a log without any word of adoption does not know it', async () => {
    const m = await measuresOf(lines('单位,标题,报送日期', '甲局,某事一,2024-03-05', '乙局,某事二,2024-03-06'))
    expect(m.total).toMatchObject({ submitted: 2, adopted: null, placements: null, rate: null, pending: null })
  })
})

describe('cells left blank as if merged', () => {
  test('are filled down where most of the sheet shows the pattern', async () => {
    const m = await measuresOf(
      lines(
        '单位,标题,报送日期,采用载体',
        '甲局,某事一,2024-03-05,日报',
        ',某事二,2024-03-05,',
        ',某事三,2024-03-06,',
        '乙局,某事四,2024-03-06,日报',
        ',某事五,2024-03-07,',
      ),
    )
    expect(m.units.map(({ unit, submitted }) => [unit, submitted])).toEqual([
      ['甲局', 3],
      ['乙局', 2],
    ])
  })

  test('and set aside where they are gaps', async () => {
    const rows = Array.from({ length: 8 }, (_, i) => `甲局,第${i}件,2024-03-05,`)
    const m = await measuresOf(lines('单位,标题,报送日期,采用载体', ...rows, ',缺,2024-03-05,日报'))
    expect(m.total.submitted).toBe(8)
    expect(m.balance[0]).toMatchObject({ used: 8, setAside: 1 })
  })

  test('one gap among units that never repeat is a gap too', async () => {
    const rows = [...'甲乙丙丁戊己庚辛'].map((unit, i) => `${unit}局,第${i}件,2024-03-05,`)
    const m = await measuresOf(lines('单位,标题,报送日期,采用载体', ...rows, ',缺了单位,2024-03-05,日报'))
    expect(m.total.submitted).toBe(8)
    expect(m.units).toHaveLength(8)
    expect(codes(m.findings)).toEqual(['unit-missing 10'])
  })
})

describe('printed totals are checks, never facts', () => {
  test('differences are reported and nothing is overwritten', async () => {
    const m = await measuresOf({
      '2024年上半年.csv': lines('单位,报送数,采用数,采用率', '甲局,20,5,25%', '乙局,10,5,50%', '合计,31,10,33.3%'),
    })
    expect(m.total).toMatchObject({ submitted: 30, adopted: 10 })
    expect(codes(m.findings)).toEqual(['printed-total-differs 4'])
    expect(m.findings[0]).toMatchObject({ column: 'B', value: '31' })
  })

  test('also where they print less than there is', async () => {
    const m = await measuresOf({
      '2024年上半年.csv': lines('单位,报送数,采用数', '甲局,20,5', '乙局,10,5', '合计,29,9'),
    })
    expect(m.total).toMatchObject({ submitted: 30, adopted: 10 })
    expect(codes(m.findings)).toEqual(['printed-total-differs 4', 'printed-total-differs 4'])
  })

  test('a 累计 column counts nothing', async () => {
    const m = await measuresOf({
      '2024年3月.csv': lines('单位,报送数,采用数,累计报送数,累计采用数', '甲局,20,5,60,15', '乙局,10,5,30,9'),
    })
    expect(m.total).toMatchObject({ submitted: 30, adopted: 10 })
  })
})

describe('hostile names are ordinary units', () => {
  test.each([
    '__proto__',
    'constructor',
    'toString',
    '<img src=x onerror=alert(1)>',
    '=HYPERLINK("x")',
    '{{7*7}}',
    '𠮷野',
    '\u202e反',
  ])('%j', async (name) => {
    const cell = `"${name.replace(/"/g, '""')}"`
    const m = await measuresOf(
      lines('单位,标题,报送日期,采用载体', `${cell},某事一,2024-03-05,${cell}`, '甲局,某事二,2024-03-05,'),
    )
    expect(m.units.map(({ unit, submitted }) => [unit, submitted])).toEqual([
      [name, 1],
      ['甲局', 1],
    ])
    expect(m.outlets.map(({ outlet }) => outlet)).toEqual([name])
  })
})
