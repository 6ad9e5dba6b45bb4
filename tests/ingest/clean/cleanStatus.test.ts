import { describe, expect, test } from 'vitest'
import { cleanStatus, cleanTick, type Decision, isPlainYesNo } from '../../../src/ingest/clean/cleanStatus'

describe('a decision', () => {
  test.each<[Decision, string[]]>([
    [
      'adopted',
      [
        '采用',
        '已采用',
        '采纳',
        '录用',
        '刊发',
        '被采用',
        '采用。',
        '单篇采用',
        '综合采用',
        '市级采用',
        '是',
        '√',
        '1',
        'adopted',
        ' 采 用 ',
      ],
    ],
    [
      'notAdopted',
      [
        '未采用',
        '没有采用',
        '不采用',
        '未被采用',
        '未予采用',
        '未录用',
        '退稿',
        '弃用',
        '否',
        '×',
        '0',
        '未',
        '不予采用',
        'rejected',
      ],
    ],
    [
      'pending',
      ['待定', '待审', '审核中', '留用', '待刊发', '拟采用', '未审核', '尚未处理', '在编', '未定', 'pending', '初审'],
    ],
    ['blank', ['', '  ', '　']],
    ['unknown', ['甲乙丙', '3月5日', '转有关部门', '非常好']],
  ])('%s', (expected, texts) => {
    for (const text of texts) expect([text, cleanStatus(text)]).toEqual([text, expected])
  })
})

describe('a tick', () => {
  test('yes', () => {
    for (const text of ['√', '✓', '✔', '☑', '●', '是', '有', '1', '１', 'Y', 'y', 'TRUE', '2', '采用', ' √ ']) {
      expect([text, cleanTick(text)]).toEqual([text, 'yes'])
    }
  })

  test('no', () => {
    for (const text of ['', ' ', '×', '✗', '□', '否', '无', '0', 'N', '-', '—', '/', '未采用']) {
      expect([text, cleanTick(text)]).toEqual([text, 'no'])
    }
  })

  test('neither', () => {
    for (const text of ['日报', '3月', '?', '部分']) expect([text, cleanTick(text)]).toEqual([text, 'unknown'])
  })
})

test('plain yes and no tells nothing about open decisions', () => {
  for (const text of ['是', '否', '√', '×', '', '采用', '未采用', '已采用', '没有采用']) {
    expect([text, isPlainYesNo(text)]).toEqual([text, true])
  }
  for (const text of ['待定', '退稿', '审核中']) expect([text, isPlainYesNo(text)]).toEqual([text, false])
})
