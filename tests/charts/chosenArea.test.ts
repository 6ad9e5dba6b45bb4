import { expect, test } from 'vitest'
import { chosenArea, chosenPlaces } from '../../src/charts/chosenArea'
import { lightTheme } from '../../src/charts/chartTheme'
import { spanOfKey } from '../../src/time/calendar'

const MONTHS = ['2024-01', '2024-02', '2024-03'].map((key) => spanOfKey(key))
const area = (key: string | null) => chosenArea(chosenPlaces(MONTHS, key === null ? null : spanOfKey(key)), lightTheme)

test('the chosen period is set apart from the others', () => {
  expect(area('2024-02').markArea?.data).toEqual([[{ xAxis: '1' }, { xAxis: '1' }]])
  expect(area('2024-01-01~2024-02-29').markArea?.data).toEqual([[{ xAxis: '0' }, { xAxis: '1' }]])
})

test('where all or none of them are chosen nothing is', () => {
  for (const key of [null, '2024Q1', '2024', '2023', '2024-02-02~2024-02-20']) expect(area(key), `${key}`).toEqual({})
})
