import { describe, expect, it } from 'vitest'
import { cellOf, judged, measuredOf, outletOf, periodOf, twelveUnits, unitOf } from '../../src/charts/galleryFixtures'
import type { UnitChanges } from '../../src/model/comparison'
import type { Deck, Step } from '../../src/model/deck'
import type { Measured } from '../../src/model/measure'
import { CALENDAR_YEAR } from '../../src/model/period'
import { buildDeck, type DeckOrder, type DeckWords } from '../../src/report/buildDeck'
import { pagesOf, ROWS_A_SLIDE, rowsOfPage, slidesFor } from '../../src/report/deckRows'
import {
  changedStep,
  duplicatedStep,
  movedStep,
  orderedSteps,
  shownSteps,
  withoutStep,
} from '../../src/report/deckSteps'
import { latestPeriod } from '../../src/report/latestPeriod'
import { readDeck, readDecks } from '../../src/report/readDecks'
import { stepAnswer } from '../../src/report/stepAnswer'
import { stepQuery } from '../../src/report/stepQuery'
import { stepQuestion } from '../../src/report/stepQuestion'
import { unitChanges } from '../../src/report/unitChanges'
import { spanOfKey } from '../../src/time/calendar'
import { isOver } from '../../src/time/maturity'

const words: DeckWords = {
  name: '2024年上半年汇报',
  subtitle: '信息科',
  problems: '存在的问题',
  nextSteps: '下一步工作',
  problem: (code, names) => `${code}: ${names.join('、')}`,
  next: (code) => `next ${code}`,
}
const snapshot = { id: 's-1', name: '汇报', at: 1_700_000_000_000, hash: '9b293ef8aa' }

function deckOf(measured: Measured, order: Partial<Pick<DeckOrder, 'kind' | 'changes'>> = {}): Deck {
  let id = 0
  return buildDeck({
    id: 'deck',
    kind: 'halfYear',
    period: '2024H1',
    clock: 'submitted',
    snapshot,
    measured: { ...measured, units: judged(measured.units, measured.held ? null : measured.total.rate) },
    fewest: 5,
    newId: () => `step-${++id}`,
    words,
    changes: null,
    ...order,
  })
}

const kindsOf = (deck: Deck): string[] => deck.steps.map((step) => (step.kind === 'panel' ? step.panel.id : step.kind))
const inGroup = (group: string | null, count: number) =>
  Array.from({ length: count }, (_, i) => ({ ...unitOf(i, `${group ?? '无'}${i}`, cellOf(10, i % 10)), group }))

describe('the template of a meeting', () => {
  it('has the pages of a meeting in their order', () => {
    expect(kindsOf(deckOf(twelveUnits))).toEqual([
      'title',
      'figures',
      'trend',
      'halfYear',
      'rankRange',
      'funnel',
      'outlets',
      'zeroList',
      'text',
      'text',
    ])
  })

  it('leaves out what the ledger has no numbers for', () => {
    expect(kindsOf(deckOf(measuredOf({ total: cellOf(0, 0) })))).toEqual(['title', 'figures', 'text', 'text'])
  })

  it('ranks within groups, over as many slides as the rows need; those without a group by their names', () => {
    const units = [
      ...inGroup('乡镇', ROWS_A_SLIDE.rankRange + 1),
      ...inGroup('县直', 3),
      ...inGroup(null, 2),
      ...inGroup('独', 1),
    ]
    const deck = deckOf({ ...measuredOf({ total: cellOf(160, 60) }), units })
    const rankings = deck.steps.flatMap((step) =>
      step.kind === 'panel' && step.panel.id === 'rankRange' ? [{ page: step.panel.page, ...step.filters }] : [],
    )
    expect(rankings.map(({ page, groups, units: names }) => [page, groups, names])).toEqual([
      [0, ['乡镇'], null],
      [1, ['乡镇'], null],
      [0, ['县直'], null],
      [0, null, ['无0', '无1']],
    ])
  })

  it('shows who rose and fell since the period before, over as many slides as are spoken of; of a month, or unjudged, nobody', () => {
    const units = inGroup('乡镇', ROWS_A_SLIDE.unitChanges + 4)
    const before = [...units.slice(1), { ...unitOf(99, '别处', cellOf(30, 3)), group: '乡镇' }]
    const measured = { ...measuredOf({ total: cellOf(160, 60) }), units }
    const changes: UnitChanges = {
      period: spanOfKey('2024H1')!,
      before: spanOfKey('2023H2')!,
      earlier: 'before',
      fewest: 5,
      held: null,
      units: unitChanges(units, before, 5),
    }
    const pages = (order: Parameters<typeof deckOf>[1]) =>
      deckOf(measured, order).steps.flatMap((step) =>
        step.kind === 'panel' && step.panel.id === 'unitChanges' ? [step.panel] : [],
      )
    const panel = { id: 'unitChanges', rows: ROWS_A_SLIDE.unitChanges, earlier: 'before' }
    expect(pages({ changes })).toEqual([
      { ...panel, page: 0 },
      { ...panel, page: 1 },
    ])
    expect(pages({ changes: { ...changes, held: 'immature' } })).toEqual([])
    expect(pages({ changes: { ...changes, units: unitChanges(units.slice(0, 2), before, 5) } })).toEqual([])
    expect(pages({ kind: 'month', changes })).toEqual([])
    expect(pages({})).toEqual([])
  })

  it('ranks by placements where no rate is known', () => {
    const units = [0, 1, 2].map((i) => unitOf(i, `单位${i}`, cellOf(null, null, 5 + i)))
    const deck = deckOf({ ...measuredOf({ total: cellOf(null, null, 18) }), units })
    const ranking = deck.steps.find((step) => step.kind === 'panel')
    expect(ranking).toMatchObject({ panel: { id: 'rankRange', by: 'placements', group: null } })
  })

  it('names a problem only where a number supports it, and no unit twice', () => {
    const units = [
      unitOf(0, '甲局', cellOf(60, 40)),
      unitOf(1, '乙局', cellOf(60, 5)),
      unitOf(2, '丙局', cellOf(40, 0)),
    ]
    const deck = deckOf({ ...measuredOf({ total: cellOf(160, 45) }), units, silentUnits: ['丁镇'], due: 4 })
    const texts = deck.steps.filter((step) => step.kind === 'text')
    expect(texts.map(({ caption, lines }) => [caption, lines])).toEqual([
      ['存在的问题', ['silent: 丁镇', 'zero: 丙局', 'below: 乙局']],
      ['下一步工作', ['next silent', 'next zero', 'next below']],
    ])
    // Three items without one are no surprise at a rate of 28 %: the page of problems does not accuse.
    const small = [...units.slice(0, 2), unitOf(2, '丙局', cellOf(3, 0))]
    const fair = deckOf({ ...measuredOf({ total: cellOf(123, 45) }), units: small, silentUnits: [] })
    expect(fair.steps.flatMap((step) => (step.kind === 'text' ? step.lines : []))).toEqual([
      'below: 乙局',
      'next below',
    ])
    const early = deckOf({
      ...measuredOf({ total: cellOf(160, 45) }),
      units,
      silentUnits: ['丁镇'],
      held: 'immature',
      due: null,
    })
    expect(early.steps.flatMap((step) => (step.kind === 'text' ? step.lines : []))).toEqual([
      'absent: 丁镇',
      'immature: ',
      'next absent',
      'next immature',
    ])
    const linesOf = (own: Deck): string[] => own.steps.flatMap((step) => (step.kind === 'text' ? step.lines : []))
    const alone = deckOf({ ...measuredOf({ total: cellOf(20, 10) }), units: [unitOf(0, '甲局', cellOf(20, 10))] })
    expect(linesOf(alone)).toEqual(['unjudged: ', 'next unjudged'])
    const alike = ['甲局', '乙局', '丙局'].map((name, id) => unitOf(id, name, cellOf(60, 30)))
    const calm = deckOf({ ...measuredOf({ total: cellOf(180, 90) }), units: alike })
    expect(linesOf(calm)).toEqual(['nothing: ', 'next nothing'])
  })

  it('names a fall of the whole, and who clearly fell, unless the period is not settled', () => {
    const units = ['甲局', '乙局', '丙局'].map((name, id) => unitOf(id, name, cellOf(60, 30)))
    const [now, before] = [spanOfKey('2024H1')!, spanOfKey('2023H2')!]
    const previous = {
      span: before,
      total: cellOf(180, 135),
      change: { submitted: 0, adopted: -45, placements: -45, rate: -0.25, rateInterval: null },
    }
    const changes: UnitChanges = {
      period: now,
      before,
      earlier: 'before',
      fewest: 5,
      held: null,
      units: unitChanges(units, [unitOf(0, '甲局', cellOf(60, 55)), ...units.slice(1)], 5),
    }
    const fell = {
      ...measuredOf({ total: cellOf(180, 90), previous, referenceDay: now.to + 90 }, 'submitted', now),
      units,
    }
    const linesOf = (own: Deck): string[] => own.steps.flatMap((step) => (step.kind === 'text' ? step.lines : []))
    expect(linesOf(deckOf(fell, { changes }))).toEqual(['farDown: ', 'fell: 甲局', 'next farDown', 'next fell'])
    // Nine in ten adoptions take sixty days, and thirty have passed.
    const young = { ...fell, referenceDay: now.to + 29, lag: { median: 20, p90: 60, n: 90 } }
    expect(linesOf(deckOf(young))).toEqual(['nothing: ', 'next nothing'])
  })
})

describe('the period of a template', () => {
  const months = ['2024-04', '2024-05', '2024-06'].map((key) => periodOf(key, cellOf(5, 2)))
  const dayOf = (key: string): number => spanOfKey(key)!.to - 1

  it('is the last one that the ledger covers, give or take a quiet week', () => {
    const own = (referenceDay: number) => ({
      ...measuredOf({ total: cellOf(15, 6) }),
      months: months.map((month) => ({ ...month, over: isOver(month.span, { referenceDay }) })),
    })
    expect(latestPeriod(own(dayOf('2024-06') - 5), 'month')).toBe('2024-06')
    expect(latestPeriod(own(dayOf('2024-06') - 20), 'month')).toBe('2024-05')
  })

  it('is the last with facts where none is covered, and none without facts', () => {
    const own = measuredOf({ total: cellOf(5, 2) })
    expect(latestPeriod({ ...own, months: months.slice(2).map((month) => ({ ...month, over: false })) }, 'month')).toBe(
      '2024-06',
    )
    expect(latestPeriod(own, 'quarter')).toBe(null)
  })
})

describe('steps', () => {
  const deck = deckOf(twelveUnits)
  const ids = (own: Deck): string[] => own.steps.map(({ id }) => id)

  it('move within the ends, are copied behind themselves, hidden and removed', () => {
    const [first, second, third] = ids(deck)
    expect(ids(movedStep(deck, second!, -1)).slice(0, 2)).toEqual([second, first])
    expect(ids(movedStep(deck, first!, -3))).toEqual(ids(deck))
    expect(ids(movedStep(deck, first!, 99)).at(-1)).toBe(first)
    const copied = duplicatedStep(deck, second!, 'new')
    expect(ids(copied).slice(0, 4)).toEqual([first, second, 'new', third])
    expect(ids(withoutStep(copied, 'new'))).toEqual(ids(deck))
    expect(shownSteps(changedStep(deck, second!, { hidden: true })).length).toBe(deck.steps.length - 1)
    expect(ids(orderedSteps(deck, [third!, first!])).slice(0, 2)).toEqual([third, first])
    expect(ids(orderedSteps(deck, [third!]))).toHaveLength(deck.steps.length)
  })

  it('pages of one ranking are asked once, other settings again', () => {
    const filters = { clock: 'submitted' as const, period: '2024H1', units: null, groups: null }
    const panel = (own: Extract<Step, { kind: 'panel' }>['panel']): Step => ({
      id: 'x',
      kind: 'panel',
      caption: null,
      notes: '',
      hidden: false,
      highlight: [],
      filters,
      panel: own,
    })
    const range = { id: 'rankRange', rows: 12, by: 'rate', fewest: 5, withinGroups: true, group: '乡镇' } as const
    expect(stepQuestion(panel({ ...range, page: 0 }))).toBe(stepQuestion(panel({ ...range, page: 1 })))
    expect(stepQuestion(panel({ ...range, page: 0 }))).not.toBe(stepQuestion(panel({ ...range, page: 0, fewest: 6 })))
    expect(stepQuestion(panel({ id: 'ranking', page: 0, rows: 14 }))).toBe(stepQuestion(panel({ id: 'trend' })))
    expect(stepQuestion(deck.steps[0]!)).toBe(null)
  })

  it('ask the frozen state, by the ids that the names have there; an unknown name is no unit', () => {
    const units = [
      { id: 4, name: '甲局', group: null },
      { id: 9, name: '乙局', group: null },
    ]
    const filters = { clock: 'adopted' as const, period: '2024-03', units: ['乙局', '没有的局'], groups: ['县直'] }
    expect(stepQuery(filters, units, deck)).toEqual({
      clock: 'adopted',
      span: spanOfKey('2024-03'),
      unitIds: [9],
      groups: ['县直'],
      snapshot: 's-1',
    })
    expect(
      stepQuery({ ...filters, units: ['没有的局'] }, units, { snapshot: null, calendar: CALENDAR_YEAR }),
    ).toMatchObject({ unitIds: [] })
    expect(stepQuery(filters, units, { snapshot: null, calendar: CALENDAR_YEAR })).not.toHaveProperty('snapshot')
  })
})

describe('rows over slides', () => {
  it.each(Object.values(ROWS_A_SLIDE))('of %i at most are spread evenly, and every row stands once', (most) => {
    for (let count = 0; count < 60; count++) {
      const rows = Array.from({ length: count }, (_, i) => i)
      const pages = Array.from({ length: slidesFor(count, most) }, (_, page) => rowsOfPage(rows, page, most))
      expect(pages.flat()).toEqual(rows)
      for (const page of pages) expect(page.length).toBeLessThanOrEqual(most)
      const lengths = pages.map(({ length }) => length)
      // The last may be a little shorter, never a lonely row beside full ones.
      if (count > most) expect(Math.min(...lengths)).toBeGreaterThanOrEqual(most / 2 - 1)
    }
  })

  it('stay on the pages of a deck that was made when a slide held twelve', () => {
    const deck = deckOf({ ...measuredOf({ total: cellOf(160, 60) }), units: inGroup('乡镇', 13) })
    const old = {
      ...deck,
      steps: [0, 1].map((page) => ({ ...deck.steps[2], id: `old-${page}`, panel: { id: 'ranking', page } })),
    }
    const panels = readDeck(old)!.steps.flatMap((step) =>
      step.kind === 'panel' && step.panel.id === 'ranking' ? [step.panel] : [],
    )
    const units = Array.from({ length: 13 }, (_, i) => i)
    expect(panels.map(({ page, rows }) => rowsOfPage(units, page, rows).length)).toEqual([7, 6])
    expect(pagesOf({ ...panels[0]!, rows: ROWS_A_SLIDE.ranking }, 13)).toHaveLength(1)
  })
})

it('a page of half-years ends with the period of its deck', () => {
  const halfYears = ['2023H1', '2023H2', '2024H1'].map((key) => periodOf(key, cellOf(100, 40)))
  const measured = { ...measuredOf({ total: cellOf(300, 120) }, 'submitted', spanOfKey('2023H2')), halfYears }
  const filters = { clock: 'submitted' as const, period: '2023H2', units: null, groups: null }
  const step: Step = {
    ...{ id: 's', caption: null, notes: '', hidden: false, kind: 'panel', filters, highlight: [] },
    panel: { id: 'halfYear' },
  }
  const nothing = { ranking: null, funnel: null, control: null, lags: null, compared: null, peers: null, changes: null }
  const keysOf = (own: Step) => stepAnswer(own, { measured, ...nothing }).measured.halfYears.map(({ period }) => period)
  expect(keysOf(step)).toEqual(['2023H1', '2023H2'])
  // The trend beside it shares the question, and keeps its own end.
  expect(keysOf({ ...step, panel: { id: 'trend' } } as Step)).toHaveLength(3)
  expect(stepAnswer(step, undefined)).toBe(undefined)
})

describe('a deck read back', () => {
  it('is the deck that was kept', () => {
    const deck = deckOf({ ...twelveUnits, outlets: [outletOf(0, '日报', 3, null, 3)] })
    expect(readDeck(JSON.parse(JSON.stringify(deck)))).toEqual(deck)
    const control: Step = {
      ...deck.steps[2]!,
      kind: 'panel',
      filters: { clock: 'submitted', period: null, units: ['甲局'], groups: null },
      highlight: ['甲局'],
      panel: {
        id: 'control',
        settings: { measure: 'rate', rules: 'nhs', rebase: ['2024-01'], baseline: 12 },
        notes: [{ period: '2024-02', text: '换人' }],
      },
    }
    const captured = { ...deck, steps: [control] }
    expect(readDeck(captured)).toEqual(captured)
    const peers = { ...deck, steps: [{ ...control, panel: { id: 'peers', unit: '甲局' } }] }
    expect(readDeck(peers)).toEqual(peers)
  })

  it('is refused where anything is not what it should be', () => {
    const deck = deckOf(twelveUnits)
    const broken: unknown[] = [
      null,
      [],
      'deck',
      { ...deck, format: 'other' },
      { ...deck, version: 2 },
      { ...deck, period: '2024-13' },
      { ...deck, calendar: { firstMonth: 13, lastDay: null } },
      { ...deck, fewest: 0 },
      { ...deck, snapshot: 's-1' },
      { ...deck, steps: [{ ...deck.steps[0], kind: 'film' }] },
      { ...deck, steps: [deck.steps[0], deck.steps[0]] },
      { ...deck, steps: [{ ...deck.steps[2], panel: { id: 'ranking', page: -1, rows: 12 } }] },
      { ...deck, steps: [{ ...deck.steps[2], panel: { id: 'peers', unit: '' } }] },
      { ...deck, steps: [{ ...deck.steps[2], panel: { id: 'peers' } }] },
    ]
    for (const value of broken) expect(readDeck(value), JSON.stringify(value)?.slice(0, 80)).toBe(null)
    expect(readDecks([deck, ...broken])).toEqual([deck])
    expect(readDecks('nothing')).toEqual([])
  })
})
