import { describe, expect, test } from 'vitest'
import { namedWithReason, numberOnScreen } from './screenText'

describe('namedWithReason', () => {
  const files = ['空.csv', '坏.json', '真空.csv']

  test.each([
    ['on one line', '空.csv：文件是空的'],
    ['on the next line', '空.csv\n文件是空的'],
    ['after another file', '坏.json：括号没有合上\n空.csv\n\n文件是空的'],
  ])('a reason %s counts', (_, screen) => {
    expect(namedWithReason('空.csv', files, screen)).toBe(true)
  })

  test.each([
    ['a bare name', '空.csv'],
    ['a list of names', '空.csv\n坏.json\n文件坏了'],
    ['another file with a longer name', '真空.csv：文件是空的'],
    ['no name', '有一个文件是空的'],
    ['figures only', '空.csv 0 KB'],
  ])('%s does not', (_, screen) => {
    expect(namedWithReason('空.csv', files, screen)).toBe(false)
  })
})

describe('numberOnScreen', () => {
  test.each(['26.7%', '26.6 %', '26.68％', '0.267', '0.266788', '率26.679%。', '267‰'])('%s is found', (text) => {
    expect(numberOnScreen(147 / 551, `采用 ${text} 次`)).not.toBeNull()
  })

  test.each(['126.7%', '26.75%', '26.7', '0.2671', '0.26', '15.4%', '2024.267'])('%s is another number', (text) => {
    expect(numberOnScreen(147 / 551, `采用 ${text} 次`)).toBeNull()
  })
})
