import { describe, expect, test } from 'vitest'
import { codes, lines, measuresOf } from '../helpers/importText'

const HEAD = '编号,标题,报送单位,报送载体,报送日期,状态,采用日期'

describe('one item sent to several outlets', () => {
  test('by its number', async () => {
    const m = await measuresOf(
      lines(
        HEAD,
        'X1,某事一,甲局,日报,2024-03-05,采用,2024-03-09',
        'X1,某事一,甲局,手机报,2024-03-05,未采用,',
        'X1,某事一,甲局,州日报,2024-03-05,采用,2024-03-11',
        'X2,某事二,甲局,日报,2024-03-06,未采用,',
      ),
    )
    expect(m.total).toMatchObject({ submitted: 2, adopted: 1, placements: 2, rate: 0.5 })
    expect(m.outlets.find(({ outlet }) => outlet === '日报')).toMatchObject({ submitted: 2, adopted: 1, rate: 0.5 })
    expect(m.outlets.find(({ outlet }) => outlet === '手机报')).toMatchObject({ submitted: 1, adopted: 0, rate: 0 })
    expect(m.balance[0]).toMatchObject({ used: 4, duplicates: 0 })
  })

  test('by title, unit and day where there is no number', async () => {
    const m = await measuresOf(
      lines(
        '标题,报送单位,报送载体,报送日期,状态',
        '某事一,甲局,日报,2024-03-05,采用',
        '某事一,甲局,手机报,2024-03-05,未采用',
        '某事一,甲局,日报,2024-03-06,未采用',
        '某事一,乙局,日报,2024-03-05,未采用',
      ),
    )
    // Another day and another unit are other items.
    expect(m.total).toMatchObject({ submitted: 3, adopted: 1, placements: 1 })
    expect(m.units.map(({ unit, submitted, adopted }) => [unit, submitted, adopted])).toEqual([
      ['甲局', 2, 1],
      ['乙局', 1, 0],
    ])
  })

  test('different numbers are different items, whatever their titles', async () => {
    const m = await measuresOf(
      lines(HEAD, 'X1,工作简讯,甲局,日报,2024-03-05,采用,', 'X2,工作简讯,甲局,手机报,2024-03-05,未采用,'),
    )
    expect(m.total).toMatchObject({ submitted: 2, adopted: 1 })
  })

  test('a number that unit or title contradict joins nothing', async () => {
    const m = await measuresOf(
      lines(
        HEAD,
        'X1,某事一,甲局,日报,2024-03-05,采用,',
        'X1,某事二,甲局,日报,2024-03-05,未采用,',
        'X1,某事一,乙局,日报,2024-03-05,未采用,',
      ),
    )
    expect(m.total).toMatchObject({ submitted: 3, adopted: 1 })
  })

  test('序号 only counts rows', async () => {
    const m = await measuresOf(
      lines(
        '序号,标题,单位,报送日期,采用载体',
        '1,某事一,甲局,2024-03-05,日报',
        '1,某事二,甲局,2024-03-05,',
        '2,某事三,甲局,2024-03-05,',
      ),
    )
    expect(m.total).toMatchObject({ submitted: 3, adopted: 1 })
  })

  test('is pending when none is adopted and one is undecided', async () => {
    const m = await measuresOf(
      lines(
        HEAD,
        'X1,某事一,甲局,日报,2024-03-05,待定,',
        'X1,某事一,甲局,手机报,2024-03-05,未采用,',
        'X2,某事二,甲局,日报,2024-03-05,待定,',
        'X2,某事二,甲局,手机报,2024-03-05,采用,',
        'X3,某事三,甲局,手机报,2024-03-05,未采用,',
      ),
    )
    expect(m.total).toMatchObject({ submitted: 3, adopted: 1, pending: 1 })
  })

  test('adopted on its first day', async () => {
    const text = lines(
      HEAD,
      'X1,某事一,甲局,日报,2024-03-05,采用,2024-05-09',
      'X1,某事一,甲局,手机报,2024-03-05,采用,2024-04-30',
    )
    const m = await measuresOf(text, 'adopted')
    expect(m.months.map(({ period, adopted, placements }) => [period, adopted, placements])).toEqual([
      ['2024-03', 0, 0],
      ['2024-04', 1, 1],
      ['2024-05', 0, 1],
    ])
  })
})

describe('the same outlet twice is once', () => {
  test('in one cell', async () => {
    const m = await measuresOf(
      lines('标题,单位,报送日期,采用载体', '某事一,甲局,2024-03-05,日报、日报、手机报', '某事二,甲局,2024-03-05,'),
    )
    expect(m.total).toMatchObject({ submitted: 2, adopted: 1, placements: 2 })
  })

  test('in two rows of one item', async () => {
    const m = await measuresOf(
      lines(
        HEAD,
        'X1,某事一,甲局,日报,2024-03-05,采用,2024-03-09',
        'X1,某事一,甲局,日报,2024-03-05,采用,2024-03-10',
        'X2,某事二,甲局,日报,2024-03-05,退稿,',
      ),
    )
    expect(m.total).toMatchObject({ submitted: 2, adopted: 1, placements: 1 })
    expect(m.outlets).toMatchObject([{ outlet: '日报', submitted: 2, adopted: 1 }])
  })

  test('in spellings that are folded', async () => {
    const m = await measuresOf(
      lines(
        '标题,单位,报送日期,采用载体',
        '某事一,甲局,2024-03-05,《日报》、日报第3期',
        '某事二,甲局,2024-03-06,《日报》',
        '某事三,甲局,2024-03-06,',
      ),
    )
    expect(m.total).toMatchObject({ adopted: 2, placements: 2 })
    expect(m.outlets).toMatchObject([{ outlet: '《日报》', adopted: 2 }])
  })
})

describe('a row that repeats another in all fields', () => {
  const row = '某事一,甲局,2024-03-05,日报'
  const head = '标题,单位,报送日期,采用载体'

  test('is a duplicate and told', async () => {
    const m = await measuresOf(lines(head, row, '某事二,甲局,2024-03-05,', row))
    expect(m.total).toMatchObject({ submitted: 2, adopted: 1, placements: 1 })
    expect(m.balance[0]).toMatchObject({ read: 4, used: 2, duplicates: 1, headings: 1 })
    expect(codes(m.findings)).toEqual(['duplicate-row 4'])
  })

  test('also across files', async () => {
    const m = await measuresOf({
      'a.csv': lines(head, row, '某事二,甲局,2024-03-05,'),
      'b.csv': lines(head, row, '某事三,甲局,2024-03-05,'),
    })
    expect(m.total).toMatchObject({ submitted: 3, adopted: 1, placements: 1 })
    expect(m.findings.filter(({ code }) => code === 'duplicate-row')).toMatchObject([{ file: 'b.csv', row: 2 }])
    expect(m.balance.map(({ used, duplicates }) => [used, duplicates])).toEqual([
      [2, 0],
      [1, 1],
    ])
  })

  test('rows without title and number are never merged', async () => {
    const m = await measuresOf(
      lines('单位,报送日期,采用载体', '甲局,2024-03-05,日报', '甲局,2024-03-05,日报', '甲局,2024-03-05,'),
    )
    expect(m.total).toMatchObject({ submitted: 3, adopted: 2, placements: 2 })
    expect(m.balance[0]).toMatchObject({ duplicates: 0 })
  })

  test('across files one item keeps the outlets of both', async () => {
    const m = await measuresOf({
      'a.csv': lines(head, row, '某事二,甲局,2024-03-05,'),
      'b.csv': lines(head, '某事一,甲局,2024-03-05,手机报', '某事三,甲局,2024-03-05,'),
    })
    expect(m.total).toMatchObject({ submitted: 3, adopted: 1, placements: 2 })
  })
})

describe('tables side by side', () => {
  test('a physical row is a duplicate when all of its items are', async () => {
    const head = '单位,标题,报送日期,单位,标题,报送日期'
    const one = '甲局,某事一,2024-03-05,乙局,某事二,2024-03-06'
    const m = await measuresOf({
      'a.csv': lines(head, one, '丙局,某事三,2024-03-07,丁局,某事四,2024-03-08'),
      'b.csv': lines(head, one, '甲局,某事一,2024-03-05,戊局,某事五,2024-03-09'),
    })
    expect(m.total.submitted).toBe(5)
    expect(m.balance.map(({ used, duplicates }) => [used, duplicates])).toEqual([
      [2, 0],
      [1, 1],
    ])
  })
})
