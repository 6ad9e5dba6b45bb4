import { describe, expect, test } from 'vitest'
import { codes, lines, measuresOf } from '../helpers/importText'

const HEAD = '单位,标题,报送日期,采用载体'

describe('remarks that set nothing aside', () => {
  test('a secrecy mark other than 普通', async () => {
    const m = await measuresOf(
      lines(
        `${HEAD},密级`,
        '甲局,某事一,2024-03-05,日报,秘密',
        '甲局,某事二,2024-03-06,,普通',
        '甲局,某事三,2024-03-07,,',
        '甲局,某事四,2024-03-08,,机密★',
      ),
    )
    expect(codes(m.findings)).toEqual(['secret-marked 2', 'secret-marked 5'])
    expect(m.findings[0]).toMatchObject({ level: 'warning', column: 'E', value: '秘密' })
    expect(m.total).toMatchObject({ submitted: 4, adopted: 1 })
  })

  test('cells beyond the header: a comma in a title pushed them there', async () => {
    const m = await measuresOf(
      lines(HEAD, '甲局,某事一,2024-03-05,日报', '甲局,某事二,2024-03-06,', '乙局,某事三,2024-03-07,手机报,多出来的'),
    )
    expect(m.findings.filter(({ code }) => code === 'field-count')).toMatchObject([
      { level: 'warning', row: 4, column: 'E' },
    ])
    expect(m.total).toMatchObject({ submitted: 3, adopted: 2 })
  })

  test('empty cells beyond the header are nothing', async () => {
    const m = await measuresOf(lines(HEAD, '甲局,某事一,2024-03-05,日报,,', '甲局,某事二,2024-03-06,,,'))
    expect(codes(m.findings)).toEqual([])
  })
})

test('a clean ledger has nothing to remark', async () => {
  const m = await measuresOf(lines(HEAD, '甲局,某事一,2024-03-05,日报', '乙局,某事二,2024-12-31,'))
  expect(m.findings).toEqual([])
})

describe('tables beside each other', () => {
  test('months that a summary sheet repeats are counted once', async () => {
    const m = await measuresOf({
      '2024年1月.csv': lines('单位,报送数,采用数', '甲局,3,1', '乙局,4,2'),
      '2024年2月.csv': lines('单位,报送数,采用数', '甲局,3,1', '乙局,5,2'),
      '2024年上半年.csv': lines('单位,报送数,采用数', '甲局,6,2', '乙局,9,4'),
    })
    expect(m.total).toMatchObject({ submitted: 15, adopted: 6 })
    expect(m.months.map(({ period, submitted }) => [period, submitted])).toEqual([
      ['2024-01', 7],
      ['2024-02', 8],
    ])
    expect(codes(m.findings)).toEqual(['overlap 2', 'overlap 3'])
  })

  test('a month a file takes its year from the name', async () => {
    const file = (month: number): string =>
      lines(HEAD, `甲局,某事${month},${month}月5日,日报`, `乙局,别事${month},${month}月28日,`)
    const m = await measuresOf({ '2024年1月.csv': file(1), '2023年12月.csv': file(12) })
    expect(m.months.map(({ period, submitted, adopted }) => [period, submitted, adopted])).toEqual([
      ['2023-12', 2, 1],
      ['2024-01', 2, 1],
    ])
    expect(codes(m.findings)).toEqual(['year-assumed', 'year-assumed'])
  })
})
