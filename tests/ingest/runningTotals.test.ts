import { expect, test } from 'vitest'
import { formatDay } from '../../src/time/day'
import { imported, lines } from '../helpers/importText'

async function runningOf(text: string, name = '2024年3月.csv'): Promise<string[]> {
  const { sheets } = await imported(text, name)
  const { facts } = sheets[0]!
  return facts.running.map(
    ({ row, column, unit, measure, printed, to }) =>
      `${column}${row} ${facts.units[unit] ?? '-'} ${measure} ${printed} ${to === null ? 'none' : formatDay(to - 1)}`,
  )
}

test.each<[string, string[], string[]]>([
  [
    'by the words of the header',
    ['单位,报送数,采用数,累计报送,累计采用数', '甲局,20,5,60,15'],
    ['D2 甲局 submitted 60 2024-03-31', 'E2 甲局 adopted 15 2024-03-31'],
  ],
  [
    'by the heading over it',
    ['单位,报送情况,,采用情况,', ',本月,累计,本月,累计', '甲局,20,60,5,15'],
    ['C3 甲局 submitted 60 2024-03-31', 'E3 甲局 adopted 15 2024-03-31'],
  ],
  ['beside the only measure', ['单位,报送数,累计', '甲局,20,60'], ['C2 甲局 submitted 60 2024-03-31']],
  [
    'behind each measure',
    ['单位,报送数,累计,采用数,累计', '甲局,20,60,5,15'],
    ['C2 甲局 submitted 60 2024-03-31', 'E2 甲局 adopted 15 2024-03-31'],
  ],
  ['not where it may be either', ['单位,报送数,采用数,累计', '甲局,20,5,60'], []],
  ['not of points and rates', ['单位,报送数,采用数,累计得分,累计采用率', '甲局,20,5,60,25%'], []],
  [
    'to the month its header names',
    ['单位,3月报送数,3月采用数,1-3月累计报送', '甲局,20,5,60'],
    ['D2 甲局 submitted 60 2024-03-31'],
  ],
  ['not from the middle of a year', ['单位,报送数,2-3月累计', '甲局,20,60'], []],
  [
    'not of totals, blanks and rows set aside',
    ['单位,报送数,累计报送', '甲局,20,', ',3,5', '乙局,,7', '合计,20,60'],
    [],
  ],
])('a running total is kept %s', async (_, text, expected) => {
  expect(await runningOf(lines(...text))).toEqual(expected)
})

test('the period of the row is its end', async () => {
  const text = lines('单位,月份,报送数,累计报送数', '甲局,1月,3,3', '甲局,2月,4,7')
  expect(await runningOf(text, '2024年.csv')).toEqual([
    'D2 甲局 submitted 3 2024-01-31',
    'D3 甲局 submitted 7 2024-02-29',
  ])
  expect(await runningOf(lines('单位,报送数,累计报送数', '甲局,3,9'), '表.csv')).toEqual(['C2 甲局 submitted 9 none'])
})

test('in a matrix over months it is the sum of the row', async () => {
  const { sheets } = await imported(lines('单位,1月,2月,累计', '甲局,3,4,7', '乙局,1,1,3'), '2024年.csv')
  expect(sheets[0]!.facts.running).toEqual([])
  expect(sheets[0]!.findings.filter(({ code }) => code === 'printed-total-differs')).toMatchObject([
    { row: 3, column: 'D', params: { printed: 3, computed: 2 } },
  ])
})
