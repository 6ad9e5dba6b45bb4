import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { nextTick } from 'vue'
import type { Deck } from '../../src/model/deck'
import type { SaveState } from '../../src/model/project'
import { useDeckStore } from '../../src/stores/deckStore'
import { useProjectStore } from '../../src/stores/projectStore'
import { useWorkspaceStore } from '../../src/stores/workspaceStore'
import { mergedDecks } from '../../src/workspace/threeWay'
import { deckOf } from '../composables/fakeShow'

/** What the worker was told to keep. */
const told: (readonly Deck[])[] = []
/** What another tab made, of which this page knows nothing yet. */
const meanwhile: Deck[] = []
vi.mock('../../src/workers/clients', () => ({
  watchWorkspace: () => undefined,
  workspaceClient: () => ({
    setDecks: (decks: readonly Deck[], _: unknown, __: unknown, seen: readonly unknown[]) => {
      told.push(decks)
      // As the worker does: what is there may be more than what was seen.
      const now = [...useWorkspaceStore().summary.decks, ...meanwhile]
      return Promise.resolve({ ...useWorkspaceStore().summary, decks: mergedDecks(seen, decks, now) })
    },
  }),
}))

const [kept, other, shown] = [deckOf('kept', []), deckOf('other', []), deckOf('shown', [])]

/** The project was opened, with these decks. */
async function opened(saving: SaveState, decks: readonly Deck[]): Promise<void> {
  const workspace = useWorkspaceStore()
  useProjectStore().saving = saving
  workspace.take({ ...workspace.summary, decks })
  await nextTick()
  await nextTick()
}
const SAVED: SaveState = { kind: 'saved', at: 0 }
const NOTHING_KEPT: SaveState = { kind: 'unsaved', reason: 'missing', detail: '' }

beforeEach(() => {
  setActivePinia(createPinia())
  told.length = 0
  meanwhile.length = 0
})

describe('decks', () => {
  test('are not touched while their project is being opened: they are not known yet', async () => {
    const decks = useDeckStore()
    decks.put(shown)
    decks.remove('kept')
    expect(decks.currentId).toBe(null)
    await opened(SAVED, [kept, other])
    expect(decks.decks.map(({ id }) => id)).toEqual(['kept', 'other'])
    expect(told).toEqual([])
  })

  test('a show that is left too early, or whose deck was removed meanwhile, brings no deck back', async () => {
    const decks = useDeckStore()
    const early = decks.bringBack(shown)
    await opened(SAVED, [kept, other])
    await early
    await decks.bringBack(shown)
    expect(decks.decks.map(({ id }) => id)).toEqual(['kept', 'other'])
    expect(told).toEqual([])
  })

  test('a show that is left where nothing can be kept brings its deck back, once that is known', async () => {
    const decks = useDeckStore()
    const early = decks.bringBack(shown)
    await opened(NOTHING_KEPT, [])
    await early
    await decks.bringBack(shown)
    expect(told).toEqual([[shown]])
    expect(decks.current).toEqual(shown)
  })

  test('of another tab do not take the place of the one that is worked on; one that undo brings back does', async () => {
    const decks = useDeckStore()
    await opened(SAVED, [kept])
    await opened(SAVED, [kept, other])
    expect(decks.currentId).toBe('kept')
    const workspace = useWorkspaceStore()
    const former = { id: 'shown', name: '汇报', snapshot: 's' }
    workspace.take({ ...workspace.summary, decks: [kept, other], formerDecks: [former] })
    await nextTick()
    await opened(SAVED, [kept, other, shown])
    expect(decks.currentId).toBe('shown')
  })

  test('what another tab made meanwhile is there with the answer', async () => {
    const decks = useDeckStore()
    await opened(SAVED, [kept])
    meanwhile.push(other)
    decks.put(shown)
    expect(decks.decks.map(({ id }) => id)).toEqual(['kept', 'shown'])
    await expect.poll(() => decks.decks.map(({ id }) => id)).toEqual(['kept', 'shown', 'other'])
  })

  test('of an older version, written with fewer fields, are changed and removed like any other', async () => {
    const step = {
      ...{ id: 'r', kind: 'panel', caption: null, notes: '', hidden: false, highlight: [] },
      ...{
        filters: { clock: 'submitted', period: null, units: null, groups: null },
        panel: { id: 'ranking', page: 0 },
      },
    }
    const old = { ...deckOf('old', ['a']), steps: [step, { ...deckOf('old', ['a']).steps[0]! }] } as unknown as Deck
    const decks = useDeckStore()
    await opened(SAVED, [old, kept])
    const read = decks.decks[0]!
    expect(read.steps[0]).toMatchObject({ panel: { rows: 12 } })
    decks.put({ ...read, steps: read.steps.slice(1) })
    await expect.poll(() => useWorkspaceStore().summary.decks[0]).toMatchObject({ id: 'old', steps: [{ id: 'a' }] })
    decks.remove('old')
    await expect.poll(() => decks.decks.map(({ id }) => id)).toEqual(['kept'])
    expect(useWorkspaceStore().summary.decks).toEqual([kept])
  })
})
