import { beforeEach, describe, expect, test } from 'vitest'
import { twelveUnits } from '../../src/charts/galleryFixtures'
import type { Deck } from '../../src/model/deck'
import type { WorkspaceSummary } from '../../src/model/workspace'
import { buildDeck } from '../../src/report/buildDeck'
import { deckChange } from '../../src/report/deckChange'
import { changedStep, movedStep, withoutStep } from '../../src/report/deckSteps'
import { readDecks } from '../../src/report/readDecks'
import { documentText } from '../../src/storage/documentText'
import { EVERYTHING } from '../../src/workspace/proposal'
import { Workspace } from '../../src/workspace/workspace'
import { day, lines, readBytes } from '../helpers/importText'

const ON = day(2024, 7, 1)
const MARCH = lines('标题,单位,报送日期,采用载体', '某事一,甲局,2024-03-05,日报', '某事二,甲局,2024-03-06,')

/** The deck of a half-year, its steps numbered in their order. */
function deckOf(name: string): Deck {
  const deck = buildDeck({
    id: `deck ${name}`,
    kind: 'halfYear',
    period: '2024H1',
    clock: 'submitted',
    snapshot: null,
    measured: twelveUnits,
    changes: null,
    fewest: 5,
    newId: () => '',
    words: { name, subtitle: '', problems: '问题', nextSteps: '下一步', problem: () => '', next: () => '' },
  })
  return { ...deck, steps: deck.steps.map((step, index) => ({ ...step, id: `step-${index + 1}` })) }
}

let workspace: Workspace
/** As a page does it: everything passes the worker's border as a copy. */
function put(change: (deck: Deck) => Deck | null, name = '例会'): WorkspaceSummary {
  const before = readDecks(structuredClone(workspace.summary().decks))
  const after = before.flatMap((deck) => (deck.name === name ? (change(deck) ?? []) : deck))
  return send(before, after)
}
function send(before: readonly Deck[], after: readonly Deck[]): WorkspaceSummary {
  return workspace.setDecks(structuredClone(after), deckChange(before, after)!)
}
const deck = (): Deck => readDecks(workspace.summary().decks)[0]!
const ids = (): string[] => deck().steps.map(({ id }) => id)

beforeEach(async () => {
  workspace = new Workspace()
  workspace.propose([await readBytes(MARCH, 'a.csv')], null)
  workspace.accept(ON)
  send([], [deckOf('例会')])
})

describe('two windows', () => {
  test('that change one deck before they know of each other lose neither change, nor the step of undo', () => {
    const seen = readDecks(structuredClone(workspace.summary().decks))
    const mine = seen.map((own) => changedStep(own, 'step-3', { caption: '我的标题' }))
    put((own) => changedStep(own, 'step-2', { notes: '那边的备注' }))
    workspace.setDecks(structuredClone(mine), deckChange(seen, mine)!, null, structuredClone(seen))
    const step = (id: string) => deck().steps.find((own) => own.id === id)!
    expect([step('step-2').notes, step('step-3').caption]).toEqual(['那边的备注', '我的标题'])
    workspace.undo()
    expect([step('step-2').notes, step('step-3').caption]).toEqual(['那边的备注', null])
  })
})

describe('decks', () => {
  test('share one stack with everything else: what was changed last goes back first', async () => {
    const before = ids()
    put((own) => withoutStep(own, 'step-3'))
    workspace.propose([await readBytes(MARCH.replace('甲局', '乙局'), 'b.csv')], null)
    workspace.accept(ON)
    put((own) => movedStep(own, 'step-1', 1))
    expect(ids().slice(0, 2)).toEqual(['step-2', 'step-1'])
    workspace.undo()
    expect(ids()).toEqual(before.filter((id) => id !== 'step-3'))
    expect(workspace.undo().imports).toHaveLength(1)
    workspace.undo()
    expect(ids()).toEqual(before)
    expect(workspace.undo().decks).toEqual([])
    for (let i = 0; i < 4; i++) workspace.redo()
    expect(ids().slice(0, 2)).toEqual(['step-2', 'step-1'])
    expect(workspace.summary().imports).toHaveLength(2)
  })

  test('a deleted one comes back whole', () => {
    const before = deck()
    expect(put(() => null).decks).toEqual([])
    workspace.undo()
    expect(deck()).toEqual(before)
  })

  test('a field that was left is one step, entered again another one: no text is lost', () => {
    put((own) => changedStep(own, 'step-2', { notes: '先说三月。' }))
    put((own) => changedStep(own, 'step-2', { notes: '' }))
    put((own) => changedStep(own, 'step-3', { notes: '再说' }))
    expect(workspace.changes().slice(2)).toHaveLength(3)
    workspace.undo()
    expect(deck().steps[2]!.notes).toBe('')
    workspace.undo()
    expect(deck().steps[1]!.notes).toBe('先说三月。')
    workspace.undo()
    expect(deck().steps[1]!.notes).toBe('')
  })

  test('that undo or redo could bring back are told with the snapshot they are bound to, each once', () => {
    const { id } = workspace.freeze('例会')
    const bound = (name: string): Deck => ({ ...deckOf(name), snapshot: { id, name, at: 0, hash: '' } })
    const former = (): string[] =>
      workspace.summary().formerDecks.map(({ name, snapshot }) => `${name} ${snapshot === id}`)
    put(() => bound('例会'))
    put((own) => changedStep(own, 'step-2', { notes: '先说' }))
    expect(former()).toEqual([])
    put(() => null)
    expect(former()).toEqual(['例会 true'])
    workspace.undo()
    expect(former()).toEqual([])
    const known = readDecks(workspace.summary().decks)
    send(known, [...known, bound('另一份')])
    workspace.undo()
    expect(former()).toEqual(['另一份 true'])
  })

  test('hold a text however often it is handed over as one step and one line, until another is written', () => {
    const write = (caption: string, writing: string): WorkspaceSummary => {
      const before = readDecks(structuredClone(workspace.summary().decks))
      const after = before.map((own) => changedStep(own, 'step-2', { caption }))
      return workspace.setDecks(structuredClone(after), deckChange(before, after)!, writing)
    }
    const caption = (): string | null => deck().steps.find(({ id }) => id === 'step-2')!.caption
    const [steps, lines] = [workspace.document().states.length, workspace.changes().length]
    for (const text of ['平', '平稳', '平稳。']) write(text, 'first')
    expect(caption()).toBe('平稳。')
    expect([workspace.document().states.length, workspace.changes().length]).toEqual([steps + 1, lines + 1])
    write('平稳，略升。', 'second')
    expect(workspace.document().states).toHaveLength(steps + 2)
    workspace.undo()
    expect(caption()).toBe('平稳。')
    workspace.undo()
    expect(caption()).toBe(null)
    // What was undone is not written on: it is a new step.
    workspace.redo()
    write('升。', 'first')
    workspace.undo()
    expect(caption()).toBe('平稳。')
    // Nor is a text across another change, or a reload.
    write('一', 'third')
    put((own) => movedStep(own, 'step-1', 3))
    write('二', 'third')
    workspace.open(workspace.document())
    write('三', 'third')
    workspace.undo()
    expect(caption()).toBe('二')
    workspace.undo()
    expect([caption(), ids()[0]]).toEqual(['一', 'step-2'])
  })

  test('touch no number: results stay valid, the ledger is not counted anew, a change of nothing is no step', () => {
    const before = workspace.summary()
    const ledger = workspace.ask({})
    const after = put((own) => ({ ...own, anonymous: true }))
    expect(after.revision).toBe(before.revision)
    expect(workspace.ask({})).toBe(ledger)
    expect(workspace.undo().revision).toBe(before.revision)
    const steps = workspace.document().states.length
    workspace.setDecks(structuredClone(workspace.summary().decks), { kind: 'deckChanged', files: [] })
    expect(workspace.document().states).toHaveLength(steps)
    expect(workspace.measure(EVERYTHING).total.submitted).toBe(2)
  })

  test('outlive the emptying of the workspace, since their numbers are those of a snapshot', () => {
    expect(workspace.clear().decks).toHaveLength(1)
  })

  test('cost what changed: fifty steps on one of ten decks are not written ten times', () => {
    const others = Array.from({ length: 9 }, (_, i) => deckOf(`另一份${i}`))
    for (const other of others) {
      const known = readDecks(workspace.summary().decks)
      send(known, [...known, other])
    }
    const size = (): number => documentText(workspace.document(), () => 'file').length
    const one = JSON.stringify(deckOf('例会')).length
    const before = size()
    for (let i = 0; i < 50; i++) put((own) => changedStep(own, `step-${1 + (i % 2)}`, { notes: `第${i}次` }))
    expect(workspace.document().states).toHaveLength(50)
    expect((size() - before) / 50).toBeLessThan(1.5 * one)
  })
})

describe('the journal of a deck', () => {
  const stepOf = (change: (deck: Deck) => Deck | null): unknown => {
    put(change)
    const { action, before, after } = workspace.changes().at(-1)!
    expect(after).toEqual(before)
    return [action.kind, ...action.files]
  }

  test('tells what was done, and to which page by the number it bore', () => {
    expect(stepOf((own) => changedStep(own, 'step-2', { hidden: true }))).toEqual(['pageHidden', '例会', '2'])
    expect(stepOf((own) => withoutStep(own, 'step-4'))).toEqual(['pageRemoved', '例会', '3'])
    expect(stepOf((own) => movedStep(own, 'step-1', 3))).toEqual(['pageMoved', '例会', '1', '3'])
    expect(stepOf((own) => changedStep(own, 'step-2', { hidden: false }))).toEqual(['pageShown', '例会', '1'])
    expect(stepOf((own) => changedStep(own, 'step-3', { caption: '好。' }))).toEqual(['pageWritten', '例会', '2'])
    expect(stepOf((own) => changedStep(own, 'step-3', { highlight: ['甲局'] }))).toEqual([
      'pageHighlighted',
      '例会',
      '2',
    ])
    expect(stepOf((own) => ({ ...own, anonymous: true }))).toEqual(['deckChanged', '例会'])
    const page = (id: string) => ({ ...deckOf('').steps[9]!, id })
    expect(stepOf((own) => ({ ...own, steps: [...own.steps, page('x'), page('y')] }))).toEqual([
      'pageAdded',
      '例会',
      '10–11',
    ])
    expect(stepOf(() => null)).toEqual(['deckRemoved', '例会'])
  })
})
