import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import samples from '../data/samples/samples.json'
import type { MeasuresJson } from '../src/export/measuresJson'
import { codes } from './helpers/importText'
import { measureFiles } from './helpers/measureFiles'

const FOLDER = fileURLToPath(new URL('../data/samples', import.meta.url))

function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FOLDER, file)))
}

function measured(...files: string[]): Promise<MeasuresJson> {
  return measureFiles(files.map((name) => ({ name, bytes: bytesOf(name) })))
}

const figures = ({ submitted, adopted, placements, pending }: MeasuresJson['total']) => [
  submitted,
  adopted,
  placements,
  pending,
]
const outlets = (m: MeasuresJson) => m.outlets.map(({ outlet, submitted, adopted }) => [outlet, submitted, adopted])

test('every file is listed, with words in both languages, and every listed file is there', () => {
  const files = readdirSync(FOLDER).filter((name) => name !== 'samples.json' && !name.startsWith('.'))
  expect(samples.map(({ file }) => file).sort()).toEqual(files.sort())
  expect(samples.length).toBeGreaterThanOrEqual(7)
  for (const { title, note } of samples) {
    for (const text of [title.zh, title.en, note.zh, note.en]) expect(text.trim()).not.toBe('')
  }
})

test.each(samples)('$file is read as $shape, and no row of it is set aside', async ({ file, shape }) => {
  const m = await measured(file)
  expect(m.balance).toMatchObject([{ file, shape, setAside: 0, duplicates: 0 }])
  expect(m.findings.filter(({ level }) => level === 'error')).toEqual([])
})

describe('totals counted by hand', () => {
  test('第二季度登记表-GBK.csv', async () => {
    const m = await measured('第二季度登记表-GBK.csv')
    expect(m.balance[0]).toMatchObject({ encoding: 'gb18030', read: 13, used: 10, headings: 2, totals: 1 })
    expect(figures(m.total)).toEqual([10, 5, 7, null])
    expect(outlets(m)).toEqual([
      ['《青禾信息》', null, 2],
      ['青禾手机报', null, 2],
      ['《澄江日报》', null, 1],
      ['市委信息科', null, 2],
    ])
    expect(m.quarters.map(({ period, submitted }) => [period, submitted])).toEqual([['2024Q2', 10]])
    expect(m.months.map(({ period, submitted, adopted }) => [period, submitted, adopted])).toEqual([
      ['2024-04', 3, 2],
      ['2024-05', 3, 2],
      ['2024-06', 4, 1],
    ])
    expect(codes(m.findings)).toEqual([])
  })

  test('投送登记.csv', async () => {
    const m = await measured('投送登记.csv')
    expect(m.balance[0]).toMatchObject({ read: 9, used: 8, headings: 1 })
    expect(figures(m.total)).toEqual([5, 3, 4, 1])
    expect(outlets(m)).toEqual(
      expect.arrayContaining([
        ['《澄江日报》', 3, 1],
        ['市委信息科', 4, 2],
        ['青禾手机报', 1, 1],
      ]),
    )
    expect(m.units.map(({ unit, submitted, adopted }) => [unit, submitted, adopted])).toEqual([
      ['松坪乡', 2, 1],
      ['县财政局', 2, 1],
      ['枫林乡', 1, 1],
    ])
    expect(codes(m.findings)).toEqual([])
  })

  test('三月采用登记-按载体分列.csv', async () => {
    const m = await measured('三月采用登记-按载体分列.csv')
    expect(m.balance[0]).toMatchObject({ read: 9, used: 6, headings: 2, totals: 1 })
    expect(figures(m.total)).toEqual([6, 4, 7, null])
    expect(outlets(m)).toEqual([
      ['《青禾信息》', null, 3],
      ['市委信息科', null, 3],
      ['省信息专报', null, 1],
    ])
    expect(m.months.map(({ period, submitted }) => [period, submitted])).toEqual([['2024-03', 6]])
    // The year is taken from the title, and that is said.
    expect(codes(m.findings)).toEqual(['year-assumed'])
  })

  test('第三季度统计表.csv', async () => {
    const m = await measured('第三季度统计表.csv')
    expect(m.balance[0]).toMatchObject({ read: 15, used: 7, headings: 5, totals: 3 })
    expect(figures(m.total)).toEqual([100, 39, null, null])
    expect(m.total.rate).toBe(0.39)
    expect(m.units.map(({ unit, group, submitted, adopted }) => [unit, group, submitted, adopted])).toEqual([
      ['县公安局', '县直部门', 24, 9],
      ['县教育局', '县直部门', 18, 6],
      ['县财政局', '县直部门', 0, 0],
      ['县水利局', '县直部门', 11, 2],
      ['望溪镇', '乡镇街道', 27, 14],
      ['柳湾镇', '乡镇街道', 16, 5],
      ['白鹭街道', '乡镇街道', 4, 3],
    ])
    expect(codes(m.findings)).toEqual(['printed-rate-differs 11'])
    expect(m.quarters).toMatchObject([{ period: '2024Q3', submitted: 100, adopted: 39 }])
  })

  test('上半年载体统计.csv', async () => {
    const m = await measured('上半年载体统计.csv')
    expect(m.balance[0]).toMatchObject({ read: 7, used: 5, headings: 2 })
    // 69 + 3 + 21 + 8 + 14 placements; adding them up gives no rate of items.
    expect(figures(m.total)).toEqual([432, null, 115, null])
    expect(m.total.rate).toBeNull()
    expect(m.outlets[0]).toMatchObject({ outlet: '市委信息科', submitted: 432, adopted: 69, rate: 69 / 432 })
    expect(
      m.outlets.slice(1).map(({ outlet, submitted, adopted, rate }) => [outlet, submitted, adopted, rate]),
    ).toEqual([
      ['《省观察》', null, 3, null],
      ['《澄江日报》', null, 21, null],
      ['澄江手机报', null, 8, null],
      ['其他刊物', null, 14, null],
    ])
    expect(m.halfYears).toMatchObject([{ period: '2024H1', submitted: 432, placements: 115 }])
  })

  test('上半年月度统计.csv', async () => {
    const m = await measured('上半年月度统计.csv')
    expect(m.balance[0]).toMatchObject({ read: 5, used: 3, headings: 2 })
    expect(figures(m.total)).toEqual([113, 39, null, null])
    expect(m.months.map(({ submitted, adopted }) => [submitted, adopted])).toEqual([
      [19, 5],
      [10, 2],
      [21, 9],
      [20, 6],
      [19, 8],
      [24, 9],
    ])
    expect(codes(m.findings)).toEqual([])
  })

  test('系统导出.json', async () => {
    const m = await measured('系统导出.json')
    expect(m.balance[0]).toMatchObject({ read: 6, used: 6, headings: 0 })
    expect(figures(m.total)).toEqual([6, 3, 6, 1])
    expect(
      m.units.map(({ unit, group, submitted, adopted, placements }) => [unit, group, submitted, adopted, placements]),
    ).toEqual([
      ['白鹭街道', '乡镇街道', 2, 1, 2],
      ['县卫生健康局', '县直部门', 2, 1, 3],
      ['望溪镇', '乡镇街道', 2, 1, 1],
    ])
    expect(m.halfYears.map(({ period, submitted }) => [period, submitted])).toEqual([['2024H2', 6]])
    expect(codes(m.findings)).toEqual([])
  })
})

test('the two years give what a loop over their lines gives', async () => {
  const file = '信息台账-2023至2024.csv'
  const text = new TextDecoder().decode(bytesOf(file))
  const rows = text
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','))
  const count = (test: (row: string[]) => boolean): number => rows.filter(test).length
  const m = await measured(file)
  expect(rows.length).toBe(400)
  expect(m.balance[0]).toMatchObject({ encoding: 'utf-8', read: 401, used: 400, headings: 1 })
  expect(figures(m.total)).toEqual([
    400,
    count((row) => row[6] === '采用'),
    rows.reduce((sum, row) => sum + (row[7] ? row[7].split('、').length : 0), 0),
    count((row) => row[6] === '待审'),
  ])
  expect(m.total.pending).toBeGreaterThan(3)
  expect(m.halfYears.map(({ period, submitted }) => [period, submitted])).toEqual(
    [
      ['2023H1', '2023-01', '2023-06'],
      ['2023H2', '2023-07', '2023-12'],
      ['2024H1', '2024-01', '2024-06'],
      ['2024H2', '2024-07', '2024-12'],
    ].map(([period, from, to]) => [period, count((row) => row[5]!.slice(0, 7) >= from! && row[5]!.slice(0, 7) <= to!)]),
  )
  for (const { unit, submitted, adopted } of m.units) {
    expect([unit, submitted, adopted]).toEqual([
      unit,
      count((row) => row[2] === unit),
      count((row) => row[2] === unit && row[6] === '采用'),
    ])
  }
  expect(m.units).toHaveLength(12)
  expect(m.outlets).toHaveLength(5)
  expect(m.months).toHaveLength(24)
  // Alive: some months are not mature yet, and nothing has to be explained away.
  expect(m.months.some(({ mature }) => mature === false)).toBe(true)
  expect(m.findings.filter(({ level }) => level !== 'info')).toEqual([])
})

test('all of them together keep the laws and are one workspace', async () => {
  const m = await measured(...samples.map(({ file }) => file))
  expect(m.balance).toHaveLength(samples.length)
  for (const { read, used, setAside, blank, headings, totals, duplicates } of m.balance) {
    expect(used + setAside + blank + headings + totals + duplicates).toBe(read)
  }
})
