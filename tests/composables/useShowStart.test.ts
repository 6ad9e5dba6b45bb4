import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRenderer, nextTick, shallowRef } from 'vue'
import { keepPack, keepState, type KeptShow } from '../../src/composables/keptShow'
import type { Show } from '../../src/composables/useShow'
import { useShowStart } from '../../src/composables/useShowStart'
import type { ShowPack } from '../../src/model/show'
import { startOfShow } from '../../src/report/showState'
import { useDeckStore } from '../../src/stores/deckStore'
import { useProjectStore } from '../../src/stores/projectStore'
import { useWorkspaceStore } from '../../src/stores/workspaceStore'
import { deckOf, fakeStorages, packOf } from './fakeShow'

vi.mock('../../src/workers/clients', () => ({ watchWorkspace: () => undefined }))
vi.mock('../../src/composables/useDeckAnswers', () => ({
  useDeckAnswers: () => ({ complete: shallowRef(true), error: shallowRef(null) }),
}))

const [one, two] = [deckOf('one', ['1-first', '1-second']), deckOf('two', ['2-first', '2-second'])]

/** A window that came from the address of the show, while the project was still being opened. @returns the show that began in it */
async function shownFromAddress(follow: Show['follow'] = () => undefined): Promise<KeptShow | null> {
  let begun: KeptShow | null = null
  const pack = shallowRef<ShowPack | null>(null)
  const show = {
    pack,
    start: (own: KeptShow) => {
      begun = own
      pack.value = own.pack
    },
    follow,
  } as unknown as Show
  const nothing = (): void => undefined
  createRenderer<object, object>({
    createElement: () => ({}),
    createText: () => ({}),
    createComment: () => ({}),
    insert: nothing,
    remove: nothing,
    setText: nothing,
    setElementText: nothing,
    patchProp: nothing,
    parentNode: () => null,
    nextSibling: () => null,
  })
    .createApp({ setup: () => (useShowStart(show), () => null) })
    .mount({})
  const workspace = useWorkspaceStore()
  useProjectStore().saving = { kind: 'saved', at: 0 }
  workspace.take({ ...workspace.summary, decks: [one, two] })
  await nextTick()
  await nextTick()
  return begun
}

beforeEach(() => {
  fakeStorages()
  setActivePinia(createPinia())
})
afterEach(() => vi.unstubAllGlobals())

test('a show from its address begins where the deck was last shown', async () => {
  keepState(packOf(two), startOfShow(), '2-second')
  const begun = await shownFromAddress()
  expect([begun?.pack.deck.id, begun?.state?.index]).toEqual(['two', 1])
  expect(useDeckStore().currentId).toBe('two')
})

test('a deck of another project that was shown last is not looked for: the first of this one is shown', async () => {
  keepState(packOf(deckOf('elsewhere', ['x'])), startOfShow(), 'x')
  useDeckStore()
  const begun = await shownFromAddress()
  expect([begun?.pack.deck.id, begun?.state?.index]).toEqual(['one', 0])
})

test('a deck of another project does not take the place of the one that is worked on', async () => {
  keepState(packOf(deckOf('elsewhere', ['x'])), startOfShow(), 'x')
  const decks = useDeckStore()
  decks.decks = [one, two]
  decks.currentId = 'two'
  const begun = await shownFromAddress()
  expect([begun?.pack.deck.id, decks.currentId]).toEqual(['two', 'two'])
})

test('after F5 the show goes on as the same showing, with what the project says of the deck meanwhile', async () => {
  keepPack(packOf(deckOf('two', ['2-first']), 'before F5'))
  const followed: ShowPack[] = []
  const begun = await shownFromAddress((pack) => void followed.push(pack))
  expect([begun?.pack.show, begun?.pack.deck.steps.length]).toEqual(['before F5', 1])
  expect(followed).toMatchObject([{ show: 'before F5', deck: two }])
})
