import { describe, expect, it } from 'vitest'
import type { Step } from '../../src/model/deck'
import { freeName } from '../../src/report/deckNames'
import { withNewSentences } from '../../src/report/remadeDeck'

const text = (id: string, caption: string | null, ...lines: string[]): Step => ({
  ...{ id, kind: 'text', caption, notes: '', hidden: false, lines },
})
const title: Step = { id: 't', kind: 'title', caption: '汇报', notes: '', hidden: false, subtitle: '' }

describe('a deck with new numbers', () => {
  const old = [title, text('o1', '问题', '甲局偏低'), text('o2', '下一步')]
  const anew = [title, text('n1', '问题', '乙局偏低'), text('n2', '下一步', '约谈')]

  it('has the sentences that the template makes of them, where nobody touched the old ones', () => {
    const steps = [text('b', '下一步'), title, { ...text('a', '问题', '甲局偏低'), notes: '慢些说', hidden: true }]
    expect(withNewSentences({ steps }, old, anew)).toEqual([
      text('b', '下一步', '约谈'),
      title,
      { ...text('a', '问题', '乙局偏低'), notes: '慢些说', hidden: true },
    ])
  })

  it('keeps what a person wrote', () => {
    const steps = [
      text('a', '问题', '甲局偏低', '另有一事'),
      text('b', '我的问题', '甲局偏低'),
      text('c', null, '甲局偏低'),
    ]
    expect(withNewSentences({ steps }, old, anew)).toEqual(steps)
  })
})

it('a name is given once', () => {
  const name = (...taken: string[]) => freeName('汇报', taken, (own, number) => `${own}（${number}）`)
  expect([name(), name('别的'), name('汇报'), name('汇报', '汇报（2）')]).toEqual([
    '汇报',
    '汇报',
    '汇报（2）',
    '汇报（3）',
  ])
})
